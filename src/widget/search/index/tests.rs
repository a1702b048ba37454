//! The search against a naive one: make everything plain, then look.

#![allow(clippy::unwrap_used)]

use std::rc::Rc;

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::super::fold::{fold, holds};
use super::*;
use crate::notice::{Article, Block, Inline, List};
use crate::widget::{Effects, Inert};

fn letters() -> Letters {
    Letters::new(Rc::new(|text: &str| Inert.plain_letters(text)))
}

fn article(blocks: Vec<Block>) -> Article {
    Article { blocks, ..Article::default() }
}

fn paragraph(pieces: &[&str]) -> Block {
    // Each piece in an element of its own: a match may go through several.
    let piece = |(place, piece): (usize, &&str)| {
        let text = Inline::Text((*piece).into());
        if place % 2 == 1 { Inline::Strong(vec![text]) } else { text }
    };
    Block::Paragraph(pieces.iter().enumerate().map(piece).collect())
}

/// How often, and where in the text, these words are in a paragraph of these pieces.
fn found(pieces: &[&str], words: &str) -> (usize, Vec<String>) {
    let mut letters = letters();
    let wanted = fold(words, &mut letters);
    let mut folded = Folded::with_sources();
    read(&article(vec![paragraph(pieces)]), &mut |piece| folded.push(piece, &mut letters));
    let source: Vec<u16> = pieces.concat().encode_utf16().collect();
    let ranges = if wanted.is_empty() { Vec::new() } else { folded.ranges(&wanted) };
    let texts = ranges.iter().map(|range| String::from_utf16_lossy(&source[range.clone()]));
    let mut count = 0;
    each_match(&folded.units, &wanted, |_| count += 1);
    (count, texts.collect())
}

#[test]
fn nothing_that_a_person_would_not_tell_apart_hides_a_match() {
    for (text, words, there) in [
        ("We keep Cookies.", "cookies", "Cookies"),
        ("ＡＢＣ１２３", "abc123", "ＡＢＣ１２３"),
        ("abc123", "ＡＢＣ１２３", "abc123"),
        ("un café crème", "cafe creme", "café crème"),
        ("cafe\u{301} noir", "café n", "cafe\u{301} n"),
        ("CAFÉ", "café", "CAFÉ"),
        ("プライバシー", "ぷらいばしー", "プライバシー"),
        ("ﾌﾟﾗｲﾊﾞｼｰ", "プライバシー", "ﾌﾟﾗｲﾊﾞｼｰ"),
        ("ぷらいばしー", "ﾌﾟﾗｲﾊﾞｼｰ", "ぷらいばしー"),
        ("個人情報の取扱い", "個人情報", "個人情報"),
        ("Straße", "STRASSE", "Straße"),
        ("Œuvres", "oeuvres", "Œuvres"),
        ("Łódź, Ørsted, Đồng", "lodz, orsted, dong", "Łódź, Ørsted, Đồng"),
        ("ﬁnal oﬀer", "final offer", "ﬁnal oﬀer"),
        ("ΟΔΟΣ", "οδος", "ΟΔΟΣ"),
        ("ёлка", "елка", "ёлка"),
        ("don’t “sell” – ever", "don't \"sell\" - ever", "don’t “sell” – ever"),
        ("مُحَمَّد", "محمد", "مُحَمَّد"),
        ("שָׁלוֹם", "שלום", "שָׁלוֹם"),
        ("İstanbul", "istanbul", "İstanbul"),
        ("per\u{ad}sonal data", "personal", "per\u{ad}sonal"),
        ("one\u{a0}  two\nthree", "one two three", "one\u{a0}  two\nthree"),
        ("㈱アスター", "(株)あすたー", "㈱アスター"),
        ("각각", "각", "각"),
    ] {
        let (count, texts) = found(&[text], words);
        assert!(count > 0, "{words} in {text}");
        assert_eq!(texts[0], there, "{words} in {text}");
    }
}

