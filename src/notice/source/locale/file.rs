//! One locale file, read and held against what every locale must have.

use std::collections::BTreeSet;

use super::plurals::Plurals;
use super::{Locale, LocaleFault};
use crate::notice::{Text, UiCount, UiWord, UiWords};

/// English says which places (`{name}`) a word has.
const ENGLISH: &str = include_str!("../../../../locales/en.toml");

/// Reads a locale file, or says everything that is wrong with it.
pub(super) fn read(tag: &str, text: &str) -> Result<Locale, Vec<LocaleFault>> {
    let table = parse(text)?;
    let mut faults = head(&table).err().unwrap_or_default();
    check_words(tag, &table, &parse(ENGLISH)?, &mut faults);
    if faults.is_empty() { taken(&table) } else { Err(faults) }
}

fn taken(table: &toml::Table) -> Result<Locale, Vec<LocaleFault>> {
    let Head { name, dir, read_by_native_speaker, read_by } = head(table)?;
    let none = toml::Table::new();
    let words = words_of(table).unwrap_or(&none);
    let rtl = &*dir == "rtl";
    let words = UiWords::new(|key| {
        let found = match key.split_once('.') {
            None => words.get(key),
            Some((key, category)) => words.get(key).and_then(|forms| forms.get(category)),
        };
        let text = found.and_then(toml::Value::as_str)?;
        Some(if rtl { isolated(text).into() } else { text.into() })
    });
    match words {
        Ok(words) => Ok(Locale { name, dir, read_by_native_speaker, read_by, words }),
        Err(missing) => Err(missing.into_iter().map(LocaleFault::Missing).collect()),
    }
}

/// What a locale file says of itself.
struct Head {
    name: Text,
    dir: Text,
    read_by_native_speaker: bool,
    read_by: Option<Text>,
}

fn head(table: &toml::Table) -> Result<Head, Vec<LocaleFault>> {
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
    match (name, dir, read) {
        (Some(name), Some(dir), Some(read_by_native_speaker)) if faults.is_empty() => {
            Ok(Head { name, dir, read_by_native_speaker, read_by })
        }
        _ => Err(faults),
    }
}

fn check_words(
    tag: &str,
    table: &toml::Table,
    english: &toml::Table,
    faults: &mut Vec<LocaleFault>,
) {
    let none = toml::Table::new();
    let words = words_of(table).unwrap_or(&none);
    let english = words_of(english).unwrap_or(&none);
    for (_, key) in UiWord::ALL {
        check_word(key, words.get(*key), english.get(*key), faults);
    }
    match Plurals::of(tag) {
        Some(plurals) => {
            for (_, key) in UiCount::ALL {
                plurals.check(key, words.get(*key), english.get(*key), faults);
            }
        }
        None => faults.push(LocaleFault::Head("the file's name must be a BCP 47 language tag")),
    }
    let known = |key: &str| {
        UiWord::ALL.iter().any(|(_, word)| *word == key)
            || UiCount::ALL.iter().any(|(_, word)| *word == key)
    };
    faults.extend(words.keys().filter(|key| !known(key)).cloned().map(LocaleFault::Unknown));
}

/// A text whose places are set apart from what is around them (U+2068, U+2069: Unicode's
/// bidirectional isolates), so that a company's Latin name does not turn right-to-left words about.
fn isolated(text: &str) -> String {
    text.replace('{', "\u{2068}{").replace('}', "}\u{2069}")
}

fn parse(text: &str) -> Result<toml::Table, Vec<LocaleFault>> {
    text.parse().map_err(|error: toml::de::Error| vec![LocaleFault::Syntax(error.to_string())])
}

fn words_of(table: &toml::Table) -> Option<&toml::Table> {
    table.get("words").and_then(toml::Value::as_table)
}

/// A text of a locale file, under that key; without it a fault.
pub(super) fn text_at<'a>(
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
pub(super) fn places(text: &str) -> BTreeSet<&str> {
    let ends = |start: usize| text[start..].find('}').map(|length| &text[start..=start + length]);
    text.match_indices('{').filter_map(|(start, _)| ends(start)).collect()
}

pub(super) fn check_places(
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
