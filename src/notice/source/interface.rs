//! The interface in each language, as `build.rs` has left it: read and checked once for all, and not
//! at every start.

use super::locale::{Locale, LocaleError, locale_tag};
use crate::notice::UiWords;

/// What a locale file says.
struct Built {
    tag: &'static str,
    name: &'static str,
    dir: &'static str,
    read_by_native_speaker: bool,
    read_by: Option<&'static str>,
    words: &'static [&'static str],
}

const BUILT: &[Built] = include!(concat!(env!("OUT_DIR"), "/interface.rs"));

/// The interface for a BCP 47 tag, from the file that [`locale_tag`] chooses.
///
/// # Errors
/// When there is none.
pub fn locale(tag: &str) -> Result<Locale, LocaleError> {
    let chosen = locale_tag(tag).ok_or(LocaleError::Unknown)?;
    let built = BUILT.iter().find(|built| built.tag == chosen).ok_or(LocaleError::Unknown)?;
    // A notice in `pt` is in Portuguese, wherever our words for it come from.
    let name = match built.name.split_once(" (") {
        Some((language, _)) if !tag.contains('-') => language,
        _ => built.name,
    };
    Ok(Locale {
        name: name.into(),
        dir: built.dir.into(),
        read_by_native_speaker: built.read_by_native_speaker,
        read_by: built.read_by.map(Into::into),
        words: UiWords::from_wire(built.words.iter().map(|word| (*word).into()).collect()),
    })
}
