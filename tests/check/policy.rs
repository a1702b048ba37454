//! What is found in the words of a policy.

use super::{MANIFEST, article, findings, found, languages};

#[test]
fn a_sound_notice_has_nothing_to_say_about() {
    assert_eq!(article("We count visits."), [""; 0]);
}

#[test]
fn an_address_that_is_open_wrapped_or_broken_is_told() {
    for (address, code) in [
        ("http://a.test/", "http-address"),
        ("https://web.archive.org/web/2020/https://a.test/", "wrapped-address"),
        ("https://www.google.com/url?q=https://a.test/", "wrapped-address"),
        ("https://https://a.test/", "malformed-address"),
        ("https://localhost/", "malformed-address"),
    ] {
        assert_eq!(article(&format!("See [it](<{address}>).")), [format!("{code}@en.md:5")]);
    }
    assert_eq!(article("See [it](https://a.test/), <mailto:a@b.test>, <a@b.test>."), [""; 0]);
    let manifest = format!("{MANIFEST}policy = \"http://lumo.test/\"\n");
    let policy = "# N\n\n## C {#cookies}\n\nWords.\n";
    let files = [("notice.toml", &*manifest), ("en.md", policy)];
    assert_eq!(found(&files), ["http-address@notice.toml:27"]);
}

#[test]
fn a_card_that_promises_what_the_article_takes_back_is_told() {
    for (card, text) in [
        ("We never share your data.", "We share it with our partners."),
        ("No third parties.", "Recipients are Lumo and Tally."),
        ("We do not sell data.", "We may sell data to brokers."),
        ("No cookies here.", "We use cookies to count."),
        ("第三者に提供しません。", "広告会社に個人情報を第三者に提供することがあります。"),
        ("第三者に提供しません。", "次の場合を除き、第三者に提供しません。"),
        ("We share nothing; no third parties.", "We do not share it, except with Lumo."),
    ] {
        let found = article(&format!("> **In short.** {card}\n\n{text}"));
        assert_eq!(found, ["card-contradicts@en.md:5"], "{card} against {text}");
    }
    let rest = "> **In short.** We never use cookies for other purposes.\n\nWe never do. We use cookies to count.";
    assert_eq!(article(rest), [""; 0], "a promise about the rest only");
    // The article that it stands above has no services, and says the same.
    let policy = "# N\n\n## Data {#data}\n\n> **In short.** We never sell your data.\n\n\
                  We do not sell it, and never will.\n\n## C {#cookies}\n\nWords.\n";
    assert_eq!(found(&[("notice.toml", MANIFEST), ("en.md", policy)]), [""; 0]);
}

#[test]
fn a_card_is_held_against_the_article_about_recipients_and_the_services() {
    let policy = "# N\n\n## Data {#data}\n\n> **Yours.** Nobody else sees it; no third parties.\n\n\
                  It is yours.\n\n## Third parties {#third}\n\nWe disclose it to Lumo.\n\n\
                  ## C {#cookies}\n\nWords.\n";
    assert_eq!(
        found(&[("notice.toml", MANIFEST), ("en.md", policy)]),
        ["card-contradicts@en.md:5"]
    );
    let found = article("> **In short.** Nobody else, no third parties.\n\nIt is yours.");
    assert_eq!(found, ["card-contradicts@en.md:5"], "notice.toml declares a service for it");
}

#[test]
fn a_word_without_exceptions_must_come_back_in_the_article() {
    let told = article("> **Safe.** Your password is always encrypted.\n\nPasswords are stored.");
    assert_eq!(told, ["card-unsupported@en.md:5"]);
    let said =
        article("> **Safe.** Your password is always encrypted.\n\nAll passwords are encrypted.");
    assert_eq!(said, [""; 0]);
    let told = article("> **安全。** 氏名は一切記録しません。\n\n氏名を記録します。");
    assert_eq!(told, ["card-unsupported@en.md:5"]);
}

#[test]
fn a_card_has_the_numbers_of_its_article_and_stays_short() {
    assert_eq!(article("> **In short.** 30 days.\n\nFor 90 days."), ["card-number@en.md:5"]);
    assert_eq!(article("> **In short.** 30 days.\n\nFor thirty days."), [""; 0]);
    let long = "> **In short.** One. Two. Three. Four.\n\nOne, two, three, four.";
    assert_eq!(article(long), ["card-long@en.md:5"]);
}

