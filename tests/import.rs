//! The importer from the outside: what comes out is a notice folder, and no word is lost.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::path::PathBuf;

use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use sudare::bundle::import::{ImportError, Imported, import};
use sudare::notice::source::{Folder, Severity, compile};
use toml::de::DeTable;

const TODAY: (u16, u8, u8) = (2026, 11, 21);

fn read(text: &str) -> Imported {
    import(text.as_bytes(), "aster.txt", TODAY).unwrap_or_else(|error| panic!("{error}"))
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_HEADING_ATTRIBUTES
}

/// Level, id and words of each heading.
fn headings(markdown: &str) -> Vec<(u8, Option<String>, String)> {
    let mut found = Vec::new();
    let mut inside = false;
    for event in Parser::new_ext(markdown, options()) {
        match event {
            Event::Start(Tag::Heading { level, id, .. }) => {
                inside = true;
                found.push((level as u8, id.map(|id| id.to_string()), String::new()));
            }
            Event::End(TagEnd::Heading(_)) => inside = false,
            Event::Text(text) | Event::Code(text) if inside => {
                found.last_mut().unwrap().2.push_str(&text)
            }
            _ => {}
        }
    }
    found
}

fn articles(imported: &Imported) -> Vec<String> {
    headings(&imported.markdown)
        .into_iter()
        .filter(|(level, ..)| *level == 2)
        .filter_map(|(_, id, _)| id)
        .collect()
}

fn sections(imported: &Imported, article: &str) -> usize {
    let all = headings(&imported.markdown);
    let at =
        all.iter().position(|(_, id, _)| id.as_deref() == Some(article)).expect("no such article");
    all[at + 1..]
        .iter()
        .take_while(|(level, ..)| *level > 2)
        .filter(|(level, ..)| *level == 3)
        .count()
}

fn string<'a>(table: &'a DeTable<'_>, key: &str) -> &'a str {
    table[key].get_ref().as_str().expect("a string")
}

fn tables<'a, 'i>(root: &'a DeTable<'i>, key: &str) -> Vec<&'a DeTable<'i>> {
    let Some(list) = root.get(key) else { return Vec::new() };
    list.get_ref().as_array().unwrap().iter().map(|one| one.get_ref().as_table().unwrap()).collect()
}

/// The services of opt-out lists and how many addresses each has.
fn services(imported: &Imported) -> Vec<(String, usize)> {
    let root = DeTable::parse(&imported.manifest).unwrap();
    tables(root.get_ref(), "service")
        .iter()
        .filter_map(|service| {
            let addresses = service.get("opt-out")?.get_ref();
            let count = addresses.as_array().map_or(1, |list| list.len());
            Some((string(service, "id").to_owned(), count))
        })
        .collect()
}

/// What the reader of notices finds wrong with the two files.
fn format_errors(imported: &Imported) -> Vec<String> {
    let mut folder = Folder::default();
    folder.add("notice.toml", imported.manifest.clone().into_bytes());
    folder.add(format!("{}.md", imported.lang), imported.markdown.clone().into_bytes());
    let (_, diagnostics) = compile(&folder);
    let errors = diagnostics.into_iter().filter(|found| found.severity == Severity::Error);
    // Not every language that a text may be in has an interface.
    let errors = errors.filter(|found| found.code != "unknown-language");
    errors.map(|found| format!("{} in {}: {}", found.code, found.file, found.message)).collect()
}

#[track_caller]
fn assert_fits(imported: &Imported) {
    assert_eq!(
        format_errors(imported),
        Vec::<String>::new(),
        "{}\n{}",
        imported.markdown,
        imported.manifest
    );
    assert_eq!(imported.words.kept, imported.words.total);
}

const PLAIN: &str = "Privacy Policy\n\nWe, Aster Inc. (hereinafter “Aster”), take pictures.\n\n\
    Article 1 (Data)\n\nWe have:\n\n  1. Given by you:\n    Name\n  2. Found by us:\n    • Cookie\n      A cookie is *small* [text].\n\n\
    Article 2 (Targeted ads)\n\nThird parties show ads.\n\n\
    Article 3 (Contact)\n\nAster Inc.\nE-mail :\n\nEffective May 3, 2020\nRevised July 4, 2021\n";

