//! Cards drafted by extraction alone: the sentence of an article that says most about its topic, as it stands.
//!
//! Each paragraph of the article is taken apart into sentences. A sentence gains from every phrase of the
//! article's topic that it holds, from being the first, from saying what the visitor can do or what the operator
//! does not do; it loses by being long or short, by only leading up to a list, by only defining a word. The best
//! one becomes the card, if it has anything of the topic at all. Its headline begins with "Draft:", which `sudare
//! check` warns of until the owner takes it away.

use std::collections::BTreeMap;

use super::articles::Article;
use super::reading::Read;
use super::{Remark, escape, number};
use crate::notice::source::DRAFT;
use crate::notice::source::topic::{self, Guess};

/// The notice's Markdown with a card for each article that has none, as far as a sentence can be found. `given` are
/// cards that the source had beside its articles, as Markdown, by the article's id; without `drafts` those are all.
pub(super) fn add(
    markdown: &str,
    articles: &[Article],
    given: &BTreeMap<String, String>,
    topics: &[(String, Option<Guess>)],
    drafts: bool,
) -> String {
    let mut out = String::new();
    let mut from = 0;
    for (article, (_, guess)) in articles.iter().zip(topics) {
        if article.card.is_some() {
            continue;
        }
        let card = given
            .get(&article.id)
            .cloned()
            .or_else(|| drafted(article, guess.as_ref().filter(|_| drafts)?));
        let Some(card) = card else { continue };
        out.push_str(markdown.get(from..article.after_heading).unwrap_or_default());
        out.push('\n');
        out.push_str(&card);
        from = article.after_heading;
        if !markdown.get(from..).unwrap_or_default().starts_with('\n') {
            out.push('\n');
        }
    }
    out.push_str(markdown.get(from..).unwrap_or_default());
    out
}

/// What is to be said about quotes that become cards without having been meant as such.
pub(super) fn remarks(articles: &[Article], read: &Read) -> Vec<Remark> {
    articles
        .iter()
        .zip(&read.draft.articles)
        .filter_map(|(article, source)| {
            let lead = article.card.as_ref().filter(|lead| !lead.starts_with(DRAFT))?;
            Some(Remark::new(
                read.line(source.line),
                format!("This article begins with a quote that begins in bold (“{}”): a notice shows that as the article's card.", lead.trim()),
            ))
        })
        .collect()
}

fn drafted(article: &Article, guess: &Guess) -> Option<String> {
    let phrases: Vec<&str> = guess.evidence.iter().map(|evidence| evidence.phrase).collect();
    let paragraphs = article.paragraphs.iter().take(60);
    let sentences = paragraphs
        .flat_map(|(paragraph, is_item)| sentences(paragraph).into_iter().map(|s| (s, *is_item)));
    // Of equals the first.
    let (_, best) = sentences
        .enumerate()
        .filter_map(|(at, (sentence, is_item))| {
            Some((score(at, sentence, is_item, &phrases)?, sentence))
        })
        .reduce(|best, next| if next.0 > best.0 { next } else { best })?;
    let heading = number::without(&article.heading).trim();
    let heading = if heading.is_empty() { article.heading.trim() } else { heading };
    let headline = escape::plain(heading.trim_end_matches(['.', '。', ':', '：']));
    Some(format!("> **{DRAFT} {headline}** {}\n", escape::plain(best)))
}

/// The sentences of a paragraph.
fn sentences(paragraph: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut from = 0;
    for (at, c) in paragraph.char_indices() {
        let after = at + c.len_utf8();
        let rest = paragraph.get(after..).unwrap_or_default();
        let ends = match c {
            '。' | '！' | '？' => true,
            '.' | '!' | '?' => {
                let before = paragraph.get(from..at).unwrap_or_default();
                let word = before
                    .rsplit(|c: char| c.is_whitespace() || c == '(')
                    .next()
                    .unwrap_or_default();
                // "e.g.", "Art.", "Inc.", "6." end no sentence.
                let short = word.contains('.') && word.chars().count() <= 4
                    || ABBREVIATIONS.contains(&word)
                    || word.chars().count() <= 1
                    || word.chars().all(|c| c.is_ascii_digit());
                let next = rest.trim_start().chars().next();
                rest.starts_with(char::is_whitespace)
                    && !short
                    && next.is_some_and(|c| !c.is_lowercase())
            }
            _ => false,
        };
        if ends {
            found.push(paragraph.get(from..after).unwrap_or_default().trim());
            from = after;
        }
    }
    let rest = paragraph.get(from..).unwrap_or_default().trim();
    // What has no end is no sentence.
    if rest.ends_with(['.', '。', '!', '?', '다']) {
        found.push(rest);
    }
    found.retain(|sentence| !sentence.is_empty());
    found
}

