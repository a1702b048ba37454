//! How an item is searched for: first a sentence that says it, in an article of the right topic if
//! there is one; then an article that speaks of it.

use aho_corasick::AhoCorasick;

use super::super::Subject;
use super::super::reading::{ArticleReading, Reading};
use super::super::sentence::sentences;
use super::{Found, Item, State};
use crate::notice::source::topic::{Guess, Topic, topics};

/// What is searched for.
pub struct Wish {
    /// Where it is asked for.
    pub law: &'static str,
    /// What is asked for.
    pub asks: &'static str,
    /// What an article about it speaks of.
    pub topics: &'static [Topic],
    /// Phrases of a sentence that says it, in small letters. Several lists: all of them are needed,
    /// each may be in a sentence of its own.
    pub says: &'static [Part],
}

/// A part of an item.
pub struct Part {
    /// Its name.
    pub name: &'static str,
    /// Phrases that say it; one with " … " says it where both its halves stand in a sentence.
    pub phrases: &'static [&'static str],
}

/// From here on an article is taken to speak of a topic.
const SPEAKS: f64 = 0.33;

/// Below this it is taken to be about something else.
const TOUCHES: f64 = 0.2;

/// The languages that the phrases are in.
const LANGUAGES: [&str; 4] = ["en", "ja", "de", "fr"];

/// A sentence, and the place of its article.
struct Sentence {
    at: usize,
    found: Found,
}

/// A policy with what its articles speak of.
pub struct Searched<'a> {
    reading: &'a Reading,
    topics: Vec<Vec<Guess>>,
    /// The passages of each article and of its card, in small letters.
    lowered: Vec<Vec<String>>,
    /// The phrases are in its language.
    known: bool,
}

impl<'a> Searched<'a> {
    /// The first of the notice's languages that the phrases are in, else the first.
    pub fn of(subject: &'a Subject) -> Option<Self> {
        let known = |reading: &&Reading| {
            LANGUAGES.contains(&reading.lang.split('-').next().unwrap_or_default())
        };
        let reading = subject.readings.iter().find(known).or(subject.readings.first())?;
        let guesses = reading.articles.iter().map(|article| {
            let words: Vec<&str> = article.passages.iter().map(|passage| &*passage.text).collect();
            topics(&article.title, &words.join("\n"), &reading.lang)
        });
        let lowered = reading.articles.iter().map(|article| {
            let passages = article.passages.iter().chain(&article.card);
            passages.map(|passage| passage.text.to_lowercase()).collect()
        });
        let known = known(&reading);
        Some(Self { reading, topics: guesses.collect(), lowered: lowered.collect(), known })
    }

    /// How sure it is that the nth article speaks of one of these topics.
    fn speaks(&self, at: usize, wanted: &[Topic]) -> f64 {
        let guesses = self.topics.get(at).into_iter().flatten();
        let fitting = guesses.filter(|guess| wanted.contains(&guess.topic));
        fitting.map(|guess| guess.score).fold(0.0, f64::max)
    }

    /// The articles, those that speak most of these topics first.
    fn ordered(&self, wanted: &[Topic]) -> Vec<(usize, &'a ArticleReading)> {
        let mut articles: Vec<_> = self.reading.articles.iter().enumerate().collect();
        articles
            .sort_by(|(a, _), (b, _)| self.speaks(*b, wanted).total_cmp(&self.speaks(*a, wanted)));
        articles
    }

