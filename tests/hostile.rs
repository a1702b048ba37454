//! A notice's source is data: whatever stands in it, nothing of it runs, and nothing falls over.
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "support/manifest.rs"]
mod manifest;

use std::fmt::Write;
use std::time::{Duration, Instant};

use manifest::manifest;
use proptest::prelude::*;
use scraper::{Html, Selector};
use sudare::bundle::check::{Wanted, check};
use sudare::notice::source::{Diagnostic, Edition, Folder, compile};
use sudare::notice::{Block, Inline, Notice, wire};
use sudare::widget;

const MANIFEST: &str = manifest!("");

fn folder(manifest: &str, body: &str) -> Folder {
    let mut folder = Folder::default();
    folder.add("notice.toml", manifest.into());
    folder.add("en.md", format!("# Notice\n\n## Cookies {{#cookies}}\n\n{body}\n").into_bytes());
    folder
}

fn compiled(body: &str) -> (Vec<Edition>, Vec<Diagnostic>) {
    compile(&folder(MANIFEST, body))
}

/// What a page may hold: words, and links that lead where a notice may lead.
const ELEMENTS: &str = "main div header h1 h2 h3 h4 h5 h6 p time nav ul ol li a section span button small \
                        strong em s code pre br hr table thead tbody tr th td dl dt dd blockquote details \
                        summary address article input label svg path b i html head body del ins";

/// The static page of an edition does nothing and leads nowhere that it must not.
fn holds_nothing_that_runs(edition: &Edition) {
    let html = widget::render_page(&edition.notice).unwrap();
    let page = Html::parse_document(&html);
    for element in page.select(&Selector::parse("*").unwrap()) {
        let name = element.value().name();
        assert!(ELEMENTS.split_whitespace().any(|known| known == name), "<{name}> in {html}");
        for (attribute, value) in element.value().attrs() {
            assert!(!attribute.starts_with("on") && attribute != "style", "{attribute}={value}");
            if ["href", "src", "action", "formaction", "xlink:href"].contains(&attribute) {
                let leads = ["https://", "http://", "mailto:", "tel:", "#", "index."];
                let known = leads.iter().any(|start| value.starts_with(start));
                let plain = !value.chars().any(char::is_control);
                assert!(attribute == "href" && known && plain, "{attribute}={value:?}");
            }
        }
    }
}

/// Either it is refused, each fault with a place within its file, or what is built holds nothing
/// that runs.
fn is_harmless(manifest: &str, body: &str) {
    let folder = folder(manifest, body);
    let (editions, diagnostics) = compile(&folder);
    for fault in diagnostics {
        let text = &folder.file(&fault.file).unwrap().text;
        assert!(fault.span.start <= fault.span.end && fault.span.end <= text.len(), "{fault:?}");
        assert!(fault.position(text).0 > 0);
    }
    for edition in &editions {
        holds_nothing_that_runs(edition);
        let json = serde_json::to_string(&edition.notice).unwrap();
        assert!(wire::read::<Notice>(&json).as_ref() == Some(&edition.notice), "{body:?}");
    }
}

/// Nor does it fell `sudare check`, which reads it once more.
fn is_harmless_and_checked(body: &str) {
    is_harmless(MANIFEST, body);
    let findings = check(&folder(MANIFEST, body), "2026-11-22", Wanted::None);
    for fault in findings.diagnostics {
        assert!(fault.span.start <= fault.span.end, "{fault:?}");
    }
}

/// Ways in which people have written `javascript:alert(1)` so that a filter does not see it.
const RUNS: [&str; 40] = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "java&Tab;script:alert(1)",
    "java&NewLine;script:alert(1)",
    "java&#10;script:alert(1)",
    "java&#x0A;script:alert(1)",
    "java&#0000010script:alert(1)",
    "javascript&colon;alert(1)",
    "javascript&#58;alert(1)",
    "javascript&#x3a;alert(1)",
    "&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;:alert(1)",
    "&#x6A;avascript:alert(1)",
    "\u{1}javascript:alert(1)",
    "\u{0}javascript:alert(1)",
    "java\u{0}script:alert(1)",
    "&#1;javascript:alert(1)",
    "&#x1f;javascript:alert(1)",
    "\u{a0}javascript:alert(1)",
    "\u{3000}javascript:alert(1)",
    "\u{feff}javascript:alert(1)",
    "\u{200b}javascript:alert(1)",
    "java\u{200b}script:alert(1)",
    "java\u{ad}script:alert(1)",
    "\u{202e}javascript:alert(1)",
    "ｊａｖａｓｃｒｉｐｔ:alert(1)",
    "javascript：alert(1)",
    "javaſcript:alert(1)",
    "%6Aavascript:alert(1)",
    "javascript%3Aalert(1)",
    "javascript://https://a.example/%0Aalert(1)",
    "https:javascript:alert(1)",
    "view-source:javascript:alert(1)",
    "vbscript:msgbox(1)",
    "livescript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "blob:https://a.example/1",
    "filesystem:https://a.example/x",
    "//evil.example/x",
];

