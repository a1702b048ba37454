//! Headings that links cannot hold on to, that skip a level, or that are none.

use std::ops::Range;

use super::Subject;
use crate::notice::source::Diagnostic;

pub(super) fn check(subject: &Subject) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (edition, reading) in subject.editions.iter().zip(&subject.readings) {
        found.extend(without_an_id(subject, reading));
        found.extend(lost(subject, reading));
        let read = reading.by_id();
        for article in &edition.notice.articles {
            let mut above = 2;
            for section in &article.sections {
                if section.level > above + 1
                    && let Some(read) = read.get(&*article.id)
                {
                    let title = crate::notice::plain(&section.title);
                    let heading = read
                        .passages
                        .iter()
                        .find(|passage| passage.is_heading && passage.text == title);
                    let place = heading.map_or(read.heading.clone(), |heading| heading.whole());
                    let message =
                        format!("this heading has {} #, the one above it {above}", section.level);
                    found.push(
                        Diagnostic::warning("skipped-level", &reading.file, place, message)
                            .help("who listens to the page hears a heading missing; take a # away"),
                    );
                }
                above = section.level;
            }
        }
    }
    found
}

/// Words that were to be a heading: Markdown wants a space behind the last #, and an id stands in a
/// heading only. One # alone may be a hashtag.
fn lost(subject: &Subject, reading: &super::Reading) -> Vec<Diagnostic> {
    let text = subject.text(&reading.file).unwrap_or_default();
    let is_meant = |at: usize| text[..at].ends_with('\\');
    let words = reading.articles.iter().flat_map(|article| &article.passages);
    let lost = words.filter(|passage| {
        let Range { start, end } = passage.whole();
        let id = text.get(start..end).and_then(|words| words.find("{#"));
        !passage.is_heading
            && (passage.text.starts_with("##") && !is_meant(start)
                || id.is_some_and(|id| !is_meant(start + id)))
    });
    lost.map(|passage| {
        let message = "this was to be a heading, and is shown as it stands here";
        Diagnostic::warning("lost-heading", &reading.file, passage.whole(), message)
            .help("write `## ` with a plain space behind it, at the beginning of a line; or put a backslash before the # that you mean")
    })
    .collect()
}

/// The first article whose id is made of its heading's words, and how many more there are.
fn without_an_id(subject: &Subject, reading: &super::Reading) -> Option<Diagnostic> {
    let text = subject.text(&reading.file)?;
    let mut bare =
        reading.articles.iter().filter(|article| !article.id.is_empty()).filter(|article| {
            text.get(article.heading.clone()).is_some_and(|line| !line.contains("{#"))
        });
    let first = bare.next()?;
    let message = match bare.count() {
        0 => format!("the id `{}` is made of this heading's words", first.id),
        more => format!(
            "the id `{}` is made of this heading's words, and {more} more below are made so",
            first.id
        ),
    };
    Some(
        Diagnostic::warning("made-id", &reading.file, first.heading.clone(), message).help(
            format!("write it down, so that links to it outlive the wording: {{#{}}}", first.id),
        ),
    )
}
