//! When something is done: after the next painting, after what has been asked for by then, when a
//! promise is settled. Closures and no futures: an executor would be three kilobytes.

use js_sys::{Error, Function, Promise};
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

fn once(act: impl FnOnce() + 'static) -> Function {
    Closure::once_into_js(act).unchecked_into()
}

/// After the next painting; in a page that nobody sees, and so nothing paints, when it is seen.
pub(super) fn after_painting(act: impl FnOnce() + 'static) {
    let task = once(act);
    let frame = once(move || {
        if let Some(window) = web_sys::window() {
            let _ = window.set_timeout_with_callback(&task);
        }
    });
    if let Some(window) = web_sys::window() {
        let _ = window.request_animation_frame(&frame);
    }
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
