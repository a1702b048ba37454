//! How hard a policy is to read, by measures that a person can follow.
//!
//! Languages that put spaces between words have LIX (C.-H. Björnsson, 1968): words in a sentence on
//! average, and the share of words of more than six letters in a hundred. It needs no syllables and
//! no dictionary, so it is the same for all of them. Up to 40 is easy, 40 to 50 a newspaper, above
//! 60 a learned book. Japanese and Chinese have characters in a sentence on average: up to 40 is
//! easy, above 80 hard.

use super::Subject;
use super::reading::{ArticleReading, Passage, Reading};
use super::sentence::sentences;
use crate::notice::source::Diagnostic;

/// Words that one sentence may have before a reader is lost, and characters where there are no
/// spaces.
const LONG_SENTENCE: [usize; 2] = [45, 130];
/// What an article may measure.
const HARD: [usize; 2] = [62, 80];
/// A measure of fewer words, or characters, says nothing.
const LEAST: [usize; 2] = [60, 150];

/// What a language measures.
pub struct Measured {
    /// The language's tag.
    pub lang: String,
    /// What was measured: `LIX`, or `characters a sentence`.
    pub measure: &'static str,
    /// How much it is.
    pub value: usize,
    /// What that means, in words.
    pub means: &'static str,
}

/// What a text comes to.
#[derive(Clone, Copy, Default)]
struct Count {
    sentences: usize,
    /// Words, or characters where there are no spaces.
    units: usize,
    long_words: usize,
}

impl Count {
    fn add(&mut self, other: Count) {
        self.sentences += other.sentences;
        self.units += other.units;
        self.long_words += other.long_words;
    }

    fn value(self, script: Script) -> Option<usize> {
        if self.units < LEAST[script as usize] || self.sentences == 0 {
            return None;
        }
        let length = self.units.div_ceil(self.sentences);
        Some(match script {
            Script::Spaced => length + 100 * self.long_words / self.units,
            Script::Unspaced => length,
        })
    }
}

/// Whether words have spaces between them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Spaced = 0,
    Unspaced = 1,
}

/// The script of a language; none where sentences have no signs between them.
fn script(lang: &str) -> Option<Script> {
    match lang.split('-').next().unwrap_or(lang) {
        "ja" | "zh" | "yue" => Some(Script::Unspaced),
        "th" | "lo" | "km" | "my" => None,
        _ => Some(Script::Spaced),
    }
}

pub(super) fn check(subject: &Subject) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for reading in &subject.readings {
        let Some(script) = script(&reading.lang) else { continue };
        for article in &reading.articles {
            found.extend(long_sentence(reading, article, script));
            found.extend(hard_article(reading, article, script));
        }
    }
    found
}

/// What each language measures, for the report.
pub(super) fn measured(subject: &Subject) -> Vec<Measured> {
    let of = |reading: &Reading| {
        let script = script(&reading.lang)?;
        let mut count = Count::default();
        reading.articles.iter().for_each(|article| count.add(count_of(article, script)));
        let value = count.value(script)?;
        let (measure, steps) = match script {
            Script::Spaced => ("LIX", [40, 50, 60]),
            Script::Unspaced => ("characters a sentence", [40, 60, 80]),
        };
        let means = ["easy", "like a newspaper", "demanding", "hard"];
        let step = steps.iter().filter(|step| value > **step).count();
        Some(Measured { lang: reading.lang.clone(), measure, value, means: means[step] })
    };
    subject.readings.iter().filter_map(of).collect()
}

/// The longest of an article's sentences that are too long, and how many more there are.
fn long_sentence(
    reading: &Reading,
    article: &ArticleReading,
    script: Script,
) -> Option<Diagnostic> {
    let mut long = Vec::new();
    for passage in article.card.iter().chain(&article.passages) {
        for part in sentences(&passage.text) {
            let count = count_in(&passage.text[part.clone()], script).units;
            if count > LONG_SENTENCE[script as usize] {
                long.push((count, passage, part));
            }
        }
    }
    let more = long.len().checked_sub(1)?;
    let (count, passage, part) = long.into_iter().max_by_key(|(count, ..)| *count)?;
    let unit = if script == Script::Spaced { "words" } else { "characters" };
    let message = match more {
        0 => format!("this sentence has {count} {unit}"),
        more => format!("this sentence has {count} {unit}, and {more} more here are too long"),
    };
    Some(Diagnostic::warning("long-sentence", &reading.file, passage.span(part), message).help(
        format!(
            "above {} {unit} readers lose the thread; make it two, or a list",
            LONG_SENTENCE[script as usize]
        ),
    ))
}

fn hard_article(reading: &Reading, article: &ArticleReading, script: Script) -> Option<Diagnostic> {
    let value =
        count_of(article, script).value(script).filter(|value| *value > HARD[script as usize])?;
    let message = match script {
        Script::Spaced => format!("this article is hard to read: LIX {value}"),
        Script::Unspaced => {
            format!("this article is hard to read: {value} characters a sentence on average")
        }
    };
    let place = match article.id.is_empty() {
        true => article.passages.first()?.whole(),
        false => article.heading.clone(),
    };
    Some(Diagnostic::warning("hard-to-read", &reading.file, place, message).help(
        "shorter sentences and everyday words; `sudare explain hard-to-read` has the measure",
    ))
}

fn count_of(article: &ArticleReading, script: Script) -> Count {
    let mut count = Count::default();
    let prose = |passage: &&Passage| !passage.is_heading;
    for passage in article.card.iter().chain(article.passages.iter().filter(prose)) {
        for part in sentences(&passage.text) {
            count.add(count_in(&passage.text[part], script));
        }
    }
    count
}

/// A sentence's count.
fn count_in(sentence: &str, script: Script) -> Count {
    match script {
        Script::Spaced => {
            let words =
                sentence.split_whitespace().filter(|word| word.contains(char::is_alphanumeric));
            let mut count = Count { sentences: 1, ..Count::default() };
            for word in words {
                count.units += 1;
                // An address is long and no word.
                let letters = word.chars().filter(|c| c.is_alphabetic()).count();
                count.long_words += usize::from(letters > 6 && !word.contains(['/', '@']));
            }
            count
        }
        Script::Unspaced => {
            let units = sentence.chars().filter(|c| !c.is_ascii() || c.is_alphanumeric()).count();
            Count { sentences: 1, units, long_words: 0 }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lix_is_words_a_sentence_and_long_words_in_a_hundred() {
        let count = count_in("Everybody understands short words in here", Script::Spaced);
        assert_eq!((count.units, count.long_words), (6, 2));
        let many = Count { sentences: 6, units: 60, long_words: 12 };
        assert_eq!(many.value(Script::Spaced), Some(30));
    }

    #[test]
    fn too_little_text_measures_nothing() {
        assert_eq!(count_in("Short.", Script::Spaced).value(Script::Spaced), None);
    }
}
