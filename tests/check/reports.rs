//! How it is said: for people, as JSON, as SARIF, by the exit code.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::{MANIFEST, samples, sudare};

/// A copy of a sample in a folder of its own, with a fault that its excerpt shows.
fn spoilt(within: &Path) -> PathBuf {
    let notice = within.join("my privacy");
    fs::create_dir(&notice).unwrap();
    for entry in fs::read_dir(samples().join("fern")).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), notice.join(entry.file_name())).unwrap();
    }
    let policy = fs::read_to_string(notice.join("en.md")).unwrap();
    fs::write(notice.join("en.md"), policy + "\nSee [it](http://a.test/) and <b>this</b>.\n")
        .unwrap();
    notice
}

#[test]
fn json_holds_the_places_the_checklists_and_the_measures() {
    let place = tempfile::tempdir().unwrap();
    spoilt(place.path());
    for args in
        [&["check", "my privacy", "--json"][..], &["check", "my privacy", "--format", "json"]]
    {
        let output = sudare(args, place.path());
        assert_eq!(output.status.code(), Some(1));
        let said: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(said["errors"], 2, "an opening and a closing tag");
        let open = said["diagnostics"].as_array().unwrap();
        let open = open.iter().find(|one| one["code"] == "http-address").unwrap();
        assert_eq!(open["file"], "en.md");
        assert_eq!((&open["column"], &open["endColumn"]), (&5.into(), &25.into()));
        assert_eq!(said["checklists"][0]["id"], "gdpr-13");
        assert_eq!(said["readability"][0]["measure"], "LIX");
    }
}

/// What the schema of SARIF 2.1.0 requires, and what GitHub reads of it.
#[test]
fn sarif_has_what_its_schema_requires() {
    let place = tempfile::tempdir().unwrap();
    spoilt(place.path());
    let output = sudare(&["check", "my privacy", "--format", "sarif"], place.path());
    assert_eq!(output.status.code(), Some(1));
    let log: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(log["version"], "2.1.0");
    assert!(log["$schema"].as_str().unwrap().ends_with("sarif-2.1.0.json"));
    let [run] = &log["runs"].as_array().unwrap()[..] else { panic!("one run") };
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let driver = &run["tool"]["driver"];
    assert_eq!(driver["name"], "sudare");
    let rules = driver["rules"].as_array().unwrap();
    let ids: BTreeSet<&str> = rules.iter().map(|rule| rule["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), rules.len(), "each rule once");
    for rule in rules {
        assert!(!rule["shortDescription"]["text"].as_str().unwrap().is_empty());
        assert!(rule["help"]["text"].as_str().unwrap().contains("What to do"));
    }
    let results = run["results"].as_array().unwrap();
    let mut levels = BTreeSet::new();
    for result in results {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[index]["id"], result["ruleId"]);
        assert!(!result["message"]["text"].as_str().unwrap().is_empty());
        levels.insert(result["level"].as_str().unwrap());
        let place = &result["locations"][0]["physicalLocation"];
        let uri = place["artifactLocation"]["uri"].as_str().unwrap();
        assert!(uri.starts_with("my%20privacy/"), "{uri}");
        let region = &place["region"];
        let at = |key: &str| region[key].as_u64().unwrap();
        assert!(at("startLine") >= 1 && at("startColumn") >= 1);
        assert!((at("startLine"), at("startColumn")) <= (at("endLine"), at("endColumn")));
    }
    assert_eq!(levels, BTreeSet::from(["error", "note", "warning"]));
}

#[test]
fn the_exit_code_tells_fine_problems_and_wrong_use_apart() {
    let place = tempfile::tempdir().unwrap();
    let fern = samples().join("fern");
    let fern = fern.to_str().unwrap();
    let code = |args: &[&str]| sudare(args, place.path()).status.code();
    assert_eq!(code(&["check", fern]), Some(0));
    assert_eq!(code(&["check", fern, "--strict"]), Some(0));
    spoilt(place.path());
    assert_eq!(code(&["check", "my privacy"]), Some(1));
    assert_eq!(code(&["check", "nowhere"]), Some(2));
    assert_eq!(code(&["check", fern, "--format", "yaml"]), Some(2));
    assert_eq!(code(&["check", fern, "--format", "json", "--json"]), Some(2));
    assert_eq!(code(&["explain", "nothing"]), Some(2));
}

#[test]
fn of_each_kind_of_warning_the_first_few_are_shown() {
    let place = tempfile::tempdir().unwrap();
    let notice = place.path().join("privacy");
    fs::create_dir(&notice).unwrap();
    fs::write(notice.join("notice.toml"), MANIFEST).unwrap();
    let links = "[it](http://a.test/)\n\n".repeat(9);
    fs::write(notice.join("en.md"), format!("# N\n\n## C {{#cookies}}\n\n{links}")).unwrap();
    let said = |args: &[&str]| {
        let output = sudare(args, place.path());
        assert_eq!(output.status.code(), Some(0));
        assert!(String::from_utf8(output.stdout).unwrap().ends_with("no errors, 9 warnings\n"));
        String::from_utf8(output.stderr).unwrap()
    };
    let short = said(&["check"]);
    assert_eq!(short.matches("warning[").count(), 5);
    assert!(short.contains("and 4 more http-address"), "{short}");
    assert!(!short.contains('\u{1b}'), "no colours in a pipe");
    assert_eq!(said(&["check", "--all"]).matches("warning[").count(), 9);
    let strict = sudare(&["check", "--strict"], place.path());
    assert_eq!(strict.status.code(), Some(1));
}
