//! Reading TOML tables key by key, so that every fault has its place and no key goes unread.

use std::cell::RefCell;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Diagnostic, address, identifier};
use crate::notice::Text;

/// Where faults are collected.
pub struct Faults {
    file: String,
    found: RefCell<Vec<Diagnostic>>,
}

impl Faults {
    pub fn of(file: &str) -> Self {
        Self { file: file.to_owned(), found: RefCell::default() }
    }

    pub fn error(&self, code: &'static str, span: Range<usize>, message: impl Into<String>) {
        self.push(self.at(code, span, message));
    }

    pub fn warning(&self, code: &'static str, span: Range<usize>, message: impl Into<String>) {
        self.push(Diagnostic::warning(code, &self.file, span, message));
    }

    /// An error to be completed before it is pushed.
    pub fn at(
        &self,
        code: &'static str,
        span: Range<usize>,
        message: impl Into<String>,
    ) -> Diagnostic {
        Diagnostic::error(code, &self.file, span, message)
    }

    pub fn push(&self, diagnostic: Diagnostic) {
        self.found.borrow_mut().push(diagnostic);
    }

    pub fn into_diagnostics(self) -> Vec<Diagnostic> {
        self.found.into_inner()
    }
}

/// A value with its place.
#[derive(Clone, Debug)]
pub struct Placed<T> {
    pub value: T,
    pub span: Range<usize>,
}

/// Words as the owner wrote them: for every language alike, or one for each.
#[derive(Clone, Debug)]
pub enum Words {
    Same(Text),
    PerLanguage(Vec<(Text, Text)>),
}

impl Words {
    pub fn in_language(&self, tag: &str) -> Text {
        match self {
            Self::Same(text) => text.clone(),
            Self::PerLanguage(all) => all
                .iter()
                .find(|(lang, _)| &**lang == tag)
                .map(|(_, text)| text.clone())
                .unwrap_or_default(),
        }
    }
}

/// One table being read. Call [`Fields::done`] last: it names the keys that nothing asked for.
pub struct Fields<'a> {
    table: &'a DeTable<'a>,
    /// The place of the table's head, for what is missing from it.
    pub span: Range<usize>,
    /// How to name the table in a message, such as `[operator]`.
    name: &'static str,
    faults: &'a Faults,
    asked: RefCell<Vec<&'static str>>,
}

type Value<'a> = &'a Spanned<DeValue<'a>>;

impl<'a> Fields<'a> {
    pub fn new(
        table: &'a DeTable<'a>,
        span: Range<usize>,
        name: &'static str,
        faults: &'a Faults,
    ) -> Self {
        Self { table, span, name, faults, asked: RefCell::default() }
    }

