//! What the view makes of a notice, natively: markup by snapshot, words by comparison.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::rc::Rc;

use scraper::{ElementRef, Html, Selector};
use sudare::consent::{Act, Persistence, Record, Signals, Snapshot, Source};
use sudare::notice::source::locale;
use sudare::notice::{
    Altered, Article, Block, Datum, How, Inline, Notice, PluralCategory, PurposeKind, Service,
    Since, Text,
};
use sudare::widget::{
    Action, Chosen, Effects, Inert, Mode, NoticeView, NoticeViewProps, Speech, State, render_page,
};
use yew::{Callback, LocalServerRenderer};

const DAY: f64 = 86_400_000.0;

/// A small notice of our own with every kind of block, and the interface words of its language.
fn notice() -> Notice {
    let mut notice: serde_json::Value =
        serde_json::from_str(include_str!("fixtures/harbour.json")).unwrap();
    let words = locale("en").unwrap().words;
    notice["ui"] = serde_json::to_value(words).unwrap();
    serde_json::from_value(notice).unwrap()
}

fn snapshot(notice: &Notice, gpc: bool, said: &[(&str, bool)]) -> Snapshot {
    let said: Vec<_> = said.iter().map(|(id, yes)| ((*id).into(), *yes)).collect();
    let act =
        Act { source: Source::Notice, layer: None, now: DAY, gpc, random_id: "0123456789abcdef" };
    let record = (!said.is_empty()).then(|| Record::after(None, notice, &said, &act));
    let signals = Signals { gpc, region: None, persistence: Persistence::Local };
    let record = record.as_ref().ok_or(sudare::consent::Absent::Missing);
    let iso = |ms: f64| {
        let instant = jiff::Timestamp::from_millisecond(ms as i64).unwrap();
        format!("{instant:.3}").as_str().into()
    };
    Snapshot::take(notice, record, &signals, iso)
}

fn dialog(state: State) -> String {
    dialog_in(Rc::new(Inert), state)
}

fn dialog_in(effects: Rc<dyn Effects>, state: State) -> String {
    let props = NoticeViewProps { state, mode: Mode::Dialog, effects };
    let renderer = LocalServerRenderer::<NoticeView>::with_props(props).hydratable(false);
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    tokio::task::LocalSet::new().block_on(&runtime, renderer.render())
}

fn state(gpc: bool, said: &[(&str, bool)]) -> State {
    let notice = notice();
    let snapshot = snapshot(&notice, gpc, said);
    State::new(Rc::new(notice), Some(Rc::new(snapshot)))
}

/// One element a line, so that a snapshot can be read and compared.
fn lines(html: &str) -> String {
    html.replace("><", ">\n<")
}

fn select<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

/// The words of an element without what is marked as not the owner's.
fn policy_words(html: &str) -> String {
    fn collect(element: ElementRef, words: &mut String) {
        for child in element.children() {
            if let Some(text) = child.value().as_text() {
                words.push_str(text);
            } else if let Some(child) = ElementRef::wrap(child)
                && child.attr("data-ui").is_none()
            {
                collect(child, words);
            }
        }
    }
    let html = Html::parse_fragment(html);
    let policies = select(&html, "[data-policy]");
    assert_eq!(policies.len(), 1, "the policy stands in one place");
    let mut words = String::new();
    collect(policies[0], &mut words);
    words.split_whitespace().collect()
}

/// The words of a notice's policy, read from its tree by other code than the view's.
fn source_words(notice: &Notice) -> String {
    fn line(pieces: &[Inline], words: &mut String) {
        for piece in pieces {
            match piece {
                Inline::Text(text) | Inline::Code(text) => words.push_str(text),
                Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Struck(inner) => {
                    line(inner, words);
                }
                Inline::Link { href, content } if content.is_empty() => words.push_str(href),
                Inline::Link { content, .. } => line(content, words),
                Inline::Break => {}
            }
        }
    }
    fn blocks(parts: &[Block], words: &mut String) {
        for part in parts {
            match part {
                Block::Paragraph(pieces) => line(pieces, words),
                Block::List(list) => list.items.iter().for_each(|item| blocks(item, words)),
                Block::Table(table) => {
                    let cells = table.head.iter().chain(table.rows.iter().flatten());
                    cells.for_each(|cell| line(cell, words));
                }
                Block::Definitions(parts) => {
                    for part in parts {
                        line(&part.term, words);
                        part.meanings.iter().for_each(|meaning| blocks(meaning, words));
                    }
                }
                Block::Quote(inner) => blocks(inner, words),
                Block::Code(text) => words.push_str(text),
                Block::Rule => {}
            }
        }
    }
    fn article(article: &Article, words: &mut String) {
        line(&article.title, words);
        blocks(&article.blocks, words);
        for section in &article.sections {
            line(&section.title, words);
            blocks(&section.blocks, words);
        }
    }
    let mut words = String::new();
    line(&notice.title, &mut words);
    article(&notice.preamble, &mut words);
    notice.articles.iter().for_each(|part| article(part, &mut words));
    words.split_whitespace().collect()
}

