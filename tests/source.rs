//! What bad input gets: every fault of a notice is named, with its place.
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "support/manifest.rs"]
mod manifest;

use manifest::manifest;
use sudare::notice::source::{Folder, Severity, Style, compile, render};
use sudare::notice::{Block, Inline, PurposeKind};

const MANIFEST: &str = manifest!("");

const POLICY: &str =
    "# Notice\n\nHello.\n\n## Cookies {#cookies}\n\n> **Short.** One sentence.\n\nLong.\n";

fn folder(manifest: &str, policy: &str) -> Folder {
    let mut folder = Folder::default();
    folder.add("notice.toml", manifest.into());
    folder.add("en.md", policy.into());
    folder
}

/// `code@file:line` of every fault.
fn faults(folder: &Folder) -> Vec<String> {
    let (editions, diagnostics) = compile(folder);
    let sound = diagnostics.iter().all(|fault| fault.severity != Severity::Error);
    assert_eq!(editions.is_empty(), !sound, "an error, and only an error, leaves nothing to build");
    diagnostics
        .iter()
        .map(|fault| {
            let text = &folder.file(&fault.file).unwrap().text;
            format!("{}@{}:{}", fault.code, fault.file, fault.position(text).0)
        })
        .collect()
}

fn manifest_faults(from: &str, to: &str) -> Vec<String> {
    assert!(MANIFEST.contains(from), "the sample has no {from:?}");
    faults(&folder(&MANIFEST.replacen(from, to, 1), POLICY))
}

fn policy_faults(policy: &str) -> Vec<String> {
    faults(&folder(MANIFEST, policy))
}

#[test]
fn a_sound_notice_has_no_fault() {
    assert_eq!(faults(&folder(MANIFEST, POLICY)), [""; 0]);
}

#[test]
fn a_missing_key_is_named_at_its_table() {
    assert_eq!(manifest_faults("revision = \"1\"\n", ""), ["missing-key@notice.toml:5"]);
    assert_eq!(manifest_faults("format = 1\n", ""), ["missing-key@notice.toml:1"]);
    assert_eq!(
        manifest_faults("name = \"Ads\"\n", ""),
        [
            "missing-key@notice.toml:14",
            // Without its name the purpose does not stand, so the service has none.
            "unknown-purpose@notice.toml:21",
        ]
    );
}

#[test]
fn what_is_wrong_is_not_missing_as_well() {
    assert_eq!(manifest_faults("format = 1", "format = 2"), ["wrong-value@notice.toml:1"]);
    assert_eq!(
        manifest_faults("default = \"opt-in\"", "default = \"gdpr\""),
        ["wrong-value@notice.toml:10"]
    );
    assert_eq!(
        manifest_faults("languages = [\"en\"]", "languages = \"en\""),
        ["wrong-type@notice.toml:8"]
    );
}

#[test]
fn what_is_written_by_habit_is_told_as_toml_wants_it() {
    let help = |from: &str, to: &str| {
        let folder = folder(&MANIFEST.replacen(from, to, 1), POLICY);
        let (_, diagnostics) = compile(&folder);
        assert_eq!(diagnostics[0].code, "toml");
        diagnostics[0].help.clone().unwrap_or_default()
    };
    assert!(help("2026-11-01", "01.11.2026").contains("year, month, day"));
    assert!(help("2026-11-01", "11/01/2026").contains("year, month, day"));
    assert!(help("name = \"Ads\"", "name = “Ads”").contains("straight"));
    let service = MANIFEST.find("[[service]]").map(|at| &MANIFEST[at..]).unwrap();
    let single = service.replacen("[[service]]", "[service]", 1);
    assert!(help(service, &format!("{single}\n{single}")).contains("[[service]]"));
}

#[test]
fn an_unknown_key_is_an_error_with_a_suggestion() {
    let folder = folder(&MANIFEST.replacen("default =", "defualt =", 1), POLICY);
    let (_, diagnostics) = compile(&folder);
    let text: String = diagnostics
        .iter()
        .map(|fault| render(fault, &folder.files, "privacy".as_ref(), Style::Plain) + "\n\n")
        .collect();
    insta::assert_snapshot!(text);
}

