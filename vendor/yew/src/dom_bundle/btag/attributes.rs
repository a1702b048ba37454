use wasm_bindgen::intern;
use web_sys::Element;

use super::Apply;
use crate::dom_bundle::BSubtree;
use crate::virtual_dom::Attributes;

impl Attributes {
    fn value_of(&self, wanted: &str) -> Option<&str> {
        self.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value)
    }

    fn put(el: &Element, name: &str, value: Option<&str>) {
        let name = intern(name);
        match value {
            Some(value) => el.set_attribute(name, value),
            None => el.remove_attribute(name),
        }
        .expect("invalid attribute key");
    }
}

impl Apply for Attributes {
    type Bundle = Self;
    type Element = Element;

    fn apply(self, _root: &BSubtree, el: &Element) -> Self {
        for (name, value) in self.iter() {
            Self::put(el, name, Some(value));
        }
        self
    }

    fn apply_diff(self, _root: &BSubtree, el: &Element, bundle: &mut Self) {
        let old = std::mem::replace(bundle, self);
        let new = &*bundle;
        if std::ptr::eq(new.names, old.names) && new.values == old.values {
            return;
        }
        for (name, value) in new.iter() {
            if old.value_of(name) != Some(value) {
                Self::put(el, name, Some(value));
            }
        }
        for (name, _) in old.iter() {
            if new.value_of(name).is_none() {
                Self::put(el, name, None);
            }
        }
    }
}
