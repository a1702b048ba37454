//! `notice.toml`: the structure of a notice, with the place of everything that may be found wrong
//! later.

mod data;
mod entries;
mod references;
mod regions;
mod settings;

use toml::de::DeTable;

use super::abilities::Abilities;
use super::fields::{Faults, Fields, Placed, Words};
use super::{Diagnostic, Locale, Severity, SourceFile, locale_tags};
use crate::notice::{Look, Regime, Regimes, Storage, Text};
pub use data::DataEntry;
use data::data;
pub use entries::{ChangeEntry, PurposeEntry, SIGNALS, ServiceEntry};
use entries::{change, purpose, service};
use references::check_ids;
use regions::{first_layer, regimes};
use settings::{asking_again, consent_mode, look, storage, withdrawal};

/// The version of the format that this code reads.
const FORMAT: u32 = 1;
pub struct Manifest {
    pub id: Text,
    pub operator: Operator,
    pub revision: Text,
    pub effective: Text,
    pub published: Option<Text>,
    pub served_at: Option<Text>,
    pub languages: Vec<Placed<Text>>,
    /// The interface in each of them, in their order.
    pub interfaces: Vec<Locale>,
    pub regimes: Regimes,
    pub first_layer: FirstLayerWords,
    pub purposes: Vec<PurposeEntry>,
    pub services: Vec<ServiceEntry>,
    pub data: Vec<DataEntry>,
    pub changes: Vec<ChangeEntry>,
    pub look: Look,
    pub storage: Storage,
    pub abilities: Abilities,
}

pub struct Operator {
    pub name: Words,
    pub address: Option<Words>,
    pub email: Option<Text>,
    pub phone: Option<Text>,
    pub url: Option<Text>,
}

#[derive(Default)]
pub struct FirstLayerWords {
    pub title: Option<Words>,
    pub text: Option<Words>,
    pub surprise: Option<Words>,
}

/// The regimes' names, as the format has them.
const REGIMES: [(&str, Regime); 2] = [("opt-in", Regime::OptIn), ("opt-out", Regime::OptOut)];

/// Reads a manifest. What is wrong is in the diagnostics; without a fault there is a manifest.
pub fn read(file: &SourceFile) -> (Option<Manifest>, Vec<Diagnostic>) {
    let faults = Faults::of(&file.name);
    if file.text.trim().is_empty() {
        faults.push(
            faults
                .at("empty-file", 0..0, "this file is empty")
                .help("`sudare init` writes one to start from"),
        );
        return (None, faults.into_diagnostics());
    }
    let root = match DeTable::parse(&file.text) {
        Ok(root) => root,
        Err(error) => {
            let span = error.span().unwrap_or(0..0);
            let fault = faults.at("toml", span.clone(), error.message().trim_end_matches('.'));
            faults.push(match habit(&file.text, span.start) {
                Some(help) => fault.help(help),
                None => fault,
            });
            return (None, faults.into_diagnostics());
        }
    };
    // What is missing from the file as a whole is told at its first line.
    let first_line = file.text.find('\n').unwrap_or(file.text.len());
    let manifest =
        manifest(Fields::new(root.get_ref(), 0..first_line, "this file", &faults), &faults);
    let diagnostics = faults.into_diagnostics();
    let sound = diagnostics.iter().all(|diagnostic| diagnostic.severity != Severity::Error);
    (manifest.filter(|_| sound), diagnostics)
}

/// What an owner has written by habit where TOML wants something else, as the line shows it.
fn habit(text: &str, at: usize) -> Option<&'static str> {
    let start = text.get(..at)?.rfind('\n').map_or(0, |end| end + 1);
    let line = text[start..].lines().next()?.trim();
    let value = line.split_once('=').map_or("", |(_, value)| value.trim());
    let tables = ["[purpose]", "[service]", "[change]", "[data]"];
    if tables.iter().any(|table| line.starts_with(table)) {
        Some("there can be several of these: write it in two brackets each, like [[service]]")
    } else if value.starts_with(['“', '”', '„', '«', '‘', '’']) {
        Some("a word processor has bent the quotation marks: write straight ones, \"…\"")
    } else if value.starts_with(|c: char| c.is_ascii_digit()) && value.contains(['.', '/', '-']) {
        Some("a date is written 2026-11-01: year, month, day")
    } else {
        None
    }
}

