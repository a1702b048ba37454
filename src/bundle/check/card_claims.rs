//! Cards that promise what their article does not say.
//!
//! Two looks, each explained by the sentences that it found. A *claim* is a promise of a known
//! kind ("we share nothing"): it is held against sentences that say the opposite, in the article,
//! in articles about recipients and in the services that notice.toml declares. An *absolute word*
//! ("never") must come back in a sentence of the article about the same thing.

mod words;

use std::ops::Range;

use super::Subject;
use super::reading::{ArticleReading, Passage, Reading};
use super::sentence::sentences;
use crate::notice::source::Diagnostic;
use words::{ABSOLUTES, Absolute, CLAIMS, Claim, EXCEPTIONS, NEGATIONS, QUALIFIERS, RECIPIENTS};

pub(super) fn check(subject: &Subject) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for reading in &subject.readings {
        for article in &reading.articles {
            for (passage, part) in parts(&article.card) {
                found.extend(told(subject, reading, article, passage, part));
            }
        }
    }
    found
}

/// Each sentence of some passages.
fn parts(passages: &[Passage]) -> impl Iterator<Item = (&Passage, Range<usize>)> {
    passages
        .iter()
        .flat_map(|passage| sentences(&passage.text).into_iter().map(move |part| (passage, part)))
}

fn told(
    subject: &Subject,
    reading: &Reading,
    article: &ArticleReading,
    passage: &Passage,
    part: Range<usize>,
) -> Option<Diagnostic> {
    let sentence = passage.text[part.clone()].to_lowercase();
    for claim in CLAIMS {
        // "For no other purpose" promises nothing about the purpose that there is.
        if !has(&sentence, claim.says) || has(&sentence, QUALIFIERS) {
            continue;
        }
        if let Some(against) = against(subject, reading, article, claim, &sentence) {
            let message = format!("the card says that {}, but {against}", claim.means);
            return Some(
                Diagnostic::warning("card-contradicts", &reading.file, passage.span(part), message)
                    .help("a card may be shorter than its article and never kinder"),
            );
        }
    }
    let absolute = ABSOLUTES.iter().find(|absolute| promises(&sentence, absolute.word))?;
    let supported = parts(&article.passages)
        .any(|(passage, part)| supports(&passage.text[part].to_lowercase(), absolute, &sentence));
    if supported || article.passages.is_empty() {
        return None;
    }
    let message = format!("the card says “{}”; no sentence of its article does", absolute.word);
    Some(
        Diagnostic::warning("card-unsupported", &reading.file, passage.span(part), message)
            .help("say it in the article too, or say less in the card"),
    )
}

/// What speaks against a claim, in words.
fn against(
    subject: &Subject,
    reading: &Reading,
    article: &ArticleReading,
    claim: &Claim,
    card: &str,
) -> Option<String> {
    let about_recipients = |other: &&ArticleReading| {
        claim.is_about_recipients
            && other.id != article.id
            && has(&other.title.to_lowercase(), RECIPIENTS)
    };
    let others = reading.articles.iter().filter(about_recipients);
    for other in std::iter::once(article).chain(others) {
        for (passage, part) in parts(&other.passages) {
            let original = &passage.text[part];
            let sentence = original.to_lowercase();
            if !has(&sentence, claim.denied_by) {
                continue;
            }
            let denies = !has(&sentence, NEGATIONS)
                || (has(&sentence, EXCEPTIONS) && !has(card, EXCEPTIONS));
            if denies {
                let place = if other.id == article.id {
                    "its article".to_owned()
                } else {
                    format!("the article `{}`", other.id)
                };
                return Some(format!("{place} says “{}”", shortened(original)));
            }
        }
    }
    let notice = &subject.editions.first()?.notice;
    let mut explained = notice.services.iter().filter(|service| {
        notice.purpose(&service.purpose).is_some_and(|purpose| *purpose.article == *article.id)
    });
    let service = match claim.denied_by_services {
        Some(words::Services::Any) => explained.next(),
        Some(words::Services::WithCookies) => explained.find(|service| !service.cookies.is_empty()),
        None => None,
    }?;
    Some(format!("notice.toml declares the service `{}` for it", service.id))
}

/// Whether a sentence promises something by this word: "what nobody has opened" does not.
fn promises(sentence: &str, word: &str) -> bool {
    let relative = ["that", "which", "who", "what", "if", "when"];
    found_in(sentence, word)
        && !relative.iter().any(|before| found_in(sentence, &format!("{before} {word}")))
}

/// Whether a sentence says the same word, or as much as the card's about the same thing.
fn supports(sentence: &str, absolute: &Absolute, card: &str) -> bool {
    found_in(sentence, absolute.word)
        || (has(sentence, absolute.family) && shares_a_word(sentence, card))
}

/// Whether two sentences share a word that means something.
fn shares_a_word(one: &str, other: &str) -> bool {
    let others = tokens(other);
    tokens(one).iter().any(|token| others.contains(token))
}

/// What of a sentence means something: words by their first five letters, and pairs of characters
/// of a script without spaces.
fn tokens(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_ascii_alphabetic());
    let words = words.filter(|word| word.len() >= 4 && !words::STOP_WORDS.contains(word));
    let stems = words.map(|word| word.chars().take(5).collect());
    let telling = |c: char| matches!(c, '\u{30a1}'..='\u{30fa}' | '\u{4e00}'..='\u{9fff}');
    let pairs = text.chars().zip(text.chars().skip(1));
    let pairs =
        pairs.filter(|(a, b)| telling(*a) && telling(*b)).map(|(a, b)| [a, b].iter().collect());
    stems.chain(pairs).collect()
}

fn has(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| found_in(text, word))
}

/// Whether a word or phrase stands in a text: with Latin letters not as a part of another word; one
/// that ends in "-" may go on.
fn found_in(text: &str, word: &str) -> bool {
    let (word, open) = match word.strip_suffix('-') {
        Some(stem) => (stem, true),
        None => (word, false),
    };
    let latin = |c: char| c.is_alphabetic() && u32::from(c) < 0x250;
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        let joined = |beside: Option<char>, own: Option<char>| {
            beside.is_some_and(latin) && own.is_some_and(latin)
        };
        !joined(before, word.chars().next()) && (open || !joined(after, word.chars().next_back()))
    })
}

/// The first words of a sentence, as many as fit in a message.
fn shortened(sentence: &str) -> String {
    const MOST: usize = 90;
    if sentence.chars().count() <= MOST {
        return sentence.to_owned();
    }
    let cut: String = sentence.chars().take(MOST).collect();
    let end = cut.rfind(' ').filter(|at| *at > MOST / 2).unwrap_or(cut.len());
    format!("{}…", &cut[..end])
}
