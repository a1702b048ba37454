//! The browser: storage, focus and the exports that the boot script calls.
//!
//! Boot makes a host element with an open shadow root, and has [`mount`] called once. What the widget
//! needs from boot is the [`Bridge`]; what boot needs from the widget is the [`Widget`].

// wasm-bindgen's own glue is what needs it; nothing here is unsafe by hand.
#![allow(unsafe_code)]

mod boxes;
mod bridge;
mod dialog;
mod highlight;
mod later;
mod print;
mod room;
mod sheet;
mod speech;
mod store;
mod turns;
mod warm;
mod written;

use std::cell::Cell;
use std::rc::Rc;

use talc::wasm::{WasmDynamicTalc, new_wasm_dynamic_allocator};
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, ShadowRoot};
use yew::Renderer;

use crate::notice::{Notice, SCHEMA, wire};
use crate::widget::{Action, Effects, Mode, NoticeView, NoticeViewProps, State};

pub use bridge::Bridge;
use room::Room;

/// Gives out memory, in a quarter of the code that the standard library's allocator is.
#[global_allocator]
static MEMORY: WasmDynamicTalc = new_wasm_dynamic_allocator();

/// The notice on a page.
#[wasm_bindgen]
pub struct Widget {
    /// Until it is drawn: what, and where.
    waits: Cell<Option<(Rc<Notice>, Element)>>,
    room: Rc<Room>,
}

/// Reads the notice, JSON as it was fetched, and makes room for it in a shadow root. Once a page.
///
/// # Errors
/// The notice is of another shape than this widget's, or the browser refuses.
#[wasm_bindgen]
pub fn mount(root: ShadowRoot, notice: &str, bridge: Bridge) -> Result<Widget, JsValue> {
    let notice = parse(notice)?;
    let div = sheet::prepare(&root)?;
    sheet::dress(&root, &notice.look)?;
    let room = Rc::new(Room::new(bridge, root));
    dialog::listen(&div, &room)?;
    boxes::listen(&div, &room)?;
    print::listen(&room)?;
    Ok(Widget { waits: Cell::new(Some((notice, div))), room })
}

#[wasm_bindgen]
impl Widget {
    /// Draws the notice there, closed. Once, before everything else. In the browser's next turn its head
    /// is laid out.
    pub fn draw(&self) {
        let Some((notice, div)) = self.waits.take() else { return };
        let room = &self.room;
        let now = room.snapshot().map(Rc::new);
        let chosen = now.as_ref().and_then(|now| room.chosen(now));
        let mut state = State::new(notice, now);
        state.chosen = chosen.map(Rc::new);
        state.begin_at_the_top();
        let effects: Rc<dyn Effects> = room.clone();
        let props = NoticeViewProps { state, mode: Mode::Dialog, effects };
        let view = Renderer::<NoticeView>::with_root_and_props(div, props).render();
        room.found_view((*view).clone());
        warm::warm(room.clone());
    }

    /// Opens the notice: at `choices`, at an article, section or card, or at the top.
    pub fn show(&self, place: Option<String>) {
        self.room.tell(Action::Show(place.unwrap_or_default().into()));
    }

    /// Closes the notice.
    pub fn hide(&self) {
        self.room.close();
    }

    /// What is typed while the keyboard is in the notice. Boot keeps it from the page.
    pub fn press(&self, event: &Event) {
        boxes::press(&self.room, event);
    }

    /// Shows what holds now, unless it does: it changed elsewhere.
    pub fn refresh(&self) {
        if !self.room.is_shown()
            && let Some(now) = self.room.snapshot()
        {
            self.room.tell(Action::Refreshed(now.into()));
        }
    }
}

/// A notice from JSON.
fn parse(notice: &str) -> Result<Rc<Notice>, JsValue> {
    match wire::read::<Notice>(notice) {
        Some(notice) if notice.schema == SCHEMA => Ok(Rc::new(notice)),
        _ => Err(js_sys::Error::new("sudare: this notice is of another version").into()),
    }
}
