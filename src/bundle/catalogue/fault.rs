//! What can be wrong with the data.

use std::fmt;

use super::Claim;

/// A fault of the data file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CatalogueError {
    /// It is not TOML, or not of the catalogue's shape.
    Shape(String),
    /// An entry breaks a rule.
    Entry {
        /// The entry's id.
        id: String,
        /// The rule.
        fault: Fault,
    },
}

/// A rule that an entry breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The id is not in the alphabet of ids.
    BadId,
    /// Another entry has this id.
    SameId,
    /// A word that is not in the list for its key.
    UnknownWord {
        /// The key.
        key: &'static str,
        /// The word.
        word: String,
    },
    /// A list or the cookies name something twice.
    Twice(String),
    /// A key has no words.
    Empty(&'static str),
    /// No source at all.
    NoSource,
    /// A source that names neither one address nor one shared source.
    UnclearSource(String),
    /// A claim that no source speaks for.
    Unsourced(Claim),
    /// A source that is said to speak for a claim that the entry does not make.
    NothingClaimed(Claim),
    /// Several sources speak for cookies, and a cookie does not say which.
    WhichSource(String),
    /// A cookie that fits every name.
    NamesEverything(String),
    /// An address that leads to no page of the web.
    BadAddress(String),
    /// An address for visitors that is no https address, without a reason.
    Http(String),
    /// A reason for http where every address is https.
    NoHttp,
    /// A value that is no country of ISO 3166-1.
    BadCountry(String),
    /// A host that is no bare domain.
    BadHost(String),
    /// A date that is none.
    BadDate(String),
    /// `last-checked` is not the date of the oldest dated source.
    LastChecked {
        /// The date that it should have.
        should_be: Option<String>,
    },
    /// A company that merged, closed or took another name, without a word about it.
    NoStatusNote,
}

impl fmt::Display for CatalogueError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Shape(fault) => write!(f, "the catalogue cannot be read: {fault}"),
            Self::Entry { id, fault } => write!(f, "the catalogue's entry `{id}`: {fault}"),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::BadId => f.write_str("an id has only a-z, 0-9 and -"),
            Self::SameId => f.write_str("another entry has this id"),
            Self::UnknownWord { key, word } => write!(f, "`{word}` is no word for `{key}`"),
            Self::Twice(word) => write!(f, "`{word}` stands there twice"),
            Self::Empty(key) => write!(f, "`{key}` is empty; leave the key out"),
            Self::NoSource => f.write_str("it names no source"),
            Self::UnclearSource(name) => {
                write!(f, "a source is one `url` or one shared `of`, and covers something: {name}")
            }
            Self::Unsourced(claim) => {
                write!(f, "no source covers `{}`; add one or take it out", claim.key())
            }
            Self::NothingClaimed(claim) => {
                write!(f, "a source covers `{}`, which the entry does not have", claim.key())
            }
            Self::WhichSource(cookie) => {
                write!(f, "the cookie `{cookie}` must name the source that covers cookies")
            }
            Self::NamesEverything(cookie) => write!(f, "the cookie `{cookie}` fits every name"),
            Self::BadAddress(address) => write!(f, "`{address}` is no address of a page"),
            Self::Http(address) => {
                write!(f, "{address} is not https; say why in `http-because`")
            }
            Self::NoHttp => f.write_str("`http-because` is there, and every address is https"),
            Self::BadCountry(country) => {
                write!(f, "`{country}` is not two capital letters of ISO 3166-1")
            }
            Self::BadHost(host) => write!(f, "`{host}` is not a bare domain"),
            Self::BadDate(date) => write!(f, "`{date}` is not a date"),
            Self::LastChecked { should_be: Some(date) } => {
                write!(f, "`last-checked` is the date of the oldest dated source: {date}")
            }
            Self::LastChecked { should_be: None } => {
                f.write_str("`last-checked` is there, and no source has a date")
            }
            Self::NoStatusNote => f.write_str("say in `status-note` what happened"),
        }
    }
}

impl std::error::Error for CatalogueError {}