    /// Searches for an item.
    pub fn item(&self, wish: &Wish) -> Item {
        let articles = self.ordered(wish.topics);
        let found: Vec<Option<Sentence>> =
            wish.says.iter().map(|part| self.sentence(&articles, part)).collect();
        let lacking: Vec<&str> = (wish.says.iter().zip(&found))
            .filter(|(_, found)| found.is_none())
            .map(|(part, _)| part.name)
            .collect();
        let said = found.into_iter().flatten().next();
        let item = |state, found, note| Item { law: wish.law, asks: wish.asks, state, found, note };
        if let Some(Sentence { at, found }) = said {
            let note = if !lacking.is_empty() {
                format!("not found: {}", lacking.join(", "))
            } else if self.speaks(at, wish.topics) < TOUCHES {
                "the words stand in an article about something else".to_owned()
            } else {
                return item(State::Present, Some(found), None);
            };
            return item(State::Unclear, Some(found), Some(note));
        }
        let about = articles.into_iter().find(|(at, _)| self.speaks(*at, wish.topics) >= SPEAKS);
        match about {
            None if self.known => item(State::Missing, None, None),
            None => {
                let note = format!(
                    "the checklists know no {}, only English, Japanese, German and French: nothing can be told; read it yourself",
                    self.reading.lang
                );
                item(State::Unclear, None, Some(note))
            }
            Some((at, article)) => {
                let guess = self.topics.get(at).into_iter().flatten();
                let guess = guess.filter(|guess| wish.topics.contains(&guess.topic));
                let because = guess.map(ToString::to_string).next().unwrap_or_default();
                let found = Found {
                    file: self.reading.file.clone(),
                    article: article.id.clone(),
                    span: article.heading.clone(),
                    words: article.title.clone(),
                };
                let note = format!(
                    "this article seems to speak of it ({because}); no sentence was found that says it"
                );
                item(State::Unclear, Some(found), Some(note))
            }
        }
    }

    fn sentence(&self, articles: &[(usize, &ArticleReading)], part: &Part) -> Option<Sentence> {
        // One look at a passage for all phrases; only where one begins in it are its sentences read.
        let beginnings = part.phrases.iter().map(|phrase| beginning(phrase));
        let finder = AhoCorasick::new(beginnings).ok()?;
        let fits = |words: &str| {
            let words = words.to_lowercase();
            finder.is_match(&words) && part.phrases.iter().any(|phrase| says(&words, phrase))
        };
        for (at, article) in articles {
            let found = |span, words: &str| {
                let (file, words) = (self.reading.file.clone(), words.to_owned());
                let found = Found { file, article: article.id.clone(), span, words };
                Some(Sentence { at: *at, found })
            };
            let lowered = self.lowered.get(*at).into_iter().flatten();
            for (passage, lowered) in article.passages.iter().chain(&article.card).zip(lowered) {
                if !finder.is_match(lowered) {
                    continue;
                }
                let mut parts = sentences(&passage.text).into_iter();
                if let Some(part) = parts.find(|part| fits(&passage.text[part.clone()])) {
                    return found(passage.span(part.clone()), &passage.text[part]);
                }
            }
            if fits(&article.title) {
                return found(article.heading.clone(), &article.title);
            }
        }
        None
    }
}

/// What of a phrase must stand in a text, if the phrase does.
fn beginning(phrase: &str) -> &str {
    phrase.split(" … ").next().unwrap_or(phrase)
}

/// Whether a sentence has a phrase, or both its halves in this order; the start of a phrase is the
/// start of a word where there are spaces.
fn says(sentence: &str, phrase: &str) -> bool {
    let mut rest = sentence;
    phrase.split(" … ").all(|half| {
        let begins = |at: usize| {
            let latin = |c: char| c.is_alphabetic() && u32::from(c) < 0x250;
            let before = rest[..at].chars().next_back();
            !(half.starts_with(latin) && before.is_some_and(latin))
        };
        let Some((at, _)) = rest.match_indices(half).find(|(at, _)| begins(*at)) else {
            return false;
        };
        rest = &rest[at + half.len()..];
        true
    })
}

#[cfg(test)]
mod tests {
    use super::says;

    #[test]
    fn a_phrase_begins_a_word_and_its_halves_stand_in_order() {
        assert!(says("we keep your data for 30 days", "keep … days"));
        assert!(!says("days of old we keep", "keep … days"));
        assert!(!says("upkeep takes days", "keep … days"));
        assert!(says("保存期間は30日です", "保存期間"));
    }
}
