use wasm_bindgen::intern;
use web_sys::Element;

use super::Apply;
use crate::dom_bundle::BSubtree;
use crate::virtual_dom::{AttributeOrProperty, Attributes};

impl Attributes {
    /// Patch changes between any two [Attributes] to `el`.
    #[cold]
    fn apply_diff_of_others(el: &Element, new: &Self, old: &Self) {
        for (k, value) in new.each() {
            if old.each().find(|(known, _)| *known == k) != Some((k, value)) {
                Self::set(el, k, value);
            }
        }
        for (k, _) in old.each() {
            if !new.each().any(|(known, _)| known == k) {
                Self::remove(el, k);
            }
        }
    }

    fn set(el: &Element, key: &str, value: &AttributeOrProperty) {
        let value = match value {
            AttributeOrProperty::Attribute(value) => value.as_ref(),
            AttributeOrProperty::Static(value) => value,
        };
        el.set_attribute(intern(key), value)
            .expect("invalid attribute key");
    }

    fn remove(el: &Element, key: &str) {
        el.remove_attribute(intern(key))
            .expect("could not remove attribute");
    }
}

impl Apply for Attributes {
    type Bundle = Self;
    type Element = Element;

    fn apply(self, _root: &BSubtree, el: &Element) -> Self {
        for (k, v) in self.each() {
            Self::set(el, k, v);
        }
        self
    }

    fn apply_diff(self, _root: &BSubtree, el: &Element, bundle: &mut Self) {
        #[inline]
        fn ptr_eq<T>(a: &[T], b: &[T]) -> bool {
            std::ptr::eq(a, b)
        }

        let ancestor = std::mem::replace(bundle, self);
        let bundle = &*bundle; // reborrow it immutably from here
        match (bundle, ancestor) {
            // Hot path
            (Self::Static(new), Self::Static(old)) if ptr_eq(new, old) => (),
            // Hot path
            (
                Self::Dynamic {
                    keys: new_k,
                    values: new_v,
                },
                Self::Dynamic {
                    keys: old_k,
                    values: old_v,
                },
            ) if ptr_eq(new_k, old_k) => {
                // Double zipping does not optimize well, so use asserts and unsafe instead
                assert_eq!(new_k.len(), new_v.len());
                assert_eq!(new_k.len(), old_v.len());
                for i in 0..new_k.len() {
                    macro_rules! key {
                        () => {
                            unsafe { new_k.get_unchecked(i) }
                        };
                    }
                    macro_rules! set {
                        ($new:expr) => {
                            Self::set(el, key!(), $new)
                        };
                    }

                    match unsafe { (new_v.get_unchecked(i), old_v.get_unchecked(i)) } {
                        (Some(new), Some(old)) => {
                            if new != old {
                                set!(new);
                            }
                        }
                        (Some(new), None) => set!(new),
                        (None, Some(_)) => Self::remove(el, key!()),
                        (None, None) => (),
                    }
                }
            }
            // Cold path. Happens only with conditional swapping and reordering of `VTag`s with the
            // same tag and no keys.
            (new, ref ancestor) => {
                Self::apply_diff_of_others(el, new, ancestor);
            }
        }
    }
}
