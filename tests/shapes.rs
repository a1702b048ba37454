//! Policies in the shapes that programs give them: word processors, site builders, generators, old encodings.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "support/facts.rs"]
mod facts;
#[path = "support/policy.rs"]
mod policy;

use facts::{told, values};
use policy::{article, ids, read};

#[test]
fn a_page_that_a_word_processor_wrote() {
    let notice = read("de-word.html");
    assert_eq!(ids(&notice), ["verantwortlicher", "server-logfiles", "ihre-rechte"]);
    assert!(notice.markdown.contains("\n## 1. Verantwortlicher {"), "one blank after the number");
    assert_eq!(article(&notice, "server-logfiles").lists, [3], "drawn bullets of two kinds");
    assert_eq!(article(&notice, "ihre-rechte").tables, [1], "the row in bold is its head");
    assert_eq!(values(&notice, "effective"), ["2022-06-03"]);
    assert_eq!(values(&notice, "phone"), ["+49 361 5550199"]);
}

#[test]
fn a_page_that_an_editor_in_the_browser_wrote() {
    let notice = read("es-docs.html");
    assert!(notice.markdown.starts_with("# Privacidad en Librería Olmo\n"), "no number is a title");
    let expected = ["responsable-del-tratamiento", "que-datos-tratamos", "cookies", "derechos"];
    assert_eq!(ids(&notice), expected);
    assert_eq!(article(&notice, "que-datos-tratamos").lists.iter().sum::<usize>(), 4);
    assert!(told(&notice, 2, "goes through a redirect (google.com/url)"));
    assert_eq!(values(&notice, "effective"), ["2023-04-05"]);
}

#[test]
fn a_page_of_spans_with_letters_of_no_width() {
    let notice = read("fr-spans.html");
    assert!(notice.markdown.starts_with("# POLITIQUE DE CONFIDENTIALITÉ\n"));
    assert!(!notice.markdown.contains('\u{200b}'));
    assert_eq!(ids(&notice).len(), 5);
    assert_eq!(article(&notice, "quelles-donnees-collectons-nous").lists, [3]);
    assert_eq!(values(&notice, "effective"), ["2024-02-01"]);
}

#[test]
fn an_accordion_of_buttons_whose_parts_are_hidden() {
    let notice = read("sv-accordion.html");
    assert!(notice.markdown.starts_with("# Integritetspolicy\n"), "{}", notice.markdown);
    let expected = [
        "vilka-uppgifter-samlar-vi-in",
        "varfoer-behandlar-vi-dina-uppgifter",
        "kakor",
        "dina-raettigheter",
        "kontakt",
    ];
    assert_eq!(ids(&notice), expected);
    assert_eq!(values(&notice, "effective"), ["2023-11-02"], "above the accordion");
    assert_eq!(values(&notice, "article")[0], "kakor");
    assert!(!notice.markdown.contains("Godkänn"), "the banner stays outside");
}

#[test]
fn an_article_with_its_title_and_date_above_an_accordion() {
    let notice = read("pt-accordion.html");
    assert_eq!(ids(&notice).len(), 5);
    assert_eq!(values(&notice, "effective"), ["2022-03-10"]);
    // The page has one line: each purpose is still found in its own article.
    assert_eq!(values(&notice, "article"), ["cookies"; 3]);
    assert!(values(&notice, "name").contains(&"Jacarandá Livros Ltda."));
}

#[test]
fn a_page_of_terms_and_meanings_in_one_line() {
    let notice = read("nl-terms.html");
    let expected = [
        "welke-gegevens-verzamelen-wij",
        "waarvoor-gebruiken-wij-gegevens",
        "bewaartermijn",
        "cookies",
        "uw-rechten",
    ];
    assert_eq!(ids(&notice), expected);
    assert_eq!(values(&notice, "effective"), ["2024-01-07"]);
    assert_eq!(values(&notice, "article"), ["cookies"; 3]);
    assert!(
        values(&notice, "name").contains(&"Fietsenmaker De Wit B.V."),
        "not the heading before it"
    );
}

