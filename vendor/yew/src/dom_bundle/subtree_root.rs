//! Per-subtree state of apps

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{intern, JsCast, UnwrapThrowExt};
use web_sys::{AddEventListenerOptions, Element, Event, EventTarget as HtmlEventTarget};

use super::Registry;
use crate::virtual_dom::{Listener, ListenerKind};

/// Data kept per app, whose events are all caught at its host. An app owns all that is in its host.
#[derive(Debug, Clone)]
pub struct BSubtree(Rc<SubtreeData>);

#[derive(Clone, Copy, Eq, PartialEq, Debug)]
pub struct EventDescriptor {
    kind: ListenerKind,
    passive: bool,
}

impl From<&dyn Listener> for EventDescriptor {
    fn from(l: &dyn Listener) -> Self {
        Self {
            kind: l.kind(),
            passive: l.passive(),
        }
    }
}

/// Per subtree data
#[derive(Debug)]
struct SubtreeData {
    host: HtmlEventTarget,
    event_registry: RefCell<Registry>,
    listening: RefCell<Vec<EventDescriptor>>,
}

impl SubtreeData {
    /// Handle a global event firing
    fn handle(&self, desc: EventDescriptor, event: &Event) {
        for node in event.composed_path().iter() {
            let element: Element = node.unchecked_into();
            if event.cancel_bubble() || self.host == **element {
                break;
            }
            if let Some(handler) = Registry::get_handler(&self.event_registry, &element, &desc) {
                handler(event);
            }
            if !event.bubbles() {
                break;
            }
        }
    }
}

impl BSubtree {
    /// Create a bundle root at the specified host element
    pub fn create_root(host_element: &HtmlEventTarget) -> Self {
        Self(Rc::new(SubtreeData {
            host: host_element.clone(),
            event_registry: RefCell::new(Registry::new()),
            listening: RefCell::default(),
        }))
    }

    /// Ensure the event described is handled at the host, from now on for ever.
    pub fn ensure_handled(&self, desc: &EventDescriptor) {
        if self.0.listening.borrow().contains(desc) {
            return;
        }
        self.0.listening.borrow_mut().push(*desc);
        let this = self.0.clone();
        let desc = *desc;
        let handle = move |event: Event| this.handle(desc, &event);
        let options = AddEventListenerOptions::new();
        options.set_capture(true);
        options.set_passive(desc.passive);
        self.0
            .host
            .add_event_listener_with_callback_and_add_event_listener_options(
                intern(desc.kind.type_name()),
                Closure::<dyn Fn(Event)>::new(handle)
                    .into_js_value()
                    .unchecked_ref(),
                &options,
            )
            .unwrap_throw();
    }

    /// Run f with access to global Registry
    #[inline]
    pub fn with_listener_registry<R>(&self, f: impl FnOnce(&mut Registry) -> R) -> R {
        f(&mut self.0.event_registry.borrow_mut())
    }
}
