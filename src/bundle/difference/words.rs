//! Two lines of text, word by word.

use icu_segmenter::WordSegmenter;
use icu_segmenter::options::WordBreakInvariantOptions;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::notice::Passage;

/// Past so many words that differ a comparison would take its square in time, and nobody would
/// read it: then the whole stretch is said to be another.
const WORDS_COMPARED: usize = 6_000;

/// How many characters of what stayed are shown on either side of what did not.
const AROUND: usize = 60;

/// The words of a text with what stands between them, so that together they are the text. Unicode's
/// rules (UAX 29), and a dictionary for languages that put no space between words.
pub fn tokens(text: &str) -> Vec<&str> {
    let segmenter = WordSegmenter::new_auto(WordBreakInvariantOptions::default());
    let ends: Vec<usize> = segmenter.segment_str(text).collect();
    ends.windows(2).map(|pair| &text[pair[0]..pair[1]]).collect()
}

/// The passage from an old line to a new one.
#[must_use]
pub fn passage(old: &str, new: &str) -> Passage {
    let (old, new) = (tokens(old), tokens(new));
    let stretches = joined(stretches(&old, &new));
    shown(&stretches)
}

/// What stayed, and then what was taken out and put in its place.
#[derive(Debug, Default)]
struct Stretch {
    kept: String,
    removed: String,
    added: String,
}

fn stretches(old: &[&str], new: &[&str]) -> Vec<Stretch> {
    let same_start = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let (rest_old, rest_new) = (&old[same_start..], &new[same_start..]);
    let ends = rest_old.iter().rev().zip(rest_new.iter().rev());
    let same_end = ends.take_while(|(a, b)| a == b).count();
    let middle_old = &rest_old[..rest_old.len() - same_end];
    let middle_new = &rest_new[..rest_new.len() - same_end];
    let mut found = vec![Stretch { kept: old[..same_start].concat(), ..Stretch::default() }];
    if middle_old.len() + middle_new.len() > WORDS_COMPARED {
        put(&mut found, middle_old, middle_new);
    } else {
        for op in capture_diff_slices(Algorithm::Myers, middle_old, middle_new) {
            match op {
                DiffOp::Equal { old_index, len, .. } => {
                    let kept = middle_old[old_index..old_index + len].concat();
                    found.push(Stretch { kept, ..Stretch::default() });
                }
                other => {
                    put(&mut found, &middle_old[other.old_range()], &middle_new[other.new_range()])
                }
            }
        }
    }
    let kept = rest_old[rest_old.len() - same_end..].concat();
    found.push(Stretch { kept, ..Stretch::default() });
    found
}

fn put(found: &mut [Stretch], removed: &[&str], added: &[&str]) {
    if let Some(last) = found.last_mut() {
        last.removed.push_str(&removed.concat());
        last.added.push_str(&added.concat());
    }
}

/// Without islands: a space or a single letter that stayed between two changes is noise to whoever
/// reads them.
fn joined(stretches: Vec<Stretch>) -> Vec<Stretch> {
    let mut read: Vec<Stretch> = Vec::new();
    for next in stretches {
        let letters = next.kept.chars().filter(|c| c.is_alphanumeric()).take(2).count();
        let changes = !(next.removed.is_empty() && next.added.is_empty());
        match read.last_mut() {
            Some(last) if last.removed.is_empty() && last.added.is_empty() => {
                last.kept.push_str(&next.kept);
                (last.removed, last.added) = (next.removed, next.added);
            }
            Some(last) if letters < 2 && changes => {
                for (whole, its) in
                    [(&mut last.removed, &next.removed), (&mut last.added, &next.added)]
                {
                    whole.push_str(&next.kept);
                    whole.push_str(its);
                }
            }
            _ => read.push(next),
        }
    }
    read
}

/// What is shown of them: long stretches that stayed are cut short.
fn shown(stretches: &[Stretch]) -> Passage {
    let last = stretches.len().saturating_sub(1);
    let mut passage = Passage::new();
    for (at, Stretch { kept, removed, added }) in stretches.iter().enumerate() {
        passage.push(shortened(kept, at == 0, at == last && at > 0).into());
        passage.push(removed.as_str().into());
        passage.push(added.as_str().into());
    }
    while passage.len() > 1 && passage.last().is_some_and(|piece| piece.is_empty()) {
        passage.pop();
    }
    passage
}

/// A stretch that stayed, with `…` for its beginning, its end or its middle.
fn shortened(kept: &str, first: bool, last: bool) -> String {
    let length = kept.chars().count();
    let room = if first || last { AROUND } else { 2 * AROUND };
    if length <= room + 3 {
        return kept.to_owned();
    }
    let words = tokens(kept);
    let taken = |words: &mut dyn Iterator<Item = &str>| {
        let mut left = AROUND;
        words
            .take_while(|word| {
                let fits = word.chars().count() <= left;
                left = left.saturating_sub(word.chars().count());
                fits
            })
            .count()
    };
    let from_start = if first { 0 } else { taken(&mut words.iter().copied()) };
    let from_end = if last { 0 } else { taken(&mut words.iter().rev().copied()) };
    let (start, end) = (words[..from_start].concat(), words[words.len() - from_end..].concat());
    format!("{}…{}", start.trim_end(), if first { end.trim_start() } else { &end })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(old: &str, new: &str) -> String {
        let marks = |(at, piece): (usize, &crate::notice::Text)| match at % 3 {
            _ if piece.is_empty() => String::new(),
            0 => piece.to_string(),
            1 => format!("[-{piece}-]"),
            _ => format!("{{+{piece}+}}"),
        };
        passage(old, new).iter().enumerate().map(marks).collect()
    }

    #[test]
    fn words_are_compared_and_not_letters() {
        assert_eq!(
            read("We keep it for 30 days.", "We keep it for 90 days."),
            "We keep it for [-30-]{+90+} days."
        );
    }

    #[test]
    fn a_space_between_two_changed_words_does_not_part_them() {
        assert_eq!(
            read("We sell old books.", "We sell new films."),
            "We sell [-old books-]{+new films+}."
        );
    }

    #[test]
    fn japanese_is_compared_by_words_too() {
        assert_eq!(
            read("閲覧の記録を30日間保存します。", "閲覧の記録を90日間保存します。"),
            "閲覧の記録を[-30-]{+90+}日間保存します。"
        );
    }

    #[test]
    fn what_stayed_is_cut_short_and_what_changed_never() {
        let long = "and so on ".repeat(40);
        let said = read(&format!("{long}old{long}"), &format!("{long}new{long}"));
        assert!(said.starts_with('…') && said.ends_with('…'), "{said}");
        assert!(said.contains("[-oldand-]{+newand+}"), "{said}");
        assert!(said.chars().count() < 2 * AROUND + 40, "{said}");
    }

    #[test]
    fn the_tokens_are_the_text() {
        for text in ["", "a", "Hello, world — 3.5 %", "ปลอดภัย ข้อมูลส่วนบุคคล", "個人情報の取扱い"]
        {
            assert_eq!(tokens(text).concat(), text);
        }
    }
}
