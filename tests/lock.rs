//! `notice.lock`: what was published is kept, and visitors are told what changed since.
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "support/shop.rs"]
mod shop;

use std::fs;

use proptest::prelude::*;
use shop::{CARD, Shop, said};
use sudare::bundle::lock::{Lock, Step};
use sudare::notice::source::SourceFile;
use sudare::notice::{How, Notice};

/// The lock after these were published one after the other.
fn history(shops: &[Shop]) -> Lock {
    shops.iter().fold(Lock::default(), |lock, shop| shop.published(&lock).0)
}

fn read_again(lock: &Lock) -> Lock {
    let file = SourceFile { name: "notice.lock".into(), text: lock.to_text("shop") };
    Lock::read(&file, "shop").unwrap()
}

fn revisions(lock: &Lock) -> Vec<&str> {
    lock.published.iter().map(|published| published.revision.as_str()).collect()
}

/// "cookies reworded", for each article that a notice says has changed since a revision.
fn told(notice: &Notice, revision: &str) -> Vec<String> {
    let since = notice.since(revision, "").expect(revision);
    since
        .articles
        .iter()
        .map(|altered| {
            let how = match altered.how {
                How::Added => "added",
                How::Removed => "removed",
                How::Reworded => "reworded",
            };
            format!("{} {how}", altered.id)
        })
        .collect()
}

#[test]
fn articles_added_removed_and_reworded_since_any_earlier_revision_are_named() {
    let first = Shop::default();
    let second = first.clone().revision("r2").edit("30", "90");
    let third =
        second.clone().revision("r3").without("contact").with("rights", "Rights\n\nAsk us.");
    let lock = read_again(&history(&[first, second, third.clone()]));
    for edition in third.told(&lock) {
        let notice = edition.notice;
        assert_eq!(told(&notice, "r2"), ["rights added", "contact removed"]);
        assert_eq!(told(&notice, "r1"), ["orders reworded", "rights added", "contact removed"]);
        assert!(notice.since("r3", "").is_none(), "nothing differs from itself");
    }
}