#[test]
fn no_disguise_of_an_address_that_runs_gets_into_a_link() {
    for address in RUNS {
        // In one text: a refused link leaves the others to be judged.
        let ways = [
            format!("[x]({address}) [x](<{address}>) <{address}> [![x]({address})]({address})"),
            format!("[x][y]\n\n[y]: {address}"),
            format!("[x][z]\n\n[z]: <{address}> \"title\""),
            format!("| a |\n|---|\n| [x]({address}) |"),
            format!("term\n: [x]({address})"),
            format!("> **[x]({address})** x"),
        ];
        is_harmless(MANIFEST, &ways.join("\n\n"));
        for way in &ways[..2] {
            is_harmless(MANIFEST, way);
        }
        let (editions, diagnostics) = compiled(&format!("[x](<{address}>)"));
        let refused =
            diagnostics.iter().any(|fault| fault.code == "bad-link" && fault.span.start > 0);
        // What is no address for CommonMark stands there as words.
        let words = editions.iter().all(|edition| !has_link(&edition.notice));
        assert!(refused || words, "{address:?}");
    }
}

fn has_link(notice: &Notice) -> bool {
    fn in_line(line: &[Inline]) -> bool {
        line.iter().any(|piece| matches!(piece, Inline::Link { .. }))
    }
    let mut blocks = notice.articles.iter().flat_map(|article| &article.blocks);
    blocks.any(|block| matches!(block, Block::Paragraph(line) if in_line(line)))
}

#[test]
fn the_manifests_addresses_are_held_to_the_same() {
    for address in RUNS {
        for (at, line) in [
            ("[notice]", "url"),
            ("[[service]]\nid = \"lumo\"", "policy"),
            ("[[service]]\nid = \"lumo\"", "opt-out"),
        ] {
            let value = toml::Value::from(address);
            let manifest = match line {
                "url" => MANIFEST.replace("[notice]", &format!("url = {value}\n[notice]")),
                _ => MANIFEST.replace(at, &format!("{at}\n{line} = {value}")),
            };
            let (editions, diagnostics) = compile(&folder(&manifest, "x"));
            assert!(editions.is_empty(), "{line} {address:?}");
            assert!(diagnostics.iter().any(|fault| fault.code == "bad-address"), "{diagnostics:?}");
        }
    }
}

#[test]
fn markup_is_refused_or_stands_there_as_words() {
    for body in [
        "<script>alert(1)</script>",
        "x <img src=x onerror=alert(1)> y",
        "<svg/onload=alert(1)>",
        "<!-- --><script>alert(1)</script>",
        "<a href='javascript:alert(1)'>x</a>",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "`<script>alert(1)</script>`",
        "```\n</pre><script>alert(1)</script>\n```",
        "\\<script>alert(1)\\</script>",
        "x \"><script>alert(1)</script>",
        "<math><mtext><script>alert(1)</script></mtext></math>",
        "<![CDATA[<script>alert(1)</script>]]>",
        "<?php echo 1 ?>",
        "## T<script> {#t onclick=alert(1) .x style=y}",
        "[x](https://a.example/\"onmouseover=\"alert(1))",
        "[x](https://a.example/ 'onclick=alert(1)')",
        "</script><script>alert(1)</script>",
        "| <b>a |\n|---|\n| x |",
    ] {
        is_harmless_and_checked(body);
    }
    let words = "</script><script>alert(1)</script>\\\" onload=x '";
    let value = toml::Value::from(words);
    for line in [
        "name = \"Shop\"",
        "name = \"Ads\"",
        "text = \"Shows ads.\"",
        "title = \"You choose\"",
        "name = \"Lumo\"",
    ] {
        let key = line.split(' ').next().unwrap();
        let manifest = MANIFEST.replace(line, &format!("{key} = {value}"));
        let (editions, _) = compile(&folder(&manifest, "x"));
        assert_eq!(editions.len(), 1, "{line}");
        holds_nothing_that_runs(&editions[0]);
    }
}