#[test]
fn a_wrong_date_is_an_error() {
    for wrong in ["\"2026-11-01\"", "2026-11-01T00:00:00Z", "20261101", "true"] {
        let found = manifest_faults("2026-11-01", wrong);
        assert_eq!(found, ["wrong-date@notice.toml:7"], "{wrong}");
    }
    // A day that does not exist is no TOML at all.
    assert_eq!(manifest_faults("2026-11-01", "2026-02-30"), ["toml@notice.toml:7"]);
}

#[test]
fn dates_out_of_order_are_errors() {
    assert_eq!(
        manifest_faults(
            "effective = 2026-11-01\n",
            "effective = 2026-11-01\npublished = 2027-01-01\n"
        ),
        ["dates-out-of-order@notice.toml:8"]
    );
    let change = |revision: &str, date: &str| {
        format!("[[change]]\nrevision = \"{revision}\"\ndate = {date}\nsummary = \"x\"\n")
    };
    let manifest = format!("{MANIFEST}{}{}", change("0", "2025-01-01"), change("1", "2026-01-01"));
    assert_eq!(faults(&folder(&manifest, POLICY)), ["dates-out-of-order@notice.toml:32"]);
}

#[test]
fn a_slip_of_the_pen_with_nothing_before_it_is_warned_of() {
    let change = |revision: &str, material: bool| {
        format!(
            "[[change]]\nrevision = \"{revision}\"\ndate = 2026-01-01\nsummary = \"x\"\n\
             material = {material}\n"
        )
    };
    let with =
        |changes: &[String]| faults(&folder(&format!("{MANIFEST}{}", changes.concat()), POLICY));
    assert_eq!(with(&[change("1", false)]), ["change-alone@notice.toml:28"]);
    assert_eq!(with(&[change("1", false), change("0", true)]), [""; 0]);
    assert_eq!(with(&[change("1", true)]), [""; 0]);
    assert_eq!(with(&[change("0", false)]), [""; 0], "this revision has none");
}

#[test]
fn a_region_that_there_is_not_is_an_error() {
    for code in ["UK", "XX", "ZZ-99", "jp", "JPN", "EU-1", "US-", "US-CALIF", ""] {
        let found = manifest_faults("[regimes]\n", &format!("[regimes]\nopt-out = [\"{code}\"]\n"));
        assert_eq!(found, ["bad-region@notice.toml:10"], "{code}");
    }
    for code in ["GB", "XK", "EU", "US-CA", "GB-SCT"] {
        let found = manifest_faults("[regimes]\n", &format!("[regimes]\nopt-out = [\"{code}\"]\n"));
        assert_eq!(found, [""; 0], "{code}");
    }
}

#[test]
fn two_articles_with_one_id_are_an_error() {
    let policy = format!("{POLICY}\n## Again {{#cookies}}\n");
    assert_eq!(policy_faults(&policy), ["duplicate@en.md:11"]);
}

#[test]
fn an_id_that_is_given_is_not_made_for_an_earlier_heading_of_the_same_words() {
    let policy = POLICY.replace("Hello.", "### Cookies\n\nHello.");
    assert_eq!(policy_faults(&policy), [""; 0]);
    let (editions, _) = compile(&folder(MANIFEST, &policy));
    assert_eq!(&*editions[0].notice.preamble.sections[0].id, "cookies-2");
}

#[test]
fn a_purpose_and_a_service_cannot_share_an_id() {
    assert_eq!(manifest_faults("id = \"lumo\"", "id = \"ads\""), ["duplicate@notice.toml:20"]);
}

#[test]
fn a_purpose_that_no_article_explains_is_an_error() {
    assert_eq!(
        manifest_faults("article = \"cookies\"", "article = \"cokies\""),
        ["unknown-article@notice.toml:18"]
    );
    assert!(
        manifest_faults("article = \"cookies\"\n", "")
            .contains(&"missing-key@notice.toml:14".to_owned())
    );
}

#[test]
fn a_service_without_a_purpose_is_an_error() {
    assert_eq!(manifest_faults("purpose = \"ads\"\n", ""), ["missing-key@notice.toml:19"]);
    assert_eq!(
        manifest_faults("purpose = \"ads\"", "purpose = \"add\""),
        ["unknown-purpose@notice.toml:22"]
    );
}

