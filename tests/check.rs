//! `sudare check`: what it finds beyond what a build needs, and how it says so.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use sudare::bundle::check::{Findings, State, Wanted, check};
use sudare::notice::source::{CODES, Code, Folder};

const TODAY: &str = "2026-11-21";

const MANIFEST: &str = r#"format = 1
id = "shop"
[operator]
name = "Shop"
email = "privacy@shop.test"
[notice]
revision = "1"
effective = 2026-11-01
languages = ["en"]
[regimes]
default = "opt-in"
[first-layer]
title = "You choose"
text = "We ask."
[[purpose]]
id = "ads"
name = "Ads"
text = "Shows ads."
article = "cookies"
[[service]]
id = "lumo"
name = "Lumo"
purpose = "ads"
recipient = "Lumo K.K."
sends = "The page"
use = "To choose ads"
"#;

fn folder(files: &[(&str, &str)]) -> Folder {
    let mut folder = Folder::default();
    for (name, text) in files {
        folder.add(*name, text.as_bytes().to_vec());
    }
    folder
}

fn findings(files: &[(&str, &str)]) -> Findings {
    check(&folder(files), TODAY, Wanted::All)
}

/// `code@file:line` of everything that was found.
fn found(files: &[(&str, &str)]) -> Vec<String> {
    let folder = folder(files);
    let findings = check(&folder, TODAY, Wanted::None);
    let told = findings
        .diagnostics
        .iter()
        .map(|one| format!("{}@{}:{}", one.code, one.file, one.place(&folder).start.0));
    told.collect()
}

/// What is found in the one article `cookies` of a notice.
fn article(text: &str) -> Vec<String> {
    let policy = format!("# N\n\n## Cookies {{#cookies}}\n\n{text}\n");
    found(&[("notice.toml", MANIFEST), ("en.md", &policy)])
}

/// What is found in a notice of two languages with the one article `cookies`.
fn languages(english: &str, japanese: &str) -> Vec<String> {
    let manifest = MANIFEST.replacen("[\"en\"]", "[\"en\", \"ja\"]", 1);
    let english = format!("# N\n\n## Cookies {{#cookies}}\n\n{english}\n");
    let japanese = format!("# 通知\n\n## クッキー {{#cookies}}\n\n{japanese}\n");
    found(&[("notice.toml", &manifest), ("en.md", &english), ("ja.md", &japanese)])
}

fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("demo/notices")
}

fn sudare(args: &[&str], within: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_sudare")).args(args).current_dir(within).output().unwrap()
}

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

/// The state of an item of a checklist, and the id of the article where it was found.
fn item(findings: &Findings, list: &str, asks: &str) -> (State, Option<String>) {
    let list = findings.checklists.iter().find(|known| known.id == list).unwrap();
    let item = list.items.iter().find(|item| item.asks.contains(asks)).unwrap();
    (item.state, item.found.as_ref().map(|found| found.article.clone()))
}

#[test]
fn the_checklist_of_the_gdpr_says_what_is_there_and_where() {
    let policy = "# N\n\n## Why we use data {#why}\n\nWe use your address to send parcels. The legal basis is the contract (article 6(1)(b)).\n\n\
                  ## How long we keep it {#kept}\n\nLong enough.\n\n\
                  ## Your rights {#rights}\n\nYou can ask for access, rectification and erasure. You can withdraw a consent at any time. \
                  You can complain to the supervisory authority.\n\n## C {#cookies}\n\nWords.\n";
    let findings = findings(&[("notice.toml", MANIFEST), ("en.md", policy)]);
    let of = |asks: &str| item(&findings, "gdpr-13", asks);
    let at = |id: &str| Some(id.to_owned());
    assert_eq!(of("who the controller is").0, State::Present);
    assert_eq!(of("what the data is used for"), (State::Present, at("why")));
    assert_eq!(of("by what right"), (State::Present, at("why")));
    assert_eq!(of("for how long"), (State::Unclear, at("kept")));
    assert_eq!(of("the rights of access"), (State::Unclear, at("rights")));
    assert_eq!(of("taken back"), (State::Present, at("rights")));
    assert_eq!(of("supervisory authority"), (State::Present, at("rights")));
    assert_eq!(of("automated decisions"), (State::Missing, None));
}

