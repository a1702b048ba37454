//! The interface's words, from `locales/<lang>.toml`: files that a translator edits without
//! knowing Rust. `docs/languages.md` tells them how.

mod file;

use std::fmt;

use crate::notice::{Text, UiWords};
pub use file::LocaleFault;

/// Every locale that is built in. A notice gets only those that it uses.
const FILES: &[(&str, &str)] = &[
    ("en", include_str!("../../../locales/en.toml")),
    ("ja", include_str!("../../../locales/ja.toml")),
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
pub fn locale_tags() -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|(tag, _)| *tag)
}

/// The interface for a BCP 47 tag: the tag's own, else its language's.
///
/// # Errors
/// When there is none, or its file lacks a word.
pub fn locale(tag: &str) -> Result<Locale, LocaleError> {
    let of = |tag: &str| FILES.iter().find(|(name, _)| name.eq_ignore_ascii_case(tag));
    let language = tag.split('-').next().unwrap_or(tag);
    let (tag, text) = of(tag).or_else(|| of(language)).ok_or(LocaleError::Unknown)?;
    read_locale(tag, text)
}

/// The interface as the text of a locale file gives it; `tag` is the file's name without its end.
///
/// # Errors
/// All that is wrong with it.
pub fn read_locale(tag: &str, text: &str) -> Result<Locale, LocaleError> {
    file::read(tag, text)
        .map_err(|faults| LocaleError::Broken(format!("locales/{tag}.toml"), faults))
}
