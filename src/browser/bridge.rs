//! What the boot script lends the widget.

use js_sys::Promise;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// What the boot script lends the widget; `docs/contracts.md` has the promise of each.
    pub type Bridge;

    /// What `consent.get()` gives.
    #[wasm_bindgen(method)]
    pub fn snapshot(this: &Bridge) -> JsValue;

    /// The record's text as it is stored now.
    #[wasm_bindgen(method)]
    pub fn read(this: &Bridge) -> Option<String>;

    /// Keeps the record's text in this page's memory.
    #[wasm_bindgen(method)]
    pub fn keep(this: &Bridge, text: &str);

    /// The record is written: boot reads it, publishes, and fires the events.
    #[wasm_bindgen(method)]
    pub fn published(this: &Bridge);

    /// Forgets the record, without asking again at once.
    #[wasm_bindgen(method)]
    pub fn forget(this: &Bridge);

    /// Fires an event of the page's, `consent:` and its name.
    #[wasm_bindgen(method)]
    pub fn emit(this: &Bridge, event: &str);

    /// The notice in another language, as JSON.
    #[wasm_bindgen(method)]
    pub fn notice(this: &Bridge, lang: &str) -> Promise;

    /// The visitor's record in a standard's fields, or `null`.
    #[wasm_bindgen(method)]
    pub fn receipt(this: &Bridge) -> Promise;

    /// The record's key in localStorage.
    #[wasm_bindgen(method, getter)]
    pub fn key(this: &Bridge) -> String;
}
