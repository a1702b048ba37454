//! The two boxes to type in: each key is painted before its work begins, and the latest words count.

use std::rc::Rc;

use js_sys::Date;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use web_sys::{Element, Event, HtmlInputElement, KeyboardEvent};

use super::dialog::on;
use super::room::Room;
use super::turns;
use crate::widget::{Action, Effects};

/// The id of the box that searches; the other one filters.
pub(super) const SEARCH: &str = "sudare-search";

pub(super) fn listen(div: &Element, room: &Rc<Room>) -> Result<(), JsValue> {
    let typing = room.clone();
    on(div, "input", move |event| {
        if let Some(input) = input(&event) {
            ask(&typing, input);
        }
    })
}

/// A key in one of the boxes. Boot has kept it from the page, and so from every listener in here.
pub(super) fn press(room: &Rc<Room>, event: &Event) {
    if event.type_() != "keydown" {
        return;
    }
    let Ok(input) = event.composed_path().get(0).dyn_into::<HtmlInputElement>() else { return };
    let key: &KeyboardEvent = event.unchecked_ref();
    // While a word is being composed, the keys are the input method's.
    if key.is_composing() {
        return;
    }
    match &*key.key() {
        "Enter" if input.id() == SEARCH => {
            if room.waits.replace(false) {
                tell(room, &input);
            }
            room.tell(Action::Step(key.shift_key()));
        }
        // It clears before it closes.
        "Escape" => {
            event.prevent_default();
            if input.value().is_empty() {
                // WebKit's search field would keep the key to itself.
                room.close();
            } else {
                input.set_value("");
                ask(room, input);
            }
        }
        _ => {}
    }
}

fn input(event: &Event) -> Option<HtmlInputElement> {
    event.target().and_then(|target| target.dyn_into().ok())
}

/// Asks for the words in the box. A key that is typed meanwhile asks anew, and only that counts.
fn ask(room: &Rc<Room>, input: HtmlInputElement) {
    let room = room.clone();
    let turn = room.typed.get() + 1;
    room.typed.set(turn);
    room.typed_at.set(Date::now());
    room.waits.set(true);
    turns::after_painting(move || {
        if room.typed.get() == turn && room.waits.replace(false) {
            tell(&room, &input);
        }
    });
}

fn tell(room: &Room, input: &HtmlInputElement) {
    let words = input.value().as_str().into();
    let search = input.id() == SEARCH;
    room.tell(if search { Action::Search(words) } else { Action::Filter(words) });
}