/// Harbour Books' notice, with what has changed since two earlier texts, and its data.
fn changed_notice() -> Notice {
    let mut notice = notice();
    let words = |pieces: &[&str]| pieces.iter().map(|piece| (*piece).into()).collect::<Vec<_>>();
    let altered = |id: &str, how, title: Option<&str>, passages| Altered {
        id: id.into(),
        how,
        title: title.map(Into::into),
        passages,
    };
    let reworded = vec![words(&["We keep it for ", "30", "90", " days."])];
    notice.since = vec![
        Since {
            revision: "2".into(),
            text: None,
            articles: vec![
                altered("orders", How::Reworded, None, reworded),
                altered("ads", How::Added, None, vec![words(&["", "", "Ads are new."])]),
                altered("fax", How::Removed, Some("6. Fax"), vec![]),
            ],
        },
        Since { revision: "1".into(), text: None, articles: vec![] },
    ];
    let datum =
        |name: &str, purposes: &[&str]| Datum { name: name.into(), purposes: words(purposes) };
    notice.data =
        vec![datum("Pages you open", &["counting", "ads"]), datum("Your address", &["necessary"])];
    notice
}

/// The dialog of a visitor who had chosen on that revision.
fn chosen_on(revision: &str) -> State {
    let notice = changed_notice();
    let snapshot = snapshot(&notice, false, &[("ads", true)]);
    let mut state = State::new(Rc::new(notice), Some(Rc::new(snapshot)));
    let at = "1970-01-02T00:00:00.000Z".into();
    let (revision, text) = (revision.into(), "".into());
    state.chosen = Some(Rc::new(Chosen { revision, text, at }));
    state
}

/// The words of each element that fits, without space around them.
fn texts(html: &str, selector: &str) -> Vec<String> {
    let html = Html::parse_fragment(html);
    let found = select(&html, selector).into_iter();
    found.map(|element| element.text().collect::<String>().trim().to_owned()).collect()
}

#[test]
fn a_visitor_sees_what_has_changed_since_their_own_choice() {
    let html = dialog(chosen_on("2"));
    assert_eq!(
        texts(&html, ".since h4"),
        ["1. What an order needs", "4. Advertisements", "6. Fax"]
    );
    assert_eq!(
        texts(&html, ".since .mark"),
        ["Changed since you chose", "New since you chose", "Removed since you chose"]
    );
    assert_eq!(texts(&html, ".since h3"), ["Since your choice on January 2, 1970"]);
    assert_eq!(texts(&html, "#sudare-card-ads > .mark"), ["New since you chose"]);
    assert_eq!(
        texts(&html, ".cards .mark"),
        ["Changed since you chose", "New since you chose"],
        "what is gone has no card"
    );
    let tree = Html::parse_fragment(&html);
    assert!(select(&tree, ".since a[href='#fax']").is_empty(), "what is gone is no link");
}

#[test]
fn the_words_that_changed_are_made_when_somebody_asks_for_them() {
    let mut state = chosen_on("2");
    assert!(texts(&dialog(state.clone()), "del, ins").is_empty());
    state.reduce(&Action::Unroll("orders".into()));
    let html = dialog(state.clone());
    assert_eq!(
        texts(&html, ".words p"),
        ["We keep it for  (Removed words: 30)  (Added words: 90)  days."]
    );
    insta::assert_snapshot!(lines(
        html.split("class=\"since\"").nth(1).unwrap().split("</ul>").next().unwrap()
    ));
    state.reduce(&Action::Unroll("orders".into()));
    assert!(texts(&dialog(state), "del, ins").is_empty());
}

