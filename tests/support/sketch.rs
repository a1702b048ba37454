//! A notice in a few words of JSON, for the tests that need many small ones.
#![allow(dead_code, reason = "each test file uses its own part of this")]

use std::fmt::Write;

use serde::Deserialize;
use serde_json::{Map, Value, json};
use sudare::bundle::compiled;
use sudare::notice::source::{Edition, Folder, compile};

/// A notice in a few words.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Sketch {
    #[serde(default = "shop")]
    pub id: String,
    /// The regime where no region says another.
    pub default: String,
    #[serde(default)]
    pub opt_in: Vec<String>,
    #[serde(default)]
    pub opt_out: Vec<String>,
    /// Id → `required`, `gpc`, `opt-in`, `opt-out`, several, or none of them.
    pub purposes: Map<String, Value>,
    /// Id → its purpose.
    #[serde(default)]
    pub services: Map<String, Value>,
    /// Newest first; `r2 slip` was a slip of the pen, `r2 ads` touched that purpose alone.
    pub revisions: Vec<String>,
    /// Only what has changed is asked again.
    #[serde(default)]
    pub only_changes: bool,
    #[serde(default = "hundred")]
    pub days: u16,
    #[serde(default = "fifty")]
    pub refusal_days: u16,
}

fn shop() -> String {
    "shop".into()
}

fn hundred() -> u16 {
    100
}

fn fifty() -> u16 {
    50
}

impl Sketch {
    /// The words after a purpose's id.
    pub fn words(&self, purpose: &str) -> Vec<&str> {
        self.purposes[purpose].as_str().unwrap().split_whitespace().collect()
    }

    /// The sketch as an owner would write it, compiled.
    pub fn editions(&self) -> Vec<Edition> {
        let (id, default) = (&self.id, &self.default);
        let newest = self.revisions[0].split(' ').next().unwrap();
        let mut manifest = format!(
            "format = 1\nid = \"{id}\"\n[operator]\nname = \"Sketch\"\n\
             [notice]\nrevision = \"{newest}\"\neffective = 2026-11-01\nlanguages = [\"en\"]\n\
             [regimes]\ndefault = \"{default}\"\nopt-in = {:?}\nopt-out = {:?}\n\
             [first-layer]\ntitle = \"You choose\"\ntext = \"We ask.\"\n\
             [storage]\ndays = {}\nrefusal-days = {}\n[asking-again]\nonly-changes = {}\n",
            self.opt_in, self.opt_out, self.days, self.refusal_days, self.only_changes
        );
        for (age, revision) in self.revisions.iter().enumerate() {
            let (revision, what) = revision.split_once(' ').unwrap_or((revision, ""));
            let day = 28 - age;
            let _ = write!(
                manifest,
                "[[change]]\nrevision = \"{revision}\"\ndate = 2026-10-{day}\nsummary = \"x\"\n{}\n",
                match what {
                    "slip" => "material = false".to_owned(),
                    "" => String::new(),
                    purpose => format!("purposes = [\"{purpose}\"]"),
                }
            );
        }
        for id in self.purposes.keys() {
            let _ = write!(
                manifest,
                "[[purpose]]\nid = \"{id}\"\nname = \"{id}\"\ntext = \"x\"\narticle = \"all\"\n"
            );
            for word in self.words(id) {
                let _ = match word {
                    "opt-in" | "opt-out" => writeln!(manifest, "regime = \"{word}\""),
                    flag => writeln!(manifest, "{flag} = true"),
                };
            }
        }
        for (id, purpose) in &self.services {
            let _ = write!(
                manifest,
                "[[service]]\nid = \"{id}\"\nname = \"{id}\"\npurpose = {purpose}\n\
                 recipient = \"x\"\nsends = \"x\"\nuse = \"x\"\n"
            );
        }
        let mut folder = Folder::default();
        folder.add("notice.toml", manifest.into_bytes());
        folder.add("en.md", "# Notice\n\n## All {#all}\n\nWords.\n".into());
        let (editions, diagnostics) = compile(&folder);
        assert!(diagnostics.is_empty(), "{diagnostics:?}");
        editions
    }
}

/// The data for boot, as `sudare build` would put it into the script.
pub fn for_boot(editions: &[Edition]) -> Value {
    let [notice, script, wasm] = ["n", "s", "w"].map(str::to_owned);
    compiled(editions, &[notice], &[script, wasm], "")
}

/// Writes a file for the tests of the boot script.
pub fn leave_for_boot(name: &str, value: &Value) {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/vectors");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(name), serde_json::to_vec(value).unwrap()).unwrap();
}

/// Milliseconds since 1970 UTC as JavaScript's `toISOString` writes them.
pub fn iso(ms: f64) -> sudare::notice::Text {
    #[allow(clippy::cast_possible_truncation, reason = "times of this century")]
    let at = jiff::Timestamp::from_millisecond(ms as i64).unwrap();
    format!("{at:.3}").into()
}

/// A record's text the way JavaScript writes it: a whole number has no `.0`.
pub fn as_value(record: &impl serde::Serialize) -> Value {
    fn whole(value: Value) -> Value {
        match value {
            Value::Number(number) => {
                #[allow(clippy::cast_possible_truncation, reason = "whole, and below 2^53")]
                let ms = number.as_f64().unwrap() as i64;
                json!(ms)
            }
            Value::Array(list) => list.into_iter().map(whole).collect(),
            Value::Object(map) => map.into_iter().map(|(key, value)| (key, whole(value))).collect(),
            other => other,
        }
    }
    whole(serde_json::to_value(record).unwrap())
}