#[test]
fn the_words_removed_and_added_are_told_in_each_language() {
    let first = Shop::default();
    let second = first.clone().revision("r2").edit("30", "90");
    let editions = second.told(&history(&[first, second.clone()]));
    let passage = |place: usize| {
        let notice = &editions[place].notice;
        let passages = &notice.since("r1", "").unwrap().articles[0].passages;
        assert_eq!(passages.len(), 1);
        passages[0].iter().map(|piece| piece.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(passage(0), ["We keep orders for ", "30", "90", " days."]);
    assert_eq!(passage(1), ["ご注文の記録は", "30", "90", "日間保存します。"]);
}

#[test]
fn a_visitor_who_chose_on_the_text_before_a_correction_is_told_of_it() {
    let first = Shop::default();
    let corrected = first.clone().edit("30", "90");
    let (lock, step) = corrected.published(&history(std::slice::from_ref(&first)));
    assert_eq!(step, Step::Amended(vec!["orders".into()]));
    let lock = read_again(&lock);
    let text = |shop: &Shop| shop.editions()[0].notice.text_hash.clone();
    let notice = &corrected.told(&lock)[0].notice;
    let since = notice.since("r1", &text(&first)).expect("the first text is kept");
    assert_eq!(&*since.articles[0].id, "orders");

    let next = corrected.clone().revision("r2").edit("Write", "Telephone");
    let lock = history(&[first.clone(), corrected.clone(), next.clone()]);
    let notice = &next.told(&read_again(&lock))[0].notice;
    let ids = |text: &str| {
        let since = notice.since("r1", text).unwrap();
        since.articles.iter().map(|altered| altered.id.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(ids(&text(&first)), ["orders", "contact"]);
    assert_eq!(ids(&text(&corrected)), ["contact"], "that text had the correction");
}

#[test]
fn of_one_revision_the_first_text_and_the_last_are_kept() {
    let texts: Vec<Shop> =
        ["30", "40", "50", "60"].map(|days| Shop::default().edit("30", days)).into();
    assert_eq!(revisions(&history(&texts)), ["r1", "r1"]);
    let back = history(&[texts[0].clone(), texts[1].clone(), texts[0].clone()]);
    assert_eq!(revisions(&back), ["r1"], "back to the first text there is only that one");
    let next = texts[3].clone().revision("r2");
    let lock = history(&[texts[0].clone(), texts[3].clone(), next]);
    assert_eq!(revisions(&lock), ["r2", "r1", "r1"]);
}

#[test]
fn publishing_the_same_again_changes_nothing() {
    let shop = Shop::default();
    let lock = read_again(&history(std::slice::from_ref(&shop)));
    assert_eq!(shop.published(&lock), (lock, Step::Unchanged));
}

#[test]
fn a_notice_does_not_go_back_to_a_revision_that_was_superseded() {
    let first = Shop::default();
    let lock = history(&[first.clone(), first.clone().revision("r2")]);
    assert_eq!(lock.publish(&first.editions(), false), Err("r1".into()));
}

#[test]
fn of_revisions_before_the_lock_the_owners_own_word_is_taken() {
    let mut shop = Shop::default().revision("r3");
    shop.changes = vec![
        ("r3".into(), vec!["cookies".into()]),
        ("r2".into(), vec!["contact".into()]),
        ("r1".into(), vec![]),
    ];
    let notice = &shop.told(&history(std::slice::from_ref(&shop)))[0].notice;
    assert_eq!(told(notice, "r2"), ["cookies reworded"]);
    assert_eq!(told(notice, "r1"), ["cookies reworded", "contact reworded"]);
    assert_eq!(&*notice.titles_changed_since("r1")[1], "Contact");
    assert!(notice.titles_changed_since("r0").is_empty(), "nobody knows");
}

#[test]
fn a_language_that_came_later_names_the_articles_without_their_words() {
    let first = Shop { languages: vec!["en"], ..Shop::default() };
    let second = Shop::default().revision("r2").edit("30", "90");
    let editions = second.told(&history(&[first, second.clone()]));
    let japanese = &editions[1].notice;
    assert_eq!(told(japanese, "r1"), ["orders reworded"]);
    assert!(japanese.since("r1", "").unwrap().articles[0].passages.is_empty());
}

#[test]
fn a_card_is_stale_when_its_article_changed_since_it_was_last_touched() {
    let first = Shop::default();
    let lock = history(std::slice::from_ref(&first));
    let reworded = first.clone().revision("r2").edit("a number", "your name");
    let stale = |lock: &Lock, shop: &Shop| {
        let cards = lock.stale_cards(&shop.editions());
        cards.iter().map(|card| format!("{}/{}", card.lang, card.article)).collect::<Vec<_>>()
    };
    assert!(stale(&lock, &first).is_empty());
    assert_eq!(stale(&lock, &reworded), ["en/cookies"]);
    let built = read_again(&reworded.published(&lock).0);
    assert_eq!(stale(&built, &reworded), ["en/cookies"], "a build does not read a card");
    let held = lock.publish(&reworded.editions(), true).unwrap().0;
    assert!(stale(&held, &reworded).is_empty(), "the owner says that it still holds");
    let touched = reworded.edit(CARD, "> **In short: we count visitors.** By name.");
    assert!(stale(&built, &touched).is_empty());
}

#[test]
fn twenty_revisions_of_small_edits_stay_small() {
    let long: String =
        (0..400).map(|n| format!("\n\nSentence number {n} of a long policy.")).collect();
    let base = Shop::default().with("long", &format!("Long{long}"));
    let alone = history(std::slice::from_ref(&base)).to_text("shop").len();
    let many: Vec<Shop> = (0..20)
        .map(|n| {
            base.clone().revision(&format!("r{n}")).edit("number 7 of", &format!("number {n}/7 of"))
        })
        .collect();
    let lock = history(&many);
    let size = lock.to_text("shop").len();
    assert!(size < alone + 20 * 1024, "{size} bytes, {alone} for one revision");
    assert_eq!(read_again(&lock), lock);
}

#[test]
fn the_words_that_travel_are_bounded_and_the_names_are_not() {
    let pages: Vec<Shop> = (0..40)
        .map(|n| {
            let text: String = (0..60).map(|line| format!("\n\nLine {line} as of {n}.")).collect();
            Shop::default().revision(&format!("r{n}")).with("long", &format!("Long{text}"))
        })
        .collect();
    let last = pages.last().unwrap();
    let notice = &last.told(&history(&pages))[0].notice;
    let size = serde_json::to_vec(&notice.since).unwrap().len();
    assert!(size < 40 * 1024, "{size} bytes");
    assert!(!notice.since("r38", "").unwrap().articles[0].passages.is_empty());
    assert_eq!(told(notice, "r0"), ["long reworded"]);
    assert!(notice.since("r0", "").unwrap().articles[0].passages.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_was_published_reads_back_as_it_was(
        texts in prop::collection::vec((prop::collection::vec(line(), 1..6), 0..3usize), 1..6),
    ) {
        let shops: Vec<Shop> = texts.iter().enumerate().map(|(n, (lines, same))| {
            let shop = Shop::default().with("more", &format!("More\n\n{}", lines.join("\n\n")));
            // Some under the revision of the one before.
            shop.revision(&format!("r{}", if *same == 0 { n.saturating_sub(1) } else { n }))
        }).collect();
        let mut lock = Lock::default();
        for shop in &shops {
            match lock.publish(&shop.editions(), false) {
                Ok((next, _)) => lock = next,
                Err(_) => continue,
            }
            prop_assert_eq!(&read_again(&lock), &lock);
        }
    }
}

fn line() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "One cookie.",
        "Two \"cookies\" and a \\.",
        "+1 =2 -3",
        "同じ行です。",
        "'''",
        "\u{7f}x",
        "a\u{85}b",
    ])
    .prop_map(str::to_owned)
}

#[test]
fn what_is_said_of_services_that_came_went_or_changed_reads_back() {
    let shops = [vec!["tally"], vec!["tally", "oxlip"], vec!["oxlip"], vec!["lumo", "oxlip"]];
    let shops: Vec<Shop> = (0..)
        .zip(shops)
        .map(|(n, services)| Shop { services, ..Shop::default() }.revision(&format!("r{n}")))
        .collect();
    let mut lock = history(&shops);
    let oldest = lock.published.last_mut().unwrap();
    let things = oldest.languages[1].text.things.as_mut().unwrap();
    things[1].says.insert("text".into(), "訪問数を数えます。".into());
    lock.published[1].languages.iter_mut().for_each(|language| language.text.things = None);
    assert_eq!(read_again(&lock), lock);
}

// On the command line.

/// A lock as a version wrote it that did not keep yet what purposes and services say.
fn as_written_before(lock: &str) -> String {
    let mut skipping = false;
    let kept = lock.lines().filter(|line| {
        if line.starts_with('[') {
            skipping = line.starts_with("[[published.language.thing]]")
                || line.starts_with("[published.language.thing.");
        }
        !skipping && !line.starts_with("things = ")
    });
    kept.map(|line| format!("{line}\n")).collect()
}

#[test]
fn a_lock_of_an_earlier_version_holds_and_a_build_adds_what_it_lacks() {
    let place = tempfile::tempdir().unwrap();
    let folder = Shop::default().write(place.path());
    said(&["build"], place.path(), 0);
    let path = folder.join("notice.lock");
    let whole = fs::read_to_string(&path).unwrap();
    let before = as_written_before(&whole);
    assert_ne!(before, whole);
    fs::write(&path, &before).unwrap();
    said(&["build", "--locked"], place.path(), 0);
    assert_eq!(fs::read_to_string(&path).unwrap(), before, "--locked writes nothing");
    let told = said(&["diff"], place.path(), 0);
    assert!(told.contains("nothing has changed") && told.contains("note: "), "{told}");

    let manifest = fs::read_to_string(folder.join("notice.toml")).unwrap();
    let other = manifest.replace("recipient = \"x\"", "recipient = \"y\"");
    fs::write(folder.join("notice.toml"), other).unwrap();
    let told = said(&["diff"], place.path(), 0);
    assert!(
        told.contains("was not compared") && told.contains("not as it was published"),
        "{told}"
    );
    let policy = fs::read_to_string(folder.join("en.md")).unwrap();
    fs::write(folder.join("en.md"), policy.replace("Write to us.", "Write to us!")).unwrap();
    let verdict = said(&["diff"], place.path(), 0);
    assert!(verdict.contains("looks immaterial as far as it was compared"), "{verdict}");
    fs::write(folder.join("en.md"), policy).unwrap();
    let told = said(&["diff", "--json"], place.path(), 0);
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert!(told["not_compared"].as_str().unwrap().contains("not as it was published"), "{told}");

    fs::write(folder.join("notice.toml"), manifest).unwrap();
    assert!(said(&["build"], place.path(), 0).contains("now keeps what the notice says"));
    assert_eq!(fs::read_to_string(&path).unwrap(), whole);
    assert!(!said(&["build"], place.path(), 0).contains("notice.lock"));
}

#[test]
fn another_recipient_under_the_same_revision_is_told_to_the_owner() {
    let place = tempfile::tempdir().unwrap();
    let folder = Shop::default().write(place.path());
    said(&["build"], place.path(), 0);
    let manifest = fs::read_to_string(folder.join("notice.toml")).unwrap();
    let other = manifest.replace("recipient = \"x\"", "recipient = \"y\"");
    fs::write(folder.join("notice.toml"), other).unwrap();
    said(&["build", "--locked"], place.path(), 1);
    let told = said(&["build"], place.path(), 0);
    assert!(told.contains("under the same revision (service `tally`)"), "{told}");
}

#[test]
fn a_build_writes_the_lock_once_and_then_leaves_it() {
    let place = tempfile::tempdir().unwrap();
    let folder = Shop::default().write(place.path());
    assert!(said(&["build"], place.path(), 0).contains("began notice.lock"));
    let lock = folder.join("notice.lock");
    let (text, written) =
        (fs::read_to_string(&lock).unwrap(), fs::metadata(&lock).unwrap().modified().unwrap());
    assert!(!said(&["build"], place.path(), 0).contains("notice.lock"));
    assert_eq!(fs::metadata(&lock).unwrap().modified().unwrap(), written);
    let mut names: Vec<_> =
        fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["en.md", "ja.md", "notice.lock", "notice.toml"]);
    // The hash of what is shown takes in more than the words: what a notice has beside them.
    let without =
        |line: &str| if line.starts_with("shown = ") { "shown = …" } else { line }.to_owned();
    insta::assert_snapshot!(text.lines().map(without).collect::<Vec<_>>().join("\n"));
}

#[test]
fn locked_refuses_to_change_the_lock_and_writes_nothing() {
    let place = tempfile::tempdir().unwrap();
    let folder = Shop::default().write(place.path());
    let refusal = said(&["build", "--locked"], place.path(), 1);
    assert!(refusal.contains("run `sudare build`"), "{refusal}");
    assert!(!place.path().join("consent").exists() && !folder.join("notice.lock").exists());
    said(&["build"], place.path(), 0);
    said(&["build", "--locked"], place.path(), 0);
    let before = fs::read(folder.join("notice.lock")).unwrap();
    Shop::default().revision("r2").write(place.path());
    said(&["build", "--locked"], place.path(), 1);
    assert_eq!(fs::read(folder.join("notice.lock")).unwrap(), before);
}

#[test]
fn words_changed_under_the_same_revision_are_built_and_told_to_the_owner() {
    let place = tempfile::tempdir().unwrap();
    Shop::default().write(place.path());
    said(&["build"], place.path(), 0);
    Shop::default().edit("30", "90").write(place.path());
    let told = said(&["build"], place.path(), 0);
    assert!(told.contains("other words under the same revision (orders)"), "{told}");
}

#[test]
fn a_lock_that_cannot_be_right_is_refused_with_its_place_and_a_way_out() {
    let place = tempfile::tempdir().unwrap();
    let folder = Shop::default().write(place.path());
    said(&["build"], place.path(), 0);
    Shop::default().revision("r2").edit("30", "90").write(place.path());
    said(&["build"], place.path(), 0);
    let lock = folder.join("notice.lock");
    let sound = fs::read_to_string(&lock).unwrap();
    let built = fs::read(place.path().join("consent/index.html")).unwrap();
    for (what, from, to, expected) in [
        ("cut off in the middle", &sound[sound.len() / 2..], "", "error[lock]"),
        ("another word by hand", "One cookie", "Two cookies", "not those of this hash"),
        ("another recipient by hand", "recipient = \"x\"", "recipient = \"y\"", "has this hash"),
        ("an edit that does not fit", "\"-1\"", "\"-9\"", "cannot be put together"),
        ("an unknown key", "effective =", "efective =", "unknown field"),
        ("a newer version", "format = 1", "format = 2", "update Sudare"),
        (
            "another notice's",
            "notice = \"shop\"",
            "notice = \"stall\"",
            "this lock is of the notice `stall`",
        ),
        ("no lock at all", sound.as_str(), "not a lock", "error[lock]"),
        ("empty", sound.as_str(), "", "error[lock]"),
    ] {
        let spoilt = sound.replacen(from, to, 1);
        assert_ne!(spoilt, sound, "{what}: nothing to spoil");
        fs::write(&lock, &spoilt).unwrap();
        let told = said(&["build"], place.path(), 1);
        assert!(told.contains(expected) && told.contains("notice.lock"), "{what}: {told}");
        assert!(told.contains("help:"), "{what}: {told}");
        assert_eq!(fs::read_to_string(&lock).unwrap(), spoilt, "{what}: left as it is");
        assert_eq!(fs::read(place.path().join("consent/index.html")).unwrap(), built, "{what}");
    }
}

#[test]
fn going_back_to_an_older_revision_is_refused_where_it_is_written() {
    let place = tempfile::tempdir().unwrap();
    Shop::default().write(place.path());
    said(&["build"], place.path(), 0);
    Shop::default().revision("r2").write(place.path());
    said(&["build"], place.path(), 0);
    Shop::default().write(place.path());
    let told = said(&["build"], place.path(), 1);
    assert!(told.contains("revision `r1` is not new") && told.contains("notice.toml:6"), "{told}");
}

#[test]
fn the_samples_locks_are_as_a_build_writes_them() {
    let samples = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("demo/notices");
    for sample in ["aster", "fern", "lantern", "quaver", "beacon"] {
        let place = tempfile::tempdir().unwrap();
        let folder = samples.join(sample);
        said(&["build", folder.to_str().unwrap(), "--locked"], place.path(), 0);
    }
}