#[test]
fn the_checklist_of_the_gdpr_reads_japanese() {
    let manifest = MANIFEST.replacen("[\"en\"]", "[\"ja\"]", 1);
    let policy = "# 通知\n\n## 利用目的 {#why}\n\n商品を発送するために利用します。\n\n## 保存期間 {#kept}\n\n\
                  注文の記録の保存期間は7年間です。\n\n## C {#cookies}\n\n外部送信を行います。\n";
    let findings = findings(&[("notice.toml", &manifest), ("ja.md", policy)]);
    assert_eq!(item(&findings, "gdpr-13", "used for").0, State::Present);
    assert_eq!(item(&findings, "gdpr-13", "for how long").0, State::Present);
    assert_eq!(item(&findings, "japan-27-12", "told in Japanese").0, State::Present);
    assert_eq!(item(&findings, "japan-27-12", "who receives it").0, State::Present);
    assert_eq!(item(&findings, "japan-27-12", "use it for yourself").0, State::Missing);
}

#[test]
fn nothing_ever_says_that_a_notice_complies() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let output = sudare(&["check", "demo/notices/aster"], root);
    let mut said = String::from_utf8(output.stdout).unwrap();
    said.extend(CODES.iter().map(|code| code.page));
    let said = said.to_lowercase().replace("is no compliance", "");
    for word in ["compliant", "complies", "compliance", "conform"] {
        assert!(!said.contains(word), "{word}");
    }
}

#[test]
fn every_code_has_a_page_and_every_page_a_code() {
    let pages = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/checks");
    let index = fs::read_to_string(pages.join("README.md")).unwrap();
    let names: BTreeSet<String> = fs::read_dir(&pages)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name != "README.md")
        .collect();
    let codes: BTreeSet<String> = CODES.iter().map(|code| format!("{}.md", code.name)).collect();
    assert_eq!(names, codes);
    assert_eq!(codes.len(), CODES.len(), "each code once");
    for code in CODES {
        assert!(code.page.starts_with(&format!("# {}\n\n*", code.name)), "{}", code.name);
        for part in ["**Why.**", "**What to do.**"] {
            assert!(code.page.contains(part), "{} has no {part}", code.name);
        }
        let line = format!("({}.md) | ", code.name);
        assert_eq!(index.matches(&line).count(), 1, "{} is not listed once", code.name);
        assert!(index.contains(code.sentence()), "{} is listed with other words", code.name);
        assert!(code.sentence().ends_with('.'), "{}", code.name);
    }
}

/// Every code that the sources give, as the first argument of what makes a diagnostic.
fn codes_in(folder: &Path) -> Vec<String> {
    let mut codes = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            codes.extend(codes_in(&path));
        } else if path.extension().is_some_and(|end| end == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            for call in ["error(", "warning(", ".at("] {
                for (at, _) in text.match_indices(call) {
                    let rest = text[at + call.len()..].trim_start();
                    let literal = rest.strip_prefix('"').and_then(|rest| rest.split_once('"'));
                    codes.extend(literal.map(|(code, _)| code.to_owned()));
                }
            }
        }
    }
    codes
}

#[test]
fn every_code_that_the_sources_give_is_known() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut codes = codes_in(&root.join("notice"));
    codes.extend(codes_in(&root.join("bundle/check")));
    codes.extend(codes_in(&root.join("bundle/lock")));
    codes.extend(codes_in(&root.join("bundle/command")));
    assert!(codes.len() > 60, "{}", codes.len());
    for code in codes {
        assert!(Code::of(&code).is_some(), "{code} has no page");
    }
}

#[test]
fn explain_prints_the_page_of_a_code() {
    let place = tempfile::tempdir().unwrap();
    let output = sudare(&["explain", "card-contradicts"], place.path());
    let page = String::from_utf8(output.stdout).unwrap();
    assert_eq!(page, Code::of("card-contradicts").unwrap().page);
    let output = sudare(&["explain", "card-contradict"], place.path());
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("did you mean `card-contradicts`?"));
    let list = String::from_utf8(sudare(&["explain"], place.path()).stdout).unwrap();
    assert_eq!(list.lines().count(), CODES.len());
}

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

/// What is found of one service, written as the rest of its table.
fn service(rest: &str) -> Vec<(String, String, Option<String>)> {
    let manifest = MANIFEST.split("[[service]]").next().unwrap();
    let manifest =
        format!("{manifest}[[service]]\npurpose = \"ads\"\nsends = \"x\"\nuse = \"x\"\n{rest}\n");
    let folder =
        folder(&[("notice.toml", &manifest), ("en.md", "# N\n\n## C {#cookies}\n\nWords.\n")]);
    let told = check(&folder, TODAY, Wanted::None).diagnostics;
    told.into_iter().map(|one| (one.code.to_owned(), one.message, one.help)).collect()
}

