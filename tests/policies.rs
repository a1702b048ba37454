//! Policies that were written to be hard: pages without headings, tables for the layout, numbers in every dress,
//! six languages and more. Each says what has to come out of it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "support/facts.rs"]
mod facts;
#[path = "support/policy.rs"]
mod policy;

use facts::{told, values};
use policy::{TODAY, article, bytes, ids, read};
use sudare::bundle::import::{Settings, import_with};

#[test]
fn a_shop_s_page_in_english() {
    let notice = read("en-shop.html");
    assert_eq!(notice.lang, "en");
    assert_eq!(ids(&notice), ["what", "why", "cookies", "your-rights", "contact"]);
    assert_eq!(article(&notice, "what").lists, [3, 2]);
    assert_eq!((article(&notice, "why").tables, article(&notice, "why").links), (vec![2], 2));
    assert_eq!(article(&notice, "cookies").terms, 2);
    assert_eq!(values(&notice, "effective"), ["2024-03-04"]);
    assert_eq!(values(&notice, "name")[0], "Wickham & Thorn Ltd");
    assert!(values(&notice, "name").contains(&"Hotjar"));
    for (line, words) in [
        (12, "Left out: the page's header"),
        (16, "Left out: a dialog"),
        (18, "Left out: a menu"),
        (36, "ends in “; or”"),
        (61, "leads to a script"),
        (66, "no words of its own"),
        (72, "Left out: the page's footer"),
    ] {
        assert!(told(&notice, line, words), "{line}: {words}\n{:#?}", notice.remarks);
    }
    assert!(notice.markdown.contains("[our terms](https://wickhamthorn.example/terms.html)"));
    assert!(notice.markdown.contains("- a. your telephone number"), "{}", notice.markdown);
}

#[test]
fn a_page_from_another_century() {
    let notice = read("en-old.html");
    assert_eq!(ids(&notice), ["what-we-collect", "cookies", "who-else-sees-it", "contact"]);
    assert_eq!(article(&notice, "what-we-collect").lists, [3]);
    assert_eq!(values(&notice, "effective"), ["2003-11-11"]);
    assert_eq!(values(&notice, "phone"), ["(555) 010-0199"]);
}

#[test]
fn a_company_s_text_with_numbers_within_numbers() {
    let notice = read("en-saas.txt");
    assert!(
        notice.markdown.starts_with("# LEDGERLOFT – PRIVACY STATEMENT\n"),
        "{}",
        notice.markdown
    );
    assert_eq!(
        ids(&notice),
        [
            "who-we-are",
            "what-we-collect",
            "what-we-use-it-for",
            "words",
            "services",
            "your-rights",
            "contact"
        ]
    );
    let collected = article(&notice, "what-we-collect");
    assert_eq!((collected.lists, collected.depth), (vec![2, 3, 2], 3));
    assert_eq!(article(&notice, "what-we-use-it-for").lists, [3, 2, 2, 2]);
    assert_eq!(article(&notice, "words").terms, 2);
    assert_eq!(values(&notice, "effective"), ["2024-01-15"]);
    for (line, words) in [
        (26, "a table of 3 rows"),
        (47, "goes through an archive"),
        (51, "“Article6”"),
        (58, "Nothing follows “E-mail :”"),
    ] {
        assert!(told(&notice, line, words), "{line}: {words}\n{:#?}", notice.remarks);
    }
    assert!(!notice.remarks.iter().any(|remark| remark.message.contains("left blank")));
}

#[test]
fn an_archive_s_address_is_put_back_only_on_demand() {
    let kept = read("en-saas.txt");
    assert!(
        kept.markdown
            .contains("<https://web.archive.org/web/2023/https://policies.google.example/privacy>")
    );
    let settings = Settings { file_name: "en-saas.txt", today: TODAY, unwrap: true };
    let notice = import_with(&bytes("en-saas.txt"), &settings).unwrap();
    assert!(
        notice.markdown.contains("<https://policies.google.example/privacy>"),
        "{}",
        notice.markdown
    );
    assert!(told(&notice, 47, "Unwrapped as you asked"));
}

