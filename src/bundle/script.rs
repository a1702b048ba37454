//! `consent.js`: the boot script with the compiled data in its place; and the same as text to put
//! into a page.

use super::abilities::abilities;
use super::compiled::{Fetched, compiled};
use super::output::BundleError;
use super::parts::Parts;
use crate::notice::source::Edition;

/// The name of the script as text.
pub const INLINE: &str = "consent.inline.js";

/// Where the compiled data goes in the boot script.
const PLACE: &str = "__SUDARE__";

/// What boot fetches once a visitor shows intent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnIntent {
    /// The notice files, in the order of the editions.
    pub notices: Vec<Fetched>,
    /// The widget's module.
    pub widget: Fetched,
    /// The widget itself.
    pub wasm: Fetched,
}

impl OnIntent {
    /// The same files by an address that holds on every page, not only beside `consent.js`.
    pub fn below(&self, base: &str) -> Self {
        let below = |(name, hash): &Fetched| (format!("{base}{name}"), hash.clone());
        Self {
            notices: self.notices.iter().map(below).collect(),
            widget: below(&self.widget),
            wasm: below(&self.wasm),
        }
    }
}

/// The boot script of a notice.
///
/// # Errors
/// The boot script inside this executable is not whole.
pub fn script(
    editions: &[Edition],
    parts: &Parts,
    files: &OnIntent,
) -> Result<String, BundleError> {
    let data = compiled(editions, &files.notices, &files.widget, &files.wasm, parts.first_layer);
    let [before, after] = parts.boot.split(PLACE).collect::<Vec<_>>()[..] else {
        return Err(BundleError::NoPlace);
    };
    let mut data = literal(&data);
    // Scripts behind the data, as further items of its list.
    data.truncate(data.len() - 1);
    for (part, own) in abilities(editions, parts) {
        data.push_str(&format!(",({part})({})", literal(&own)));
    }
    Ok(format!("{before}{data}]{after}"))
}

/// A JSON value as a JavaScript literal that may also stand in a page: nothing in it can end a
/// script element.
fn literal(value: &serde_json::Value) -> String {
    value
        .to_string()
        .replace('<', "\\u003c")
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029")
}
