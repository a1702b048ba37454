//! Headings that links cannot hold on to, or that skip a level.

use super::Subject;
use crate::notice::source::Diagnostic;

pub(super) fn check(subject: &Subject) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (edition, reading) in subject.editions.iter().zip(&subject.readings) {
        found.extend(without_an_id(subject, reading));
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