#[test]
fn a_blog_s_markdown_with_everything_that_goes_wrong() {
    let notice = read("en-blog.md");
    assert_eq!(ids(&notice), ["collect", "what-i-collect", "cookies", "contact-contact-wide"]);
    assert_eq!(article(&notice, "what-i-collect").terms, 2);
    assert_eq!(article(&notice, "cookies").lists, [2]);
    for (line, words) in [
        (3, "doubled"),
        (5, "shows that as the article's card"),
        (23, "“; or”"),
        (26, "A picture"),
        (26, "no words of its own"),
        (26, "leads nowhere"),
        (30, "as a browser reads them"),
        (36, "Nothing follows"),
    ] {
        assert!(told(&notice, line, words), "{line}: {words}\n{:#?}", notice.remarks);
    }
    for service in ["Plausible Analytics", "Mailchimp", "YouTube"] {
        assert!(values(&notice, "name").contains(&service), "{service}");
    }
}

#[test]
fn a_club_s_text_in_german_wrapped_by_hand() {
    let notice = read("de-verein.txt");
    assert_eq!(notice.lang, "de");
    assert_eq!(
        ids(&notice),
        [
            "verantwortlicher",
            "zwecke-und-rechtsgrundlagen",
            "empfaenger",
            "speicherdauer",
            "ihre-rechte",
            "cookies"
        ]
    );
    let purposes = article(&notice, "zwecke-und-rechtsgrundlagen");
    assert_eq!((purposes.lists, purposes.depth, purposes.sections), (vec![3, 2], 2, 0));
    assert_eq!(article(&notice, "ihre-rechte").lists, [4]);
    assert!(notice.markdown.contains("nehmen\nden Schutz"), "{}", notice.markdown);
    assert_eq!(values(&notice, "effective"), ["2023-05-01"]);
}

#[test]
fn an_agency_s_page_in_german_without_a_heading_in_it() {
    let notice = read("de-agentur.html");
    assert_eq!(notice.lang, "de");
    assert_eq!(
        ids(&notice),
        ["welche-daten-wir-erheben", "cookies-und-dienste", "weitergabe-an-dritte", "ihre-rechte"]
    );
    assert_eq!(article(&notice, "cookies-und-dienste").lists, [3, 1, 2, 2]);
    assert_eq!(values(&notice, "effective"), ["2024-02-01"]);
    for (line, words) in
        [(4, "a cookie banner"), (11, "a list of 3 rows"), (19, "hides an e-mail address")]
    {
        assert!(told(&notice, line, words), "{line}: {words}\n{:#?}", notice.remarks);
    }
}

#[test]
fn a_shop_s_markdown_in_french() {
    let notice = read("fr-boutique.md");
    assert_eq!(notice.lang, "fr");
    assert_eq!(
        ids(&notice),
        [
            "responsable-du-traitement",
            "donnees-collectees",
            "finalites-et-bases-legales",
            "duree-de-conservation",
            "cookies",
            "vos-droits"
        ]
    );
    assert_eq!(article(&notice, "donnees-collectees").lists, [3, 2]);
    assert_eq!(article(&notice, "finalites-et-bases-legales").tables, [2]);
    assert_eq!(values(&notice, "effective"), ["2022-07-14"]);
    assert_eq!(values(&notice, "name")[0], "La Petite Fabrique SARL");
    assert!(told(&notice, 35, "rest of a tag") && told(&notice, 40, "no words of its own"));
}

#[test]
fn an_insurer_s_page_in_french_whose_articles_are_folded() {
    let notice = read("fr-assurance.html");
    assert_eq!(notice.lang, "fr");
    assert_eq!(ids(&notice).len(), 5);
    assert_eq!(article(&notice, "pourquoi-les-utilisons-nous").lists, [2]);
    assert!(
        notice.markdown.contains("](https://www.cnil.example/plaintes)"),
        "{}",
        notice.markdown
    );
    assert_eq!(values(&notice, "effective"), ["2023-03-01"]);
}

#[test]
fn a_shop_s_page_in_spanish_whose_articles_are_items() {
    let notice = read("es-tienda.html");
    assert_eq!(notice.lang, "es");
    assert_eq!(
        ids(&notice),
        [
            "responsable-del-tratamiento",
            "que-datos-recogemos",
            "finalidad-y-base-juridica",
            "cookies",
            "sus-derechos"
        ]
    );
    assert!(notice.markdown.contains("## 2. ¿Qué datos recogemos?"), "{}", notice.markdown);
    assert!(notice.markdown.contains("(https://tienda.example/legal/cookies)"));
    assert_eq!(values(&notice, "effective"), ["2021-05-03"]);
}

