//! Languages that have drifted apart: what the default language says in an article and another one
//! does not, as far as numbers, links, sections and cards tell.

use std::collections::{BTreeSet, HashMap};

use super::reading::{ArticleReading, Reading};
use super::{Subject, numbers};
use crate::notice::Article;
use crate::notice::source::{Diagnostic, Edition};

pub(super) fn check<'a>(subject: &'a Subject) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let Some((first, others)) = subject.readings.split_first() else { return found };
    let there = first.by_id();
    for (reading, edition) in others.iter().zip(subject.editions.iter().skip(1)) {
        let by_id = |edition: &'a Edition| -> HashMap<&'a str, &'a Article> {
            edition.notice.articles.iter().map(|article| (&*article.id, article)).collect()
        };
        let (theirs, ours) = (by_id(&subject.editions[0]), by_id(edition));
        for article in &reading.articles {
            let Some(expected) = there.get(article.id.as_str()) else { continue };
            let pair = Pair { first, expected, reading, article };
            found.extend(pair.numbers());
            found.extend(pair.links());
            found.extend(pair.card());
            let of = |sections: &HashMap<&str, &Article>| {
                sections.get(article.id.as_str()).map(|article| section_ids(article))
            };
            let sections = (of(&theirs), of(&ours));
            if let (Some(there), Some(here)) = sections {
                found.extend(pair.sections(&there, &here));
            }
        }
    }
    found
}

fn section_ids(article: &Article) -> Vec<String> {
    article.sections.iter().map(|section| section.id.to_string()).collect()
}

/// An article in the default language and in another one.
struct Pair<'a> {
    first: &'a Reading,
    expected: &'a ArticleReading,
    reading: &'a Reading,
    article: &'a ArticleReading,
}

impl Pair<'_> {
    fn warning(&self, code: &'static str, message: String, help: &str) -> Diagnostic {
        let place = match self.article.id.is_empty() {
            true => self.article.passages.first().map_or(0..0, |passage| passage.whole()),
            false => self.article.heading.clone(),
        };
        Diagnostic::warning(code, &self.reading.file, place, message).help(help)
    }

    /// What each has alone, in words; nothing where there is nothing.
    fn difference(&self, there: &BTreeSet<String>, here: &BTreeSet<String>) -> Option<String> {
        let list = |all: &BTreeSet<String>| {
            const MOST: usize = 6;
            let some: Vec<&str> = all.iter().take(MOST).map(String::as_str).collect();
            let more = all.len().saturating_sub(MOST);
            if more > 0 { format!("{} and {more} more", some.join(", ")) } else { some.join(", ") }
        };
        let name = &self.first.file;
        match (there.is_empty(), here.is_empty()) {
            (true, true) => None,
            (false, true) => Some(format!("{name} has {} here, this file does not", list(there))),
            (true, false) => Some(format!("this article has {}, {name} does not", list(here))),
            (false, false) => {
                Some(format!("this article has {}, {name} has {}", list(here), list(there)))
            }
        }
    }

    fn numbers(&self) -> Option<Diagnostic> {
        let stated = |article: &ArticleReading| -> BTreeSet<String> {
            let passages = article.card.iter().chain(&article.passages);
            passages.flat_map(|passage| numbers::stated(&passage.text)).collect()
        };
        let possible = |article: &ArticleReading| -> BTreeSet<String> {
            let passages = article.card.iter().chain(&article.passages);
            passages.flat_map(|passage| numbers::possible(&passage.text)).collect()
        };
        let alone = |one: &ArticleReading, other: &ArticleReading| -> BTreeSet<String> {
            stated(one).difference(&possible(other)).cloned().collect()
        };
        let message = self
            .difference(&alone(self.expected, self.article), &alone(self.article, self.expected))?;
        Some(self.warning(
            "languages-numbers",
            format!("the numbers of `{}` differ: {message}", self.article.id),
            "a term or an age must be the same in every language",
        ))
    }

    fn links(&self) -> Option<Diagnostic> {
        let (there, here) = (places(self.expected), places(self.article));
        let alone = |one: &BTreeSet<String>, other: &BTreeSet<String>| -> BTreeSet<String> {
            one.difference(other).cloned().collect()
        };
        let message = self.difference(&alone(&there, &here), &alone(&here, &there))?;
        Some(self.warning(
            "languages-links",
            format!("the links of `{}` differ: {message}", self.article.id),
            "every language leads to the same places; a page's own languages are not told apart",
        ))
    }

    fn card(&self) -> Option<Diagnostic> {
        let (there, here) = (!self.expected.card.is_empty(), !self.article.card.is_empty());
        if there == here {
            return None;
        }
        let (with, without) = match there {
            true => (&self.first.file, &self.reading.file),
            false => (&self.reading.file, &self.first.file),
        };
        Some(self.warning(
            "languages-cards",
            format!("`{}` has a card in {with} and none in {without}", self.article.id),
            "write it in both languages, or in none",
        ))
    }

    fn sections(&self, there: &[String], here: &[String]) -> Option<Diagnostic> {
        if there == here {
            return None;
        }
        let message = if there.len() == here.len() {
            let (expected, found) = there.iter().zip(here).find(|(a, b)| a != b)?;
            format!(
                "a section of `{}` is `{found}` here and `{expected}` in {}",
                self.article.id, self.first.file
            )
        } else {
            format!(
                "`{}` has {} sections here and {} in {}",
                self.article.id,
                here.len(),
                there.len(),
                self.first.file
            )
        };
        Some(self.warning(
            "languages-sections",
            message,
            "a link to a section must find it in every language: give it the same {#id}",
        ))
    }
}

/// Where an article's links lead, whatever the language of the page there.
fn places(article: &ArticleReading) -> BTreeSet<String> {
    article.links.iter().map(|link| without_language(&link.href)).collect()
}

/// An address without what names a language in it.
pub(super) fn without_language(href: &str) -> String {
    let is_language = |part: &str| {
        let (language, region) = part.split_once(['-', '_']).unwrap_or((part, ""));
        let two = |part: &str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_alphabetic());
        two(language) && (region.is_empty() || two(region))
    };
    let (address, query) = href.split_once('?').unwrap_or((href, ""));
    let Some((scheme, rest)) = address.split_once("://") else { return href.to_owned() };
    let mut parts: Vec<&str> = rest.trim_end_matches('/').split('/').collect();
    let host = parts.remove(0);
    // ja.wikipedia.org and en.wikipedia.org are one place, shop.ja is its own.
    let host = match host.split_once('.') {
        Some((first, rest)) if is_language(first) && rest.contains('.') => rest,
        _ => host,
    };
    parts.retain(|part| !is_language(part));
    let query: Vec<&str> = query
        .split('&')
        .filter(|pair| {
            let name = pair.split('=').next().unwrap_or_default();
            !pair.is_empty() && !["hl", "lang", "locale", "l", "language"].contains(&name)
        })
        .collect();
    let query = if query.is_empty() { String::new() } else { format!("?{}", query.join("&")) };
    format!(
        "{scheme}://{}{query}",
        std::iter::once(host).chain(parts).collect::<Vec<_>>().join("/")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_s_own_languages_are_one_place() {
        let place = "https://a.example/privacy";
        for same in [
            "https://a.example/privacy/",
            "https://a.example/ja/privacy",
            "https://a.example/en-GB/privacy?hl=en",
            "https://ja.a.example/privacy",
        ] {
            assert_eq!(without_language(same), place, "{same}");
        }
        assert_ne!(without_language("https://a.example/terms"), place);
    }
}