#[test]
fn a_visitor_is_told_when_nothing_has_changed_and_never_guessed_at() {
    let nothing = "Nothing has changed since you chose.";
    for (revision, told) in [("3", true), ("1", true), ("0", false)] {
        let html = dialog(chosen_on(revision));
        assert_eq!(html.contains(nothing), told, "{revision}");
        assert!(texts(&html, ".since, .mark").is_empty());
    }
    let nobody = dialog(State::new(Rc::new(changed_notice()), None));
    assert!(!nobody.contains(nothing) && texts(&nobody, ".since, .mark").is_empty());
    let mut forgotten = chosen_on("2");
    let now = forgotten.snapshot.clone().unwrap();
    forgotten.reduce(&Action::Forgotten(now));
    assert!(texts(&dialog(forgotten), ".since, .mark").is_empty());
}

#[test]
fn the_table_says_which_data_serve_which_purpose_in_words_and_roles() {
    let html = dialog(State::new(Rc::new(changed_notice()), None));
    let purposes: Vec<String> =
        changed_notice().purposes.iter().map(|purpose| purpose.name.to_string()).collect();
    let mut head = vec!["Data".to_owned()];
    head.extend(purposes.clone());
    assert_eq!(texts(&html, ".data th[scope=col][role=columnheader]"), head);
    assert_eq!(
        texts(&html, ".data th[scope=row][role=rowheader]"),
        ["Pages you open", "Your address"]
    );
    let tree = Html::parse_fragment(&html);
    let cells = select(&tree, ".data td[role=cell]");
    assert_eq!(cells.len(), 2 * purposes.len());
    for cell in cells {
        let words: String = cell.text().collect();
        assert_eq!(words == "used", cell.attr("class") == Some("used"), "{words}");
        assert!(words == "used" || words == "not used", "{words}");
        assert!(purposes.contains(&cell.attr("data-label").unwrap().to_owned()));
    }
    for (role, count) in [("table", 1), ("rowgroup", 2), ("row", 3)] {
        assert_eq!(select(&tree, &format!(".data[role={role}], .data [role={role}]")).len(), count);
    }
}

#[test]
fn the_static_page_has_nothing_to_press_until_its_script_is_there() {
    let page = render_page(&changed_notice()).unwrap();
    let html = Html::parse_fragment(&page);
    let waiting = select(&html, "button").len();
    assert!(waiting > 0);
    assert_eq!(select(&html, "[hidden] button").len(), waiting);
    assert!(select(&html, "input, script, [hidden=until-found]").is_empty());
    assert_eq!(select(&html, "article[id] > details > summary > h3").len(), 5);
    assert_eq!(select(&html, "[data-since][hidden]").len(), 2);
    insta::assert_snapshot!(lines(&page));
}

#[test]
fn the_dialog_before_any_choice() {
    insta::assert_snapshot!(lines(&dialog(state(false, &[]))));
}

#[test]
fn the_dialog_after_ads_were_allowed_and_their_article_opened() {
    let mut state = state(false, &[("ads", true)]);
    state.reduce(&Action::Show("ads".into()));
    let html = dialog(state);
    let tree = Html::parse_fragment(&html);
    assert_eq!(select(&tree, "article > div:not([hidden])").len(), 1);
    insta::assert_snapshot!(lines(&html));
}

#[test]
fn the_dialog_with_the_browsers_signal_on() {
    let html = dialog(state(true, &[("counting", true)]));
    assert!(html.contains("honoured"));
    insta::assert_snapshot!(lines(&html));
}

#[test]
fn the_policy_is_there_whole_and_in_order_and_nothing_else_is_in_it() {
    let notice = notice();
    assert_eq!(policy_words(&render_page(&notice).unwrap()), source_words(&notice));
    assert_eq!(policy_words(&dialog(state(false, &[]))), source_words(&notice));
}

#[test]
fn every_switch_says_what_the_snapshot_says() {
    for said in [&[][..], &[("ads", true)], &[("ads", true), ("adverts", false)]] {
        let notice = notice();
        let now = snapshot(&notice, false, said);
        let html = dialog(State::new(Rc::new(notice), Some(Rc::new(now.clone()))));
        let html = Html::parse_fragment(&html);
        let switches = select(&html, "[role=switch]");
        assert_eq!(switches.len(), 8, "two purposes in three places, two services in one");
        for switch in switches {
            let id = switch.attr("data-consent-toggle").unwrap();
            let allowed = now.purposes.get(id).or(now.services.get(id)).unwrap();
            assert_eq!(switch.attr("aria-checked"), Some(if allowed { "true" } else { "false" }));
        }
    }
}