#[test]
fn other_letters_are_other_letters() {
    for (text, words) in [("はし", "ばし"), ("ハシ", "バシ"), ("cookie", "rookie"), ("ab", "a b")]
    {
        assert_eq!(found(&[text], words).0, 0, "{words} in {text}");
    }
}

#[test]
fn a_match_may_go_through_emphasis_and_not_from_one_block_to_the_next() {
    assert_eq!(found(&["we ne", "ver s", "ell"], "never sell"), (1, vec!["never sell".into()]));
    let mut letters = letters();
    let wanted = fold("one two", &mut letters);
    let item = |text: &str| vec![paragraph(&[text])];
    let list = Block::List(List { start: None, items: vec![item("one"), item("two")] });
    for blocks in [vec![paragraph(&["one"]), paragraph(&["two"])], vec![list]] {
        let mut folded = Folded::default();
        read(&article(blocks), &mut |piece| folded.push(piece, &mut letters));
        assert!(!holds(&folded.units, &wanted));
    }
}

#[test]
fn the_index_is_built_and_gone_through_in_slices_and_says_when_it_is_done() {
    let json = include_str!("../../../../tests/fixtures/harbour.json");
    let mut notice: serde_json::Value = serde_json::from_str(json).unwrap();
    notice["ui"] = Vec::<u8>::new().into();
    let notice: Notice = serde_json::from_value(notice).unwrap();
    let (mut index, mut letters, mut slices) = (Index::default(), letters(), 1);
    while !index.grow(&notice, &mut letters, 1) {
        slices += 1;
    }
    assert_eq!(slices, notice.articles.len() + 1);
    let wanted = fold("the", &mut letters);
    let (mut counts, mut slices) = (Vec::new(), 1);
    while !index.count(&wanted, &mut counts, 1) {
        slices += 1;
    }
    assert_eq!((counts.len(), slices), (notice.articles.len() + 1, notice.articles.len() + 1));
    for (place, count) in counts.iter().enumerate() {
        let ranges = ranges(&notice, place, &wanted, &mut letters);
        assert_eq!(ranges.len(), *count as usize, "what is counted can be shown");
    }
}

/// The naive search: everything made plain, letter by letter of the finished text.
fn naive(text: &str) -> String {
    let plain: String = text.nfkd().flat_map(char::to_uppercase).collect();
    let plain: String = plain.chars().flat_map(char::to_lowercase).collect();
    let mut naive = String::new();
    for letter in plain.chars() {
        match letter {
            '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{5b0}'..='\u{5bd}' | '\u{ad}' => {}
            'ァ'..='ヶ' => naive.extend(char::from_u32(letter as u32 - 0x60)),
            '’' => naive.push('\''),
            '–' => naive.push('-'),
            'ł' => naive.push('l'),
            'œ' => naive.push_str("oe"),
            letter => naive.push(letter),
        }
    }
    naive.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Few letters, so that much is found; many kinds, so that much can go wrong.
const LETTERS: &str =
    "aAbeéÉＡａ1１ \u{a0}\n\u{3000}かカｶがガﾞーｰん個人ßﬁŁłœŒ’'–-\u{301}\u{ad}ُمאָ각ᄀΣςσ😀";

fn few_letters(most: usize) -> impl Strategy<Value = String> {
    let letter = prop::sample::select(LETTERS.chars().collect::<Vec<_>>());
    prop::collection::vec(letter, 1..=most).prop_map(|letters| letters.into_iter().collect())
}

proptest! {
    #[test]
    fn it_finds_as_often_as_the_naive_search(
        pieces in prop::collection::vec(few_letters(12), 1..4),
        words in few_letters(3),
    ) {
        let pieces: Vec<&str> = pieces.iter().map(String::as_str).collect();
        let wanted = naive(&words);
        let text = naive(&pieces.concat());
        let expected = if wanted.is_empty() { 0 } else { text.matches(&wanted).count() };
        let (count, texts) = found(&pieces, &words);
        prop_assert_eq!(count, expected, "{} in {}", wanted, text);
        for shown in texts {
            prop_assert!(naive(&shown).contains(&wanted), "{} shows {}", wanted, shown);
        }
    }
}
