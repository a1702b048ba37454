//! The first screen is laid out before anybody asks for it, a slat at a time and out of sight: what a
//! browser does for the first time (finding fonts, measuring letters, matching styles) takes it several
//! times longer than the second. A click on *Read the notice* then has only the second to wait for.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, ShadowRoot};

use super::dialog::{self, dialog};
use super::room::Room;
use super::turns;
use crate::widget::Action;

/// As many cards as the first screen of a desktop has.
const CARDS: u32 = 12;
/// The turns before the first card's: the bar's, and the title's.
const HEAD: u32 = 2;
/// The card whose turn it is; the style sheet leaves the others out.
const TURN: &str = "data-turn";

/// Lays the closed dialog out and puts it away again: its bar in the next turn, its title in the one after
/// it, then each card by itself, one between two paintings, until the visitor opens it. Then it is time
/// for the rest.
pub(super) fn warm(room: Rc<Room>) {
    from(room, 0);
}

fn from(room: Rc<Room>, turn: u32) {
    let lay_out = move || {
        if lay_out(room.root(), turn).is_some() && turn < HEAD - 1 + CARDS {
            from(room, turn + 1);
        } else {
            room.tell(Action::Rest);
        }
    };
    if turn < HEAD {
        turns::after_others(lay_out);
    } else {
        turns::after_painting(lay_out);
    }
}

/// Nothing where there is no such card, or the notice is open.
fn lay_out(root: &ShadowRoot, turn: u32) -> Option<()> {
    let dialog = dialog(root).filter(|dialog| !dialog.open())?;
    if !dialog.is_connected() {
        dialog::into_the_page(root)?;
    }
    let mut card = None;
    if let Some(place) = turn.checked_sub(HEAD) {
        let cards = dialog.query_selector_all(".card").ok()?;
        card = Some(cards.get(place)?.unchecked_into::<Element>());
    }
    let _ = card.as_ref().map(|card| card.set_attribute(TURN, ""));
    dialog.set_class_name(if turn == 0 { "sudare warm head" } else { "sudare warm" });
    let _ = dialog.offset_height();
    dialog.set_class_name("sudare");
    let _ = card.map(|card| card.remove_attribute(TURN));
    Some(())
}
