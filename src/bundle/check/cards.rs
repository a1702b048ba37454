//! Cards against the article that they stand for: their numbers, and how long they are.

use std::collections::BTreeSet;

use super::reading::{ArticleReading, Passage};
use super::sentence::sentences;
use super::{Subject, numbers};
use crate::notice::source::Diagnostic;

/// How many sentences a card's text may have, besides its headline (docs/source-format.md).
const MOST_SENTENCES: usize = 3;

pub(super) fn check(subject: &Subject) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for reading in &subject.readings {
        for article in &reading.articles {
            found.extend(strange_numbers(article, &reading.file));
            found.extend(too_long(article, &reading.file));
        }
    }
    found
}

fn strange_numbers(article: &ArticleReading, file: &str) -> Option<Diagnostic> {
    let stated = |passage: &Passage| numbers::stated(&passage.text);
    if article.card.iter().all(|passage| stated(passage).is_empty()) {
        return None;
    }
    let said: BTreeSet<String> =
        article.passages.iter().flat_map(|passage| numbers::possible(&passage.text)).collect();
    article.card.iter().find_map(|passage| {
        let strange: Vec<String> = stated(passage).difference(&said).cloned().collect();
        if strange.is_empty() {
            return None;
        }
        let message = format!("the card says {}, its article does not", strange.join(", "));
        Some(
            Diagnostic::warning("card-number", file, passage.whole(), message)
                .help("say in the card what the article says; one of the two is out of date"),
        )
    })
}

fn too_long(article: &ArticleReading, file: &str) -> Option<Diagnostic> {
    // The headline is the first sentence.
    let count = |passage: &Passage| sentences(&passage.text).len();
    let in_all: usize = article.card.iter().map(count).sum();
    let beyond = in_all.checked_sub(1 + MOST_SENTENCES).filter(|beyond| *beyond > 0)?;
    let last = article.card.last()?;
    let message = format!("this card has {} sentences below its headline", MOST_SENTENCES + beyond);
    Some(
        Diagnostic::warning("card-long", file, last.whole(), message)
            .help("one to three are read; the rest belongs in the article"),
    )
}