#[test]
fn a_file_that_is_not_utf8_is_an_error_at_its_byte() {
    let mut folder = folder(MANIFEST, POLICY);
    folder.files.retain(|file| file.name != "en.md");
    folder.add("en.md", b"# Notice\n\nCaf\xe9\n".to_vec());
    assert_eq!(faults(&folder), ["not-utf8@en.md:3"]);
}

#[test]
fn an_empty_file_is_an_error() {
    assert_eq!(policy_faults(" \n\n"), ["empty-file@en.md:1"]);
    assert_eq!(faults(&folder("", POLICY)), ["empty-file@notice.toml:1"]);
}

#[test]
fn a_byte_order_mark_is_no_word() {
    assert_eq!(policy_faults(&format!("\u{feff}{POLICY}")), [""; 0]);
}

#[test]
fn raw_html_is_refused_with_its_place() {
    assert_eq!(
        policy_faults("# N\n\n<script>x</script>\n\n## C {#cookies}\n"),
        ["raw-html@en.md:3"]
    );
    assert_eq!(policy_faults("# N\n\n## C {#cookies}\n\nan <b>x\n"), ["raw-html@en.md:5"]);
    // In CommonMark a space makes it words.
    assert_eq!(policy_faults("# N\n\n## C {#cookies}\n\nan < b>x\n"), [""; 0]);
}

#[test]
fn links_that_could_run_or_mislead_are_refused_with_their_place() {
    for address in [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&#10;script:alert(1)",
        "&#106;avascript:alert(1)",
        "data:text/html,x",
        "//evil.example/",
        "/terms",
        "terms.html",
        "https://\u{202e}moc.example/",
    ] {
        let policy = format!("# N\n\n## C {{#cookies}}\n\n[x](<{address}>)\n");
        assert_eq!(policy_faults(&policy), ["bad-link@en.md:5"], "{address}");
    }
    for address in ["https://a.example/", "mailto:a@b.example", "tel:+813", "#cookies", "#choices"]
    {
        let policy = format!("# N\n\n## C {{#cookies}}\n\n[x](<{address}>)\n");
        assert_eq!(policy_faults(&policy), [""; 0], "{address}");
    }
    assert_eq!(
        policy_faults("# N\n\n## C {#cookies}\n\n[x](#cokies)\n"),
        ["unknown-fragment@en.md:5"]
    );
}

#[test]
fn pictures_second_titles_and_headings_in_lists_are_refused() {
    assert_eq!(
        policy_faults("# N\n\n## C {#cookies}\n\n![x](https://a.example/b.png)\n"),
        ["picture@en.md:5"]
    );
    assert_eq!(policy_faults("# N\n\n## C {#cookies}\n\n# M\n"), ["second-title@en.md:5"]);
    assert_eq!(policy_faults("# N\n\n## C {#cookies}\n\n- # x\n"), ["nested-heading@en.md:5"]);
    assert_eq!(policy_faults("Hello\n\n# N\n\n## C {#cookies}\n")[0], "no-title@en.md:1");
}

#[test]
fn what_nests_too_deep_is_refused_and_does_not_fell_the_compiler() {
    let deep = ">".repeat(100_000);
    assert_eq!(
        policy_faults(&format!("# N\n\n## C {{#cookies}}\n\n{deep} x\n")),
        ["too-deep@en.md:5"]
    );
    let marks = "*_".repeat(2_000);
    let policy = format!("# N\n\n## C {{#cookies}}\n\n{marks}x{}\n", "_*".repeat(2_000));
    assert!(policy_faults(&policy).iter().all(|fault| fault == "too-deep@en.md:5"));
}

#[test]
fn languages_must_have_the_same_articles_in_the_same_order() {
    let manifest = MANIFEST.replacen("[\"en\"]", "[\"en\", \"ja\"]", 1);
    let mut both = folder(&manifest, POLICY);
    both.add("ja.md", "# 通知\n\n## クッキー {#kukki}\n".into());
    assert_eq!(faults(&both), ["languages-differ@ja.md:3"]);

    let mut one = folder(&manifest, POLICY);
    one.files.retain(|file| file.name != "ja.md");
    assert_eq!(faults(&one), ["missing-file@notice.toml:8"]);
}

