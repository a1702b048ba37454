//! A notice with one purpose of every kind there is, for the tests of the decision.
#![allow(dead_code, reason = "each test file uses its own part of this")]

use std::fmt::Write;

use sudare::notice::Notice;
use sudare::notice::source::{Edition, Folder, compile};

/// Purpose id, required, respects GPC, own regime. Each has two services, `<id>-1` and `<id>-2`.
pub const PURPOSES: [(&str, bool, bool, Option<&str>); 7] = [
    ("always", true, false, None),
    ("plain", false, false, None),
    ("signal", false, true, None),
    ("asked", false, false, Some("opt-in")),
    ("asked-signal", false, true, Some("opt-in")),
    ("assumed", false, false, Some("opt-out")),
    ("assumed-signal", false, true, Some("opt-out")),
];

/// The regions that the notice tells apart, and two that it does not name.
pub const REGIONS: [Option<&str>; 7] =
    [None, Some(""), Some("DE"), Some("US"), Some("US-CA"), Some("US-NY"), Some("ZZ")];

/// The editions of that notice, whose default regime is given.
pub fn editions(default_regime: &str) -> Vec<Edition> {
    let mut manifest = format!(
        r#"format = 1
id = "every-kind"
[operator]
name = "Model"
[notice]
revision = "r3"
effective = 2026-11-01
languages = ["en"]
[regimes]
default = "{default_regime}"
opt-in = ["EU", "US-CA"]
opt-out = ["US"]
[first-layer]
title = "You choose"
text = "We ask."
[storage]
days = 100
refusal-days = 50
[[change]]
revision = "r3"
date = 2026-11-01
summary = "A slip of the pen"
material = false
[[change]]
revision = "r2"
date = 2026-06-01
summary = "New ads"
[[change]]
revision = "r1"
date = 2026-01-01
summary = "The first"
"#
    );
    for (id, required, gpc, regime) in PURPOSES {
        let regime = regime.map_or(String::new(), |regime| format!("regime = \"{regime}\"\n"));
        let _ = write!(
            manifest,
            "[[purpose]]\nid = \"{id}\"\nname = \"{id}\"\ntext = \"{id}\"\nrequired = {required}\ngpc = {gpc}\n\
             {regime}article = \"all\"\n"
        );
        for n in [1, 2] {
            let _ = write!(
                manifest,
                "[[service]]\nid = \"{id}-{n}\"\nname = \"{id}-{n}\"\npurpose = \"{id}\"\n\
                 recipient = \"x\"\nsends = \"x\"\nuse = \"x\"\n"
            );
        }
    }
    let mut folder = Folder::default();
    folder.add("notice.toml", manifest.into_bytes());
    folder.add("en.md", "# Notice\n\n## All {#all}\n\nWords.\n".into());
    let (editions, diagnostics) = compile(&folder);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    editions
}

/// The notice itself.
pub fn notice(default_regime: &str) -> Notice {
    editions(default_regime).remove(0).notice
}
