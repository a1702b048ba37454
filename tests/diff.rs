//! `sudare diff`: what lies between two texts of a notice, for people and for machines.
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "support/shop.rs"]
mod shop;

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use shop::{Shop, said};
use sudare::bundle::difference::{NoticeText, between, propose};
use sudare::notice::{How, Passage};

fn text(shop: &Shop) -> NoticeText {
    NoticeText::of(&shop.editions()[0].notice)
}

/// One side of a passage without the words that were cut out of what stayed.
fn side(passage: &Passage, added: bool) -> String {
    let wanted = |at: usize| at.is_multiple_of(3) || (at % 3 == 2) == added;
    let pieces = passage.iter().enumerate().filter(|(at, _)| wanted(*at));
    pieces.map(|(_, piece)| &**piece).collect()
}

#[test]
fn two_folders_are_compared_word_by_word() {
    let place = tempfile::tempdir().unwrap();
    let old = Shop::default().write(place.path());
    fs::rename(&old, place.path().join("old")).unwrap();
    let mut new = Shop::default().revision("r2").edit("30", "90").without("contact");
    new.services.push("oxlip");
    new.write(place.path());
    insta::assert_snapshot!(said(&["diff", "old", "privacy"], place.path(), 0));
}

#[test]
fn machines_get_the_same_as_json() {
    let place = tempfile::tempdir().unwrap();
    let old = Shop::default().write(place.path());
    fs::rename(&old, place.path().join("old")).unwrap();
    Shop::default().revision("r2").edit("30", "90").write(place.path());
    let told = said(&["diff", "old", "privacy", "--json"], place.path(), 0);
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    let article = &told["languages"][0]["articles"][0];
    assert_eq!(article["id"], "orders");
    assert_eq!(article["how"], "reworded");
    assert_eq!(
        article["passages"][0],
        serde_json::json!([{ "kept": "We keep orders for " }, { "removed": "30" }, { "added": "90" }, { "kept": " days." }])
    );
    assert_eq!(told["material"], true);
}

/// A change of the manifest: what is sought, what takes its place, the thing, the key, and whether it
/// is more than a slip.
const CONSENTED: [(&str, &str, &str, &str, bool); 12] = [
    (
        "recipient = \"x\"",
        "recipient = \"Evil Data Brokers Inc\"",
        "service `tally`",
        "recipient",
        true,
    ),
    ("sends = \"x\"", "sends = \"every page\"", "service `tally`", "sends", true),
    ("\nuse = \"x\"", "\nuse = \"y\"", "service `tally`", "use", true),
    ("\nuse = \"x\"", "\nuse = \"x\"\nuse-here = \"y\"", "service `tally`", "use-here", true),
    (
        "\nuse = \"x\"",
        "\nuse = \"x\"\ncookies = [{ name = \"_t\", lifetime = \"2 years\" }]",
        "service `tally`",
        "cookies",
        true,
    ),
    (
        "text = \"x\"\narticle",
        "text = \"We sell it.\"\narticle",
        "purpose `analytics`",
        "text",
        true,
    ),
    (
        "article = \"cookies\"\n",
        "article = \"cookies\"\nrequired = true\n",
        "purpose `analytics`",
        "required",
        true,
    ),
    (
        "article = \"cookies\"\n",
        "article = \"cookies\"\ngpc = true\n",
        "purpose `analytics`",
        "gpc",
        true,
    ),
    (
        "article = \"cookies\"\n",
        "article = \"cookies\"\nkind = \"sale\"\n",
        "purpose `analytics`",
        "kind",
        true,
    ),
    (
        "article = \"cookies\"\n",
        "article = \"cookies\"\nregime = \"opt-out\"\n",
        "purpose `analytics`",
        "regime",
        true,
    ),
    ("default = \"opt-in\"", "default = \"opt-out\"", "the notice", "regimes", true),
    (
        "name = \"Counting visits\"",
        "name = \"Counting visits.\"",
        "purpose `analytics`",
        "name",
        false,
    ),
];

/// Puts something else into a shop's manifest.
fn rewrite(folder: &Path, from: &str, to: &str) {
    let path = folder.join("notice.toml");
    let manifest = fs::read_to_string(&path).unwrap();
    assert!(manifest.contains(from), "there is no {from:?} in {manifest}");
    fs::write(path, manifest.replace(from, to)).unwrap();
}

/// What `diff --json` with these arguments says of the one thing that was changed.
fn told_of_a_thing(args: &[&str], within: &Path, (thing, key, material): (&str, &str, bool)) {
    let text = said(&[&["diff"], args].concat(), within, 0);
    assert!(text.contains(&format!("{thing}: `{key}` is another\n")), "{text}");
    let told = said(&[&["diff"], args, &["--json"]].concat(), within, 0);
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert_eq!(told["material"], material, "{thing} {key}: {told:#}");
    let its = &told["languages"][0]["things"];
    assert!(its.as_array().unwrap().iter().any(|its| its["key"] == key), "{told:#}");
    let reason = format!("`{key}` of {thing} is another");
    assert_eq!(told["reasons"].as_array().unwrap().contains(&reason.into()), material, "{told:#}");
}