const MARKED: &str = "> *Kept on 2022-01-01. See the [original](https://web.archive.org/web/2022/https://aster.example).*\n\n\
    # Privacy at Aster\n\n## News\n\n## 2021/7/4\n\nWe wrote it anew.\n\n## Policy\n\n\
    aster Inc. (hereinafter \"\"we\"\") asks.\n\n\
    ### 1 Data\n\nFor:\n\n( 1 ) Running the site\n\n( 2 ) Counting\n\n\
    ### 2 Cookies\n\nWe use Google Analytics.< /p>\n\n#### Ads\n\nTargeted ads can be switched off, see how to opt out:\n\n  \
    * Lumo Inc.  \n<https://lumo.example/out>\n  * Pair  \n<https://a.example/>  \n<https://b.example/>\n  \
    * Nameless Corporation  \n[](https://n.example/out)\n  * [Wrapped KK  \n](https://n.example/out)<https://w.example/>\n\n\
    ### 3 Contact\n\nWrite [here](/contact).";

#[test]
fn plain_text_becomes_a_notice() {
    let imported = read(PLAIN);
    assert_fits(&imported);
    assert_eq!(articles(&imported), ["data", "targeted-ads", "contact"]);
    assert!(imported.markdown.starts_with("# Privacy Policy\n\n"), "{}", imported.markdown);
    assert!(
        imported.markdown.contains("## Article 2 (Targeted ads) {#targeted-ads}"),
        "{}",
        imported.markdown
    );
    assert!(
        imported.markdown.contains("   - Cookie\\\n     A cookie is \\*small\\* \\[text]."),
        "{}",
        imported.markdown
    );
}

#[test]
fn the_manifest_says_what_was_found_and_where() {
    let imported = read(PLAIN);
    let manifest = &imported.manifest;
    for expected in [
        "id = \"aster\"\n",
        "name = \"Aster Inc.\"    # check: found in line 3",
        "revision = \"2021-07-04\"\n",
        "effective = 2021-07-04    # check: found in line 25: \"Revised July 4, 2021\"",
        "published = 2020-05-03    # check: found in line 24",
        "languages = [\"en\"]",
        "title = { en = \"Your privacy at Aster Inc.\" }",
        "id = \"ads\"\n",
        "article = \"targeted-ads\"",
    ] {
        assert!(manifest.contains(expected), "{expected}\n{manifest}");
    }
    assert!(!manifest.contains("analytics"), "{manifest}");
}

#[test]
fn without_a_date_or_a_company_the_arguments_stand_in() {
    let imported = read("Privacy\n\nData\n\nNone.\n\nUse\n\nNone.\n");
    assert!(
        imported.manifest.contains("effective = 2026-11-21    # check: no date was found"),
        "{}",
        imported.manifest
    );
    assert!(
        imported.manifest.contains("name = \"Aster\"    # check: no company was found"),
        "{}",
        imported.manifest
    );
}

#[test]
fn markdown_keeps_its_marks_and_gets_articles() {
    let imported = read(MARKED);
    assert_fits(&imported);
    assert_eq!(articles(&imported), ["data", "cookies", "contact"]);
    assert_eq!(sections(&imported, "cookies"), 1);
    for expected in [
        "# Privacy at Aster\n\n> *Kept on",
        "### 2021/7/4",
        "## 1 Data {#data}",
        "1. Running the site\n\n2. Counting",
        "Analytics.< /p>",
        "<https://n.example/out>",
        "[Wrapped KK  \n](https://n.example/out)<https://w.example/>",
        "Write \\[here\\](/contact).",
    ] {
        assert!(imported.markdown.contains(expected), "{expected}\n{}", imported.markdown);
    }
}

#[test]
fn what_was_imported_once_stays_as_it_is() {
    for text in [PLAIN, MARKED] {
        let once = read(text);
        assert_eq!(read(&once.markdown).markdown, once.markdown);
    }
}

#[test]
fn an_opt_out_list_becomes_services() {
    let expected = [("lumo-inc", 1), ("pair", 2), ("nameless-corporation", 1), ("wrapped-kk", 1)];
    assert_eq!(services(&read(MARKED)), expected.map(|(id, addresses)| (id.to_owned(), addresses)));
}

