//! From `catalogue/services.toml` to a [`Catalogue`], every rule of the data held.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::Deserialize;
use toml::value::Datetime;

use super::rules::is_web;
use super::{
    Catalogue, CatalogueError, Category, Claim, Entry, Fault, KnownCookie, Recipient, Source,
    Status, StatusKind,
};
use crate::notice::OptOutStops;
use crate::notice::source::id_fault;

/// The data that this executable carries.
const BUILT_IN: &str = include_str!("../../../catalogue/services.toml");

impl Catalogue {
    /// The catalogue that is built in.
    ///
    /// # Errors
    /// When the data breaks a rule; `tests/catalogue.rs` keeps that from being released.
    pub fn built_in() -> Result<Self, CatalogueError> {
        Self::read(BUILT_IN)
    }

    /// A catalogue from its text.
    ///
    /// # Errors
    /// When it is not of the catalogue's shape, or an entry breaks a rule.
    pub fn read(text: &str) -> Result<Self, CatalogueError> {
        let file: File =
            toml::from_str(text).map_err(|error| CatalogueError::Shape(error.to_string()))?;
        let mut ids = BTreeSet::new();
        let mut entries = Vec::new();
        for written in file.service {
            let id = written.id.clone();
            let entry = if ids.insert(id.clone()) {
                written.checked(&file.source)
            } else {
                Err(Fault::SameId)
            };
            entries.push(entry.map_err(|fault| CatalogueError::Entry { id, fault })?);
        }
        Ok(Self { entries })
    }
}

