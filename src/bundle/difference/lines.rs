//! Two texts of an article, line by line, and the lines that were reworded word by word.

use std::collections::HashMap;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::words::{passage, tokens};
use crate::notice::Passage;

/// How many pairs of an old and a new line are tried at most where a stretch of lines was
/// rewritten; past that, lines are removed and added whole.
const PAIRS_TRIED: usize = 10_000;

/// The passages that lead from an old text to a new one. A line that only stands elsewhere now is
/// no change of words.
#[must_use]
pub fn passages(old: &[&str], new: &[&str]) -> Vec<Passage> {
    let mut found = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, old, new) {
        if !matches!(op, DiffOp::Equal { .. }) {
            rewritten(&old[op.old_range()], &new[op.new_range()], &mut found);
        }
    }
    without_moves(found).into_iter().map(|(old, new)| passage(old, new)).collect()
}

/// Removed with nothing in its place has an empty new line; added, an empty old one.
type Pair<'a> = (&'a str, &'a str);

/// The stretch of lines in the middle of a change: each new line is paired with the old one that
/// it was made of, in order.
fn rewritten<'a>(old: &[&'a str], new: &[&'a str], found: &mut Vec<Pair<'a>>) {
    let tried = old.len() * new.len() <= PAIRS_TRIED;
    let mut next = 0;
    for line in new {
        let candidates = if tried { &old[next..] } else { &[] };
        let alike = candidates.iter().map(|earlier| likeness(earlier, line)).enumerate();
        // Of several that are as like, the first.
        let best = alike.rev().max_by(|(_, one), (_, other)| one.total_cmp(other));
        let made_of = best.filter(|(_, likeness)| *likeness >= 0.5).map(|(skipped, _)| skipped);
        match made_of {
            Some(skipped) => {
                found.extend(old[next..next + skipped].iter().map(|gone| (*gone, "")));
                found.push((old[next + skipped], line));
                next += skipped + 1;
            }
            None => found.push(("", line)),
        }
    }
    found.extend(old[next..].iter().map(|gone| (*gone, "")));
}

/// Which part of the words of the longer line is in the other one.
#[expect(clippy::cast_precision_loss, reason = "no line has so many words")]
fn likeness(old: &str, new: &str) -> f64 {
    let words = |text| {
        let words = tokens(text).into_iter().filter(|word| word.chars().any(char::is_alphanumeric));
        words.collect::<Vec<_>>()
    };
    let (old, new) = (words(old), words(new));
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for word in &old {
        *counts.entry(word).or_default() += 1;
    }
    let shared = new.iter().filter(|word| match counts.get_mut(**word) {
        Some(left) if *left > 0 => {
            *left -= 1;
            true
        }
        _ => false,
    });
    shared.count() as f64 / old.len().max(new.len()).max(1) as f64
}

/// A line that was taken out at one place and put in at another has moved.
fn without_moves(mut pairs: Vec<Pair>) -> Vec<Pair> {
    let mut gone: HashMap<&str, usize> = HashMap::new();
    for (old, _) in pairs.iter().filter(|(_, new)| new.is_empty()) {
        *gone.entry(old).or_default() += 1;
    }
    let mut moved: HashMap<String, usize> = HashMap::new();
    pairs.retain(|(old, new)| match gone.get_mut(new) {
        Some(left) if old.is_empty() && *left > 0 => {
            *left -= 1;
            *moved.entry((*new).to_owned()).or_default() += 1;
            false
        }
        _ => true,
    });
    pairs.retain(|(old, new)| match moved.get_mut(*old) {
        Some(left) if new.is_empty() && *left > 0 => {
            *left -= 1;
            false
        }
        _ => true,
    });
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_only_moved_is_no_change_of_words() {
        let lines = ["First of all.", "Then this.", "And then that."];
        let moved = ["Then this.", "And then that.", "First of all."];
        assert!(passages(&lines, &moved).is_empty());
    }

    #[test]
    fn a_reworded_line_is_paired_with_the_one_it_was_made_of() {
        let old = ["We keep orders for ten years.", "We keep your letters for a year."];
        let new = ["Entirely unlike text.", "We keep your letters for two years."];
        let found = passages(&old, &new);
        let whole: Vec<String> = found.iter().map(|passage| passage.join("|")).collect();
        assert_eq!(
            whole,
            [
                "||Entirely unlike text.",
                "|We keep orders for ten years.",
                "We keep your letters for |a year|two years|.",
            ]
        );
    }
}