#[test]
fn what_looks_wrong_is_remarked_on_with_its_line() {
    let remarks = read(MARKED).remarks;
    let has = |line: usize, word: &str| {
        remarks.iter().any(|remark| remark.line == line && remark.message.contains(word))
    };
    let line_of = |word: &str| 1 + MARKED.lines().position(|line| line.contains(word)).unwrap();
    for (place, word) in [
        ("Kept on", "archive"),
        ("Kept on", "moved"),
        ("hereinafter", "doubled"),
        ("< /p>", "tag"),
        ("[](", "no words"),
        ("[Wrapped", "wraps"),
        ("/contact", "leads nowhere"),
        ("/contact", "no line end"),
    ] {
        assert!(has(line_of(place), word), "{word} in {place}: {remarks:#?}");
    }
}

#[test]
fn what_a_notice_may_not_hold_becomes_text() {
    let imported = read(
        "# Privacy\n\n## A {#own}\n\n![alt](p.png) <b>bold</b> [j](javascript:x) [own](#own) [no](#no)\n\n<div>\n# x\n</div>\n\n> # q\n\n## B {.c}\n\nb\n",
    );
    assert_fits(&imported);
    assert_eq!(articles(&imported), ["own", "b-c"]);
    assert!(imported.markdown.contains("[own](#own) \\[no\\](#no)"), "{}", imported.markdown);
}

#[test]
fn japanese_policies_get_japanese_drafts() {
    let imported = read(
        "プライバシーポリシー\n\n株式会社アスター（以下「当社」といいます）のきまりです。\n\n第1条（目的）\n\nクッキーをつかいます。\n\n第2条（連絡先）\n\nでんわでどうぞ。\n\n2021年7月4日 改定\n",
    );
    assert_fits(&imported);
    assert_eq!(imported.lang, "ja");
    assert_eq!(articles(&imported), ["purposes", "contact"]);
    assert!(imported.manifest.contains("株式会社アスター"), "{}", imported.manifest);
    assert!(imported.manifest.contains("effective = 2021-07-04"), "{}", imported.manifest);
}

#[test]
fn what_is_no_policy_is_refused_in_one_sentence() {
    let refused = |bytes: &[u8]| import(bytes, "x", TODAY).unwrap_err();
    assert_eq!(refused(b""), ImportError::Empty);
    assert_eq!(refused(b"just one line on privacy"), ImportError::NoPolicy);
    assert_eq!(
        refused(b"<html><p>a</p></html>"),
        ImportError::NoPolicyThere { title: String::new() }
    );
    for bytes in
        [&b"%PDF-1.4"[..], b"PK\x03\x04", b"\xFF\xFEa\0", b"caf\xE9", b"", b"one", b"<html>a"]
    {
        let message = refused(bytes).to_string();
        assert!(message.contains(" seems to be ") || message.contains(';'), "{message}");
        assert!(!message.contains('\n'));
    }
}

