//! The place in the shadow root where the notice lives, and its style sheet: a constructed one,
//! which a strict Content Security Policy lets through.

use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CssStyleSheet, Element, HtmlElement, ShadowRoot};

use crate::notice::Look;

/// `styles/notice.css`, minified where `make` has built it.
const SHEET: &str = include_str!(env!("SUDARE_PART_NOTICE_STYLE"));

/// Adopts the style sheet and makes the element to render into.
pub(super) fn prepare(root: &ShadowRoot) -> Result<Element, JsValue> {
    let sheet = CssStyleSheet::new()?;
    sheet.replace_sync(SHEET)?;
    let name = JsValue::from_str("adoptedStyleSheets");
    let sheets = Array::from(&Reflect::get(root, &name)?);
    sheets.push(&sheet);
    Reflect::set(root, &name, &sheets)?;
    let document = root.owner_document().ok_or(JsValue::NULL)?;
    let div = document.create_element("div")?;
    root.append_child(&div)?;
    Ok(div.unchecked_into())
}

/// Gives the notice its owner's accent and theme.
pub(super) fn dress(root: &ShadowRoot, look: &Look) -> Result<(), JsValue> {
    let host: HtmlElement = root.host().unchecked_into();
    if &*look.theme != "auto" {
        host.set_attribute("data-theme", &look.theme)?;
    }
    host.style().set_property("--a", &look.accent)
}
