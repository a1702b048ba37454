//! Which lines of a plain text are its title.

use super::super::draft::{TITLE_JOINT, names_policy};
use super::headings::{is_short, number_of, stands_alone, words};
use super::line::Line;

/// The title, and where it stands.
pub(super) struct Title {
    pub(super) text: String,
    pub(super) line: usize,
    /// Places of its first and last line.
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) remark: Option<&'static str>,
}

impl Title {
    /// The first line; if that does not name a policy and a line shortly after it does, the lines up to there.
    pub(super) fn of(lines: &[Line]) -> Option<Title> {
        let first = lines.iter().position(|line| !words(line).is_empty())?;
        // Short lines in a row above a blank one: a name and what it is the policy of.
        let block: Vec<usize> = (first..lines.len())
            .take_while(|at| lines.get(*at).is_some_and(|line| !line.is_blank()))
            .take(4)
            .collect();
        let in_block = (2..=3).contains(&block.len())
            && block.iter().all(|at| {
                is_short(lines.get(*at))
                    && number_of(lines.get(*at)).is_none()
                    && lines
                        .get(*at)
                        .is_some_and(|line| line.text.chars().count() <= 60 && line.mark.is_none())
            });
        let stands_alone =
            |lines: &[Line], at: usize| stands_alone(lines, at) || in_block && block.contains(&at);
        let leading: Vec<usize> = (first..lines.len())
            .filter(|at| lines.get(*at).is_some_and(|line| !line.is_blank()))
            .take(3)
            .take_while(|at| {
                stands_alone(lines, *at)
                    && is_short(lines.get(*at))
                    && number_of(lines.get(*at)).is_none()
            })
            .collect();
        let named = leading
            .iter()
            .position(|at| lines.get(*at).is_some_and(|line| names_policy(&line.text)));
        let last = named.and_then(|named| leading.get(named)).copied().unwrap_or(first);
        let parts: Vec<&str> =
            lines.get(first..=last)?.iter().filter(|line| !line.is_blank()).map(words).collect();
        let remark = if parts.len() > 1 {
            Some(
                "This stands before the title; both became the title, so that the order of words is kept.",
            )
        } else if !is_short(lines.get(first)) && !is_title(&parts.concat()) {
            Some("The text begins without a title; its first line became the title.")
        } else {
            None
        };
        let line = lines.get(first).map_or(1, |line| line.number);
        Some(Title { text: parts.join(TITLE_JOINT), line, first, last, remark })
    }
}

/// A line that names the policy is its title, even one that ends in a full stop: "… e. V."
fn is_title(words: &str) -> bool {
    words.chars().count() <= 100 && names_policy(words)
}