#[test]
fn a_service_cannot_be_switched_while_its_purpose_is_not_allowed() {
    let disabled = |state| {
        let html = dialog(state);
        select(&Html::parse_fragment(&html), "[role=switch][aria-disabled=true]").len()
    };
    assert_eq!(disabled(state(false, &[])), 2);
    assert_eq!(disabled(state(false, &[("ads", true)])), 0);
}

#[test]
fn every_id_is_there_once_and_every_reference_leads_somewhere() {
    let html = dialog(state(true, &[("ads", true)]));
    let html = Html::parse_fragment(&html);
    let mut ids: Vec<&str> = select(&html, "[id]").iter().filter_map(|e| e.attr("id")).collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count);
    for attribute in ["aria-labelledby", "aria-describedby", "aria-controls"] {
        for element in select(&html, &format!("[{attribute}]")) {
            let id = element.attr(attribute).unwrap();
            assert!(ids.contains(&id), "{attribute}={id}");
        }
    }
}

#[test]
fn markup_in_a_notices_words_stays_words() {
    let mut notice = notice();
    notice.title = vec![Inline::Text("<img src=x onerror=alert(1)>".into())];
    notice.articles[0].blocks = vec![
        Block::Code("</code><script>".into()),
        Block::Paragraph(vec![Inline::Link {
            href: "javascript:alert(1)".into(),
            content: vec![Inline::Text("press".into())],
        }]),
    ];
    let page = render_page(&notice).unwrap();
    let html = Html::parse_fragment(&page);
    assert!(select(&html, "img, script").is_empty());
    assert!(!page.contains("javascript:"), "no link to what a notice may not have");
    assert_eq!(policy_words(&page), source_words(&notice));
}

#[test]
fn a_notice_without_cards_purposes_changes_or_second_language_has_no_empty_parts() {
    let mut notice = notice();
    notice.articles.iter_mut().for_each(|article| article.card = None);
    notice.purposes.clear();
    notice.services.clear();
    notice.changes.clear();
    notice.languages.truncate(1);
    let page = render_page(&notice).unwrap();
    for part in ["sudare-in-short", "sudare-choices", "sudare-changes", "class=\"languages\""] {
        assert!(!page.contains(part), "{part}");
    }
}

#[test]
fn a_purpose_some_of_whose_services_differ_is_partly_allowed_in_words() {
    let words = |said: &[(&str, bool)]| {
        let html = dialog(state(false, said));
        let html = Html::parse_fragment(&html);
        select(&html, "#sudare-choice-state-ads")[0].text().collect::<String>()
    };
    assert!(words(&[("ads", true), ("adverts", false)]).ends_with(": partly allowed"));
    assert!(words(&[("ads", true)]).ends_with(": allowed"));
    assert!(words(&[("ads", false), ("adverts", true)]).ends_with(": blocked"));
}

#[test]
fn a_sale_has_a_control_of_its_own_and_its_use_is_confirmed() {
    let shown = |gpc: bool, said: &[(&str, bool)]| {
        let mut notice = notice();
        notice.purposes.iter_mut().filter(|its| &*its.id == "ads").for_each(|its| {
            its.kind = PurposeKind::Sale;
            its.gpc = true;
        });
        let now = snapshot(&notice, gpc, said);
        let html = dialog(State::new(Rc::new(notice), Some(Rc::new(now))));
        let html = Html::parse_fragment(&html);
        let button = select(&html, "[data-consent-action=do-not-sell]").len();
        (button, html.root_element().text().any(|text| text.contains("You have opted out of sale")))
    };
    assert_eq!(shown(false, &[]), (1, false));
    assert_eq!(shown(false, &[("ads", true)]), (1, false));
    assert_eq!(shown(false, &[("ads", false)]), (0, true));
    assert_eq!(shown(true, &[]), (0, true), "the browser's signal is such a request");
}

#[test]
fn the_search_says_what_it_found_and_which_match_the_visitor_is_at() {
    let found = |steps: &[bool]| {
        let mut state = state(false, &[]);
        state.reduce(&Action::Matched(vec![1, 0, 3, 0, 0, 0], None));
        steps.iter().for_each(|back| {
            state.reduce(&Action::Step(*back));
        });
        let html = dialog(state);
        let html = Html::parse_fragment(&html);
        let marked = select(&html, "article:has(h3 small) > .body:not([hidden])").len();
        (select(&html, "#sudare-found")[0].text().collect::<String>(), marked)
    };
    assert_eq!(found(&[]), ("4 matches in 1 article".into(), 1));
    assert_eq!(found(&[false]), ("1 / 4".into(), 1));
    assert_eq!(found(&[true]), ("4 / 4".into(), 1));
    assert_eq!(found(&[false, false, true]), ("1 / 4".into(), 1));
}

