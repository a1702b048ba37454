//! The notice on paper: whole, and without the page that it stands on.

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::Event;

use super::room::Room;
use super::sheet::{adopt, sheet};
use super::turns;

/// Who prints while the notice is open means the notice.
const ALONE: &str = "@media print{html>:not(sudare-notice){display:none!important}}";

/// Opens the browser's print dialog once everything is drawn.
pub(super) fn print(room: &Room) {
    room.finish();
    turns::after_painting(|| {
        if let Some(window) = web_sys::window() {
            let _ = window.print();
        }
    });
}

/// However a visitor prints, by our button or by the browser's own.
pub(super) fn listen(room: &Rc<Room>) -> Result<(), JsValue> {
    let Some(window) = web_sys::window() else { return Ok(()) };
    let Some(document) = window.document() else { return Ok(()) };
    let sheet = sheet(ALONE)?;
    for (kind, prints) in [("beforeprint", true), ("afterprint", false)] {
        let (room, document, sheet) = (room.clone(), document.clone(), sheet.clone());
        let listener = Closure::<dyn Fn(Event)>::new(move |_| {
            if !prints || room.is_open() {
                room.finish();
                let _ = adopt(&document, &sheet, prints);
            }
        });
        window.add_event_listener_with_callback(kind, listener.into_js_value().unchecked_ref())?;
    }
    Ok(())
}
