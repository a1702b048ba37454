//! What the widget reads from JSON is what serde_json wrote, whatever it was.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use proptest::prelude::*;
use serde::{Deserialize, Serialize};
use sudare::consent::{Choice, Record};
use sudare::notice::{Block, Inline, Notice, Text, wire};

fn harbour() -> serde_json::Value {
    let mut notice: serde_json::Value =
        serde_json::from_str(include_str!("fixtures/harbour.json")).unwrap();
    notice["ui"] = vec!["word"; sudare::notice::UiWord::ALL.len()].into();
    notice
}

#[test]
fn a_notice_is_read_as_serde_json_reads_it() {
    let notice: Notice = serde_json::from_value(harbour()).unwrap();
    let json = serde_json::to_string(&notice).unwrap();
    assert_eq!(wire::read::<Notice>(&json), Some(notice));
}

#[test]
fn fields_may_come_in_any_order_and_with_others_between() {
    fn turned(value: serde_json::Value) -> serde_json::Value {
        match value {
            serde_json::Value::Object(entries) if entries.len() > 1 => {
                let entries = entries.into_iter().rev().map(|(key, value)| (key, turned(value)));
                let mut turned: serde_json::Map<_, _> = entries.collect();
                turned.insert("unheard-of".into(), serde_json::json!([{"a": [1, "}"]}, -2.5e3]));
                turned.into()
            }
            serde_json::Value::Array(items) => items.into_iter().map(turned).collect(),
            other => other,
        }
    }
    let notice: Notice = serde_json::from_value(harbour()).unwrap();
    let json = turned(serde_json::to_value(&notice).unwrap()).to_string();
    assert_eq!(wire::read::<Notice>(&json), Some(notice));
}

#[test]
fn what_has_another_shape_gives_nothing() {
    for json in [
        "",
        "{",
        "null",
        "[]",
        "{}",
        "\"",
        "{\"v\":1",
        "{\"v\":1}",
        "nul",
        "[1,2",
        "-",
        "\"\\x\"",
        "\"\\ud83d\"",
        "{\"choices\":{}}",
        "[[[[[[[[",
    ] {
        assert_eq!(wire::read::<Record>(json), None, "{json}");
        assert_eq!(wire::read::<Notice>(json), None, "{json}");
        assert_eq!(wire::read::<Vec<u32>>(json), (json == "[]").then(Vec::new), "{json}");
    }
    assert_eq!(wire::read::<Vec<u32>>("[1,2]x"), None);
    assert_eq!(wire::read::<u32>("4294967296"), None);
    assert_eq!(wire::read::<u32>("-1"), None);
    assert_eq!(wire::read::<u32>("1.5"), None);
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Everything {
    text: Text,
    number: f64,
    small: Option<u8>,
    yes: bool,
    choice: Option<Choice>,
    pairs: Vec<(Text, u32)>,
    blocks: Vec<Block>,
}

sudare::wire_struct!(Everything {
    text: "text",
    number: "number",
    small: "small",
    yes: "yes",
    choice: "choice",
    pairs: "pairs",
    blocks: "blocks",
});

fn everything() -> impl Strategy<Value = Everything> {
    let text = any::<String>().prop_map(|text| Text::from(text.as_str()));
    let inline = text.clone().prop_map(Inline::Text).prop_recursive(3, 8, 3, |inner| {
        let line = prop::collection::vec(inner, 0..3);
        prop_oneof![
            line.clone().prop_map(Inline::Strong),
            line.prop_map(|content| Inline::Link { href: "#a".into(), content }),
            Just(Inline::Break),
        ]
    });
    let line = prop::collection::vec(inline, 0..4);
    let block = prop_oneof![
        line.prop_map(Block::Paragraph),
        text.clone().prop_map(Block::Code),
        Just(Block::Rule),
    ]
    .prop_recursive(3, 8, 3, |inner| prop::collection::vec(inner, 0..3).prop_map(Block::Quote));
    let number = prop_oneof![(-1e15..1e15_f64).prop_map(f64::trunc), Just(0.0), Just(8.64e15)];
    (
        text.clone(),
        number,
        any::<Option<u8>>(),
        any::<bool>(),
        prop::option::of(Just(Choice::GrantedOverGpc)),
        prop::collection::vec((text, any::<u32>()), 0..3),
        prop::collection::vec(block, 0..4),
    )
        .prop_map(|(text, number, small, yes, choice, pairs, blocks)| Everything {
            text,
            number,
            small,
            yes,
            choice,
            pairs,
            blocks,
        })
}

proptest! {
    #[test]
    fn whatever_is_written_is_read_back(value in everything()) {
        let json = serde_json::to_string(&value).unwrap();
        prop_assert_eq!(wire::read::<Everything>(&json), Some(value));
    }

    #[test]
    fn no_text_makes_it_fail_otherwise_than_by_giving_nothing(json in "[\\[\\]{},:\"\\\\a-z0-9.-]{0,40}") {
        let _ = wire::read::<Everything>(&json);
        let _ = wire::read::<Vec<Block>>(&json);
    }

    #[test]
    fn fractions_are_near_enough_for_a_time(number in -1e16..1e16_f64) {
        let read = wire::read::<f64>(&serde_json::to_string(&number).unwrap()).unwrap();
        prop_assert!((read - number).abs() <= number.abs() * 1e-12);
    }
}

#[test]
fn the_demos_notices_are_read_as_they_are_built() {
    for name in ["aster", "beacon", "fern", "lantern", "quaver"] {
        let folder =
            std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("demo/notices").join(name);
        let folder = sudare::notice::source::Folder::open(&folder).unwrap();
        let (editions, _) = sudare::notice::source::compile(&folder);
        for edition in editions {
            let json = serde_json::to_string(&edition.notice).unwrap();
            assert!(wire::read::<Notice>(&json) == Some(edition.notice), "{name}");
        }
    }
}