#[test]
fn a_council_s_page_of_tables_within_tables() {
    let notice = read("en-council.html");
    assert!(notice.markdown.starts_with("# Privacy Notice\n"), "{}", notice.markdown);
    let expected = ["what-we-hold", "who-sees-it", "how-long-we-keep-it", "your-rights"];
    assert_eq!(ids(&notice), expected);
    assert_eq!(article(&notice, "what-we-hold").lists, [3]);
    assert_eq!(article(&notice, "how-long-we-keep-it").tables, [2]);
    assert_eq!(values(&notice, "effective"), ["2009-01-05"]);
}

#[test]
fn a_policy_in_the_source_of_a_frame() {
    let notice = read("en-frame.html");
    assert!(notice.markdown.starts_with("# Privacy Policy\n"));
    assert_eq!(ids(&notice), ["data-we-collect", "cookies", "contact"]);
    assert!(told(&notice, 1, "in a frame; it was read from there"));
}

#[test]
fn markdown_with_the_data_of_a_generator() {
    let notice = read("en-front.md");
    assert!(notice.markdown.starts_with("# Privacy Policy\n"), "{}", notice.markdown);
    assert!(!notice.markdown.contains("permalink"));
    assert!(told(&notice, 1, "Left out: the data that the file begins with (title, layout"));
    assert_eq!(ids(&notice).len(), 4);
    assert_eq!(article(&notice, "how-we-use-it").tables, [2]);
    assert_eq!(values(&notice, "effective"), ["2024-02-10"]);
}

#[test]
fn a_japanese_text_in_an_old_encoding() {
    let notice = read("ja-sjis.txt");
    assert!(told(&notice, 1, "it was read as Shift_JIS"));
    assert_eq!(ids(&notice), ["definitions", "purposes", "recipients", "cookies", "contact"]);
    assert_eq!(values(&notice, "published"), ["2018-04-01"]);
    assert_eq!(values(&notice, "effective"), ["2023-10-01"]);
    assert_eq!(values(&notice, "phone"), ["03-1234-5678"], "digits of full width");
}

#[test]
fn a_chinese_text_with_numbers_of_its_own() {
    let notice = read("zh-app.txt");
    let expected = ["collected", "cookies", "recipients", "security", "rights", "contact"];
    assert_eq!(ids(&notice), expected, "named by what they speak of");
    assert_eq!(article(&notice, "collected").lists, [3]);
    assert_eq!(article(&notice, "security").lists, [2]);
    assert_eq!(values(&notice, "effective"), ["2023-08-22"]);
    assert!(values(&notice, "name").contains(&"杭州青禾科技有限公司"));
}

#[test]
fn headings_that_count_in_letters_with_lists_directly_below() {
    let notice = read("en-letters.txt");
    let expected = ["who-we-are", "what-we-hold", "why", "cookies-and-tracking", "your-rights"];
    assert_eq!(ids(&notice), expected);
    let held = article(&notice, "what-we-hold");
    assert_eq!((held.lists, held.depth), (vec![3, 2], 2));
    assert_eq!(values(&notice, "effective"), ["2020-09-01"]);
}

#[test]
fn markdown_with_tags_in_it() {
    let notice = read("en-tags.md");
    assert!(notice.markdown.starts_with("# Privacy\n"), "{}", notice.markdown);
    assert_eq!(ids(&notice), ["data", "rights", "third-parties"]);
    assert!(!notice.markdown.contains("\\<"), "{}", notice.markdown);
    assert!(told(&notice, 5, "a comment, which no reader sees"));
    assert_eq!(article(&notice, "third-parties").lists, [2, 1]);
    let front = read("en-front.md");
    assert!(front.markdown.contains("We collect **what you give us** and"), "{}", front.markdown);
    assert!(front.markdown.contains("read the [terms](https://harbour.example/terms)."));
}
