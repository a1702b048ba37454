//! The boot script's optional parts that a notice uses, each with its data. What is not used is not
//! in `consent.js`.

use serde_json::{Map, Value, json};

use super::parts::Parts;
use crate::notice::source::{Edition, SIGNALS, Traces};

/// Script and data of each part in use, in the order in which they start.
pub fn abilities(editions: &[Edition], parts: &Parts) -> Vec<(&'static str, Value)> {
    let Some(edition) = editions.first() else { return Vec::new() };
    let mut used = Vec::new();
    if let Some(data) = consent_mode(edition) {
        used.push((parts.consent_mode, data));
    }
    if let Some(data) = sweep(edition) {
        used.push((parts.sweep, data));
    }
    used
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