#[test]
fn each_kind_of_bad_input_gets_one_sentence_of_its_own() {
    let login = b"<html><title>Sign in</title><form><input name=u><input type=password><button>Sign in</button></form></html>";
    let missing = b"<html><title>404 Not Found</title><h1>Not Found</h1><p>nginx</p></html>";
    let scripted =
        b"<!doctype html><title>Acme</title><div id=root></div><script src=app.js></script>";
    let recipe = "<html><title>Tea cake</title><p>".to_owned()
        + &"Stir the butter and the sugar. ".repeat(20)
        + "</html>";
    let mut archive = b"PK\x03\x04\x14\0\0\0\0\0".to_vec();
    archive.extend(b"word/document.xml");
    for (bytes, expected) in [
        (&b"%PDF-1.7 and more"[..], "a PDF"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (b"\xFF\xD8\xFF\xE0", "a JPEG image"),
        (b"RIFF\x10\0\0\0WEBP", "an image or a sound"),
        (b"\0\0\0\x20ftypavif", "an image"),
        (b"PK\x03\x04other", "a zip archive"),
        (&archive, "a Word document"),
        (b"", "no words"),
        (b" \n\t\n", "no words"),
        (b"privacy\0\x01\x02", "a binary file"),
        (b"{\"privacy\": \"policy\"}", "JSON"),
        (b"MIME-Version: 1.0\nprivacy", "MHTML"),
        (login, "a login page"),
        (missing, "an error page"),
        (scripted, "from a script"),
        (recipe.as_bytes(), "no privacy policy (\u{201c}Tea cake\u{201d})"),
        (b"Stir the butter.\n\nThe sugar\n\nToo.", "no privacy policy"),
        (b"A word on privacy.", "no headings"),
    ] {
        let message = import(bytes, "x", TODAY).unwrap_err().to_string();
        assert!(message.contains(expected), "{expected}: {message}");
        assert!(
            message.contains(';') && !message.contains('\n'),
            "what it is, and what to do: {message}"
        );
    }
    let large = vec![b'a'; sudare::bundle::import::LARGEST + 1];
    let message = import(&large, "x", TODAY).unwrap_err().to_string();
    assert!(message.contains("32 MB") || message.contains("32 are the most"), "{message}");
}

#[test]
fn the_five_seeds_become_notices() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let folder = std::env::var_os("SUDARE_SEEDS")
        .map_or_else(|| root.join("../shared/seeds"), PathBuf::from);
    // Name, articles, the ids of some, services, addresses.
    type Seed = (&'static str, usize, &'static [&'static str], usize, usize);
    let seeds: [Seed; 5] = [
        ("pixta", 12, &["use-of-cookies", "ssl"], 0, 0),
        ("photolibrary", 5, &["use-of-ip-address-and-cookies"], 0, 0),
        ("pixiv", 14, &["private-information", "cookie-policy"], 28, 29),
        ("audiostock", 16, &["purpose-of-use", "targeted-advertisements", "inquiry"], 0, 0),
        ("picocela", 7, &["handling-of-personal-information", "use-of-cookie-information"], 0, 0),
    ];
    let mut count = 0;
    for (name, expected, some, listed, addresses) in seeds {
        let Ok(bytes) = std::fs::read(folder.join(format!("{name}.txt"))) else { continue };
        let imported = import(&bytes, &format!("{name}.txt"), TODAY)
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_fits(&imported);
        assert_eq!(read(&imported.markdown).markdown, imported.markdown, "{name}");
        let ids = articles(&imported);
        assert_eq!(ids.len(), expected, "{name}: {ids:?}");
        assert!(some.iter().all(|id| ids.iter().any(|own| own == id)), "{name}: {ids:?}");
        let services = services(&imported);
        assert_eq!(
            (services.len(), services.iter().map(|(_, n)| n).sum::<usize>()),
            (listed, addresses),
            "{name}"
        );
        assert_eq!(
            raw_words(&String::from_utf8(bytes).unwrap()),
            raw_words(&imported.markdown),
            "{name}"
        );
        match name {
            "pixiv" => assert_eq!(sections(&imported, "cookie-policy"), 5),
            "picocela" => assert_eq!(sections(&imported, "handling-of-personal-information"), 2),
            _ => {}
        }
        count += 1;
    }
    println!("read {count} seeds");
}

/// The words of a file by its bytes alone, no parser asked: targets of links and our ids left out.
/// The quote that moved below the title goes back before it.
fn raw_words(text: &str) -> Vec<String> {
    let mut text = text.to_owned();
    while let Some(at) = text.find(" {#") {
        let end = at + text[at..].find('}').unwrap();
        text.replace_range(at..=end, "");
    }
    while let Some(at) = text.find("](http") {
        let end = at + text[at..].find(')').unwrap();
        // A link without words shows its address.
        let empty = text[..at].ends_with('[');
        let shown = if empty { text[at + 2..end].to_owned() } else { String::new() };
        text.replace_range(at..=end, &format!(" {shown} "));
    }
    let (quote, rest): (Vec<&str>, Vec<&str>) = text
        .lines()
        .filter(|line| !line.starts_with("> **Draft:"))
        .partition(|line| line.starts_with('>'));
    let words = [quote, rest].concat().join("\n");
    words
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// What the importer promises of every text: if it imports at all, all of it, and the same again.
fn promised(text: &str) -> Result<(), TestCaseError> {
    match import(text.as_bytes(), "aster.md", TODAY) {
        Ok(once) => {
            prop_assert_eq!(format_errors(&once), Vec::<String>::new(), "{}", once.markdown);
            prop_assert_eq!(once.words.kept, once.words.total);
            let twice = import(once.markdown.as_bytes(), "aster.md", TODAY);
            prop_assert_eq!(twice.map(|twice| twice.markdown), Ok(once.markdown));
        }
        Err(error @ ImportError::WordsDiffer { .. }) => prop_assert!(false, "{}", error),
        Err(_) => {}
    }
    Ok(())
}

#[test]
fn what_fuzzing_once_found_stays_found() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus");
    let mut read = 0;
    for (target, before, after) in [
        ("page", "<!doctype html><title>Privacy</title>", ""),
        ("markdown", "# Privacy\n\n## Cookies\n\n", ""),
        ("lines", "Privacy\n\n1. Data\n\n", "\n\n2. Use\n\nWe use it.\n"),
    ] {
        for entry in std::fs::read_dir(root.join(target)).unwrap() {
            let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
            if let Err(error) = promised(&format!("{before}{text}{after}")) {
                panic!("{target}: {text:?}: {error}");
            }
            read += 1;
        }
    }
    assert!(read >= 5, "only {read} texts");
}

/// Pages as browsers still show them.
fn page() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[A-Za-z]{1,8}( [a-z]{1,6}){0,6}[.;:]?",
        6 => prop::sample::select(vec![
            "<p>", "</p>", "<div>", "</div>", "<br>", "<br><br>", "<h2>", "</h2>", "<h3 id=\"a\">", "</h3>", "<ul>", "</ul>",
            "<ol>", "<ol type=a start=3>", "</ol>", "<li>", "<li value=9>", "</li>", "<b>", "</b>", "<em>", "</em>", "<i>", "<a href=\"#a\">",
            "<a href=\"/b\">", "<a href=\"https://c.example/?d=1&copy=2\">", "<a href=\"javascript:x\">", "</a>", "<table>", "<tr>", "<td>",
            "<th>", "<td rowspan=2>", "<td colspan=3>", "</td>", "</table>", "<dl>", "<dt>", "<dd>", "</dl>", "<blockquote>",
            "</blockquote>", "<pre>", "</pre>", "<code>", "</code>", "<img alt=\"a kettle\">", "<script>x</script>", "<nav>", "</nav>",
            "<!-- c -->", "<details><summary>", "</summary>", "</details>", "&amp;", "&nbsp;", "&lt;b&gt;", "* * *", "# x", "- x", "1. y",
            "(1) z", "・", "\n", "  ", "|", "[x](y)", "![z](w)", "`", "\\", "~~", "_u_", "**", "<s>", "</s>", "< /p>", "<span class=title>",
            "</span>", "<hr>", "<header>", "</header>", "<main>", "</main>", "<section id=sec>", "</section>", "第1条（目的）", "①",
        ]).prop_map(str::to_owned),
        1 => "\\PC{0,8}",
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| {
        format!(
            "<!doctype html><title>Privacy notice</title><h1>Privacy</h1><p>{}</p><h2>Cookies</h2><p>Words.{}",
            "We keep personal data safe and sound. ".repeat(4),
            pieces.join("")
        )
    })
}

