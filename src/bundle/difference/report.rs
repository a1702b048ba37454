//! Differences as text, for a person and for a machine.

use std::fmt::Write;

use serde_json::{Value, json};

use super::articles::Difference;
use super::proposal::Proposal;
use crate::notice::{Altered, How, Notice, Passage, Text};

/// The colours of a terminal, or none: the signs are there in either case.
const COLOURED: [&str; 3] = ["\u{1b}[31m", "\u{1b}[32m", "\u{1b}[0m"];
const PLAIN: [&str; 3] = [""; 3];

/// Words removed as `[-…-]`, words added as `{+…+}`, article by article, then what is said of
/// purposes and services.
#[must_use]
pub fn for_people(notice: &Notice, difference: &Difference, coloured: bool) -> String {
    let colours = if coloured { COLOURED } else { PLAIN };
    let mut text = String::new();
    for altered in &difference.altered {
        let what = match altered.how {
            How::Added => "new",
            How::Removed => "gone",
            How::Reworded => "reworded",
        };
        // Writing to a String does not fail.
        let _ = writeln!(text, "{} ({}): {what}", notice.title_of(altered), name(altered));
        altered.passages.iter().for_each(|passage| show(passage, colours, &mut text));
        text.push('\n');
    }
    for altered in &difference.things {
        let _ = writeln!(text, "{}: `{}` is another", altered.name(), altered.key);
        show(&altered.passage, colours, &mut text);
        text.push('\n');
    }
    if !difference.moved.is_empty() {
        let _ =
            writeln!(text, "in another order, word for word: {}\n", difference.moved.join(", "));
    }
    text
}

fn show(passage: &Passage, [red, green, off]: [&str; 3], text: &mut String) {
    text.push_str("    ");
    for (at, piece) in passage.iter().enumerate().filter(|(_, piece)| !piece.is_empty()) {
        let _ = match at % 3 {
            0 => write!(text, "{piece}"),
            1 => write!(text, "{red}[-{piece}-]{off}"),
            _ => write!(text, "{green}{{+{piece}+}}{off}"),
        };
    }
    text.push('\n');
}

fn name(altered: &Altered) -> &str {
    if altered.id.is_empty() { "preamble" } else { &altered.id }
}

/// The same for a machine, with the proposal.
#[must_use]
pub fn for_machines(
    differences: &[(&Notice, &Difference)],
    (came, went): (&[String], &[String]),
    proposal: Option<&Proposal>,
    not_compared: Option<&str>,
) -> Value {
    let languages = differences.iter().map(|(notice, difference)| {
        let articles = difference.altered.iter().map(|altered| {
            json!({
                "id": name(altered),
                "title": notice.title_of(altered),
                "how": altered.how,
                "passages": altered.passages.iter().map(pieces).collect::<Vec<_>>(),
            })
        });
        let things = difference.things.iter().map(|altered| {
            json!({
                "kind": altered.kind,
                "id": altered.id,
                "key": altered.key,
                "passage": pieces(&altered.passage),
            })
        });
        json!({
            "lang": notice.lang,
            "articles": articles.collect::<Vec<_>>(),
            "moved": difference.moved,
            "things": things.collect::<Vec<_>>(),
        })
    });
    json!({
        "languages": languages.collect::<Vec<_>>(),
        "came": came,
        "went": went,
        "material": proposal.map(|proposal| proposal.material),
        "reasons": proposal.map(|proposal| &proposal.reasons),
        "not_compared": not_compared,
        "entry": proposal.map(|proposal| &proposal.entry),
    })
}

fn pieces(passage: &Passage) -> Value {
    let piece = |(at, piece): (usize, &Text)| {
        let kind = ["kept", "removed", "added"][at % 3];
        json!({ kind: piece })
    };
    passage.iter().enumerate().filter(|(_, piece)| !piece.is_empty()).map(piece).collect()
}
