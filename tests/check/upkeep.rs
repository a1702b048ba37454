//! What time does to a notice: cards that were not read again, marks of the importer that nobody took away.

use std::fs;

use serde_json::Value;

use super::{MANIFEST, found, sudare};

#[test]
fn a_card_whose_article_has_changed_since_is_told_until_somebody_says_that_it_holds() {
    let place = tempfile::tempdir().unwrap();
    let notice = place.path().join("privacy");
    fs::create_dir(&notice).unwrap();
    fs::write(notice.join("notice.toml"), MANIFEST).unwrap();
    let policy = |card: &str, text: &str| {
        let text = format!("# N\n\n## C {{#cookies}}\n\n> **In short.** {card}\n\n{text}\n");
        fs::write(notice.join("en.md"), text).unwrap();
    };
    let stale = || {
        let output = sudare(&["check", "--json"], place.path());
        let said: Value = serde_json::from_slice(&output.stdout).unwrap();
        let all = said["diagnostics"].as_array().unwrap().clone();
        all.iter().filter(|one| one["code"] == "card-stale").count()
    };
    policy("We count visits.", "We count visits.");
    assert!(sudare(&["build"], place.path()).status.success());
    assert_eq!(stale(), 0);
    policy("We count visits.", "We count visits and clicks.");
    assert_eq!(stale(), 1);
    policy("We count visits and clicks.", "We count visits and clicks.");
    assert_eq!(stale(), 0, "the card was touched as well");
    policy("We count visits.", "We count visits and clicks.");
    assert!(sudare(&["build", "--cards-hold"], place.path()).status.success());
    assert_eq!(stale(), 0);
}

#[test]
fn what_the_importer_has_marked_is_told_until_it_is_confirmed() {
    let manifest =
        MANIFEST.replacen("name = \"Ads\"", "name = \"Ads\"    # draft: yours to write", 1);
    let policy =
        "# N\n\n## C {#cookies}\n\n> **Draft: Cookies** We count visits.\n\nWe count visits.\n";
    assert_eq!(
        found(&[("notice.toml", &manifest), ("en.md", policy)]),
        ["draft@notice.toml:17", "card-draft@en.md:5"]
    );
}
