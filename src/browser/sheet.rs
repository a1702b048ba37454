//! The place in the shadow root where the notice lives, and its style sheet: a constructed one,
//! which a strict Content Security Policy lets through.

use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CssStyleSheet, Element, ShadowRoot};

/// Adopts the style sheet and makes the element to render into.
pub(super) fn prepare(root: &ShadowRoot) -> Result<Element, JsValue> {
    let sheet = CssStyleSheet::new()?;
    sheet.replace_sync(include_str!("../../styles/notice.css"))?;
    let name = JsValue::from_str("adoptedStyleSheets");
    let sheets = Array::from(&Reflect::get(root, &name)?);
    sheets.push(&sheet);
    Reflect::set(root, &name, &sheets)?;
    let document = root.owner_document().ok_or(JsValue::NULL)?;
    let div = document.create_element("div")?;
    root.append_child(&div)?;
    Ok(div.unchecked_into())
}