/// Lines as policies have them, and as they should not have them.
fn lines() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        4 => Just(String::new()),
        2 => "[A-Z][a-z]{2,8}( [a-z]{2,6}){0,4}",
        2 => "[A-Z][a-z]{2,8}( [a-z]{2,6}){6,20}[.;:]",
        1 => (1..6_u8).prop_map(|n| format!("Article {n} (Words {n})")),
        1 => (1..6_u8).prop_map(|n| format!("{n}. Words")),
        1 => (1..4_u8).prop_map(|n| format!("( {n} ) words to say")),
        1 => (0..12_u32).prop_map(|n| format!("{n}) words")),
        3 => "#{1,7} [A-Za-z]{0,5}( [a-z*_\\[\\]{}#.\\\\]{1,5}){0,3}",
        2 => "[ ]{0,6}[-*•・+] [a-z<>*_]{0,8}",
        2 => "[ ]{0,6}[0-9]{1,2}[.)] [a-z]{0,8}",
        3 => prop::sample::select(vec![
            "> quoted words", "> # quoted heading", "```", "~~~ info", "    code", "\tcode", "| a | b |", "|---|---|", "===",
            "---", "* * *", ": defined", "[x]: https://x.example", "[x]", "[words](/relative)", "[](https://a.example/)",
            "[words  ", "](https://a.example)<https://b.example/>", "![alt](p.png)", "<div>", "</div>", "<br>", "a<b>c</b>",
            "<!-- hidden", "-->", "< /p>", "&amp; &eacute; &#65;", "R&D; x", "*stray", "**bold** _it_ `code`", "\\", "a\\",
            "https://a.example/b_c_d.", "<https://c.example/?a=1&copy;b>", "<ftp://d.example>", "<a@b.example>", "2019/4/18",
            "E-mail :", "Effective May 3, 2020", "Aster Inc. (hereinafter \"we\")", "第1条（目的）", "　全角", "① one",
            "[a [b](c) d](https://e.example)", "[![i](j)](https://k.example)", "text {#id}", "# Own {#own}", "[to](#own)",
            "cookies opt-out targeted advertising", "01. nought", "1.5 litres", "$x$ ~one~ ~~two~~", "[^1]: note", "[^1]",
        ]).prop_map(str::to_owned),
        1 => "\\PC{0,12}",
    ];
    prop::collection::vec(line, 0..24).prop_map(|lines| lines.join("\n"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(
        std::env::var("PROPTEST_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(60)
    ))]

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..200), name in any::<String>()) {
        let _ = import(&bytes, &name, TODAY);
    }

    #[test]
    fn no_text_makes_it_panic(text in any::<String>(), name in any::<String>(), day in any::<(u16, u8, u8)>()) {
        if let Ok(imported) = import(text.as_bytes(), &name, day) {
            prop_assert_eq!(format_errors(&imported), Vec::<String>::new());
        }
    }

    #[test]
    fn no_lines_lose_a_word_or_leave_the_format_or_change_when_imported_again(text in lines()) {
        promised(&format!("Privacy\n\n{text}"))?;
        promised(&format!("# Privacy\n\n## Cookies\n\n{text}"))?;
    }

    #[test]
    fn no_page_loses_a_word_or_leaves_the_format_or_changes_when_imported_again(page in page()) {
        promised(&page)?;
    }

    #[test]
    fn no_plain_text_loses_a_word(text in lines()) {
        let text = text.replace("===", "= = =").replace("---", "- - -").replace('#', "No ");
        match import(text.as_bytes(), "aster.txt", TODAY) {
            Ok(imported) => {
                prop_assert_eq!(format_errors(&imported), Vec::<String>::new(), "{}", imported.markdown);
                let own = |text: &str| -> Vec<String> {
                    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect()
                };
                prop_assert_eq!(own(&text).len(), imported.words.total);
            }
            Err(error @ ImportError::WordsDiffer { .. }) => prop_assert!(false, "{}", error),
            Err(_) => {}
        }
    }
}

