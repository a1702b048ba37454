//! This module contains the implementation of a virtual element node [VTag].

use std::cmp::PartialEq;
use std::rc::Rc;

use super::{AttrValue, Attributes, Listener, Listeners, VNode};
use crate::html::ImplicitClone;

/// A type for a virtual
/// [Element](https://developer.mozilla.org/en-US/docs/Web/API/Element)
/// representation.
#[derive(Debug, Clone, ImplicitClone)]
pub struct VTag {
    /// A tag of the element.
    pub(crate) tag: AttrValue,
    /// children of the element.
    pub(crate) children: VNode,
    /// List of attached listeners.
    pub(crate) listeners: Listeners,
    /// List of attributes.
    pub attributes: Attributes,
}

impl VTag {
    /// Creates a new [VTag] instance with `tag` name (cannot be changed later in DOM).
    pub fn new(tag: impl Into<AttrValue>) -> Self {
        Self {
            tag: tag.into(),
            children: VNode::default(),
            listeners: Listeners::default(),
            attributes: Attributes::default(),
        }
    }

    /// Returns tag of an [Element](web_sys::Element). In HTML tags are always uppercase.
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// Sets all children.
    pub fn set_children(&mut self, children: VNode) {
        self.children = children;
    }

    /// Set event listeners on the [VTag]'s  [Element](web_sys::Element)
    pub fn set_listeners(&mut self, listeners: Box<[Option<Rc<dyn Listener>>]>) {
        self.listeners = Listeners::Pending(listeners);
    }
}

impl PartialEq for VTag {
    fn eq(&self, other: &VTag) -> bool {
        self.tag == other.tag
            && self.listeners.eq(&other.listeners)
            && self.attributes == other.attributes
            // Diff children last, as recursion is the most expensive
            && self.children == other.children
    }
}

#[cfg(feature = "ssr")]
mod feat_ssr {
    use std::fmt::Write;

    use super::*;
    use crate::html::AnyScope;
    use crate::platform::fmt::BufWriter;

    // Elements that cannot have any child elements.
    static VOID_ELEMENTS: &[&str; 15] = &[
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
        "source", "track", "wbr", "textarea",
    ];

    impl VTag {
        pub(crate) async fn render_into_stream(
            &self,
            w: &mut BufWriter,
            parent_scope: &AnyScope,
            hydratable: bool,
        ) {
            let _ = w.write_str("<");
            let _ = w.write_str(self.tag());

            for (k, v) in self.attributes.iter() {
                let _ = w.write_str(" ");
                let _ = w.write_str(k);
                let _ = w.write_str("=\"");
                let _ = w.write_str(&html_escape::encode_double_quoted_attribute(v));
                let _ = w.write_str("\"");
            }

            let _ = w.write_str(">");

            let Self { tag, children, .. } = self;
            let lowercase_tag = tag.to_ascii_lowercase();
            if !VOID_ELEMENTS.contains(&lowercase_tag.as_ref()) {
                children
                    .render_into_stream(w, parent_scope, hydratable, tag.into())
                    .await;

                let _ = w.write_str("</");
                let _ = w.write_str(tag);
                let _ = w.write_str(">");
            } else {
                // We don't write children of void elements nor closing tags.
                debug_assert!(
                    match children {
                        VNode::VList(m) => m.is_empty(),
                        _ => false,
                    },
                    "{tag} cannot have any children!"
                );
            }
        }
    }
}
