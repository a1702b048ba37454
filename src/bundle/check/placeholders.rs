//! Words that stood in a template and were to be replaced.

use super::Subject;
use super::reading::Passage;
use crate::notice::source::Diagnostic;

/// What templates write where something of yours belongs, in small letters. The last lines are our
/// own starters'.
const TEMPLATE_WORDS: &[&str] = &[
    "lorem ipsum",
    "todo:",
    "tbd",
    "fixme",
    "xxx",
    "company name",
    "insert name",
    "insert date",
    "insert address",
    "[insert",
    "[your",
    "[name",
    "[date",
    "[address",
    "[company",
    "[email",
    "[website",
    "example.com",
    "example.org",
    "example.net",
    "yourdomain",
    "yoursite.",
    "〇〇",
    "○○",
    "◯◯",
    "●●",
    "△△",
    "××",
    "say here",
    "this text with your own",
    "ここに書いて",
    "を書いてください",
    "書き換えてください",
];

/// One warning a file, at its first such words.
pub(super) fn check(subject: &Subject) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for reading in &subject.readings {
        let passages = reading
            .articles
            .iter()
            .flat_map(|article| article.card.iter().chain(&article.passages));
        let mut marked = passages.filter_map(|passage| Some((passage, word(&passage.text)?)));
        if let Some((passage, word)) = marked.next() {
            found.push(told(&reading.file, passage, word, marked.count()));
        }
    }
    if let Some(edition) = subject.editions.first()
        && edition.notice.operator.email.as_deref().is_some_and(|email| self::word(email).is_some())
        && let Some(span) = subject.manifest.key("operator", "email")
    {
        let message = "this address is nobody's";
        found.push(
            Diagnostic::warning("placeholder", &subject.manifest_file.name, span, message)
                .help("put in the address where visitors reach you"),
        );
    }
    found
}

fn told(file: &str, passage: &Passage, word: &str, more: usize) -> Diagnostic {
    let message = match more {
        0 => format!("“{word}” looks like a template's words"),
        more => format!("“{word}” looks like a template's words, and {more} more below it"),
    };
    let lower = passage.text.to_lowercase();
    let at = lower.find(word).filter(|_| lower.len() == passage.text.len());
    let place = at.map_or(passage.whole(), |at| passage.span(at..at + word.len()));
    Diagnostic::warning("placeholder", file, place, message)
        .help("write what is true of your site, or take it out")
}

fn word(text: &str) -> Option<&'static str> {
    let lower = text.to_lowercase();
    TEMPLATE_WORDS.iter().copied().find(|word| {
        lower.match_indices(word).any(|(at, _)| {
            let before = lower[..at].chars().next_back();
            let after = lower[at + word.len()..].chars().next();
            let letters = word.bytes().all(|b| b.is_ascii_alphabetic());
            !letters
                || !(before.is_some_and(char::is_alphanumeric)
                    || after.is_some_and(char::is_alphanumeric))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn template_words_are_found_and_ordinary_ones_are_not() {
        for template in
            ["[Company Name] respects you", "Write to privacy@example.com", "〇〇株式会社"]
        {
            assert!(word(template).is_some(), "{template}");
        }
        for ordinary in
            ["We are a company.", "Aster Pictures [1]", "xxxl shirts", "mail@aster.example"]
        {
            assert_eq!(word(ordinary), None, "{ordinary}");
        }
    }
}
