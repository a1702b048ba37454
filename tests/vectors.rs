//! The decision by topic: `tests/vectors/*.json`, each case a sentence. `tests/boot/vectors.test.mjs`
//! asks the boot script the same; for it, the notices of the sketches are left in
//! `target/vectors/sketches.json`.
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "support/sketch.rs"]
mod sketch;

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;
use serde_json::{Map, Value, json};
use sketch::{Sketch, as_value, for_boot, iso, leave_for_boot};
use sudare::consent::{Absent, Act, LONGEST_TEXT, Persistence, Record, Signals, Snapshot, Source};
use sudare::notice::{Notice, Text};

const TOPICS: [&str; 9] = [
    "regimes",
    "regions",
    "gpc",
    "record",
    "expiry",
    "clock",
    "asking-again",
    "services",
    "hostile-storage",
];

/// When every case takes place: noon of 21 November 2026, UTC.
const NOW: f64 = 1_795_262_400_000.0;
const DAY: f64 = 86_400_000.0;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Topic {
    /// What the topic is about, for who reads the file.
    #[serde(rename = "about")]
    _about: String,
    notices: BTreeMap<String, Sketch>,
    cases: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    says: String,
    notice: String,
    #[serde(default)]
    stored: Value,
    #[serde(default)]
    region: Option<Text>,
    #[serde(default)]
    gpc: bool,
    /// What the snapshot says; what is not here does not matter.
    expect: Map<String, Value>,
    /// Then the page's own control says this.
    #[serde(default)]
    set: Option<Map<String, Value>>,
    /// As the source that it gives.
    #[serde(default)]
    source: Option<Source>,
    /// And then the record says this.
    #[serde(default)]
    recorded: Map<String, Value>,
    /// And the snapshot this.
    #[serde(default)]
    then: Map<String, Value>,
}

fn topic(name: &str) -> Topic {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/vectors/{name}.json"));
    let text = std::fs::read_to_string(&file).unwrap_or_else(|e| panic!("{name}: {e}"));
    serde_json::from_str(&text).unwrap_or_else(|e| panic!("{name}: {e}"))
}

/// The text that lies in storage: as it is written in the case, or a sound record of yesterday
/// with `changes`, or a text `repeat`ed `times` times.
fn stored_text(stored: &Value, notice: &Notice) -> Option<String> {
    match stored {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        stored => Some(match stored["repeat"].as_str() {
            Some(text) => text.repeat(usize::try_from(stored["times"].as_u64().unwrap()).unwrap()),
            None => {
                let act = Act {
                    source: Source::Notice,
                    layer: None,
                    now: NOW - DAY,
                    gpc: false,
                    random_id: "0123456789abcdef",
                };
                let mut record = as_value(&Record::after(None, notice, &[], &act));
                record["until"] = json!(NOW + 99.0 * DAY);
                for (key, value) in stored.as_object().unwrap() {
                    match key.as_str() {
                        "without" => {
                            record.as_object_mut().unwrap().remove(value.as_str().unwrap());
                        }
                        key => record[key] = at_time(value),
                    }
                }
                record.to_string()
            }
        }),
    }
}

/// `{"days": -1}`, `{"minutes": 6}` and `{"ms": 1}` are times, from now on.
fn at_time(value: &Value) -> Value {
    let unit = |name: &str| value.get(name).and_then(Value::as_f64);
    let later = unit("days").map(|days| days * DAY);
    let later = later.or_else(|| unit("minutes").map(|minutes| minutes * 60_000.0));
    match later.or_else(|| unit("ms")) {
        #[allow(clippy::cast_possible_truncation, reason = "times of this century")]
        Some(later) => json!((NOW + later) as i64),
        None => value.clone(),
    }
}

fn parsed(text: Option<&str>, notice: &Notice) -> Result<Record, Absent> {
    let text = text.ok_or(Absent::Missing)?;
    if text.encode_utf16().count() >= LONGEST_TEXT {
        return Err(Absent::Unusable);
    }
    let record: Record = serde_json::from_str(text).map_err(|_| Absent::Unusable)?;
    record.usable(&notice.id, NOW)
}

/// Every part of what is expected is there, and as expected.
fn hold(found: &Value, expected: &Map<String, Value>, place: &str) {
    for (key, part) in expected {
        let place = format!("{place} {key}:");
        match part {
            Value::Object(parts) => hold(&found[key], parts, &place),
            part => assert_eq!(found[key], *part, "{place}"),
        }
    }
}

fn run(case: &Case, notice: &Notice) {
    let signals =
        Signals { gpc: case.gpc, region: case.region.clone(), persistence: Persistence::Local };
    let take = |record: Result<&Record, Absent>| {
        serde_json::to_value(Snapshot::take(notice, record, &signals, iso)).unwrap()
    };
    let stored = stored_text(&case.stored, notice);
    let before = parsed(stored.as_deref(), notice);
    let now = take(before.as_ref().map_err(|absent| *absent));
    hold(&now, &case.expect, &case.says);

    let Some(set) = &case.set else { return };
    let said: Vec<(Text, bool)> =
        set.iter().map(|(id, yes)| (id.as_str().into(), yes.as_bool().unwrap())).collect();
    let act = Act {
        source: case.source.unwrap_or(Source::Api),
        layer: None,
        now: NOW,
        gpc: case.gpc,
        random_id: "fedcba9876543210",
    };
    let record = Record::after(before.ok(), notice, &said, &act);
    let place = format!("{}: recorded", case.says);
    // What is recorded is meant whole, its choices too.
    let recorded = as_value(&record);
    for (key, part) in &case.recorded {
        assert_eq!(recorded[key], at_time(part), "{place}: {key}");
    }
    hold(&take(Ok(&record)), &case.then, &format!("{}: then", case.says));
}

#[test]
fn every_case_of_every_topic_is_as_it_says() {
    let mut for_boot_script = Map::new();
    for name in TOPICS {
        let topic = topic(name);
        let mut notices = BTreeMap::new();
        let mut data = Map::new();
        for (id, sketch) in &topic.notices {
            let editions = sketch.editions();
            data.insert(id.clone(), for_boot(&editions));
            notices.insert(id.clone(), editions.into_iter().next().unwrap().notice);
        }
        for case in &topic.cases {
            run(case, &notices[&case.notice]);
        }
        println!("{name}: {} cases", topic.cases.len());
        for_boot_script.insert(name.into(), data.into());
    }
    leave_for_boot("sketches.json", &for_boot_script.into());
}

#[test]
fn every_topic_is_in_the_list() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors");
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let mut listed = TOPICS.map(|name| format!("{name}.json"));
    names.sort();
    listed.sort();
    assert_eq!(names, listed);
}