/// What ends in a full stop and ends no sentence.
const ABBREVIATIONS: [&str; 16] = [
    "Inc", "Ltd", "Co", "Corp", "No", "Art", "Nr", "Abs", "Mr", "Mrs", "Ms", "Dr", "St", "etc",
    "vs", "bzw",
];

/// What a visitor gains from a sentence: what can be done, and what is not done.
const TELLING: [&str; 24] = [
    "you can",
    "you may",
    "you have",
    "opt out",
    "refuse",
    "withdraw",
    "we do not",
    "we never",
    "we will not",
    "shall not",
    "できます",
    "いたしません",
    "しません",
    "sie können",
    "wir geben",
    "nicht weiter",
    "vous pouvez",
    "nous ne",
    "puede",
    "no cedemos",
    "puoi",
    "할 수 있",
    "하지 않",
    "for up to",
];

fn score(at: usize, sentence: &str, is_item: bool, phrases: &[&str]) -> Option<i32> {
    let lower = sentence.to_lowercase();
    let length = sentence.chars().count();
    let wide = sentence.chars().filter(|c| u32::from(*c) > 0x1100).count();
    let length = length + wide;
    if !(24..=420).contains(&length) || sentence.ends_with([':', '：', ';', ',']) {
        return None;
    }
    let hits = phrases.iter().filter(|phrase| lower.contains(**phrase)).count();
    if hits == 0 {
        return None;
    }
    let mut score = 30 * i32::try_from(hits.min(4)).unwrap_or(4);
    score += TELLING.iter().filter(|words| lower.contains(**words)).count().min(2) as i32 * 25;
    score -= i32::try_from(at.min(12)).unwrap_or(12) * 4;
    // An item is a part of the sentence before its list.
    if is_item {
        score -= 60;
    }
    if lower.contains("following")
        || lower.contains("below")
        || lower.contains("次の")
        || lower.contains("以下の")
    {
        score -= 40;
    }
    if length > 220 {
        score -= i32::try_from(length - 220).unwrap_or(0) / 4;
    }
    if ["shall mean", "hereinafter", "means ", "refers to", "をいいます", "とは、"]
        .iter()
        .any(|words| lower.contains(words))
    {
        score -= 20;
    }
    (score > 0).then_some(score)
}

/// The guesses for the articles of a notice's Markdown.
pub(super) fn topics(articles: &[Article], lang: &str) -> Vec<(String, Option<Guess>)> {
    articles
        .iter()
        .map(|article| {
            let guess = topic::topic(&article.heading, &article.text, lang);
            (article.id.clone(), guess)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::{articles, reading};
    use super::*;

    fn carded(markdown: &str) -> String {
        let articles = articles::of(markdown);
        add(markdown, &articles, &BTreeMap::new(), &topics(&articles, "en"), true)
    }

    #[test]
    fn a_card_is_the_article_s_own_sentence() {
        let source = "# Privacy\n\n## 2. Cookies {#cookies}\n\nA cookie means a small file. You can refuse cookies in the browser settings, e.g. in yours. That is all.\n";
        let expected = "# Privacy\n\n## 2. Cookies {#cookies}\n\n> **Draft: Cookies** You can refuse cookies in the browser settings, e.g. in yours.\n\nA cookie means";
        assert!(carded(source).starts_with(expected), "{}", carded(source));
        assert_eq!(carded(&carded(source)), carded(source));
    }

    #[test]
    fn what_leads_up_to_a_list_or_speaks_of_something_else_is_no_card() {
        let source = "# Privacy\n\n## Cookies {#cookies}\n\nWe use cookies for the following:\n\n- a\n- b\n\nThe weather is fine today, as it has been.\n";
        assert_eq!(carded(source), source);
    }

    #[test]
    fn a_bold_quote_that_opens_an_article_is_remarked_on() {
        let source = "# Privacy\n\n## Cookies {#cookies}\n\n> **Note.** We use cookies.\n";
        let remarks = remarks(&articles::of(source), &reading::read(source).unwrap());
        assert!(remarks.len() == 1 && remarks[0].line == 3, "{remarks:?}");
        assert_eq!(carded(source), source);
    }
}