/// A world that knows no dates and no numbers.
struct Speechless;

impl Effects for Speechless {
    fn plain_letters(&self, text: &str) -> String {
        Inert.plain_letters(text)
    }
}

impl Speech for Speechless {
    fn plural(&self, lang: &str, number: usize) -> PluralCategory {
        Inert.plural(lang, number)
    }

    fn number(&self, _: &str, number: usize) -> Text {
        format!("some {number}").into()
    }

    fn day(&self, iso: &Text) -> Text {
        Inert.day(iso)
    }

    fn date(&self, _: &str, day: &str) -> Text {
        format!("some {day}").into()
    }
}

#[test]
fn dates_and_numbers_are_the_notices_own_and_the_worlds_where_it_has_none() {
    let said = |notice: Notice, matches: u32| {
        let now = snapshot(&notice, false, &[("ads", true)]);
        let mut state = State::new(Rc::new(notice), Some(Rc::new(now)));
        state.reduce(&Action::Matched(vec![0, 0, matches, 0, 0, 0], None));
        let html = dialog_in(Rc::new(Speechless), state);
        let html = Html::parse_fragment(&html);
        let text = |its: ElementRef| its.text().collect::<String>();
        let dates: Vec<_> = select(&html, "time").into_iter().map(text).collect();
        assert!(dates.len() > 5);
        (text(select(&html, "#sudare-found")[0]), dates)
    };
    let mut spanish = notice();
    spanish.thousands = vec!["".into(), ".".into()];
    for (notice, matches, number) in [
        (notice(), 999, "999"),
        (notice(), 1000, "1,000"),
        (notice(), 9012, "9,012"),
        (notice(), 10_000, "10,000"),
        (notice(), 999_999, "999,999"),
        (notice(), 1_000_000, "some 1000000"),
        (spanish.clone(), 1002, "1002"),
        (spanish, 12_345, "12.345"),
    ] {
        let (found, dates) = said(notice, matches);
        assert_eq!(found, format!("{number} matches in 1 article"));
        let own = dates.iter().all(|date| !date.contains("some") && !date.contains('-'));
        assert!(own && dates.contains(&"March 1, 2026".into()), "{dates:?}");
    }
    let (mut other, mut thai) = (notice(), notice());
    other.thousands.clear();
    assert_eq!(said(other, 1000).0, "some 1000 matches in 1 article");
    thai.dates.clear();
    let (found, dates) = said(thai, 3);
    assert_eq!(found, "some 3 matches in some 1 article");
    assert!(dates.contains(&"some 2026-03-01".into()), "{dates:?}");
}

/// A world in which there is never time for what can wait.
struct Busy;

impl Effects for Busy {
    fn later(&self, _: Callback<()>) -> bool {
        true
    }

    fn plain_letters(&self, text: &str) -> String {
        Inert.plain_letters(text)
    }
}

impl Speech for Busy {
    fn plural(&self, lang: &str, number: usize) -> PluralCategory {
        Inert.plural(lang, number)
    }

    fn number(&self, lang: &str, number: usize) -> Text {
        Inert.number(lang, number)
    }

    fn day(&self, iso: &Text) -> Text {
        Inert.day(iso)
    }

    fn date(&self, lang: &str, day: &str) -> Text {
        Inert.date(lang, day)
    }
}

#[test]
fn the_first_drawing_is_the_first_screen_and_no_more() {
    let mut notice = notice();
    let model = notice.articles.iter().find(|article| article.card.is_some()).unwrap().clone();
    notice.articles = vec![model; 40];
    let mut state = State::new(Rc::new(notice), None);
    state.begin_at_the_top();
    let html = dialog_in(Rc::new(Busy), state);
    let html = Html::parse_fragment(&html);
    assert_eq!(select(&html, ".card").len(), 4);
    assert_eq!(select(&html, "#sudare-title, .bar").len(), 2);
    let parts: Vec<_> = select(&html, ".part").iter().map(|part| part.attr("id")).collect();
    assert_eq!(parts, [Some("sudare-in-short")]);
}

