//! The dialog's manners: where the keyboard is, what a click beside it does, and that what is
//! typed in it stays in it.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, HtmlDialogElement, HtmlElement, Range, ShadowRoot};

use super::room::Room;
use crate::widget::Effects;

/// The dialog, once it is painted.
pub(super) fn dialog(root: &ShadowRoot) -> Option<HtmlDialogElement> {
    root.query_selector("dialog").ok().flatten().map(JsCast::unchecked_into)
}

/// Opens the dialog if it is closed, and brings an element into view with the focus on it.
pub(super) fn reveal(root: &ShadowRoot, id: &str) {
    let Some(dialog) = dialog(root) else { return };
    if !dialog.open() && dialog.show_modal().is_err() {
        return;
    }
    let top = || root.get_element_by_id("sudare-title");
    let Some(element) = root.get_element_by_id(id).or_else(top) else { return };
    let element: HtmlElement = element.unchecked_into();
    // Focus first: it would scroll by its own idea of enough.
    let _ = element.focus();
    element.scroll_into_view();
}

/// Scrolls the dialog until a part of its text is in the upper half. What is out of sight is laid
/// out only on the way there, so that it is looked at twice.
pub(super) fn bring(root: &ShadowRoot, range: &Range) {
    let Some(dialog) = dialog(root) else { return };
    // An element is laid out to be scrolled to; a part of its text is not, in WebKit.
    if let Some(element) = range.start_container().ok().and_then(|node| node.parent_element()) {
        element.scroll_into_view();
    }
    for _ in 0..2 {
        let there = range.get_bounding_client_rect().top();
        let here = dialog.get_bounding_client_rect().top();
        dialog.scroll_by_with_x_and_y(0.0, there - here - f64::from(dialog.client_height()) / 3.0);
    }
}

/// The element that has the keyboard, however deep in shadow roots.
pub(super) fn focused() -> Option<HtmlElement> {
    let mut active = web_sys::window()?.document()?.active_element()?;
    while let Some(inner) = active.shadow_root().and_then(|root| root.active_element()) {
        active = inner;
    }
    Some(active.unchecked_into())
}

/// Listens to what Yew does not: the browser's own search, the backdrop, and keys that must not
/// reach the page.
pub(super) fn listen(div: &Element, room: &Rc<Room>) -> Result<(), JsValue> {
    let stop = Closure::<dyn Fn(Event)>::new(|event: Event| event.stop_propagation());
    let stop = stop.into_js_value();
    for kind in ["keydown", "keypress", "keyup"] {
        div.add_event_listener_with_callback(kind, stop.unchecked_ref())?;
    }

    // A click beside the sheet closes, if it also began there: letting go of a selection does not.
    let began_beside = Rc::new(Cell::new(false));
    let began = began_beside.clone();
    on(div, "pointerdown", move |event| began.set(on_backdrop(&event)))?;
    let closing = room.clone();
    on(div, "click", move |event| {
        if on_backdrop(&event) && began_beside.get() {
            closing.close();
        }
    })?;

    let closed = room.clone();
    on(div, "close", move |_| closed.closed())?;

    let finding = room.clone();
    on(div, "beforematch", move |event| {
        let body = event.target().map(JsCast::unchecked_into::<Element>);
        let id = body.map(|body| body.id()).unwrap_or_default();
        if let Some(article) = id.strip_prefix("sudare-body-") {
            finding.found(article);
        }
    })
}

/// The dialog has no padding: what hits itself and nothing in it is the backdrop.
fn on_backdrop(event: &Event) -> bool {
    event.target().is_some_and(|target| target.is_instance_of::<HtmlDialogElement>())
}

/// The notice is mounted once and never leaves: nor do its listeners. They listen on the way down,
/// because `close` does not bubble.
pub(super) fn on(div: &Element, kind: &str, act: impl Fn(Event) + 'static) -> Result<(), JsValue> {
    let listener = Closure::<dyn Fn(Event)>::new(act).into_js_value();
    div.add_event_listener_with_callback_and_bool(kind, listener.unchecked_ref(), true)
}