fn manifest(root: Fields, faults: &Faults) -> Option<Manifest> {
    if root.whole_number("format", FORMAT..=FORMAT).is_none() {
        root.missing("format", "write `format = 1` as the first line");
    }
    let id = root.id("name this notice: id = \"my-shop\"");
    let (head, languages) = notice_head(&root, faults);
    let interfaces = interfaces(&languages, faults);
    let operator = operator(&root, &languages);
    let regimes = regimes(&root, faults);
    let (look, placeholders) = look(&root, faults);
    let first_layer = first_layer(&root, &languages, &look.layout);
    let purposes: Vec<_> = root
        .tables("purpose", "[[purpose]]")
        .into_iter()
        .map(|fields| purpose(fields, &languages, faults))
        .collect();
    if purposes.is_empty() {
        root.missing("[[purpose]]", "a notice has at least one purpose, if only a required one");
    }
    let services: Vec<_> = root
        .tables("service", "[[service]]")
        .into_iter()
        .map(|fields| service(fields, &languages, faults))
        .collect();
    let changes: Vec<_> = root
        .tables("change", "[[change]]")
        .into_iter()
        .map(|fields| change(fields, &languages))
        .collect();
    let (storage, mirror) = storage(&root, faults);
    let withdrawal = withdrawal(&root);
    let asking_again = asking_again(&root);
    let consent_mode = consent_mode(&root, &purposes, faults);
    let purposes: Vec<_> = purposes.into_iter().flatten().collect();
    let data = data(&root, &languages, &purposes, faults);
    root.done();
    let services: Vec<_> = services.into_iter().flatten().collect();
    let changes: Vec<_> = changes.into_iter().flatten().collect();
    check_ids(&purposes, &services, &changes, faults);

    let abilities = Abilities {
        asking_again,
        consent_mode,
        withdrawal,
        placeholders,
        mirror,
        traces: services.iter().map(|service| service.traces.clone()).collect(),
    };
    let (revision, effective, published, served_at) = head?;
    Some(Manifest {
        id: id?.value,
        operator: operator?,
        revision,
        effective,
        published,
        served_at,
        languages,
        interfaces,
        regimes: regimes?,
        first_layer,
        purposes,
        services,
        data,
        changes,
        look,
        storage,
        abilities,
    })
}

/// Revision, date of effect, date of the first revision, and where the folder is served.
type Head = (Text, Text, Option<Text>, Option<Text>);

fn notice_head(root: &Fields, faults: &Faults) -> (Option<Head>, Vec<Placed<Text>>) {
    let help = "it says which revision this is: revision, effective, languages";
    let Some(fields) = root.required_table("notice", "[notice]", help) else {
        return (None, Vec::new());
    };
    let revision = fields.required_text(
        "revision",
        "name this revision, for instance by its date: revision = \"2026-11-01\"",
    );
    if let Some(label) = &revision
        && label.value.contains(char::is_whitespace)
    {
        faults.error(
            "wrong-value",
            label.span.clone(),
            "`revision` must be a label without spaces",
        );
    }
    let effective =
        fields.required_date("effective", "say from when it holds: effective = 2026-11-01");
    let published = fields.date("published");
    if let (Some(first), Some(now)) = (&published, &effective)
        && first.value > now.value
    {
        let message = "`published` is the first revision's date and cannot be after `effective`";
        faults.error("dates-out-of-order", first.span.clone(), message);
    }
    let languages = fields.texts("languages");
    if languages.is_empty() {
        fields.missing("languages", "name the languages, the default first: languages = [\"en\"]");
    }
    for (at, lang) in languages.iter().enumerate() {
        if languages[..at].iter().any(|earlier| earlier.value.eq_ignore_ascii_case(&lang.value)) {
            faults.error(
                "duplicate",
                lang.span.clone(),
                format!("`{}` is listed twice", lang.value),
            );
        }
    }
    let served_at = fields.address("served-at").map(|address| match address.strip_suffix('/') {
        Some(_) => address,
        None => format!("{address}/").into(),
    });
    fields.done();
    let head = revision.zip(effective).map(|(revision, effective)| {
        (revision.value, effective.value, published.map(|date| date.value), served_at)
    });
    (head, languages)
}

/// The interface in each language. Fewer than languages only where one of them is at fault.
fn interfaces(languages: &[Placed<Text>], faults: &Faults) -> Vec<Locale> {
    let read = |lang: &Placed<Text>| {
        let locale = super::locale(&lang.value).ok();
        if locale.is_none() {
            let known: Vec<_> = locale_tags().collect();
            let message = format!("there are no interface words in `{}`", lang.value);
            let error = faults.at("unknown-language", lang.span.clone(), message);
            faults.push(error.help(format!("there are: {}", known.join(", "))));
        }
        locale
    };
    languages.iter().filter_map(read).collect()
}

fn operator(root: &Fields, languages: &[Placed<Text>]) -> Option<Operator> {
    let fields =
        root.required_table("operator", "[operator]", "say who is asking: [operator] with a name")?;
    let name = fields.required_words("name", languages, "say who is asking: name = \"…\"");
    let address = fields.words("address", languages).map(|words| words.value);
    let email = fields.text("email").map(|text| text.value);
    let phone = fields.text("phone").map(|text| text.value);
    let url = fields.address("url");
    fields.done();
    name.map(|name| Operator { name: name.value, address, email, phone, url })
}
