//! The interface's words, from `locales/<lang>.toml`: files that a translator edits without
//! knowing Rust.

use std::fmt;

use crate::notice::{Text, UiWord, UiWords};

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
    /// The words.
    pub words: UiWords,
}

/// Why a language has no interface.
#[derive(Debug, PartialEq, Eq)]
pub enum LocaleError {
    /// There is no file for it.
    Unknown,
    /// Its file does not hold what it must.
    Broken(String),
}

impl fmt::Display for LocaleError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Unknown => f.write_str("there are no interface words in this language"),
            Self::Broken(fault) => {
                write!(f, "the interface words in this language are faulty: {fault}")
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
    let (_, text) = of(tag).or_else(|| of(language)).ok_or(LocaleError::Unknown)?;
    read(text).map_err(LocaleError::Broken)
}

fn read(text: &str) -> Result<Locale, String> {
    let table: toml::Table = text.parse().map_err(|error: toml::de::Error| error.to_string())?;
    let text_of = |key: &str| table.get(key).and_then(|value| value.as_str()).map(Text::from);
    let words = table.get("words").and_then(|value| value.as_table()).ok_or("no [words]")?;
    if let Some(key) = words.keys().find(|key| !UiWord::ALL.iter().any(|(_, known)| known == key)) {
        return Err(format!("unknown word `{key}`"));
    }
    Ok(Locale {
        name: text_of("name").ok_or("no name")?,
        dir: text_of("dir")
            .filter(|dir| matches!(&**dir, "ltr" | "rtl"))
            .ok_or("dir must be ltr or rtl")?,
        read_by_native_speaker: table
            .get("read-by-native-speaker")
            .and_then(toml::Value::as_bool)
            .ok_or("read-by-native-speaker must be true or false")?,
        words: UiWords::new(|key| words.get(key).and_then(|value| value.as_str()).map(Text::from))
            .map_err(|missing| format!("these words are missing: {}", missing.join(", ")))?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_locale_has_every_word_and_no_other() {
        for tag in locale_tags() {
            assert!(locale(tag).is_ok(), "{tag}: {:?}", locale(tag).err());
        }
    }

    #[test]
    fn every_locale_fills_the_same_places() {
        let places = |word: &str| {
            let mut places: Vec<String> = word
                .split('{')
                .skip(1)
                .filter_map(|rest| rest.split('}').next())
                .map(str::to_owned)
                .collect();
            places.sort();
            places
        };
        let english = locale("en").unwrap().words;
        for tag in locale_tags() {
            let words = locale(tag).unwrap().words;
            for (word, key) in UiWord::ALL {
                assert_eq!(places(&words[*word]), places(&english[*word]), "{tag}: {key}");
            }
        }
    }

    #[test]
    fn a_region_falls_back_to_its_language() {
        assert_eq!(&*locale("en-GB").unwrap().name, "English");
        assert_eq!(locale("xx").unwrap_err(), LocaleError::Unknown);
    }
}