/// What nests, and how a hundred thousand of it are written.
fn deep(times: usize) -> Vec<(&'static str, String)> {
    let lists = (0..times.min(2_000)).fold(String::new(), |mut text, depth| {
        let _ = writeln!(text, "{}- x", "  ".repeat(depth));
        text
    });
    vec![
        ("quotes", format!("{} x", ">".repeat(times))),
        ("lists on a line", format!("{}x", "- ".repeat(times))),
        ("lists by indentation", lists),
        ("numbered lists", format!("{}x", "1. ".repeat(times))),
        ("emphasis", format!("{}x{}", "*a ".repeat(times), " a*".repeat(times))),
        ("strong", format!("{}x{}", "**a ".repeat(times), " a**".repeat(times))),
        ("struck", format!("{}x{}", "~~a ".repeat(times), " a~~".repeat(times))),
        ("links", format!("{}x{}", "[".repeat(times), "](https://a.example)".repeat(times))),
        ("pictures", format!("{}x{}", "![".repeat(times), "](x)".repeat(times))),
        ("brackets", "[".repeat(times)),
        ("quotes and lists", "> - ".repeat(times)),
        ("definitions", format!("a\n{}x", ": ".repeat(times))),
        (
            "code marks",
            (1..times.min(1_000))
                .fold(String::new(), |text, n| text + "`".repeat(n).as_str() + " "),
        ),
        ("entities", "&amp;".repeat(times)),
        ("angles", "<a".repeat(times)),
        ("open comments", "<!--".repeat(times)),
    ]
}

#[test]
fn a_hundred_thousand_levels_are_refused_with_their_place_or_are_none() {
    for (what, body) in deep(100_000) {
        let begun = Instant::now();
        let folder = folder(MANIFEST, &body);
        let (editions, diagnostics) = compile(&folder);
        for edition in &editions {
            // Not deep at all, then: CommonMark took it for words.
            assert!(
                wire::read::<Notice>(&serde_json::to_string(&edition.notice).unwrap()).is_some(),
                "{what}"
            );
        }
        for fault in &diagnostics {
            assert!(fault.position(&folder.file("en.md").unwrap().text).0 >= 5, "{what}");
        }
        if [
            "quotes",
            "lists on a line",
            "lists by indentation",
            "numbered lists",
            "quotes and lists",
        ]
        .contains(&what)
        {
            assert!(diagnostics.iter().any(|fault| fault.code == "too-deep"), "{what}");
        }
        assert!(begun.elapsed() < Duration::from_mins(1), "{what}: {:?}", begun.elapsed());
    }
}

#[test]
fn a_gigantic_table_is_a_long_table() {
    let row = format!("|{}\n", " x |".repeat(20));
    let long = format!("{row}|{}\n{}", "---|".repeat(20), row.repeat(20_000));
    let (editions, diagnostics) = compiled(&long);
    assert!(diagnostics.is_empty());
    let Block::Table(table) = &editions[0].notice.articles[0].blocks[0] else { panic!("no table") };
    assert_eq!((table.rows.len(), table.rows[0].len()), (20_000, 20));
    let wide = format!(
        "|{}\n|{}\n|{}\n",
        " x |".repeat(20_000),
        "---|".repeat(20_000),
        " y |".repeat(20_000)
    );
    let (editions, _) = compiled(&wide);
    let Block::Table(table) = &editions[0].notice.articles[0].blocks[0] else { panic!("no table") };
    assert_eq!(table.head.len(), 20_000);
}

