//! External transmission in Japan: the Telecommunications Business Act, art. 27-12, and its
//! Regulation for Enforcement, art. 22-2-29 (what is told of each).

use super::super::Subject;
use super::search::{Part, Searched, Wish};
use super::{Checklist, Found, Item, State};
use crate::notice::source::topic::Topic;
use crate::notice::{OptOutStops, Service};

const EXPLAINED: Wish = Wish {
    law: "27-12",
    asks: "that the policy speaks of the transmission",
    topics: &[Topic::Cookies, Topic::Analytics, Topic::TargetedAdvertising],
    says: &[Part {
        name: "the transmission",
        phrases: &[
            "外部送信",
            "外部に送信",
            "送信します",
            "送信され",
            "送信してい",
            "情報収集モジュール",
            "external transmission",
            "sends information",
            "send information",
            "is sent to",
            "are sent to",
            "learn which",
            "receives your",
        ],
    }],
};

/// What a service declares of an item.
type Says = fn(&Service) -> bool;

/// What is told of each service: where it is asked for, what, the key in `notice.toml`.
const OF_SERVICES: [(&str, &str, &str, Says); 4] = [
    ("22-2-29(1)", "for each service, what information is sent", "sends", |s| s.sends.is_some()),
    ("22-2-29(2)", "for each service, who receives it", "recipient", |s| s.recipient.is_some()),
    ("22-2-29(3)", "for each service, what the recipient uses it for", "use", |s| {
        s.recipient_use.is_some()
    }),
    ("22-2-29(3)", "for each service, what you use it for yourself", "use-here", |s| {
        s.own_use.is_some()
    }),
];

pub(super) fn checklist(subject: &Subject) -> Checklist {
    let mut items = Vec::new();
    if let Some(searched) = Searched::of(subject) {
        items.push(searched.item(&EXPLAINED));
    }
    items.push(in_japanese(subject));
    items.extend(
        OF_SERVICES.map(|(law, asks, key, says)| of_services(subject, law, asks, key, says)),
    );
    items.push(opt_out(subject));
    Checklist { id: "japan-27-12", title: "Telecommunications Business Act art. 27-12", items }
}

fn in_japanese(subject: &Subject) -> Item {
    let there = subject.readings.iter().find(|reading| reading.lang.starts_with("ja"));
    let found = there.map(|reading| Found {
        file: reading.file.clone(),
        article: String::new(),
        span: 0..0,
        words: reading.file.clone(),
    });
    let state = if found.is_some() { State::Present } else { State::Missing };
    Item { law: "27-12", asks: "that it is told in Japanese", state, found, note: None }
}

fn of_services(
    subject: &Subject,
    law: &'static str,
    asks: &'static str,
    key: &'static str,
    says: Says,
) -> Item {
    let services = services(subject);
    let lacking: Vec<&Service> = services.iter().filter(|service| !says(service)).collect();
    let note = names_of(&lacking, "not said of");
    if services.is_empty() {
        let note = "no service is declared: list what the site loads from elsewhere".to_owned();
        return Item { law, asks, state: State::Unclear, found: None, note: Some(note) };
    }
    let state = match lacking.len() {
        0 => State::Present,
        some if some < services.len() => State::Unclear,
        _ => State::Missing,
    };
    let at = match lacking.first() {
        Some(first) => services.iter().position(|service| service.id == first.id).unwrap_or(0),
        None => 0,
    };
    let found = Found {
        file: subject.manifest_file.name.clone(),
        article: String::new(),
        span: subject.manifest.entry("service", at, key),
        words: format!("{} of {} services", services.len() - lacking.len(), services.len()),
    };
    Item { law, asks, state, found: Some(found), note }
}

/// Where an opt-out is what the site relies on: that it exists, how, and what it stops.
fn opt_out(subject: &Subject) -> Item {
    let services = services(subject);
    let optional: Vec<&Service> = services
        .iter()
        .filter(|service| {
            let notice = subject.editions.first().map(|edition| &edition.notice);
            let purpose = notice.and_then(|notice| notice.purpose(&service.purpose));
            purpose.is_some_and(|purpose| !purpose.required)
        })
        .collect();
    let lacking: Vec<&Service> = optional
        .iter()
        .copied()
        .filter(|s| s.opt_out.is_empty() || s.opt_out_stops == OptOutStops::Unknown)
        .collect();
    let state = match (optional.len(), lacking.len()) {
        (_, 0) => State::Present,
        (all, some) if some < all => State::Unclear,
        _ => State::Missing,
    };
    let found = optional.first().map(|first| Found {
        file: subject.manifest_file.name.clone(),
        article: String::new(),
        span: services
            .iter()
            .position(|service| service.id == first.id)
            .map_or(0..0, |at| subject.manifest.entry("service", at, "opt-out")),
        words: format!("{} of {} services", optional.len() - lacking.len(), optional.len()),
    });
    Item {
        law: "27-12",
        asks: "where one can opt out and what that stops, if you rely on opting out",
        state,
        found,
        note: names_of(&lacking, "no address, or not what it stops, of"),
    }
}

fn services<'a>(subject: &'a Subject) -> &'a [Service] {
    subject.editions.first().map_or(&[], |edition| &edition.notice.services)
}

/// The first names of some services.
fn names_of(services: &[&Service], what: &str) -> Option<String> {
    const MOST: usize = 5;
    let some: Vec<&str> = services.iter().take(MOST).map(|service| &*service.id).collect();
    let more = services.len().saturating_sub(MOST);
    match (some.is_empty(), more) {
        (true, _) => None,
        (false, 0) => Some(format!("{what} {}", some.join(", "))),
        (false, more) => Some(format!("{what} {} and {more} more", some.join(", "))),
    }
}
