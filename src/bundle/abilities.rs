//! The boot script's optional parts that a notice uses, each with its data. What is not used is not
//! in `consent.js`.

use serde_json::{Map, Value, json};

use super::compiled::{colour_scheme, partly_accepted};
use super::parts::Parts;
use crate::notice::source::{AskingAgain, Edition, SIGNALS, Traces};
use crate::notice::{Notice, Text, UiWord};

/// Script and data of each part in use, in the order in which they start.
pub fn abilities(editions: &[Edition], parts: &Parts) -> Vec<(&'static str, Value)> {
    let Some(edition) = editions.first() else { return Vec::new() };
    let mut used = Vec::new();
    if let Some(mirror) = &edition.abilities.mirror {
        used.push((parts.mirror, json!([edition.notice.id, mirror.cookie, mirror.domain])));
    }
    if let Some(data) = again(editions) {
        used.push((parts.again, data));
    }
    if let Some(data) = consent_mode(edition) {
        used.push((parts.consent_mode, data));
    }
    if let Some(data) = sweep(edition) {
        used.push((parts.sweep, data));
    }
    if edition.abilities.placeholders {
        used.push((parts.frames, frames(editions)));
    }
    used
}

/// The services of each optional purpose and the revisions that count in part, where only what has
/// changed is asked again; and what is said of the changes, where they are known.
fn again(editions: &[Edition]) -> Option<Value> {
    let Edition { notice, abilities, .. } = editions.first()?;
    let AskingAgain { only_changes, says_what } = abilities.asking_again;
    let mut lines = Map::new();
    for Edition { notice, .. } in editions.iter().filter(|_| says_what) {
        let said = lines_of(notice);
        if !said.is_empty() {
            lines.insert(notice.lang.to_string(), json!(said));
        }
    }
    if lines.is_empty() && !only_changes {
        return None;
    }
    let optional = notice.purposes.iter().filter(|purpose| !purpose.required);
    let groups: Map<String, Value> = optional
        .map(|purpose| {
            let services = notice.services.iter();
            let behind = services.filter(|service| service.purpose == purpose.id);
            (purpose.id.to_string(), behind.map(|service| json!(service.id)).collect())
        })
        .collect();
    let partly: Vec<_> = partly_accepted(notice).collect();
    let groups = if only_changes { json!(groups) } else { Value::Null };
    Some(json!([groups, partly, lines]))
}

/// For each earlier revision, what has changed since.
fn lines_of(notice: &Notice) -> Vec<(Text, String)> {
    let mut lines: Vec<(Text, String)> = Vec::new();
    for since in &notice.since {
        let known = lines.iter().any(|(revision, _)| *revision == since.revision);
        let titles = notice.titles_changed_since(&since.revision);
        if known || since.revision == notice.revision || titles.is_empty() {
            continue;
        }
        let titles = titles.join(list_separator(&notice.lang));
        let line = notice.ui.fill(UiWord::AsksAgain, &[("{titles}", &titles)]);
        lines.push((since.revision.clone(), line));
    }
    lines
}

/// What stands between the items of a list.
fn list_separator(lang: &str) -> &'static str {
    match lang.split('-').next() {
        Some("ja" | "zh") => "、",
        Some("ar") => "، ",
        _ => ", ",
    }
}

/// All seven signals with the purposes that control them, where there is any.
fn consent_mode(Edition { notice, abilities, .. }: &Edition) -> Option<Value> {
    if notice.purposes.iter().all(|purpose| purpose.signals.is_empty()) {
        return None;
    }
    let mut signals = Map::new();
    for signal in SIGNALS {
        let controls = notice
            .purposes
            .iter()
            .filter(|purpose| purpose.signals.iter().any(|controlled| **controlled == *signal));
        signals.insert(signal.to_owned(), controls.map(|purpose| json!(purpose.id)).collect());
    }
    let mode = &abilities.consent_mode;
    let settings = [
        ("url_passthrough", mode.url_passthrough),
        ("ads_data_redaction", mode.ads_data_redaction),
    ];
    let settings: Vec<&str> =
        settings.into_iter().filter(|(_, wanted)| *wanted).map(|(name, _)| name).collect();
    Some(json!([signals, mode.wait_for_update, settings]))
}

/// What each service leaves in a browser, where the owner wants it deleted or the page loaded again.
fn sweep(Edition { abilities, .. }: &Edition) -> Option<Value> {
    let withdrawal = &abilities.withdrawal;
    if !withdrawal.delete && !withdrawal.reload {
        return None;
    }
    let traces: Map<String, Value> = abilities
        .traces
        .iter()
        .map(|traces| {
            let Traces { service, cookies, storage, http_only } = traces;
            let left = if withdrawal.delete {
                json!([cookies, storage, http_only])
            } else {
                json!([[], [], []])
            };
            (service.to_string(), left)
        })
        .collect();
    Some(json!([traces, withdrawal.reload]))
}

/// What is said in the place of a held-back frame, in each language: of every optional purpose, and
/// of every service behind one.
fn frames(editions: &[Edition]) -> Value {
    let speech = |notice: &Notice| {
        let ui = &notice.ui;
        let label = |name: &Text, purpose: Option<&Text>, facts: Vec<String>| {
            let named = |word| json!(ui.fill(word, &[("{name}", name)]));
            let mut label =
                vec![named(UiWord::HeldBack), named(UiWord::AlwaysAllow), json!(purpose)];
            label.extend(facts.into_iter().map(Value::from));
            Value::from(label)
        };
        let mut labels = Map::new();
        for purpose in notice.purposes.iter().filter(|purpose| !purpose.required) {
            labels.insert(purpose.id.to_string(), label(&purpose.name, None, Vec::new()));
            for service in notice.services.iter().filter(|service| service.purpose == purpose.id) {
                let facts =
                    [(UiWord::Recipient, &service.recipient), (UiWord::Sends, &service.sends)];
                let facts = facts.into_iter().filter_map(|(word, fact)| {
                    fact.as_ref().map(|fact| format!("{}: {fact}", ui[word]))
                });
                let label = label(&service.name, Some(&purpose.id), facts.collect());
                labels.insert(service.id.to_string(), label);
            }
        }
        json!([notice.dir, ui[UiWord::ShowOnce], labels])
    };
    let speeches: Map<String, Value> = editions
        .iter()
        .map(|Edition { notice, .. }| (notice.lang.to_string(), speech(notice)))
        .collect();
    json!([editions.first().map(|edition| colour_scheme(&edition.notice.look)), speeches])
}
