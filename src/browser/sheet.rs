//! The place in the shadow root where the notice lives, and style sheets: constructed ones, which a
//! strict Content Security Policy lets through. The notice's own is the keeper's, who has it read
//! while the wasm is still on its way.

use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{CssStyleSheet, Element, HtmlElement, ShadowRoot};

use crate::notice::Look;

#[wasm_bindgen]
extern "C" {
    /// What style sheets can be given to: a page or a shadow root.
    pub type Styled;
    #[wasm_bindgen(method, getter, js_name = adoptedStyleSheets)]
    fn adopted(this: &Styled) -> Array;
    #[wasm_bindgen(method, catch, setter, js_name = adoptedStyleSheets)]
    fn set_adopted(this: &Styled, sheets: &Array) -> Result<(), JsValue>;
}

/// A constructed style sheet.
pub(super) fn sheet(rules: &str) -> Result<CssStyleSheet, JsValue> {
    let sheet = CssStyleSheet::new()?;
    sheet.replace_sync(rules)?;
    Ok(sheet)
}

/// Puts a sheet behind those that are there, or takes it away; the others stay as they are.
pub(super) fn adopt(styled: &JsValue, sheet: &CssStyleSheet, wanted: bool) -> Result<(), JsValue> {
    let styled: &Styled = styled.unchecked_ref();
    let own: &JsValue = sheet.as_ref();
    let sheets = Array::new();
    for other in styled.adopted().iter() {
        if other != *own {
            sheets.push(&other);
        }
    }
    if wanted {
        sheets.push(sheet);
    }
    styled.set_adopted(&sheets)
}

/// Makes the element to render into.
pub(super) fn prepare(root: &ShadowRoot) -> Result<Element, JsValue> {
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