#[test]
fn a_forum_s_text_in_spanish_with_roman_numbers() {
    let notice = read("es-foro.txt");
    assert_eq!(notice.lang, "es");
    assert_eq!(
        ids(&notice),
        ["responsable", "datos-que-tratamos", "finalidad", "conservacion", "tus-derechos"]
    );
    assert_eq!(article(&notice, "datos-que-tratamos").lists, [3]);
    assert_eq!(values(&notice, "effective"), ["2020-01-07"]);
}

#[test]
fn a_gym_s_page_in_italian() {
    let notice = read("it-palestra.html");
    assert_eq!(notice.lang, "it");
    assert_eq!(ids(&notice), ["titolare", "finalita", "conservazione", "diritti", "cookie"]);
    assert_eq!(values(&notice, "effective"), ["2022-05-04"]);
    assert!(notice.markdown.contains("[Finalità](#finalita)"));
}

#[test]
fn an_app_s_text_in_japanese_with_headings_and_sentences_on_one_line() {
    let notice = read("ja-app.txt");
    assert_eq!(notice.lang, "ja");
    assert_eq!(
        ids(&notice),
        ["collected", "purposes", "recipients", "section-4", "security", "rights"]
    );
    assert_eq!(article(&notice, "collected").lists, [3, 2]);
    assert_eq!(article(&notice, "purposes").lists, [3]);
    assert!(notice.markdown.contains("- ①　機種名"), "{}", notice.markdown);
    assert_eq!(values(&notice, "published"), ["2021-04-01"]);
    assert_eq!(values(&notice, "effective"), ["2023-10-01"]);
    assert!(told(&notice, 33, "Nothing follows “メール：”"));
}

#[test]
fn a_shop_s_old_japanese_page_in_its_old_encoding() {
    let notice = read("ja-old.html");
    assert_eq!(notice.lang, "ja");
    assert_eq!(ids(&notice), ["collected", "purposes", "recipients", "contact"]);
    assert_eq!(article(&notice, "collected").lists, [3]);
    assert_eq!(values(&notice, "effective"), ["2017-05-30"]);
    assert_eq!(values(&notice, "name")[0], "有限会社みなと印房");
}

#[test]
fn a_bookshop_s_markdown_in_japanese_with_an_opt_out_list() {
    let notice = read("ja-shop.md");
    assert_eq!(ids(&notice), ["collected", "purposes", "cookies", "contact"]);
    assert_eq!(
        (article(&notice, "collected").lists, article(&notice, "purposes").tables),
        (vec![3], vec![2])
    );
    assert_eq!(values(&notice, "opt-out").len(), 3);
    assert_eq!(values(&notice, "name")[0], "木もれび書店");
    assert!(told(&notice, 31, "archive"));
}

#[test]
fn an_app_s_text_in_korean() {
    let notice = read("ko-app.txt");
    assert_eq!(notice.lang, "ko");
    assert_eq!(
        ids(&notice),
        ["purposes", "collected", "retention", "recipients", "cookies", "officer"]
    );
    assert_eq!(article(&notice, "purposes").lists, [3]);
    assert_eq!(article(&notice, "collected").lists, [2]);
    assert_eq!(
        (values(&notice, "published"), values(&notice, "effective")),
        (vec!["2023-03-02"], vec!["2023-04-01"])
    );
    assert_eq!(values(&notice, "name")[0], "주식회사 달빛");
}

#[test]
fn every_guess_is_marked_with_what_it_was_made_of() {
    let notice = read("en-shop.html");
    for expected in [
        "what: collected 0.",
        "cookies: cookies 0.",
        "the heading says “your rights”",
        "name = \"Google Analytics\"",
        "# check: what it is used for here",
    ] {
        assert!(notice.manifest.contains(expected), "{expected}\n{}", notice.manifest);
    }
}

#[test]
fn a_card_is_a_sentence_of_its_article_and_says_that_it_is_a_draft() {
    for name in ["en-shop.html", "es-foro.txt", "ja-app.txt", "ko-app.txt", "de-verein.txt"] {
        let notice = read(name);
        let cards: Vec<&str> =
            notice.markdown.lines().filter(|line| line.starts_with("> **Draft:")).collect();
        assert!(!cards.is_empty(), "{name}");
        let rest: String = facts::uncarded(&notice).split_whitespace().collect();
        for card in cards {
            let sentence: String = card.rsplit("** ").next().unwrap().split_whitespace().collect();
            assert!(rest.contains(&sentence), "{name}: {sentence}");
        }
    }
}
