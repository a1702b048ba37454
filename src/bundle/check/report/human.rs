//! Checklists, measures and counts in plain lines.

use std::fmt::Write;

use crate::bundle::check::{Checklist, Found, Item, Measured};
use crate::notice::source::{Diagnostic, Severity};

/// How many errors and warnings there are, in words.
#[must_use]
pub fn tally(diagnostics: &[Diagnostic]) -> String {
    let errors = diagnostics.iter().filter(|d| d.severity == Severity::Error).count();
    let count = |n: usize, what: &str| match n {
        0 => format!("no {what}s"),
        1 => format!("1 {what}"),
        n => format!("{n} {what}s"),
    };
    format!("{}, {}", count(errors, "error"), count(diagnostics.len() - errors, "warning"))
}

/// The checklists, an item a line.
#[must_use]
pub fn checklists(lists: &[Checklist]) -> String {
    let mut text = String::new();
    for list in lists {
        // Writing to a String does not fail.
        let _ = writeln!(text, "{}: a search by words, no legal advice", list.title);
        for Item { law, asks, state, found, note } in &list.items {
            let _ = writeln!(text, "  {:<7}  {law}  {asks}", state.name());
            if let Some(found) = found {
                let _ = writeln!(text, "           {}", place(found));
            }
            if let Some(note) = note {
                let _ = writeln!(text, "           {note}");
            }
        }
        text.push('\n');
    }
    text
}

fn place(found: &Found) -> String {
    let words = shortened(&found.words);
    match found.article.is_empty() {
        true => format!("{}: {words}", found.file),
        false => format!("{} #{}: “{words}”", found.file, found.article),
    }
}

/// The start of some words, as much as fits in a line.
fn shortened(words: &str) -> String {
    const MOST: usize = 100;
    let line = words.replace('\n', " ");
    match line.char_indices().nth(MOST) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line,
    }
}

/// How readable each language is, in a line.
#[must_use]
pub fn measured(all: &[Measured]) -> String {
    let each = all.iter().map(|one| {
        let Measured { lang, measure, value, means } = one;
        match *measure {
            "LIX" => format!("{lang} LIX {value}, {means}"),
            measure => format!("{lang} {value} {measure}, {means}"),
        }
    });
    match each.collect::<Vec<_>>() {
        none if none.is_empty() => String::new(),
        all => format!("to read: {}\n", all.join("; ")),
    }
}