#[test]
fn a_blank_at_the_beginning_of_an_inner_piece_of_a_page_is_kept_and_a_footnote_is_no_figure() {
    let page = |words: &str| {
        format!(
            "<!DOCTYPE html><html lang=en><body><main><h1>Privacy Policy</h1><h2>Data</h2>\
             <p>We collect personal data of our customers when they use this site, and we use it \
             to run the shop and for nothing else.</p>{words}<h2>Cookies</h2><p>We use cookies.</p>\
             <h2>Contact</h2><p>Mail us.</p></main></body></html>"
        )
    };
    for (words, wanted) in [
        ("<p>kept for 12<span> months</span></p>", "kept for 12 months"),
        ("<p>kept for 12.<span> months</span></p>", "12. months"),
        ("<p>A <b>Bold</b><b> more</b></p>", "A **Bold** **more**"),
        ("<p>x<a href=https://x.example/> link</a></p>", "x [link](https://x.example/)"),
        ("<p><b>Name:</b><span> yours</span></p>", "**Name:** yours"),
        (
            "<p><strong><em>In Short:</em></strong><em> We collect.</em></p>",
            "*In Short:* *We collect.*",
        ),
        ("<p>kept for 30<sup>1</sup> days</p>", "30¹ days"),
        ("<p>for 10<sup><a href='https://x.example/n'>12</a></sup> days</p>", "10[¹²]("),
        ("<p>the 1<sup>st</sup> of May</p>", "the 1st of May"),
        (
            "<p>x<a href=https://x.example/> https://x.example/ </a>y</p>",
            "x <https://x.example/> y",
        ),
        (
            "<p><strong><em>In Short:</em></strong>We collect names.</p>",
            "In Short:We collect names.",
        ),
        ("<p><b>one </b><span> two</span></p>", "**one** two"),
        ("<p>one<br><b> two</b></p>", "one\\\n**two**"),
        ("<table><tr><th>A<th>B</tr><tr><td>x<span> y</span><td>z</tr></table>", "| x y | z |"),
        ("<dl><dt>T<i> t</i><dd>m</dl>", "T *t*"),
        ("<p>so <b> wide </b> a gap</p>", "so **wide** a gap"),
    ] {
        let markdown = read(&page(words)).markdown;
        assert!(markdown.contains(wanted), "{words}: {markdown}");
    }
}
