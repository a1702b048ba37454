//! What can wait: parts that are drawn in the browser's idle time, a few between two paintings.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use js_sys::{Date, Function, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::Callback;

/// How long, in milliseconds, drawing may go on before the browser has its turn.
const TURN_MS: f64 = 8.0;

/// What waits for its turn.
#[derive(Default)]
pub(super) struct Later {
    waiting: RefCell<VecDeque<Callback<()>>>,
    busy: Cell<bool>,
}

impl Later {
    pub fn push(self: &Rc<Self>, draw: Callback<()>) {
        self.waiting.borrow_mut().push_back(draw);
        if !self.busy.replace(true) {
            let later = self.clone();
            spawn_local(async move { later.work().await });
        }
    }

    pub fn is_empty(&self) -> bool {
        self.waiting.borrow().is_empty()
    }

    /// Now, then: all of it.
    pub fn finish(&self) {
        let waiting = self.waiting.take();
        waiting.into_iter().for_each(|draw| draw.emit(()));
    }

    async fn work(&self) {
        while !self.is_empty() {
            painted().await;
            let began = Date::now();
            while !self.is_empty() && Date::now() - began < TURN_MS {
                let next = self.waiting.borrow_mut().pop_front();
                if let Some(draw) = next {
                    draw.emit(());
                }
                // Yew draws when this code has had its turn, and before it has it again.
                let _ = JsFuture::from(Promise::resolve(&JsValue::UNDEFINED)).await;
            }
        }
        self.busy.set(false);
    }
}

/// After the next painting; in a page that nobody sees, and so nothing paints, when it is seen.
pub(super) async fn painted() {
    let Some(window) = web_sys::window() else { return };
    let frame = |resolve: Function, _| drop(window.request_animation_frame(&resolve));
    let _ = JsFuture::from(Promise::new(&mut { frame })).await;
    let task = |resolve: Function, _| drop(window.set_timeout_with_callback(&resolve));
    let _ = JsFuture::from(Promise::new(&mut { task })).await;
}
