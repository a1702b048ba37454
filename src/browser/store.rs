//! The record: read, continued, written. The browser's own JSON does the text.

use gloo_storage::{LocalStorage, Storage as _};
use js_sys::{Date, JSON, Math};
use wasm_bindgen::JsValue;
use web_sys::Storage;

use super::Bridge;
use super::written::written;
use crate::consent::{Absent, Act, LONGEST_TEXT, Layer, Persistence, Record, Snapshot, Source};
use crate::notice::{Notice, Text, wire};

/// The record, if there is one to go by.
pub(super) fn record(bridge: &Bridge, now: &Snapshot) -> Option<Record> {
    parse(&text(bridge, now)?).ok()
}

/// The key of the visitor's own list of the companies that they have opted out of.
fn ticks_key(bridge: &Bridge) -> String {
    [&*bridge.key(), ".ticks"].concat()
}

/// The ids that are ticked off.
pub(super) fn ticks(bridge: &Bridge, now: &Snapshot) -> Vec<Text> {
    let kept = local(now).and_then(|stored| stored.get_item(&ticks_key(bridge)).ok().flatten());
    kept.unwrap_or_default().split(' ').filter(|id| !id.is_empty()).map(Text::from).collect()
}

/// Keeps them, if there is somewhere to; else they last as long as the page.
pub(super) fn keep_ticks(bridge: &Bridge, now: &Snapshot, ticked: &[Text]) {
    let (Some(stored), key) = (local(now), ticks_key(bridge)) else { return };
    let _ = match ticked {
        [] => stored.remove_item(&key),
        ids => stored.set_item(&key, &ids.join(" ")),
    };
}

/// Writes what the visitor said, over what they said before.
pub(super) fn write(
    bridge: &Bridge,
    now: &Snapshot,
    notice: &Notice,
    said: &[(Text, bool)],
    layer: Layer,
) {
    let stored = local(now);
    let key = bridge.key();
    let text = read(bridge, stored.as_ref(), &key);
    let at = Date::now();
    let before = match &text {
        Some(text) => parse(text).and_then(|record| record.usable(&notice.id, at)),
        None => Err(Absent::Missing),
    };
    if let (Err(_), Some(text), Some(stored)) = (&before, &text, &stored) {
        // Not ours to destroy; if there is no room for a copy, the choice still counts more.
        let _ = stored.set_item(&[&key, ".aside"].concat(), text);
    }
    let random_id = random_id();
    let act = Act {
        source: Source::Notice,
        layer: Some(layer),
        now: at,
        gpc: now.gpc,
        random_id: &random_id,
    };
    let record = Record::after(before.ok(), notice, said, &act);
    let Some(text) = stringify(&record) else { return };
    // Where it is full, the old record makes room; an old yes does not come back by itself.
    let written = stored.is_some_and(|stored| {
        let put = || stored.set_item(&key, &text).is_ok();
        put() || (stored.remove_item(&key).is_ok() && put())
    });
    if !written {
        bridge.keep(&text);
    }
}

/// The record's text as it is stored now.
pub(super) fn text(bridge: &Bridge, now: &Snapshot) -> Option<String> {
    read(bridge, local(now).as_ref(), &bridge.key())
}

fn read(bridge: &Bridge, stored: Option<&Storage>, key: &str) -> Option<String> {
    match stored {
        Some(stored) => stored.get_item(key).ok().flatten(),
        None => bridge.read(),
    }
}

/// localStorage, where the record lives there and the browser lets us. (`LocalStorage::raw`
/// panics where access is denied, so that is asked first.)
fn local(now: &Snapshot) -> Option<Storage> {
    let there = web_sys::window()?.local_storage().ok().flatten().is_some();
    (there && now.persistence == Persistence::Local).then(LocalStorage::raw)
}

fn parse(text: &str) -> Result<Record, Absent> {
    if text.encode_utf16().count() >= LONGEST_TEXT {
        return Err(Absent::Unusable);
    }
    let value = JSON::parse(text).map_err(|_| Absent::Unusable)?;
    from_js(&value).ok_or(Absent::Unusable)
}

/// A value of ours from a JavaScript value, if it has the shape: by way of the browser's JSON,
/// which is faster than asking for each part, and writes what [`wire`] reads.
pub(super) fn from_js<T: wire::Wire>(value: &JsValue) -> Option<T> {
    wire::read(&String::from(JSON::stringify(value).ok()?))
}

fn stringify(record: &Record) -> Option<String> {
    JSON::stringify(&written(record)?).ok().map(String::from)
}

/// Sixteen hexadecimal digits that name a record and nothing else: not a secret, so the plain
/// random numbers do.
fn random_id() -> String {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 15")]
    let digit = |_| char::from_digit((Math::random() * 16.0) as u32, 16);
    (0..16).filter_map(digit).collect()
}

/// A value as JSON for people.
pub(super) fn readable(value: &JsValue) -> Option<String> {
    let text = JSON::stringify_with_replacer_and_space(value, &JsValue::NULL, &2.into()).ok()?;
    (!value.is_null()).then(|| String::from(text))
}

/// Hands the visitor a text as a file.
pub(super) fn download(text: &str, name: &str) -> Result<(), JsValue> {
    use wasm_bindgen::JsCast;
    let document = web_sys::window().and_then(|window| window.document());
    let Some(document) = document else { return Ok(()) };
    let anchor: web_sys::HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    let data = String::from(js_sys::encode_uri_component(text));
    anchor.set_href(&["data:application/json,", &data].concat());
    anchor.set_download(name);
    anchor.click();
    Ok(())
}