#[test]
fn a_service_that_differs_from_the_catalogue_is_told_with_the_page_that_it_was_read_from() {
    let analytics = "id = \"ga\"\nname = \"Google Analytics\"\n";
    let same = "recipient = \"Google LLC\"\npolicy = \"https://policies.google.com/privacy?hl=ja\"\n\
                opt-out = \"https://tools.google.com/dlpage/gaoptout\"\n";
    assert_eq!(service(&format!("{analytics}{same}")), []);
    for (from, to, of) in [
        ("Google LLC", "Acme Inc.", "another `recipient` of Google Analytics: Google LLC"),
        ("policies.google.com/privacy", "acme.test/x", "another `policy`"),
        ("tools.google.com/dlpage/gaoptout", "acme.test/x", "another `opt-out`"),
        (
            "gaoptout\"\n",
            "gaoptout\"\nopt-out-stops = \"use\"\n",
            "another `opt-out-stops` of Google Analytics: sending",
        ),
        ("gaoptout\"\n", "gaoptout\"\ncookies = [{ name = \"_other\" }]\n", "_gid"),
    ] {
        let told = service(&format!("{analytics}{}", same.replacen(from, to, 1)));
        let [(code, message, help)] = &told[..] else { panic!("{to}: {told:?}") };
        assert_eq!(code, "catalogue-differs");
        assert!(message.contains(of), "{message}");
        assert!(help.as_ref().unwrap().contains("read at https://"), "{help:?}");
    }
    let ended =
        service("id = \"addthis\"\nname = \"AddThis\"\nrecipient = \"Oracle America, Inc.\"\n");
    assert!(ended.iter().any(|(code, ..)| code == "catalogue-ended"), "{ended:?}");
}

#[test]
fn what_the_catalogue_knows_is_never_filled_in() {
    let place = tempfile::tempdir().unwrap();
    let notice = place.path().join("privacy");
    fs::create_dir(&notice).unwrap();
    let bare = MANIFEST.split("[[service]]").next().unwrap();
    let manifest =
        format!("{bare}[[service]]\nid = \"ga\"\nname = \"Google Analytics\"\npurpose = \"ads\"\n");
    fs::write(notice.join("notice.toml"), &manifest).unwrap();
    fs::write(notice.join("en.md"), "# N\n\n## C {#cookies}\n\nWords.\n").unwrap();
    assert_eq!(sudare(&["check"], place.path()).status.code(), Some(0));
    assert_eq!(fs::read_to_string(notice.join("notice.toml")).unwrap(), manifest);
    assert!(sudare(&["build"], place.path()).status.success());
    let built = fs::read_to_string(place.path().join("consent/index.html")).unwrap();
    assert!(!built.contains("Google LLC"), "the owner has not said so");
}

#[test]
fn an_opt_out_link_that_nobody_has_opened_for_a_year_is_told() {
    let codes = |checked: &str| -> Vec<String> {
        let rest = format!(
            "id = \"lumo\"\nname = \"Lumo\"\nrecipient = \"Lumo\"\nopt-out = \"https://lumo.test/out\"\nchecked = {checked}"
        );
        service(&rest).into_iter().map(|(code, ..)| code).collect()
    };
    assert_eq!(codes("2025-11-20"), ["checked-old"]);
    assert_eq!(codes("2025-12-01"), [""; 0]);
}

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

#[test]
fn a_service_that_the_policy_names_and_nothing_declares_is_told() {
    assert_eq!(article("We use Google Analytics to count."), ["service-undeclared@en.md:5"]);
    assert_eq!(article("We use analytics to count."), [""; 0]);
    let manifest = MANIFEST.replacen("name = \"Lumo\"", "name = \"Google Analytics\"", 1);
    let manifest = manifest.replacen("Lumo K.K.", "Google LLC", 1);
    let policy = "# N\n\n## C {#cookies}\n\nWe use Google Analytics to count.\n";
    let found = found(&[("notice.toml", &manifest), ("en.md", policy)]);
    assert!(!found.iter().any(|one| one.starts_with("service-undeclared")), "{found:?}");
}