#[test]
fn a_japanese_notice_says_what_is_sent_to_whom_and_what_for() {
    let manifest = MANIFEST.replacen("[\"en\"]", "[\"ja\"]", 1);
    for key in ["recipient", "sends", "use"] {
        let without: String = manifest
            .lines()
            .filter(|line| !line.starts_with(key))
            .map(|line| format!("{line}\n"))
            .collect();
        let mut folder = folder(&without, POLICY);
        folder.files[1].name = "ja.md".into();
        assert_eq!(faults(&folder), ["transmission@notice.toml:19"], "{key}");
    }
}

#[test]
fn words_must_be_there_in_every_language() {
    assert_eq!(
        manifest_faults("name = \"Ads\"", "name = { ja = \"広告\" }"),
        ["missing-words@notice.toml:16", "unknown-language@notice.toml:16",]
    );
}

#[test]
fn a_card_is_the_bold_quote_that_opens_an_article() {
    let (editions, _) = compile(&folder(MANIFEST, POLICY));
    let article = &editions[0].notice.articles[0];
    let card = article.card.as_ref().unwrap();
    assert_eq!(card.headline, [Inline::Text("Short.".into())]);
    assert_eq!(card.text, [Block::Paragraph(vec![Inline::Text("One sentence.".into())])]);
    assert_eq!(article.blocks, [Block::Paragraph(vec![Inline::Text("Long.".into())])]);

    let plain_quote = POLICY.replace("**Short.** ", "");
    let (editions, _) = compile(&folder(MANIFEST, &plain_quote));
    assert_eq!(editions[0].notice.articles[0].card, None);
}

#[test]
fn immaterial_changes_keep_older_choices() {
    let change = |revision: &str, date: &str, material: bool| {
        format!(
            "[[change]]\nrevision = \"{revision}\"\ndate = {date}\nsummary = \"x\"\nmaterial = {material}\n"
        )
    };
    let accepted = |changes: &[String]| {
        let manifest = format!("{MANIFEST}{}", changes.concat()).replacen(
            "revision = \"1\"",
            "revision = \"4\"",
            1,
        );
        let (editions, found) = compile(&folder(&manifest, POLICY));
        assert!(found.is_empty(), "{found:?}");
        editions[0].notice.accepted_revisions.iter().map(|r| r.to_string()).collect::<Vec<_>>()
    };
    let four = |material| change("4", "2026-04-01", material);
    let three = |material| change("3", "2026-03-01", material);
    let two = || change("2", "2026-02-01", true);
    assert_eq!(accepted(&[four(true), three(true), two()]), ["4"]);
    assert_eq!(accepted(&[four(false), three(true), two()]), ["4", "3"]);
    assert_eq!(accepted(&[four(false), three(false), two()]), ["4", "3", "2"]);
    assert_eq!(accepted(&[four(true), three(false), two()]), ["4"]);
    // A revision with one material change among several is material.
    assert_eq!(accepted(&[four(false), change("4", "2026-04-01", true), three(true)]), ["4"]);
    // A change list that does not speak of this revision says nothing about older ones.
    assert_eq!(accepted(&[three(false), two()]), ["4"]);
}

#[test]
fn consent_mode_needs_signals_and_known_values() {
    let with = |table: &str, signals: &str| {
        let manifest = MANIFEST.replacen("id = \"ads\"\n", &format!("id = \"ads\"\n{signals}"), 1);
        faults(&folder(&format!("{manifest}{table}"), POLICY))
    };
    let signals = "signals = [\"ad_storage\"]\n";
    assert_eq!(
        with(
            "[consent-mode]\nwait-for-update = 0\nurl-passthrough = true\nads-data-redaction = true\n",
            signals
        ),
        [""; 0]
    );
    assert_eq!(with("[consent-mode]\n", ""), ["no-signals@notice.toml:26"]);
    assert_eq!(
        with(
            "[consent-mode]\nwait-for-update = 10001\nurl-passthrough = 1\nredaction = true\n",
            signals
        ),
        ["wrong-value@notice.toml:28", "wrong-type@notice.toml:29", "unknown-key@notice.toml:30"]
    );
}

