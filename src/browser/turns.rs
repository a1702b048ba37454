//! When something is done: after the next painting, after what has been asked for by then, when a
//! promise is settled. Closures and no futures: an executor would be some kilobytes.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Date, Error, Function, Promise};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = queueMicrotask)]
    fn queue_microtask(task: &Function);

    /// js-sys has one that wants two closures, and lends them.
    #[wasm_bindgen(extends = Promise)]
    type Settles;

    #[wasm_bindgen(method)]
    fn then(this: &Settles, kept: &Function, broken: &Function);
}

/// How long, in milliseconds, a visitor pauses between two words but not between two keys.
const REST_MS: f64 = 300.0;

fn once(act: impl FnOnce() + 'static) -> Function {
    Closure::once_into_js(act).unchecked_into()
}

/// In so many milliseconds at the earliest, and after what waits for its turn by then.
fn in_turn(task: &Function, ms: f64) {
    if let Some(window) = web_sys::window() {
        #[expect(clippy::cast_possible_truncation, reason = "a moment")]
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(task, ms as i32);
    }
}

fn once_painted(task: Function) {
    let frame = once(move || in_turn(&task, 0.0));
    if let Some(window) = web_sys::window() {
        let _ = window.request_animation_frame(&frame);
    }
}

fn once_at_rest(typed_at: Rc<Cell<f64>>, task: Function) {
    let since = Date::now() - typed_at.get();
    // A clock can be set back.
    if (0.0..REST_MS).contains(&since) {
        in_turn(&once(move || once_at_rest(typed_at, task)), REST_MS - since);
    } else {
        once_painted(task);
    }
}

/// After what waits for its turn: a key that has been pressed, a painting that is due.
pub(super) fn after_others(act: impl FnOnce() + 'static) {
    in_turn(&once(act), 0.0);
}

/// After the next painting; in a page that nobody sees, and so nothing paints, when it is seen.
pub(super) fn after_painting(act: impl FnOnce() + 'static) {
    once_painted(once(act));
}

/// After a painting, once nobody has typed for a moment: a key never waits for what it has set off.
pub(super) fn at_rest(typed_at: Rc<Cell<f64>>, act: impl FnOnce() + 'static) {
    once_at_rest(typed_at, once(act));
}

/// After this code has had its turn, and what it has asked for: Yew's drawing.
pub(super) fn next(act: impl FnOnce() + 'static) {
    queue_microtask(&once(act));
}

/// When the promise is settled: with its value, or with `null` where it was broken.
pub(super) fn value_of(promise: Promise, act: impl FnOnce(JsValue) + 'static) {
    let settled = move |value: JsValue| {
        act(if value.is_instance_of::<Error>() { JsValue::NULL } else { value });
    };
    let act = Closure::once_into_js(settled).unchecked_into();
    promise.unchecked_into::<Settles>().then(&act, &act);
}