    fn ask(&self, key: &'static str) -> Option<Value<'a>> {
        self.asked.borrow_mut().push(key);
        self.table.iter().find(|(name, _)| name.get_ref() == key).map(|(_, value)| value)
    }

    fn wrong(&self, value: Value<'_>, key: &str, wanted: &str) {
        let message = format!("`{key}` must be {wanted}");
        let found = format!("this is {}", kind(value.get_ref()));
        self.faults.push(self.faults.at("wrong-type", value.span(), message).label(found));
    }

    /// Says so, unless something else is wrong with it; an empty list is as good as none.
    pub fn missing(&self, key: &str, help: &str) {
        let there = self.table.iter().find(|(name, _)| name.get_ref() == key);
        if there.is_some_and(|(_, value)| {
            value.get_ref().as_array().is_none_or(|items| !items.is_empty())
        }) {
            return;
        }
        let message = format!("`{key}` is missing in {}", self.name);
        self.faults.push(self.faults.at("missing-key", self.span.clone(), message).help(help));
    }

    pub fn text(&self, key: &'static str) -> Option<Placed<Text>> {
        let value = self.ask(key)?;
        match value.get_ref() {
            DeValue::String(text) if text.trim().is_empty() => {
                self.faults.error("empty", value.span(), format!("`{key}` is empty"));
                None
            }
            DeValue::String(text) => Some(Placed { value: (&**text).into(), span: value.span() }),
            _ => {
                self.wrong(value, key, "a string");
                None
            }
        }
    }

    pub fn required_text(&self, key: &'static str, help: &str) -> Option<Placed<Text>> {
        if self.ask(key).is_none() {
            self.missing(key, help);
        }
        self.text(key)
    }

    /// A required id, in the alphabet of ids.
    pub fn id(&self, help: &str) -> Option<Placed<Text>> {
        let id = self.required_text("id", help)?;
        if let Some(fault) = identifier::fault(&id.value) {
            let suggestion = identifier::slug(&id.value);
            let mut error = self.faults.at("bad-id", id.span.clone(), fault);
            if identifier::fault(&suggestion).is_none() {
                error = error.help(format!("`{suggestion}` would do"));
            }
            self.faults.push(error);
            return None;
        }
        Some(id)
    }

    /// One of a few words.
    pub fn one_of<T: Copy>(&self, key: &'static str, choices: &[(&'static str, T)]) -> Option<T> {
        let text = self.text(key)?;
        let found = choices.iter().find(|(name, _)| *name == &*text.value);
        if found.is_none() {
            let names: Vec<String> = choices.iter().map(|(name, _)| format!("`{name}`")).collect();
            let message = format!("`{key}` must be {}", names.join(" or "));
            let mut error = self.faults.at("wrong-value", text.span, message);
            if let Some(near) =
                identifier::nearest(&text.value, choices.iter().map(|(name, _)| *name))
            {
                error = error.help(format!("did you mean `{near}`?"));
            }
            self.faults.push(error);
        }
        found.map(|(_, value)| *value)
    }

    pub fn flag(&self, key: &'static str) -> Option<bool> {
        let value = self.ask(key)?;
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            self.wrong(value, key, "true or false");
        }
        flag
    }

    pub fn whole_number(
        &self,
        key: &'static str,
        range: std::ops::RangeInclusive<u32>,
    ) -> Option<Placed<u32>> {
        let value = self.ask(key)?;
        let DeValue::Integer(number) = value.get_ref() else {
            self.wrong(value, key, "a whole number");
            return None;
        };
        let number = u32::from_str_radix(number.as_str(), number.radix()).ok();
        match number.filter(|number| range.contains(number)) {
            Some(number) => Some(Placed { value: number, span: value.span() }),
            None => {
                let message = format!("`{key}` must be from {} to {}", range.start(), range.end());
                self.faults.error("wrong-value", value.span(), message);
                None
            }
        }
    }

    /// A TOML date, as `YYYY-MM-DD`.
    pub fn date(&self, key: &'static str) -> Option<Placed<Text>> {
        let value = self.ask(key)?;
        match value.get_ref() {
            DeValue::Datetime(when) if when.time.is_none() && when.offset.is_none() => {
                Some(Placed { value: when.to_string().into(), span: value.span() })
            }
            _ => {
                let error = self
                    .faults
                    .at("wrong-date", value.span(), format!("`{key}` must be a date"))
                    .label(format!("this is {}", kind(value.get_ref())))
                    .help("write it as 2026-11-01, without quotes");
                self.faults.push(error);
                None
            }
        }
    }

    pub fn required_date(&self, key: &'static str, help: &str) -> Option<Placed<Text>> {
        if self.ask(key).is_none() {
            self.missing(key, help);
        }
        self.date(key)
    }

    /// Words: one string, or a table with one string for each language.
    pub fn words(&self, key: &'static str, languages: &[Placed<Text>]) -> Option<Placed<Words>> {
        let value = self.ask(key)?;
        let table = match value.get_ref() {
            DeValue::String(_) => {
                return self
                    .text(key)
                    .map(|text| Placed { value: Words::Same(text.value), span: text.span });
            }
            DeValue::Table(table) => table,
            _ => {
                self.wrong(value, key, "a string, or a table with one for each language");
                return None;
            }
        };
        let mut all = Vec::new();
        for (lang, word) in table {
            match word.get_ref() {
                _ if !languages.iter().any(|known| *known.value == **lang.get_ref()) => {
                    let message = format!(
                        "`{key}` has words in `{}`, which the notice does not have",
                        lang.get_ref()
                    );
                    let error = self.faults.at("unknown-language", lang.span(), message);
                    self.faults.push(
                        error.help("add it to `languages` in [notice], or take these words out"),
                    );
                }
                DeValue::String(word) if !word.trim().is_empty() => {
                    all.push((Text::from(&**lang.get_ref()), Text::from(&**word)));
                }
                _ => self.wrong(word, key, "a string that is not empty"),
            }
        }
        for lang in languages {
            if !table.keys().any(|name| **name.get_ref() == *lang.value) {
                let message = format!("`{key}` has no words in `{}`", lang.value);
                let error = self.faults.at("missing-words", value.span(), message);
                self.faults.push(error.help(format!("add {} = \"…\"", lang.value)));
            }
        }
        Some(Placed { value: Words::PerLanguage(all), span: value.span() })
    }

    pub fn required_words(
        &self,
        key: &'static str,
        languages: &[Placed<Text>],
        help: &str,
    ) -> Option<Placed<Words>> {
        if self.ask(key).is_none() {
            self.missing(key, help);
        }
        self.words(key, languages)
    }

    /// A list of strings; nothing where the key is not there.
    pub fn texts(&self, key: &'static str) -> Vec<Placed<Text>> {
        let Some(value) = self.ask(key) else { return Vec::new() };
        let DeValue::Array(items) = value.get_ref() else {
            self.wrong(value, key, "a list of strings");
            return Vec::new();
        };
        let mut texts = Vec::new();
        for item in items {
            match item.get_ref() {
                DeValue::String(text) => {
                    texts.push(Placed { value: (&**text).into(), span: item.span() })
                }
                _ => self.wrong(item, key, "a list of strings"),
            }
        }
        texts
    }

    /// An address that may be linked to.
    pub fn address(&self, key: &'static str) -> Option<Text> {
        self.text(key).and_then(|text| self.checked_address(text))
    }

    /// One address, or a list of them.
    pub fn addresses(&self, key: &'static str) -> Vec<Text> {
        let texts = match self.ask(key).map(Spanned::get_ref) {
            Some(DeValue::String(_)) => self.text(key).into_iter().collect(),
            _ => self.texts(key),
        };
        texts.into_iter().filter_map(|text| self.checked_address(text)).collect()
    }

    fn checked_address(&self, text: Placed<Text>) -> Option<Text> {
        let fault = if text.value.starts_with('#') {
            Some("this address must lead to a page".to_owned())
        } else {
            address::fault(&text.value)
        };
        match fault {
            None => Some(text.value),
            Some(fault) => {
                self.faults
                    .push(self.faults.at("bad-address", text.span, fault).help(address::HELP));
                None
            }
        }
    }

    /// A table within this one.
    pub fn table(&self, key: &'static str, name: &'static str) -> Option<Fields<'a>> {
        let value = self.ask(key)?;
        match value.get_ref() {
            DeValue::Table(table) => Some(Fields::new(table, value.span(), name, self.faults)),
            _ => {
                self.wrong(value, key, "a table");
                None
            }
        }
    }

    pub fn required_table(
        &self,
        key: &'static str,
        name: &'static str,
        help: &str,
    ) -> Option<Fields<'a>> {
        if self.ask(key).is_none() {
            let message = format!("{name} is missing");
            self.faults
                .push(self.faults.at("missing-table", self.span.clone(), message).help(help));
        }
        self.table(key, name)
    }

    /// The tables of a list of tables.
    pub fn tables(&self, key: &'static str, name: &'static str) -> Vec<Fields<'a>> {
        let Some(value) = self.ask(key) else { return Vec::new() };
        let DeValue::Array(items) = value.get_ref() else {
            self.wrong(value, key, "a list of tables");
            return Vec::new();
        };
        let mut tables = Vec::new();
        for item in items {
            match item.get_ref() {
                DeValue::Table(table) => {
                    tables.push(Fields::new(table, item.span(), name, self.faults))
                }
                _ => self.wrong(item, key, "a list of tables"),
            }
        }
        tables
    }

    /// Names every key that nothing has asked for.
    pub fn done(self) {
        let asked = self.asked.into_inner();
        for key in self.table.keys() {
            let name = key.get_ref();
            if asked.iter().any(|known| known == name) {
                continue;
            }
            let message = format!("unknown key `{name}` in {}", self.name);
            let error = self.faults.at("unknown-key", key.span(), message);
            self.faults.push(match identifier::nearest(name, asked.iter().copied()) {
                Some(near) => error.label(format!("did you mean `{near}`?")),
                None => {
                    let mut known = asked.clone();
                    known.dedup();
                    error.help(format!("known keys: {}", known.join(", ")))
                }
            });
        }
    }
}

fn kind(value: &DeValue) -> &'static str {
    match value {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(when) if when.date.is_some() && when.time.is_some() => {
            "a date with a time"
        }
        DeValue::Datetime(when) if when.date.is_some() => "a date",
        DeValue::Datetime(_) => "a time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
