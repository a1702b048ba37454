//! What checklists find, and what they leave open.

use sudare::bundle::check::{Findings, State};

use super::{MANIFEST, findings};

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
fn in_a_language_that_the_checklists_do_not_know_nothing_is_called_missing() {
    let manifest = MANIFEST.replacen("[\"en\"]", "[\"sv\"]", 1);
    let policy = "# N\n\n## Kakor {#cookies}\n\nVi räknar besök.\n";
    let findings = findings(&[("notice.toml", &manifest), ("sv.md", policy)]);
    let list = findings.checklists.iter().find(|list| list.id == "gdpr-13").unwrap();
    assert!(list.items.iter().all(|item| item.state != State::Missing));
    let by_whom = list.items.iter().find(|item| item.asks.contains("supervisory")).unwrap();
    assert!(
        by_whom.note.as_ref().unwrap().contains("know no sv, only English"),
        "{:?}",
        by_whom.note
    );
}