#[test]
fn what_a_visitor_said_yes_to_is_compared_with_the_lock_and_between_folders() {
    for (from, to, thing, key, material) in CONSENTED {
        let place = tempfile::tempdir().unwrap();
        let folder = Shop::default().write(place.path());
        said(&["build"], place.path(), 0);
        let old = place.path().join("old");
        fs::create_dir(&old).unwrap();
        for name in ["notice.toml", "en.md", "ja.md"] {
            fs::copy(folder.join(name), old.join(name)).unwrap();
        }
        rewrite(&folder, from, to);
        told_of_a_thing(&["old", "privacy"], place.path(), (thing, key, material));
        told_of_a_thing(&[], place.path(), (thing, key, material));
        // Built under the same revision, it still differs from what was published first.
        said(&["build"], place.path(), 0);
        said(&["build", "--locked"], place.path(), 0);
        told_of_a_thing(&[], place.path(), (thing, key, material));
    }
}

#[test]
fn another_recipient_is_shown_word_by_word_with_the_purposes_to_ask_about() {
    let place = tempfile::tempdir().unwrap();
    let folder = Shop::default().write(place.path());
    said(&["build"], place.path(), 0);
    rewrite(&folder, "recipient = \"x\"", "recipient = \"Evil Data Brokers Inc\"");
    rewrite(&folder, "revision = \"r1\"", "revision = \"r2\"");
    insta::assert_snapshot!(said(&["diff"], place.path(), 0));
    let told = said(&["diff", "--json"], place.path(), 0);
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    let manifest = fs::read_to_string(folder.join("notice.toml")).unwrap();
    fs::write(folder.join("notice.toml"), manifest + told["entry"].as_str().unwrap()).unwrap();
    said(&["check"], place.path(), 0);
}

#[test]
fn the_lock_is_what_a_notice_is_compared_with_by_itself() {
    let place = tempfile::tempdir().unwrap();
    let none = {
        Shop::default().write(place.path());
        said(&["diff"], place.path(), 2)
    };
    assert!(none.contains("no notice.lock yet"), "{none}");
    said(&["build"], place.path(), 0);
    assert!(said(&["diff"], place.path(), 0).contains("nothing has changed since revision r1"));
    Shop::default().edit("30", "90").write(place.path());
    for _ in 0..2 {
        let told = said(&["diff"], place.path(), 0);
        assert!(told.contains("[-30-]{+90+}"), "{told}");
        // Built under the same revision, it still differs from what was published first.
        said(&["build"], place.path(), 0);
    }
    Shop::default().revision("r2").edit("30", "90").edit("Write", "Telephone").write(place.path());
    let told = said(&["diff"], place.path(), 0);
    assert!(told.contains("[-Write-]") && told.contains("[-30-]"), "since the first text: {told}");
    said(&["build"], place.path(), 0);
    let told = said(&["diff", "--since", "r1"], place.path(), 0);
    assert!(told.contains("[-Write-]") && told.contains("[-30-]"), "{told}");
    let unknown = said(&["diff", "--since", "r9"], place.path(), 2);
    assert!(unknown.contains("it has r2, r1"), "{unknown}");
}

#[test]
fn the_proposed_entry_can_be_pasted() {
    let place = tempfile::tempdir().unwrap();
    let folder = Shop::default().write(place.path());
    said(&["build"], place.path(), 0);
    let shop = Shop::default().revision("r2").edit("30", "90");
    shop.write(place.path());
    let told = said(&["diff", "--json"], place.path(), 0);
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    let manifest = fs::read_to_string(folder.join("notice.toml")).unwrap();
    fs::write(folder.join("notice.toml"), manifest + told["entry"].as_str().unwrap()).unwrap();
    said(&["check"], place.path(), 0);
}

#[test]
fn whoever_edits_and_builds_before_thinking_of_a_new_revision_loses_nothing() {
    let place = tempfile::tempdir().unwrap();
    Shop::default().write(place.path());
    said(&["build"], place.path(), 0);
    Shop::default().edit("30", "90").write(place.path());
    said(&["build"], place.path(), 0);
    Shop::default().revision("r2").edit("30", "90").write(place.path());
    let told = said(&["diff"], place.path(), 0);
    assert!(told.contains("[-30-]{+90+}") && told.contains("revision = \"r2\""), "{told}");
    assert!(told.contains("since revision r1 (its first text, of two)"), "{told}");
}

