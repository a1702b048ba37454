//! One locale file, read and held against what every locale must have.

use std::collections::BTreeSet;
use std::fmt;

use icu_locale::Locale as Tag;
use icu_plurals::{PluralRuleType, PluralRules};

use super::Locale;
use crate::notice::{PluralCategory, Text, UiCount, UiWord, UiWords};

/// English says which places (`{name}`) a word has.
const ENGLISH: &str = include_str!("../../../../locales/en.toml");

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

/// Reads a locale file, or says everything that is wrong with it.
pub(super) fn read(tag: &str, text: &str) -> Result<Locale, Vec<LocaleFault>> {
    let table = parse(text)?;
    let english = parse(ENGLISH)?;
    let mut faults = Vec::new();
    let text_of = |key: &str| table.get(key).and_then(toml::Value::as_str).map(Text::from);
    let name = text_of("name").filter(|name| !name.is_empty());
    if name.is_none() {
        faults.push(LocaleFault::Head("`name` must say the language's name in itself"));
    }
    let dir = text_of("dir").filter(|dir| matches!(&**dir, "ltr" | "rtl"));
    if dir.is_none() {
        faults.push(LocaleFault::Head("`dir` must be \"ltr\" or \"rtl\""));
    }
    let read = table.get("read-by-native-speaker").and_then(toml::Value::as_bool);
    if read.is_none() {
        faults.push(LocaleFault::Head("`read-by-native-speaker` must be true or false"));
    }
    let read_by = text_of("read-by");
    if table.contains_key("read-by") && read_by.is_none() {
        faults.push(LocaleFault::Head("`read-by` must be a name in quotes"));
    }
    let none = toml::Table::new();
    let words = words_of(&table).unwrap_or(&none);
    let english = words_of(&english).unwrap_or(&none);
    for (_, key) in UiWord::ALL {
        check_word(key, words.get(*key), english.get(*key), &mut faults);
    }
    match Plurals::of(tag) {
        Some(plurals) => {
            for (_, key) in UiCount::ALL {
                plurals.check(key, words.get(*key), english.get(*key), &mut faults);
            }
        }
        None => faults.push(LocaleFault::Head("the file's name must be a BCP 47 language tag")),
    }
    let known = |key: &str| {
        UiWord::ALL.iter().any(|(_, word)| *word == key)
            || UiCount::ALL.iter().any(|(_, word)| *word == key)
    };
    faults.extend(words.keys().filter(|key| !known(key)).cloned().map(LocaleFault::Unknown));
    let found = UiWords::new(|key| {
        let found = match key.split_once('.') {
            None => words.get(key),
            Some((key, category)) => words.get(key).and_then(|forms| forms.get(category)),
        };
        found.and_then(toml::Value::as_str).map(Text::from)
    });
    match (name, dir, read, found) {
        (Some(name), Some(dir), Some(read_by_native_speaker), Ok(words)) if faults.is_empty() => {
            Ok(Locale { name, dir, read_by_native_speaker, read_by, words })
        }
        _ => Err(faults),
    }
}

fn parse(text: &str) -> Result<toml::Table, Vec<LocaleFault>> {
    text.parse().map_err(|error: toml::de::Error| vec![LocaleFault::Syntax(error.to_string())])
}

fn words_of(table: &toml::Table) -> Option<&toml::Table> {
    table.get("words").and_then(toml::Value::as_table)
}

/// A text of a locale file, under that key; without it a fault.
fn text_at<'a>(
    key: &str,
    value: Option<&'a toml::Value>,
    faults: &mut Vec<LocaleFault>,
) -> Option<&'a str> {
    match value.map(toml::Value::as_str) {
        None => faults.push(LocaleFault::Missing(key.into())),
        Some(None | Some("")) => faults.push(LocaleFault::NoText(key.into())),
        Some(text) => return text,
    }
    None
}

fn check_word(
    key: &str,
    value: Option<&toml::Value>,
    english: Option<&toml::Value>,
    faults: &mut Vec<LocaleFault>,
) {
    let Some(text) = text_at(key, value, faults) else { return };
    let wanted = english.and_then(toml::Value::as_str).map(places).unwrap_or_default();
    check_places(key, text, &wanted, |_| false, faults);
}

/// The places of a text: `{name}` and the like.
fn places(text: &str) -> BTreeSet<&str> {
    let ends = |start: usize| text[start..].find('}').map(|length| &text[start..=start + length]);
    text.match_indices('{').filter_map(|(start, _)| ends(start)).collect()
}

fn check_places(
    key: &str,
    text: &str,
    wanted: &BTreeSet<&str>,
    may_lack: impl Fn(&str) -> bool,
    faults: &mut Vec<LocaleFault>,
) {
    let found = places(text);
    for place in wanted.difference(&found).filter(|place| !may_lack(place)) {
        faults.push(LocaleFault::MissingPlace(key.into(), (*place).into()));
    }
    for place in found.difference(wanted) {
        faults.push(LocaleFault::UnknownPlace(key.into(), (*place).into()));
    }
}

/// The plural forms of a language, as CLDR has them.
struct Plurals {
    /// Each category, and whether it is one number's alone: such a form need not say the number.
    categories: Vec<(&'static str, bool)>,
}

impl Plurals {
    fn of(tag: &str) -> Option<Self> {
        let tag: Tag = tag.parse().ok()?;
        let options = PluralRuleType::Cardinal;
        let rules = PluralRules::try_new(tag.into(), options.into()).ok()?;
        let holds = |category| (0_u32..1000).filter(|n| rules.category_for(*n) == category).count();
        let categories = rules.categories().map(|category| (named(category), holds(category) == 1));
        Some(Self { categories: categories.collect() })
    }

    fn check(
        &self,
        key: &str,
        value: Option<&toml::Value>,
        english: Option<&toml::Value>,
        faults: &mut Vec<LocaleFault>,
    ) {
        let Some(value) = value else {
            faults.push(LocaleFault::Missing(key.into()));
            return;
        };
        let Some(forms) = value.as_table() else {
            faults.push(LocaleFault::NoText(format!("{key}.other")));
            return;
        };
        let english = english.and_then(|english| english.get("other"));
        let wanted = english.and_then(toml::Value::as_str).map(places).unwrap_or_default();
        for (category, alone) in &self.categories {
            let key = format!("{key}.{category}");
            match forms.get(*category) {
                None => faults.push(LocaleFault::MissingPlural(key)),
                value => {
                    if let Some(text) = text_at(&key, value, faults) {
                        let may_lack = |place: &str| *alone && place == "{count}";
                        check_places(&key, text, &wanted, may_lack, faults);
                    }
                }
            }
        }
        let known = |form: &str| self.categories.iter().any(|(category, _)| *category == form);
        let unknown = forms.keys().filter(|form| !known(form));
        faults.extend(unknown.map(|form| LocaleFault::UnknownPlural(format!("{key}.{form}"))));
    }
}

/// CLDR's name of a category.
fn named(category: icu_plurals::PluralCategory) -> &'static str {
    use icu_plurals::PluralCategory as Icu;
    let ours = match category {
        Icu::Zero => PluralCategory::Zero,
        Icu::One => PluralCategory::One,
        Icu::Two => PluralCategory::Two,
        Icu::Few => PluralCategory::Few,
        Icu::Many => PluralCategory::Many,
        Icu::Other => PluralCategory::Other,
    };
    PluralCategory::ALL.iter().find(|(known, _)| *known == ours).map_or("other", |(_, name)| name)
}