#[test]
fn a_notices_json_that_is_deep_gives_nothing() {
    for times in [200, 100_000] {
        for (open, close) in [
            (r#"{"quote":["#, "]}"),
            (r#"{"list":{"start":null,"items":[["#, "]]}}"),
            (r#"{"paragraph":[{"strong":["#, "]}]}"),
        ] {
            let json = format!("[{}{}]", open.repeat(times), close.repeat(times));
            assert_eq!(wire::read::<Vec<Block>>(&json), None, "{open}");
        }
        for open in [r#"{"strong":["#, r#"{"link":{"href":"x","content":["#, "[", "{\"a\":"] {
            assert_eq!(
                wire::read::<Vec<Inline>>(&format!("[{}", open.repeat(times))),
                None,
                "{open}"
            );
            assert_eq!(
                wire::read::<Notice>(&format!("{{\"x\":{}", open.repeat(times))),
                None,
                "{open}"
            );
        }
    }
}

/// One value of a notice in JSON put in another's place.
fn tampered(value: &mut serde_json::Value, at: &mut usize, with: &serde_json::Value) {
    if *at == 0 {
        *value = with.clone();
    }
    *at = at.wrapping_sub(1);
    match value {
        serde_json::Value::Array(items) => {
            items.iter_mut().for_each(|item| tampered(item, at, with))
        }
        serde_json::Value::Object(entries) => {
            entries.values_mut().for_each(|item| tampered(item, at, with))
        }
        _ => {}
    }
}

#[test]
fn a_notices_json_of_other_types_gives_nothing_or_what_serde_reads() {
    let (editions, _) =
        compiled("x **y** [z](https://a.example/)\n\n| a |\n|---|\n| b |\n\n- c\n\n> d");
    let sound = serde_json::to_value(&editions[0].notice).unwrap();
    let others = [
        serde_json::json!(null),
        serde_json::json!(-1),
        serde_json::json!(1e300),
        serde_json::json!("javascript:alert(1)"),
        serde_json::json!([[[]]]),
        serde_json::json!({"link": {"href": "javascript:alert(1)", "content": []}}),
    ];
    for with in &others {
        for place in (1..400).step_by(3) {
            let mut json = sound.clone();
            tampered(&mut json, &mut { place }, with);
            let text = json.to_string();
            if let Some(read) = wire::read::<Notice>(&text) {
                let whole: Notice = serde_json::from_str(&text)
                    .unwrap_or_else(|error| panic!("{place} {with}: {error}"));
                assert!(read == whole, "{place} {with}");
                let edition = Edition { notice: read, ..editions[0].clone() };
                holds_nothing_that_runs(&edition);
            }
        }
    }
}

/// Pieces that attacks are made of.
const PIECES: &[&str] = &[
    "javascript:",
    "data:",
    "](",
    "[",
    "!",
    "<",
    ">",
    "<script>",
    "</",
    "\"",
    "'",
    "&#x",
    ";",
    "&colon;",
    "(",
    ")",
    "\n",
    "\n\n",
    "# ",
    "## ",
    "> ",
    "- ",
    "1. ",
    "|",
    "---|",
    "**",
    "*",
    "~~",
    "`",
    "```",
    ": ",
    "{#",
    "}",
    "\\",
    "https://a.example",
    "mailto:",
    "#cookies",
    "\u{202e}",
    "\u{200b}",
    "\u{0}",
    "\t",
    "  ",
    "x",
    "й",
    "日本",
    "🏴",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn no_text_gets_anything_that_runs_into_a_page(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..60)) {
        is_harmless(MANIFEST, &pieces.concat());
    }

    #[test]
    fn neither_does_any_other(text in "\\PC{0,80}") {
        is_harmless(MANIFEST, &text);
    }

    #[test]
    fn no_manifest_fells_the_compiler(text in "\\PC{0,60}", at in 0..MANIFEST.len()) {
        let (before, after) = MANIFEST.split_at(at);
        is_harmless(&format!("{before}{text}{after}"), "x");
    }

    #[test]
    fn no_json_fells_the_reader(cut in 0..2_000_usize, text in "[\\[\\]{}\",:0-9a-z\\\\-]{0,20}") {
        let (editions, _) = compiled("x **y**\n\n- z");
        let mut json = serde_json::to_string(&editions[0].notice).unwrap();
        let at = (0..=cut.min(json.len())).rev().find(|at| json.is_char_boundary(*at)).unwrap();
        json.insert_str(at, &text);
        if let Some(read) = wire::read::<Notice>(&json) {
            let edition = Edition { notice: read, ..editions[0].clone() };
            holds_nothing_that_runs(&edition);
        }
    }
}
