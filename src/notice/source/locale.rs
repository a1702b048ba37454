//! The interface's words, from `locales/<tag>.toml`: files that a translator edits without
//! knowing Rust. `docs/languages.md` tells them how.
//!
//! `build.rs` reads them all with this very code, so that a file with something missing in it is not
//! built, and leaves the words for `interface`: an executable reads no locale file.

mod choice;
mod fault;
mod file;
mod plurals;

use std::fmt;

use crate::notice::{Text, UiWords};
pub use choice::{closest, locale_tag};
pub use fault::LocaleFault;

/// Every locale that is built in. A notice gets only those that it uses.
const TAGS: [&str; 29] = [
    "ar", "cs", "da", "de", "el", "en", "es", "fi", "fr", "he", "hi", "hu", "id", "it", "ja", "ko",
    "nb", "nl", "pl", "pt-BR", "pt-PT", "ro", "sv", "th", "tr", "uk", "vi", "zh-Hans", "zh-Hant",
];

/// The interface in one language.
#[derive(Clone, Debug)]
pub struct Locale {
    /// The language's name in itself.
    pub name: Text,
    /// `ltr` or `rtl`.
    pub dir: Text,
    /// Whether a native speaker has read it.
    pub read_by_native_speaker: bool,
    /// Who that was, where they want to be named.
    pub read_by: Option<Text>,
    /// The words.
    pub words: UiWords,
}

/// Why a language has no interface.
#[derive(Debug, PartialEq, Eq)]
pub enum LocaleError {
    /// There is no file for it.
    Unknown,
    /// Its file, of that name, does not hold what it must.
    Broken(String, Vec<LocaleFault>),
}

impl fmt::Display for LocaleError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Unknown => f.write_str("there are no interface words in this language"),
            Self::Broken(file, faults) => {
                let faults: Vec<_> = faults.iter().map(ToString::to_string).collect();
                write!(f, "{file}: {}", faults.join("; "))
            }
        }
    }
}

/// The tags of the locales that there are.
pub fn locale_tags() -> impl Iterator<Item = &'static str> + Clone {
    TAGS.into_iter()
}

/// The interface as the text of a locale file gives it, every word checked; `tag` is the file's name
/// without its end.
///
/// # Errors
/// All that is wrong with it.
pub fn read_locale(tag: &str, text: &str) -> Result<Locale, LocaleError> {
    file::read(tag, text)
        .map_err(|faults| LocaleError::Broken(format!("locales/{tag}.toml"), faults))
}