#[test]
fn who_is_led_behind_the_cards_does_not_wait_for_those_that_stand_by_themselves() {
    let mut notice = notice();
    let model = notice.articles.iter().find(|article| article.card.is_some()).unwrap().clone();
    let id = model.id.clone();
    notice.articles = vec![model; 40];
    for place in ["choices", &*id] {
        let mut state = State::new(Rc::new(notice.clone()), None);
        state.begin_at_the_top();
        state.reduce(&Action::Show(place.into()));
        let html = dialog_in(Rc::new(Busy), state);
        assert_eq!(select(&Html::parse_fragment(&html), ".card").len(), 16, "{place}");
    }
}

#[test]
fn articles_below_the_first_screens_stand_in_leaves_of_eight_in_order() {
    let mut notice = notice();
    let model = notice.articles[0].clone();
    notice.articles = (0..43)
        .map(|n| Article { id: format!("a-{n}").as_str().into(), ..model.clone() })
        .collect();
    let html = dialog(State::new(Rc::new(notice), None));
    let html = Html::parse_fragment(&html);
    let articles = |selector: &str| -> Vec<String> {
        let found = select(&html, selector);
        found.iter().map(|article| article.attr("id").unwrap().to_owned()).collect()
    };
    let wanted: Vec<String> = (0..43).map(|n| format!("a-{n}")).collect();
    assert_eq!(articles("[data-policy] article"), wanted);
    assert_eq!(articles("[data-policy] > article"), wanted[..16]);
    let leaves = select(&html, "[data-policy] > .leaf");
    let sizes: Vec<usize> = leaves.iter().map(|leaf| leaf.child_elements().count()).collect();
    assert_eq!(sizes, [8, 8, 8, 3]);
}

#[test]
fn cards_and_companies_below_the_first_screens_stand_in_leaves_that_are_no_lists_of_their_own() {
    let mut notice = notice();
    let article = notice.articles.iter().find(|article| article.card.is_some()).unwrap().clone();
    let mut articles: Vec<Article> = (0..90)
        .map(|n| Article { id: format!("a-{n}").as_str().into(), ..article.clone() })
        .collect();
    articles.iter_mut().step_by(2).for_each(|article| article.card = None);
    notice.articles = articles;
    let company = notice.services[0].clone();
    notice.services = (0..43)
        .map(|n| Service { id: format!("s-{n}").as_str().into(), ..company.clone() })
        .collect();
    let html = dialog(State::new(Rc::new(notice), None));
    let html = Html::parse_fragment(&html);
    for (list, item, all, leaves) in [
        (".cards", ".card", 45, &[12, 12, 5][..]),
        (".services", ".service", 43, &[8, 8, 8, 3][..]),
    ] {
        let count = |selector: &str| select(&html, selector).len();
        assert_eq!(count(&format!("{list}[role=list] {item}[role=listitem]")), all);
        assert_eq!(count(&format!("{list}[role=list] > {item}")), 16);
        let inner = select(&html, &format!("{list}[role=list] > li.leaf[role=none] > {list}"));
        assert!(inner.iter().all(|inner| inner.attr("role") == Some("none")));
        let sizes: Vec<usize> = inner.iter().map(|inner| inner.child_elements().count()).collect();
        assert_eq!(sizes, leaves);
    }
}

#[test]
fn an_opt_out_page_says_that_it_leaves_the_site_what_it_stops_and_when_it_was_checked() {
    let html = dialog(state(false, &[]));
    let html = Html::parse_fragment(&html);
    let with_opt_out = select(&html, ".service:has(.tick)");
    assert!(!with_opt_out.is_empty());
    for service in with_opt_out {
        let text: String = service.text().collect();
        assert!(text.contains("leaves this site"));
        assert!(text.contains("opting out there stops") || text.contains("Opting out there stops"));
        assert!(text.contains("Link last checked on") || text.contains("is not stated"));
    }
}

#[test]
fn what_is_ticked_off_is_counted_and_an_unknown_id_is_not() {
    let mut state = state(false, &[]);
    assert!(dialog(state.clone()).contains("0 of 2 done"));
    state.reduce(&Action::Tick(0));
    state.reduce(&Action::Tick(99));
    assert_eq!(state.directory.ticked(), [state.notice.services[0].id.clone()]);
    state.reduce(&Action::Tick(0));
    assert!(state.directory.ticked().is_empty());
}
