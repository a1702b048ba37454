//! The place in the shadow root where the notice lives, and its style sheet: a constructed one,
//! which a strict Content Security Policy lets through.

use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CssStyleSheet, Element, ShadowRoot};

const SOURCE: &[u8] = include_bytes!("../../styles/notice.css");

/// The style sheet and its length, without comments and the spaces that are there to be read:
/// worked out by the compiler, so that nobody downloads them.
const SHORT: ([u8; SOURCE.len()], usize) = {
    let mut short = [0; SOURCE.len()];
    let (mut from, mut to) = (0, 0);
    let mut comment = false;
    while from < SOURCE.len() {
        let next = if from + 1 < SOURCE.len() { SOURCE[from + 1] } else { 0 };
        let byte = SOURCE[from];
        from += 1;
        if comment {
            if byte == b'*' && next == b'/' {
                comment = false;
                from += 1;
            }
        } else if byte == b'/' && next == b'*' {
            comment = true;
        } else if byte == b'\n' {
            while from < SOURCE.len() && (SOURCE[from] == b' ' || SOURCE[from] == b'\n') {
                from += 1;
            }
        } else if byte == b' ' && (next == b'{' || matches!(SOURCE[from - 2], b':' | b',' | b'>')) {
            // ` {`, `: `, `, ` and `> ` say the same without.
        } else {
            short[to] = byte;
            to += 1;
        }
    }
    (short, to)
};

static SHEET: [u8; SHORT.1] = {
    let mut sheet = [0; SHORT.1];
    let mut at = 0;
    while at < sheet.len() {
        sheet[at] = SHORT.0[at];
        at += 1;
    }
    sheet
};

/// Adopts the style sheet and makes the element to render into.
pub(super) fn prepare(root: &ShadowRoot) -> Result<Element, JsValue> {
    let sheet = CssStyleSheet::new()?;
    sheet.replace_sync(str::from_utf8(&SHEET).unwrap_or_default())?;
    let name = JsValue::from_str("adoptedStyleSheets");
    let sheets = Array::from(&Reflect::get(root, &name)?);
    sheets.push(&sheet);
    Reflect::set(root, &name, &sheets)?;
    let document = root.owner_document().ok_or(JsValue::NULL)?;
    let div = document.create_element("div")?;
    root.append_child(&div)?;
    Ok(div.unchecked_into())
}
