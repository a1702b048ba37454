//! Where things stand in `notice.toml`.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The manifest's places.
pub struct Manifest<'a> {
    root: Spanned<DeTable<'a>>,
}

impl<'a> Manifest<'a> {
    /// The places in this text, if it is TOML.
    #[must_use]
    pub fn of(text: &'a str) -> Option<Self> {
        DeTable::parse(text).ok().map(|root| Self { root })
    }

    /// The value of a key in a table such as `[notice]`.
    #[must_use]
    pub fn key(&self, table: &str, key: &str) -> Option<Range<usize>> {
        match value(self.root.get_ref(), table)?.get_ref() {
            DeValue::Table(table) => value(table, key).map(Spanned::span),
            _ => None,
        }
    }

    /// The value of a key in the nth of the tables called `[[table]]`; where it has none, the
    /// table's head.
    #[must_use]
    pub fn entry(&self, table: &str, at: usize, key: &str) -> Range<usize> {
        let Some(DeValue::Array(entries)) = value(self.root.get_ref(), table).map(Spanned::get_ref)
        else {
            return 0..0;
        };
        let Some(entry) = entries.get(at) else { return 0..0 };
        let found = match entry.get_ref() {
            DeValue::Table(fields) => value(fields, key).map(Spanned::span),
            _ => None,
        };
        found.unwrap_or_else(|| entry.span())
    }
}

fn value<'t, 'a>(table: &'t DeTable<'a>, key: &str) -> Option<&'t Spanned<DeValue<'a>>> {
    table.iter().find(|(name, _)| name.get_ref() == key).map(|(_, value)| value)
}
