//! What can be wrong with a locale file.

use std::fmt;

/// Something wrong with a locale file. Each names the key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LocaleFault {
    /// It is not TOML.
    Syntax(String),
    /// Something in the head is not there, or is something else.
    Head(&'static str),
    /// A word is not there.
    Missing(String),
    /// A word is not text, or a counted word no table of texts.
    NoText(String),
    /// There is no such word.
    Unknown(String),
    /// The language has this plural category, the file does not.
    MissingPlural(String),
    /// The file has this plural category, the language does not.
    UnknownPlural(String),
    /// A word lacks a place that the English has.
    MissingPlace(String, String),
    /// A word has a place that the English lacks.
    UnknownPlace(String, String),
}

impl fmt::Display for LocaleFault {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Syntax(error) => f.write_str(error.trim_end()),
            Self::Head(what) => f.write_str(what),
            Self::Missing(key) => write!(f, "the word `{key}` is missing"),
            Self::NoText(key) => write!(f, "`{key}` must be text in quotes"),
            Self::Unknown(key) => write!(f, "there is no word `{key}`"),
            Self::MissingPlural(key) => {
                write!(f, "`{key}` is missing: the language has this plural form")
            }
            Self::UnknownPlural(key) => {
                write!(f, "`{key}` is too much: the language has no such plural form")
            }
            Self::MissingPlace(key, place) => write!(f, "`{key}` must have {place} in it"),
            Self::UnknownPlace(key, place) => {
                write!(f, "`{key}` has {place} in it, which the English has not")
            }
        }
    }
}
