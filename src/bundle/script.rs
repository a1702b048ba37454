//! `consent.js`: the boot script with the compiled data in its place; and the same as text to put
//! into a page.

use serde_json::Value;

use super::abilities::abilities;
use super::output::BundleError;
use super::parts::Parts;
use crate::notice::source::Edition;

/// The name of the script as text.
pub const INLINE: &str = "consent.inline.js";

/// Where the compiled data goes in the boot script.
const PLACE: &str = "__SUDARE__";

/// Where the folder's address goes in the script that has none of its own.
const BASE: &str = "__SUDARE_BASE__";

/// The compiled data as JavaScript, and behind it, as further items of its list, the optional parts
/// that the notice uses.
pub fn data(editions: &[Edition], parts: &Parts, compiled: &Value) -> String {
    let mut data = literal(compiled);
    data.truncate(data.len() - 1);
    for (part, own) in abilities(editions, parts) {
        data.push_str(&format!(",({part})({})", literal(&own)));
    }
    data + "]"
}

/// `consent.js`.
///
/// # Errors
/// The boot script inside this executable is not whole.
pub fn beside(parts: &Parts, data: &str) -> Result<String, BundleError> {
    filled(parts.boot, PLACE, data)
}

/// The same to be put into a page. Between its tags stands nothing else: a line's end would be part
/// of the hash.
///
/// # Errors
/// The boot script inside this executable is not whole.
pub fn inline(parts: &Parts, data: &str, base: &str) -> Result<String, BundleError> {
    let script = filled(parts.inline, BASE, &literal(&base.into()))?;
    Ok(filled(&script, PLACE, data)?.trim_end().to_owned())
}

/// A script with its one place filled.
fn filled(script: &str, place: &str, with: &str) -> Result<String, BundleError> {
    match script.split(place).collect::<Vec<_>>()[..] {
        [before, after] => Ok(format!("{before}{with}{after}")),
        _ => Err(BundleError::NoPlace),
    }
}

/// A JSON value as a JavaScript literal that may also stand in a page: nothing in it can end a
/// script element.
fn literal(value: &Value) -> String {
    value
        .to_string()
        .replace('<', "\\u003c")
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029")
}
