//! The dialog's manners: where the keyboard is, and what a click beside it does. That what is typed
//! in it stays in it is boot's affair, which hears of a key before the page does.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, HtmlDialogElement, HtmlElement, Range, ShadowRoot};

use super::room::Room;
use super::turns;
use crate::widget::Effects;

/// The id of the notice's title.
const TITLE: &str = "sudare-title";

/// The dialog, once it is painted.
pub(super) fn dialog(root: &ShadowRoot) -> Option<HtmlDialogElement> {
    first(root, "dialog").map(JsCast::unchecked_into)
}

fn first(root: &ShadowRoot, name: &str) -> Option<Element> {
    root.query_selector(name).ok().flatten()
}

/// Puts the notice where boot puts it: beside the body, which may not be there yet.
pub(super) fn into_the_page(root: &ShadowRoot) -> Option<()> {
    let page = root.owner_document()?.document_element()?;
    page.append_child(&root.host()).ok().map(drop)
}

/// Opens the dialog if it is closed, and brings an element into view with the focus on it; without
/// one of that id, the top.
pub(super) fn reveal(root: &ShadowRoot, id: &str) {
    let Some(dialog) = dialog(root) else { return };
    let wanted = root.get_element_by_id(id).filter(|_| id != TITLE);
    let opens = !dialog.open();
    let opens_at_top = opens && wanted.is_none();
    if wanted.is_some() {
        // What is above the place is as high as it will be: nothing pushes it away later.
        dialog.set_class_name("sudare led");
    } else if opens {
        // To open and to focus lays out what there is: its head. The cards have a turn of their own,
        // the painting's.
        dialog.set_class_name("sudare opening head");
    }
    if opens && dialog.show_modal().is_err() {
        return;
    }
    if let Some(element) = wanted.or_else(|| root.get_element_by_id(TITLE)) {
        let element: HtmlElement = element.unchecked_into();
        // Focus first: it would scroll by its own idea of enough.
        let _ = element.focus();
        element.scroll_into_view();
        uncover(root, &dialog, &element);
    }
    if opens_at_top {
        unroll(dialog);
    }
}

/// Scrolls what the notice's head covers clear of it. How high the head is depends on the operator's
/// name, on the room and on whether something is searched for: no style sheet can say it.
fn uncover(root: &ShadowRoot, dialog: &HtmlDialogElement, element: &Element) {
    let Some(head) = first(root, "header") else { return };
    let clear = top(element) - top(&head) - f64::from(head.client_height());
    dialog.scroll_by_with_x_and_y(0.0, clear.min(0.0));
}

fn top(element: &Element) -> f64 {
    element.get_bounding_client_rect().top()
}

/// Has the first screen laid out and painted, then the next cards, then the rest.
fn unroll(dialog: HtmlDialogElement) {
    dialog.set_class_name("sudare opening");
    turns::after_painting(move || {
        dialog.set_class_name("sudare more");
        turns::after_painting(move || dialog.set_class_name("sudare"));
    });
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
        dialog.scroll_by_with_x_and_y(
            0.0,
            there - top(&dialog) - f64::from(dialog.client_height()) / 3.0,
        );
    }
}

/// Listens to what Yew does not: the browser's own search and the backdrop.
pub(super) fn listen(div: &Element, room: &Rc<Room>) -> Result<(), JsValue> {
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