/// The file as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    /// Sources that many entries share, by name.
    #[serde(default)]
    source: BTreeMap<String, SharedSource>,
    #[serde(default)]
    service: Vec<Written>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SharedSource {
    url: String,
    dated: Option<Datetime>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Written {
    id: String,
    name: String,
    also: Option<Vec<String>>,
    category: String,
    recipient: Option<WrittenRecipient>,
    sends: Option<String>,
    r#use: Option<String>,
    hosts: Option<Vec<String>>,
    cookies: Option<Vec<WrittenCookie>>,
    policy: Option<String>,
    opt_out: Option<Vec<String>>,
    opt_out_stops: Option<String>,
    http_because: Option<String>,
    #[serde(default)]
    sources: Vec<WrittenSource>,
    last_checked: Option<Datetime>,
    status: Option<String>,
    status_note: Option<String>,
    note: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenRecipient {
    name: String,
    country: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenCookie {
    name: String,
    lifetime: Option<String>,
    source: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenSource {
    url: Option<String>,
    of: Option<String>,
    dated: Option<Datetime>,
    covers: Vec<String>,
}

impl Written {
    fn checked(self, shared: &BTreeMap<String, SharedSource>) -> Result<Entry, Fault> {
        if id_fault(&self.id).is_some() {
            return Err(Fault::BadId);
        }
        let mut sources = Vec::new();
        for source in &self.sources {
            sources.push(source.checked(shared)?);
        }
        let recipient = match self.recipient {
            Some(written) => Some(written.checked()?),
            None => None,
        };
        let cookies = match self.cookies {
            Some(written) if written.is_empty() => return Err(Fault::Empty("cookies")),
            Some(written) => cookies(written, &self.sources, &sources)?,
            None => Vec::new(),
        };
        let entry = Entry {
            id: self.id,
            name: said("name", Some(self.name))?.unwrap_or_default(),
            also: list("also", self.also)?,
            category: word("category", &self.category, &Category::ALL)?,
            recipient,
            sends: said("sends", self.sends)?,
            recipient_use: said("use", self.r#use)?,
            hosts: list("hosts", self.hosts)?,
            cookies,
            policy: said("policy", self.policy)?,
            opt_out: list("opt-out", self.opt_out)?,
            opt_out_stops: match self.opt_out_stops {
                Some(stops) => word("opt-out-stops", &stops, &STOPS)?,
                None => OptOutStops::Unknown,
            },
            http_because: said("http-because", self.http_because)?,
            last_checked: self.last_checked.map(date).transpose()?,
            status: status(self.status, self.status_note)?,
            note: said("note", self.note)?,
            sources,
        };
        entry.hold_rules()?;
        Ok(entry)
    }
}

/// What an opt-out stops, in the catalogue's words. What is unknown is left out.
const STOPS: [(&str, OptOutStops); 2] =
    [("sending", OptOutStops::Sending), ("use", OptOutStops::Use)];

impl WrittenRecipient {
    fn checked(self) -> Result<Recipient, Fault> {
        if let Some(country) = &self.country {
            let fits = country.len() == 2 && country.bytes().all(|b| b.is_ascii_uppercase());
            if !fits {
                return Err(Fault::BadCountry(country.clone()));
            }
        }
        let name = said("recipient", Some(self.name))?.unwrap_or_default();
        Ok(Recipient { name, country: self.country })
    }
}

impl WrittenSource {
    fn checked(&self, shared: &BTreeMap<String, SharedSource>) -> Result<Source, Fault> {
        let (url, dated) = match (&self.url, &self.of) {
            (Some(url), None) => (url, self.dated),
            (None, Some(name)) if self.dated.is_none() => {
                let source = shared.get(name).ok_or_else(|| Fault::UnclearSource(name.clone()))?;
                (&source.url, source.dated)
            }
            _ => return Err(Fault::UnclearSource(self.name().to_owned())),
        };
        if self.covers.is_empty() {
            return Err(Fault::UnclearSource(self.name().to_owned()));
        }
        // A source's address stands as it was read, be it http.
        if !is_web(url) {
            return Err(Fault::BadAddress(url.clone()));
        }
        let mut covers = Vec::new();
        for claim in &self.covers {
            covers.push(word("covers", claim, &Claim::ALL)?);
        }
        Ok(Source { url: url.clone(), dated: dated.map(date).transpose()?, covers })
    }

    /// How a cookie names it.
    fn name(&self) -> &str {
        self.of.as_deref().or(self.url.as_deref()).unwrap_or_default()
    }
}

fn cookies(
    written: Vec<WrittenCookie>,
    names: &[WrittenSource],
    sources: &[Source],
) -> Result<Vec<KnownCookie>, Fault> {
    let speaking: Vec<usize> =
        (0..sources.len()).filter(|at| sources[*at].covers.contains(&Claim::Cookies)).collect();
    once(written.iter().map(|cookie| cookie.name.clone()).collect())?;
    let mut cookies = Vec::new();
    for cookie in written {
        if cookie.name.chars().all(|c| c == '*') {
            return Err(Fault::NamesEverything(cookie.name));
        }
        let source = match (&cookie.source, &*speaking) {
            (_, []) => return Err(Fault::Unsourced(Claim::Cookies)),
            (None, [only]) => Some(*only),
            (None, _) => None,
            (Some(name), all) => all.iter().copied().find(|at| names[*at].name() == name),
        };
        let Some(source) = source else { return Err(Fault::WhichSource(cookie.name)) };
        let lifetime = said("lifetime", cookie.lifetime)?;
        cookies.push(KnownCookie { name: cookie.name, lifetime, source });
    }
    Ok(cookies)
}

fn status(kind: Option<String>, note: Option<String>) -> Result<Option<Status>, Fault> {
    let note = said("status-note", note)?;
    let Some(kind) = kind else {
        return if note.is_some() { Err(Fault::Empty("status")) } else { Ok(None) };
    };
    let kind = word("status", &kind, &StatusKind::ALL)?;
    if kind != StatusKind::Active && note.is_none() {
        return Err(Fault::NoStatusNote);
    }
    Ok(Some(Status { kind, note }))
}

fn word<T: Copy>(key: &'static str, word: &str, known: &[(&'static str, T)]) -> Result<T, Fault> {
    let found = known.iter().find(|(name, _)| *name == word).map(|(_, value)| *value);
    found.ok_or_else(|| Fault::UnknownWord { key, word: word.to_owned() })
}

/// Words that are there must say something: what is unknown is left out.
fn said(key: &'static str, words: Option<String>) -> Result<Option<String>, Fault> {
    match words {
        Some(words) if words.trim().is_empty() => Err(Fault::Empty(key)),
        words => Ok(words),
    }
}

fn list(key: &'static str, words: Option<Vec<String>>) -> Result<Vec<String>, Fault> {
    match words {
        Some(words) if words.is_empty() || words.iter().any(|word| word.trim().is_empty()) => {
            Err(Fault::Empty(key))
        }
        words => once(words.unwrap_or_default()),
    }
}

/// The words, if each stands there once.
fn once(words: Vec<String>) -> Result<Vec<String>, Fault> {
    let mut seen = BTreeSet::new();
    match words.iter().find(|word| !seen.insert(word.as_str())) {
        Some(twice) => Err(Fault::Twice(twice.clone())),
        None => Ok(words),
    }
}

fn date(written: Datetime) -> Result<Date, Fault> {
    let text = written.to_string();
    text.parse().ok().filter(|_| written.time.is_none()).ok_or(Fault::BadDate(text))
}
