//! The browser: storage, focus and the exports that the boot script calls.
//!
//! Boot makes a host element with an open shadow root, and has [`mount`] called once. What the widget
//! needs from boot is the [`Bridge`]; what boot needs from the widget are the functions beside [`mount`].

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

use std::cell::{Cell, OnceCell};
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
struct Mounted {
    /// Until it is drawn: what, and where.
    waits: Cell<Option<(Rc<Notice>, Element)>>,
    room: Rc<Room>,
}

thread_local! {
    /// One program has one notice: `keeper.ts` starts a program for each. A class for it would have to
    /// be freed, which nobody does, and that would be half a kilobyte.
    static MOUNTED: OnceCell<Mounted> = const { OnceCell::new() };
}

fn mounted(act: impl FnOnce(&Mounted)) {
    MOUNTED.with(|mounted| mounted.get().map(act));
}

/// Reads the notice, JSON as it was fetched, and makes room for it in a shadow root. Once, before
/// everything else.
///
/// # Errors
/// The notice is of another shape than this widget's, or the browser refuses.
#[wasm_bindgen]
pub fn mount(root: ShadowRoot, notice: &str, bridge: Bridge) -> Result<(), JsValue> {
    let notice = parse(notice)?;
    let div = sheet::prepare(&root)?;
    sheet::dress(&root, &notice.look)?;
    let room = Rc::new(Room::new(bridge, root));
    dialog::listen(&div, &room)?;
    boxes::listen(&div, &room)?;
    print::listen(&room)?;
    MOUNTED
        .with(|mounted| mounted.set(Mounted { waits: Cell::new(Some((notice, div))), room }))
        .ok();
    Ok(())
}

/// Draws the notice there, closed. Once, after [`mount`]. In the browser's next two turns its
/// bar and its title are laid out.
#[wasm_bindgen]
pub fn draw() {
    mounted(|Mounted { waits, room }| {
        let Some((notice, div)) = waits.take() else { return };
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
    });
}

/// Opens the notice: at `choices`, at an article, section or card, or at the top, which is `""`.
#[wasm_bindgen]
pub fn show(place: String) {
    mounted(|Mounted { room, .. }| room.tell(Action::Show(place.into())));
}

/// Closes the notice.
#[wasm_bindgen]
pub fn hide() {
    mounted(|Mounted { room, .. }| room.close());
}

/// What is typed while the keyboard is in the notice. Boot keeps it from the page.
#[wasm_bindgen]
pub fn press(event: &Event) {
    mounted(|Mounted { room, .. }| boxes::press(room, event));
}

/// Shows what holds now, unless it does: it changed elsewhere.
#[wasm_bindgen]
pub fn refresh() {
    mounted(|Mounted { room, .. }| {
        if !room.is_shown()
            && let Some(now) = room.snapshot()
        {
            room.tell(Action::Refreshed(now.into()));
        }
    });
}

/// A notice from JSON.
fn parse(notice: &str) -> Result<Rc<Notice>, JsValue> {
    match wire::read::<Notice>(notice) {
        Some(notice) if notice.schema == SCHEMA => Ok(Rc::new(notice)),
        _ => Err(js_sys::Error::new("sudare: this notice is of another version").into()),
    }
}