#[test]
fn the_proposed_entry_never_has_a_revision_that_was_published() {
    let today = jiff::Zoned::now().date().to_string();
    for (published, proposed) in [("r1", today.clone()), (today.as_str(), format!("{today}-2"))] {
        let place = tempfile::tempdir().unwrap();
        let folder = Shop::default().revision(published).write(place.path());
        said(&["build"], place.path(), 0);
        Shop::default().revision(published).edit("30", "90").write(place.path());
        let text = said(&["diff"], place.path(), 0);
        assert!(text.contains(&format!("give [notice] the revision `{proposed}`")), "{text}");
        let told = said(&["diff", "--json"], place.path(), 0);
        let told: serde_json::Value = serde_json::from_str(&told).unwrap();
        let entry = told["entry"].as_str().unwrap();
        assert!(entry.contains(&format!("revision = \"{proposed}\"\n")), "{entry}");
        assert!(entry.contains("# give [notice] the same revision"), "{entry}");
        // As it says.
        let new = Shop::default().revision(&proposed).edit("30", "90");
        new.write(place.path());
        let manifest = fs::read_to_string(folder.join("notice.toml")).unwrap();
        fs::write(folder.join("notice.toml"), manifest + entry).unwrap();
        said(&["build"], place.path(), 0);
    }
    let place = tempfile::tempdir().unwrap();
    Shop::default().write(place.path());
    said(&["build"], place.path(), 0);
    Shop::default().revision("r2").edit("30", "90").write(place.path());
    assert!(!said(&["diff"], place.path(), 0).contains("give [notice]"), "it has a new one");
}

#[test]
fn a_slip_of_the_pen_is_not_material_and_anything_else_is() {
    let old = Shop::default().edit("counts visits", "recieves visits");
    let judged = |new: &Shop| {
        let difference = between(&text(&old), &text(new));
        let notice = &new.editions()[0].notice;
        propose(&[("en".into(), difference)], (&[], &[]), notice, ("r2", "2026-11-02")).unwrap()
    };
    let slip = judged(&old.clone().edit("recieves visits", "receives visits"));
    assert!(!slip.material, "{:?}", slip.reasons);
    assert_eq!(slip.reasons, ["only the spelling differs: `recieves` → `receives`"]);
    assert!(slip.entry.contains("material = false"));
    let number = judged(&old.clone().edit("30", "31"));
    assert!(number.material && number.reasons == ["a number in `orders` is another"]);
    assert!(judged(&old.clone().edit("We keep", "We never keep")).material);
    let store = Shop::default().edit("We keep orders", "We store your personal data");
    let share = store.clone().edit("store", "share");
    let difference = between(&text(&store), &text(&share));
    let notice = &share.editions()[0].notice;
    let shared =
        propose(&[("en".into(), difference)], (&[], &[]), notice, ("r2", "2026-11-02")).unwrap();
    assert!(shared.material && shared.reasons == ["`orders` says something else"]);
    assert!(judged(&old.clone().without("contact")).material);
}

#[test]
fn an_article_that_only_moved_or_got_another_id_is_not_reworded() {
    let old = Shop::default();
    let mut moved = old.clone();
    moved.articles.rotate_left(1);
    let difference = between(&text(&old), &text(&moved));
    assert!(difference.altered.is_empty());
    assert_eq!(difference.moved, ["orders"]);
    let mut renamed = old.clone();
    renamed.articles[2].0 = "reach-us".into();
    assert!(between(&text(&old), &text(&renamed)).altered.is_empty());
}

#[test]
fn a_new_address_behind_the_same_words_is_a_change() {
    let old = Shop::default().edit("Write to us", "Write [to us](https://shop.example/a)");
    let new = old.clone().edit("/a)", "/b)");
    let difference = between(&text(&old), &text(&new));
    assert_eq!(difference.altered.len(), 1);
    assert_eq!(difference.altered[0].how, How::Reworded);
}

#[test]
fn a_megabyte_rewritten_is_compared_as_well() {
    let policy = |from: usize| {
        let lines: String = (from..from + 20_000)
            .map(|n| format!("\n\nLine {n} says {} about {} and {}.", n * 7919, n % 13, n % 7))
            .collect();
        text(&Shop::default().with("long", &format!("Long{lines}")))
    };
    let difference = between(&policy(0), &policy(1_000_000));
    assert_eq!(difference.altered[0].passages.len(), 40_000);
}

proptest! {
    #[test]
    fn every_word_that_went_is_shown_as_removed_and_every_word_that_came_as_added(
        old in line(), new in line(),
    ) {
        let shop = |line: &str| Shop::default().with("more", &format!("More\n\n{line}"));
        let difference = between(&text(&shop(&old)), &text(&shop(&new)));
        let passages = difference.altered.iter().flat_map(|altered| &altered.passages);
        // A line may be paired with none: then it stands in a passage of its own.
        let (mut gone, mut come) = (String::new(), String::new());
        for passage in passages {
            gone += &side(passage, false);
            come += &side(passage, true);
        }
        if old == new {
            prop_assert!(gone.is_empty() && come.is_empty());
        } else {
            prop_assert_eq!(gone, old);
            prop_assert_eq!(come, new);
        }
    }
}

/// Lines short enough to be shown whole.
fn line() -> impl Strategy<Value = String> {
    let words = ["we", "keep", "visits", "30", "days", "記録を", "保存", "and", "films", "never"];
    prop::collection::vec(prop::sample::select(words.to_vec()), 1..8)
        .prop_map(|words| words.join(" "))
}
