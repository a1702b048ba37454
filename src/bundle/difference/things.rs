//! What a visitor decides about, from one revision to the next: purposes and services that came or
//! went, and what is said of those that stayed.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::words::passage;
use crate::notice::{Notice, OptOutStops, Passage, PurposeKind, Regimes, Text};

/// The ids of what a visitor decides about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Things {
    /// The purposes'.
    pub purposes: Vec<String>,
    /// The services'.
    pub services: Vec<String>,
}

impl Things {
    /// Those of a notice.
    #[must_use]
    pub fn of(notice: &Notice) -> Self {
        Self {
            purposes: notice.purposes.iter().map(|purpose| purpose.id.to_string()).collect(),
            services: notice.services.iter().map(|service| service.id.to_string()).collect(),
        }
    }

    /// Kind and id of each in the notice's order, after the notice itself.
    pub fn with_the_notice(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let purposes = self.purposes.iter().map(|id| ("purpose", id.as_str()));
        let services = self.services.iter().map(|id| ("service", id.as_str()));
        std::iter::once((NOTICE, "")).chain(purposes).chain(services)
    }
}

/// What came and what went, each as "purpose `ads`".
#[must_use]
pub fn came_and_went(old: &Things, new: &Things) -> (Vec<String>, Vec<String>) {
    let missing = |from: &Things, other: &Things| {
        let of = |kind: &str, ids: &[String], others: &[String]| {
            let gone = ids.iter().filter(|id| !others.contains(id));
            gone.map(|id| format!("{kind} `{id}`")).collect::<Vec<_>>()
        };
        let mut found = of("purpose", &from.purposes, &other.purposes);
        found.extend(of("service", &from.services, &other.services));
        found
    };
    (missing(new, old), missing(old, new))
}

/// What the notice says of one thing that a visitor decides about, or of them all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThingText {
    /// `purpose`, `service`, or [`NOTICE`] for what holds for all of them.
    pub kind: String,
    /// Its id; the notice's is empty.
    pub id: String,
    /// What is said of it, each under the key that it has in `notice.toml`, or close to it. What is
    /// not said is not here.
    pub says: BTreeMap<String, String>,
}

/// The kind of what holds for the whole notice.
pub const NOTICE: &str = "notice";

/// Something that is said of a thing otherwise than before.
#[derive(Clone, Debug, PartialEq)]
pub struct AlteredThing {
    /// Its kind, as [`ThingText`] has it.
    pub kind: String,
    /// Its id.
    pub id: String,
    /// The key.
    pub key: String,
    /// From what was said to what is.
    pub passage: Passage,
}

impl AlteredThing {
    /// "service `tally`".
    #[must_use]
    pub fn name(&self) -> String {
        name_of(&self.kind, &self.id)
    }
}

/// What a thing is called: "service `tally`".
#[must_use]
pub fn name_of(kind: &str, id: &str) -> String {
    if kind == NOTICE { "the notice".into() } else { format!("{kind} `{id}`") }
}

/// What a notice says of all of them: whatever a visitor who said yes said yes to. The day on which
/// somebody last looked at an opt-out link is not of that kind.
pub fn texts_of(notice: &Notice) -> Vec<ThingText> {
    let all = says([("regimes", Some(regimes(&notice.regimes)))]);
    let mut things = vec![ThingText { kind: NOTICE.into(), id: String::new(), says: all }];
    for purpose in &notice.purposes {
        let data = notice.data.iter().filter(|datum| datum.purposes.contains(&purpose.id));
        let kind = match purpose.kind {
            PurposeKind::Ordinary => "ordinary",
            PurposeKind::Sale => "sale",
        };
        let says = says([
            ("name", Some(purpose.name.to_string())),
            ("text", Some(purpose.text.to_string())),
            ("required", Some(purpose.required.to_string())),
            ("gpc", Some(purpose.gpc.to_string())),
            ("kind", Some(kind.to_owned())),
            ("regime", purpose.regime.map(|regime| regime.name().to_owned())),
            ("signals", list(purpose.signals.iter().map(ToString::to_string))),
            ("data", list(data.map(|datum| datum.name.to_string()))),
        ]);
        things.push(ThingText { kind: "purpose".into(), id: purpose.id.to_string(), says });
    }
    for service in &notice.services {
        let some = |text: &Option<Text>| text.as_ref().map(ToString::to_string);
        let cookies = service.cookies.iter().map(|cookie| match &cookie.lifetime {
            Some(lifetime) => format!("{} ({lifetime})", cookie.name),
            None => cookie.name.to_string(),
        });
        let stops = match service.opt_out_stops {
            OptOutStops::Sending => Some("sending".to_owned()),
            OptOutStops::Use => Some("use".to_owned()),
            OptOutStops::Unknown => None,
        };
        let says = says([
            ("name", Some(service.name.to_string())),
            ("purpose", Some(service.purpose.to_string())),
            ("recipient", some(&service.recipient)),
            ("sends", some(&service.sends)),
            ("use", some(&service.recipient_use)),
            ("use-here", some(&service.own_use)),
            ("cookies", list(cookies)),
            ("policy", some(&service.policy)),
            ("opt-out", list(service.opt_out.iter().map(ToString::to_string))),
            ("opt-out-stops", stops),
        ]);
        things.push(ThingText { kind: "service".into(), id: service.id.to_string(), says });
    }
    things
}

fn says<const N: usize>(pairs: [(&str, Option<String>); N]) -> BTreeMap<String, String> {
    let said = pairs.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?)));
    said.collect()
}

/// One line for several; in another order they are the same.
fn list(items: impl Iterator<Item = String>) -> Option<String> {
    let mut items: Vec<String> = items.collect();
    items.sort();
    (!items.is_empty()).then(|| items.join(", "))
}

/// "opt-in; US-CA opt-out".
fn regimes(regimes: &Regimes) -> String {
    let regions = regimes.regions.iter();
    let regions = list(regions.map(|(region, regime)| format!("{region} {}", regime.name())));
    let default = regimes.default.name();
    regions.map_or_else(|| default.to_owned(), |regions| format!("{default}; {regions}"))
}

/// What is said otherwise of things that both texts have.
pub fn altered_things(old: &[ThingText], new: &[ThingText]) -> Vec<AlteredThing> {
    let before: HashMap<(&str, &str), &ThingText> =
        old.iter().map(|thing| ((thing.kind.as_str(), thing.id.as_str()), thing)).collect();
    let mut altered = Vec::new();
    for thing in new {
        let Some(old) = before.get(&(thing.kind.as_str(), thing.id.as_str())) else { continue };
        let keys: BTreeSet<&String> = old.says.keys().chain(thing.says.keys()).collect();
        for key in keys {
            let said = |thing: &ThingText| thing.says.get(key).cloned().unwrap_or_default();
            let (was, is) = (said(old), said(thing));
            if was != is {
                altered.push(AlteredThing {
                    kind: thing.kind.clone(),
                    id: thing.id.clone(),
                    key: key.clone(),
                    passage: passage(&was, &is),
                });
            }
        }
    }
    altered
}
