//! This module contains the bundle implementation of a tag [BTag]

mod attributes;
mod listeners;

use std::cell::RefCell;
use std::ops::DerefMut;

use listeners::ListenerRegistration;
pub use listeners::Registry;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::{document, BNode, BSubtree, DomSlot, Reconcilable, ReconcileTarget};
use crate::html::AnyScope;
use crate::virtual_dom::{AttrValue, Attributes, VTag};

/// Applies contained changes to DOM [web_sys::Element]
trait Apply {
    /// [web_sys::Element] subtype to apply the changes to
    type Element;
    type Bundle;

    /// Apply contained values to [Element](Self::Element) with no ancestor
    fn apply(self, root: &BSubtree, el: &Self::Element) -> Self::Bundle;

    /// Apply diff between [self] and `bundle` to [Element](Self::Element).
    fn apply_diff(self, root: &BSubtree, el: &Self::Element, bundle: &mut Self::Bundle);
}

/// The bundle implementation to [VTag]
#[derive(Debug)]
pub(super) struct BTag {
    /// A tag of the element.
    tag: AttrValue,
    /// Child node.
    child_bundle: BNode,
    listeners: ListenerRegistration,
    attributes: Attributes,
    /// A reference to the DOM [`Element`].
    reference: Element,
}

impl ReconcileTarget for BTag {
    fn detach(self, root: &BSubtree, parent: &Element, parent_to_detach: bool) {
        self.listeners.unregister(root);

        let node = self.reference;
        // recursively remove its children
        // This tag will be removed, so there's no point to remove any child.
        self.child_bundle.detach(root, &node, true);
        if !parent_to_detach {
            let result = parent.remove_child(&node);

            if result.is_err() {
                tracing::warn!("Node not found to remove VTag");
            }
        }
    }
}

impl Reconcilable for VTag {
    type Bundle = BTag;

    fn attach(
        self,
        root: &BSubtree,
        parent_scope: &AnyScope,
        parent: &Element,
        slot: DomSlot,
    ) -> (DomSlot, Self::Bundle) {
        let Self {
            tag,
            children,
            listeners,
            attributes,
        } = self;
        let el = create_element(&tag);

        // Apply attributes BEFORE inserting the element into the DOM
        let attributes = attributes.apply(root, &el);
        let listeners = listeners.apply(root, &el);

        // Now insert the element with attributes already set
        slot.insert(parent, &el);

        let (_, child_bundle) = children.attach(root, parent_scope, &el, DomSlot::at_end());
        (
            DomSlot::at(el.clone().into()),
            BTag {
                tag,
                child_bundle,
                listeners,
                reference: el,
                attributes,
            },
        )
    }

    fn reconcile_node(
        self,
        root: &BSubtree,
        parent_scope: &AnyScope,
        parent: &Element,
        slot: DomSlot,
        bundle: &mut BNode,
    ) -> DomSlot {
        // This kind of branching patching routine reduces branch predictor misses and the need to
        // unpack the enums (including `Option`s) all the time, resulting in a more streamlined
        // patching flow
        match bundle {
            // If the ancestor is a tag of the same type, don't recreate, keep the
            // old tag and update its attributes and children.
            BNode::Tag(ex) if self.tag == ex.tag => {
                return self.reconcile(root, parent_scope, parent, slot, ex.deref_mut());
            }
            _ => {}
        };
        self.replace(root, parent_scope, parent, slot, bundle)
    }

    fn reconcile(
        self,
        root: &BSubtree,
        parent_scope: &AnyScope,
        _parent: &Element,
        _slot: DomSlot,
        tag: &mut Self::Bundle,
    ) -> DomSlot {
        let el = &tag.reference;
        self.attributes.apply_diff(root, el, &mut tag.attributes);
        self.listeners.apply_diff(root, el, &mut tag.listeners);

        self.children.reconcile(root, parent_scope, el, DomSlot::at_end(), &mut tag.child_bundle);

        DomSlot::at(el.clone().into())
    }
}

/// A new element, cloned from the first of its kind: a name need not be read each time.
fn create_element(tag: &AttrValue) -> Element {
    thread_local! {
        static FIRSTS: RefCell<Vec<(AttrValue, Element)>> = const { RefCell::new(Vec::new()) };
    }
    FIRSTS.with(|firsts| {
        let mut firsts = firsts.borrow_mut();
        let place = firsts.iter().position(|(known, _)| known == tag);
        let place = place.unwrap_or_else(|| {
            let first = document()
                .create_element(tag)
                .expect("can't create element for vtag");
            firsts.push((tag.clone(), first));
            firsts.len() - 1
        });
        firsts[place]
            .1
            .clone_node()
            .expect("couldn't clone element")
            .unchecked_into()
    })
}