#[test]
fn languages_that_drift_apart_are_told() {
    assert_eq!(languages("For 30 days.", "３０日間です。"), [""; 0]);
    assert_eq!(languages("For thirty days.", "30日間です。"), [""; 0]);
    assert_eq!(languages("From 1 March 2026.", "2026年3月1日から。"), [""; 0]);
    assert_eq!(languages("For 30 days.", "90日間です。"), ["languages-numbers@ja.md:3"]);
    let links = languages("[a](https://a.test/en/x)", "[a](https://a.test/ja/x)");
    assert_eq!(links, [""; 0]);
    let links = languages("[a](https://a.test/x)", "[a](https://a.test/y)");
    assert_eq!(links, ["languages-links@ja.md:3"]);
    assert_eq!(languages("### A {#a}\n\nx", "### A {#b}\n\nx"), ["languages-sections@ja.md:3"]);
    assert_eq!(languages("> **A.** B.\n\nx", "x"), ["languages-cards@ja.md:3"]);
}

#[test]
fn articles_that_a_language_lacks_are_named() {
    let manifest = MANIFEST.replacen("[\"en\"]", "[\"en\", \"ja\"]", 1);
    let english = "# N\n\n## C {#cookies}\n\nx\n\n## R {#rights}\n\nx\n\n## K {#contact}\n\nx\n";
    let japanese = "# N\n\n## C {#cookies}\n\nx\n\n## K {#contact}\n\nx\n";
    let findings = findings(&[("notice.toml", &manifest), ("en.md", english), ("ja.md", japanese)]);
    let told = &findings.diagnostics[0];
    assert_eq!(told.code, "languages-differ");
    assert!(told.message.contains("`rights`"), "{}", told.message);
}

#[test]
fn dates_that_cannot_all_be_right_are_told() {
    assert_eq!(article("Last updated: 5 March 2021"), ["date-differs@en.md:5"]);
    assert_eq!(article("Last updated: 20 October 2026"), [""; 0], "it takes effect soon after");
    let policy = "# N\n\n## C {#cookies}\n\nWords.\n";
    let with =
        |text: &str| found(&[("notice.toml", &format!("{MANIFEST}{text}")), ("en.md", policy)]);
    assert_eq!(with("checked = 2027-01-01\n"), ["date-in-future@notice.toml:27"]);
    let change = "[[change]]\nrevision = \"1\"\ndate = 2026-12-24\nsummary = \"x\"\n";
    assert_eq!(with(change), ["dates-out-of-order@notice.toml:29"]);
}

#[test]
fn what_is_hard_to_read_is_told_at_its_longest_sentence() {
    let long = format!("We {}end.", "and so on we go on ".repeat(10));
    assert_eq!(article(&format!("Short.\n\n{long}")), ["long-sentence@en.md:7"]);
    let long = format!("{}です。", "利用者の情報を取得し、".repeat(13));
    let manifest = MANIFEST.replacen("[\"en\"]", "[\"ja\"]", 1);
    let policy = format!("# N\n\n## C {{#cookies}}\n\n{long}\n");
    let told = found(&[("notice.toml", &manifest), ("ja.md", &policy)]);
    assert_eq!(told, ["long-sentence@ja.md:5"]);
    let hard = "Comprehensive organisational arrangements notwithstanding, administrative responsibilities \
                necessitate extraordinary documentation. ".repeat(9);
    assert_eq!(article(&hard), ["hard-to-read@en.md:3"]);
}

#[test]
fn headings_keep_their_ids_and_their_order() {
    let policy = "# N\n\n## C {#cookies}\n\nx\n\n#### Deep {#deep}\n\nx\n\n## No id\n\nx\n";
    assert_eq!(
        found(&[("notice.toml", MANIFEST), ("en.md", policy)]),
        ["skipped-level@en.md:7", "made-id@en.md:11"]
    );
}

#[test]
fn words_that_were_to_be_a_heading_are_told() {
    assert_eq!(article("##Our letter\n\nWe write."), ["lost-heading@en.md:5"]);
    assert_eq!(article("##\u{a0}Our letter\n\nWe write."), ["lost-heading@en.md:5"]);
    assert_eq!(article("Our letter {#letter}\n\nWe write."), ["lost-heading@en.md:5"]);
    for meant in ["\\##Our letter", "Our \\{#letter}", "#privacy is a word.", "We are ## 1."] {
        assert_eq!(article(meant), [""; 0], "{meant}");
    }
}

#[test]
fn words_of_a_template_are_told() {
    assert_eq!(article("[Company name] respects you."), ["placeholder@en.md:5"]);
    assert_eq!(article("Write to <privacy@example.com>."), ["placeholder@en.md:5"]);
}

#[test]
fn an_unsound_notice_is_still_looked_at() {
    let found = article("<b>x</b> See [it](http://a.test/).");
    assert!(found.contains(&"raw-html@en.md:5".to_owned()), "{found:?}");
    assert!(found.contains(&"http-address@en.md:5".to_owned()), "{found:?}");
}
