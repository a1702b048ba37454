//! Writes every reachable state of the decision for the boot script to be held against:
//! `target/vectors/states.json`, read by `tests/boot/differential.test.mjs`.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use serde_json::{Value, json};
use sudare::bundle::compiled;
use sudare::consent::{Absent, Act, ById, Persistence, Record, Signals, Snapshot, Source, table};
use sudare::notice::{Notice, Text};
use support::{PURPOSES, REGIONS, editions};

const NOW: f64 = 1_795_000_000_000.0;
const DAY: f64 = 86_400_000.0;

fn iso(ms: f64) -> Text {
    // The last time that JavaScript has, and Rust's library has not.
    if ms == 8.64e15 {
        return "+275760-09-13T00:00:00.000Z".into();
    }
    #[allow(clippy::cast_possible_truncation, reason = "times of this century")]
    let at = jiff::Timestamp::from_millisecond(ms as i64).unwrap();
    format!("{at:.3}").into()
}

struct States<'a> {
    notice: &'a Notice,
    found: Vec<Value>,
}

impl States<'_> {
    /// One stored text in every region, with and without the signal.
    fn add(&mut self, stored: Option<&str>, record: Result<&Record, Absent>) {
        for region in REGIONS {
            for gpc in [false, true] {
                let signals = Signals {
                    gpc,
                    region: region.map(Into::into),
                    persistence: Persistence::Local,
                };
                let snapshot = Snapshot::take(self.notice, record, &signals, iso);
                self.found.push(json!({
                    "stored": stored, "gpc": gpc, "region": region, "now": NOW, "snapshot": snapshot,
                }));
            }
        }
    }

    fn add_record(&mut self, record: &Record) {
        let stored = serde_json::to_string(record).unwrap();
        match record.clone().usable(&self.notice.id, NOW) {
            Ok(record) => self.add(Some(&stored), Ok(&record)),
            Err(absent) => self.add(Some(&stored), Err(absent)),
        }
    }
}

fn sample(notice: &Notice) -> Record {
    let act = Act {
        source: Source::Notice,
        layer: None,
        now: NOW - DAY,
        gpc: false,
        random_id: "0123456789abcdef",
    };
    Record::after(None, notice, &[("plain".into(), true)], &act)
}

/// Records whose choices put every purpose and its services into every pair of states, known and
/// not, on every revision.
fn usable_records(notice: &Notice) -> Vec<Record> {
    let mut records = Vec::new();
    for revision in ["r1", "r2", "r3"] {
        for purpose_said in 0..4 {
            for service_said in 0..4 {
                for known in 0..3 {
                    let mut record = sample(notice);
                    record.revision = revision.into();
                    record.choices = ById::default();
                    for (at, (id, ..)) in PURPOSES.into_iter().enumerate() {
                        // Each purpose is a step further on, so that they differ within a record.
                        if let Some(choice) = table::RECORDED[(purpose_said + at) % 4] {
                            record.choices.set(id, choice);
                        }
                        if let Some(choice) = table::RECORDED[service_said] {
                            record.choices.set(&format!("{id}-1"), choice);
                        }
                    }
                    match known {
                        0 => {}
                        1 => record.known.retain(|id| !id.ends_with("-1") && !id.ends_with("-2")),
                        _ => record.known.retain(|id| id.ends_with("-1")),
                    }
                    records.push(record);
                }
            }
        }
    }
    records
}

#[test]
fn every_reachable_state_is_written_for_the_boot_script() {
    let mut cases = Vec::new();
    for default_regime in ["opt-in", "opt-out"] {
        let editions = editions(default_regime);
        let notice = &editions[0].notice;
        let mut states = States { notice, found: Vec::new() };

        states.add(None, Err(Absent::Missing));
        for record in usable_records(notice) {
            states.add_record(&record);
        }
        // What cannot be gone by, and what has run out.
        let changes: [fn(&mut Record); 10] = [
            |r| r.until = 8.64e15,
            |r| r.until = 8.64e15 + 2.0,
            |r| r.v = 1,
            |r| r.v = 3,
            |r| r.v = 0,
            |r| r.notice = "other".into(),
            |r| r.at = NOW + 300_001.0,
            |r| r.at = NOW + 299_999.0,
            |r| r.until = r.at - 1.0,
            |r| r.until = NOW,
        ];
        for change in changes {
            let mut record = sample(notice);
            change(&mut record);
            states.add_record(&record);
        }
        let sound = serde_json::to_value(sample(notice)).unwrap();
        let mut broken = vec![
            String::new(),
            "{".into(),
            "null".into(),
            "[]".into(),
            "\"yes\"".into(),
            "{}".into(),
            "[".repeat(10_000),
            format!("{}1{}", "{\"a\":".repeat(500), "}".repeat(500)),
            "\u{0}\u{fffd}".into(),
        ];
        for (key, value) in [
            ("choices", json!(null)),
            ("choices", json!([])),
            ("choices", json!({"plain": "perhaps"})),
            ("choices", json!({"plain": true})),
            ("choices", json!({"plain": ["granted"]})),
            ("known", json!("plain")),
            ("known", json!([1])),
            ("past", json!({})),
            ("past", json!([{}])),
            ("at", json!("yesterday")),
            ("until", json!(null)),
            ("source", json!("elsewhere")),
            ("revision", json!(3)),
            ("id", json!(null)),
        ] {
            let mut record = sound.clone();
            record[key] = value;
            broken.push(record.to_string());
            let mut record = sound.clone();
            record.as_object_mut().unwrap().remove(key);
            broken.push(record.to_string());
        }
        for stored in broken {
            assert!(serde_json::from_str::<Record>(&stored).is_err(), "{stored:.80}");
            states.add(Some(&stored), Err(Absent::Unusable));
        }

        let [notice, script, wasm] = ["n", "s", "w"].map(str::to_owned);
        let data = compiled(&editions, &[notice], &[script, wasm], "");
        cases.push(json!({ "compiled": data, "states": states.found }));
    }
    let count: usize = cases.iter().map(|case| case["states"].as_array().map_or(0, Vec::len)).sum();
    assert!(count > 3_000, "{count}");

    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/vectors");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("states.json"), serde_json::to_vec(&cases).unwrap()).unwrap();
    println!("wrote {count} states");
}