#[test]
fn a_sale_always_respects_the_browsers_signal_and_can_always_be_refused() {
    let with = |lines: &str| {
        let manifest = MANIFEST.replacen("id = \"ads\"\n", &format!("id = \"ads\"\n{lines}"), 1);
        folder(&manifest, POLICY)
    };
    let (editions, _) = compile(&with("kind = \"sale\"\n"));
    let purpose = &editions[0].notice.purposes[0];
    assert_eq!((purpose.kind, purpose.gpc), (PurposeKind::Sale, true));
    assert_eq!(faults(&with("kind = \"sale\"\ngpc = true\n")), [""; 0]);
    assert_eq!(faults(&with("kind = \"sale\"\ngpc = false\n")), ["sale@notice.toml:14"]);
    assert_eq!(faults(&with("kind = \"sale\"\nrequired = true\n")), ["sale@notice.toml:14"]);
    assert_eq!(faults(&with("kind = \"gift\"\n")), ["wrong-value@notice.toml:16"]);
}

#[test]
fn what_is_deleted_on_withdrawal_is_named_and_never_everything() {
    let sound = "sends = \"The page\"\nstorage = [\"lumo*\"]\ncookies = [ { name = \"_l*\", http-only = true } ]\n";
    assert_eq!(manifest_faults("sends = \"The page\"\n", sound), [""; 0]);
    for everything in ["storage = [\"*\"]\n", "cookies = [ { name = \"**\" } ]\n"] {
        let manifest = format!("sends = \"The page\"\n{everything}");
        assert_eq!(
            manifest_faults("sends = \"The page\"\n", &manifest),
            ["wrong-value@notice.toml:25"]
        );
    }
    let with = |table: &str| faults(&folder(&format!("{MANIFEST}{table}"), POLICY));
    assert_eq!(with("[look]\nplaceholders = \"yes\"\n"), ["wrong-type@notice.toml:27"]);
    assert_eq!(with("[withdrawal]\ndelete = true\nreload = true\n"), [""; 0]);
    assert_eq!(
        with("[withdrawal]\ndelete = \"yes\"\nreloads = true\n"),
        ["wrong-type@notice.toml:27", "unknown-key@notice.toml:28"]
    );
}

#[test]
fn the_mirror_cookie_has_a_plain_name_and_a_domain_of_its_own() {
    let with = |keys: &str| faults(&folder(&format!("{MANIFEST}[storage]\n{keys}"), POLICY));
    assert_eq!(with("cookie = \"consent\"\ncookie-domain = \"shop.example\"\n"), [""; 0]);
    assert_eq!(with("cookie = \"a;b\"\n"), ["wrong-value@notice.toml:27"]);
    assert_eq!(with("cookie-domain = \"shop.example\"\n"), ["wrong-value@notice.toml:27"]);
    assert_eq!(
        with("cookie = \"c\"\ncookie-domain = \"https://x\"\n"),
        ["wrong-value@notice.toml:28"]
    );
}

#[test]
fn data_name_purposes_that_are_there_and_each_is_there_once() {
    let with = |data: &str| {
        let manifest = format!("{MANIFEST}{data}");
        faults(&folder(&manifest, POLICY))
    };
    let sound = "[[data]]\nid = \"pages\"\nname = \"Pages you open\"\npurposes = [\"ads\"]\n";
    assert_eq!(with(sound), [""; 0]);
    let (editions, _) = compile(&folder(&format!("{MANIFEST}{sound}"), POLICY));
    assert_eq!(&*editions[0].notice.data[0].purposes[0], "ads");
    assert_eq!(with(&sound.replace("[\"ads\"]", "[\"adz\"]")), ["unknown-purpose@notice.toml:29"]);
    assert_eq!(with(&sound.replace("[\"ads\"]", "[]")), ["missing-key@notice.toml:26"]);
    assert_eq!(with(&format!("{sound}{sound}")), ["duplicate@notice.toml:31"]);
    assert_eq!(
        with(&sound.replace("name", "nome")),
        ["missing-key@notice.toml:26", "unknown-key@notice.toml:28"]
    );
}
