//! The two boxes to type in: each key is painted before its work begins, and the latest words count.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Event, HtmlInputElement, KeyboardEvent};

use super::dialog::on;
use super::later::painted;
use super::room::Room;
use crate::widget::Action;

/// The id of the box that searches; the other one filters.
pub(super) const SEARCH: &str = "sudare-search";

pub(super) fn listen(div: &Element, room: &Rc<Room>) -> Result<(), JsValue> {
    let typing = room.clone();
    on(div, "input", move |event| {
        if let Some(input) = input(&event) {
            ask(&typing, input);
        }
    })?;

    let keys = room.clone();
    on(div, "keydown", move |event| {
        let Some(input) = input(&event) else { return };
        let key: &KeyboardEvent = event.unchecked_ref();
        // While a word is being composed, the keys are the input method's.
        if key.is_composing() {
            return;
        }
        match &*key.key() {
            "Enter" if input.id() == SEARCH => {
                if keys.waits.replace(false) {
                    tell(&keys, &input);
                }
                keys.tell(Action::Step(key.shift_key()));
            }
            // It clears before it closes.
            "Escape" if !input.value().is_empty() => {
                event.prevent_default();
                input.set_value("");
                ask(&keys, input);
            }
            _ => {}
        }
    })
}

fn input(event: &Event) -> Option<HtmlInputElement> {
    event.target().and_then(|target| target.dyn_into().ok())
}

/// Asks for the words in the box. A key that is typed meanwhile asks anew, and only that counts.
fn ask(room: &Rc<Room>, input: HtmlInputElement) {
    let room = room.clone();
    let turn = room.typed.get() + 1;
    room.typed.set(turn);
    room.waits.set(true);
    spawn_local(async move {
        painted().await;
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
