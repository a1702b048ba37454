//! What an article speaks of: guesses from a fixed vocabulary, each with its evidence.
//!
//! The method is one that a person can follow with a pencil. Every topic has phrases in several
//! languages, with a weight from 1 (hints at it) to 3 (says it). The weightiest phrase in the heading
//! counts four times its weight, each further one a quarter of that. In the text each phrase counts
//! its weight times `1 + ln(times found)`, divided by what grows with the length of the text, so that
//! a long article does not speak of everything. The sum `s` becomes the score `s / (s + 4)`: a plain
//! heading gives 0.75, a chance mention in a long text less than 0.2.

mod chinese;
mod dutch;
mod english;
mod french;
mod german;
mod italian;
mod japanese;
mod korean;
mod names;
mod portuguese;
mod spanish;
mod swedish;

use std::collections::BTreeMap;
use std::fmt;
use std::sync::OnceLock;

use aho_corasick::{AhoCorasick, MatchKind};

pub use names::Topic;

/// A topic that an article seems to speak of.
#[derive(Debug, Clone, PartialEq)]
pub struct Guess {
    /// What it seems to speak of.
    pub topic: Topic,
    /// How sure that is: above 0, below 1. From 0.5 on the heading says it, or nearly all of the text.
    pub score: f64,
    /// What was found, the weightiest first.
    pub evidence: Vec<Evidence>,
}

/// A phrase that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// The phrase, as the vocabulary has it.
    pub phrase: &'static str,
    /// It stands in the heading.
    pub in_heading: bool,
    /// How often it stands there.
    pub times: usize,
    /// Its first place in the heading or the text, in bytes.
    pub at: usize,
}

/// Guesses below this score are chance.
const FLOOR: f64 = 0.2;

/// What a phrase in the heading counts for each point of its weight.
const HEADING: f64 = 4.0;

/// The sum at which a guess is as good as not.
const EVEN: f64 = 4.0;

/// The phrases of one language.
type Phrases = &'static [(Topic, u8, &'static [&'static str])];

const LANGUAGES: &[(&str, Phrases)] = &[
    ("en", english::PHRASES),
    ("ja", japanese::PHRASES),
    ("de", german::PHRASES),
    ("fr", french::PHRASES),
    ("es", spanish::PHRASES),
    ("it", italian::PHRASES),
    ("ko", korean::PHRASES),
    ("zh", chinese::PHRASES),
    ("nl", dutch::PHRASES),
    ("pt", portuguese::PHRASES),
    ("sv", swedish::PHRASES),
];

/// What an article speaks of, the likeliest first; none where nothing of the vocabulary is in it.
///
/// `language` is a BCP 47 tag. In one that has no phrases of its own, those of all languages count.
#[must_use]
pub fn topics(heading: &str, text: &str, language: &str) -> Vec<Guess> {
    let language = language.split('-').next().unwrap_or(language).to_ascii_lowercase();
    let vocabulary = vocabulary(LANGUAGES.iter().position(|(tag, _)| *tag == language));

    let mut found: BTreeMap<usize, (Evidence, u8)> = BTreeMap::new();
    let mut note = |in_heading: bool, words: &str| {
        let lower = lowercase(words);
        for hit in vocabulary.finder.iter().flat_map(|finder| finder.find_iter(&lower)) {
            let place = hit.pattern().as_usize();
            let Some(phrase) = vocabulary.phrases.get(place) else { continue };
            if !stands_alone(&lower, hit.start(), hit.end()) {
                continue;
            }
            let key = 2 * place + usize::from(!in_heading);
            let evidence = Evidence { phrase: phrase.words, in_heading, times: 0, at: hit.start() };
            found.entry(key).or_insert((evidence, phrase.weight)).0.times += 1;
        }
    };
    note(true, &halved(heading));
    note(false, text);

    let mut by_topic: BTreeMap<Topic, Vec<(Evidence, u8)>> = BTreeMap::new();
    for (key, evidence) in found {
        if let Some(phrase) = vocabulary.phrases.get(key / 2) {
            for topic in &phrase.topics {
                by_topic.entry(*topic).or_default().push(evidence.clone());
            }
        }
    }
    let length = length_of(text);
    let mut guesses: Vec<Guess> =
        by_topic.into_iter().filter_map(|(topic, found)| guess(topic, found, length)).collect();
    guesses.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.topic.cmp(&b.topic)));
    guesses
}

/// The one topic of an article, if one stands out: the best guess, from a third of certainty on.
#[must_use]
pub fn topic(heading: &str, text: &str, language: &str) -> Option<Guess> {
    topics(heading, text, language).into_iter().next().filter(|guess| guess.score >= 0.33)
}

fn guess(topic: Topic, mut found: Vec<(Evidence, u8)>, length: f64) -> Option<Guess> {
    let mut in_heading: Vec<f64> =
        found.iter().filter(|(e, _)| e.in_heading).map(|(_, w)| HEADING * f64::from(*w)).collect();
    in_heading.sort_by(|a, b| b.total_cmp(a));
    let heading: f64 = in_heading
        .iter()
        .enumerate()
        .map(|(at, points)| if at == 0 { *points } else { points / 4.0 })
        .sum();
    let text: f64 = found
        .iter()
        .filter(|(e, _)| !e.in_heading)
        .map(|(e, weight)| f64::from(*weight) * (1.0 + ln(e.times)))
        .sum();
    let sum = heading + text / length;
    let score = sum / (sum + EVEN);
    found.sort_by_key(|(e, weight)| (!e.in_heading, std::cmp::Reverse((*weight, e.times)), e.at));
    (score >= FLOOR).then(|| Guess {
        topic,
        score,
        evidence: found.into_iter().map(|(evidence, _)| evidence).collect(),
    })
}

/// What the points of a text are measured against: one and a half for a sentence, more for pages.
fn length_of(text: &str) -> f64 {
    let words: usize = text
        .chars()
        .filter(|c| c.is_whitespace())
        .count()
        .max(text.chars().filter(|c| !c.is_ascii()).count() / 3);
    1.5 + ln(1 + words / 40)
}

fn ln(number: usize) -> f64 {
    // Counts of phrases are far below the numbers that a float cannot hold.
    u32::try_from(number).map_or(20.0, |number| f64::from(number.max(1)).ln())
}

impl fmt::Display for Guess {
    /// `cookies 0.82: the heading says “cookie”, the text “browser settings” 3 times`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {:.2}: ", self.topic.id(), self.score)?;
        let (heading, text): (Vec<&Evidence>, Vec<&Evidence>) =
            self.evidence.iter().partition(|evidence| evidence.in_heading);
        let mut parts = Vec::new();
        if let Some(found) = heading.first() {
            parts.push(format!("the heading says “{}”", found.phrase));
        }
        let said: Vec<String> = text.iter().take(3).map(|found| found.to_string()).collect();
        if !said.is_empty() {
            parts.push(format!("the text {}", said.join(", ")));
        }
        f.write_str(&parts.join(", "))
    }
}

impl fmt::Display for Evidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.times {
            1 => write!(f, "“{}”", self.phrase),
            2 => write!(f, "“{}” twice", self.phrase),
            times => write!(f, "“{}” {times} times", self.phrase),
        }
    }
}

/// A phrase of the vocabulary and all that it says.
struct Phrase {
    words: &'static str,
    weight: u8,
    topics: Vec<Topic>,
}

struct Vocabulary {
    phrases: Vec<Phrase>,
    /// There unless the list outgrows the finder's limits; without it there are no guesses.
    finder: Option<AhoCorasick>,
}

/// The vocabulary of a language by its place in the list, or that of all of them.
fn vocabulary(place: Option<usize>) -> &'static Vocabulary {
    const ALL: usize = LANGUAGES.len();
    static ONCE: [OnceLock<Vocabulary>; ALL + 1] = [const { OnceLock::new() }; ALL + 1];
    let (at, languages) = match place {
        Some(at) => (at, &LANGUAGES[at..=at]),
        None => (ALL, LANGUAGES),
    };
    ONCE[at].get_or_init(|| {
        let mut phrases: Vec<Phrase> = Vec::new();
        for (topic, weight, words) in languages.iter().flat_map(|(_, list)| *list) {
            for words in *words {
                match phrases.iter_mut().find(|phrase| phrase.words == *words) {
                    Some(phrase) => {
                        phrase.weight = phrase.weight.max(*weight);
                        if !phrase.topics.contains(topic) {
                            phrase.topics.push(*topic);
                        }
                    }
                    None => phrases.push(Phrase { words, weight: *weight, topics: vec![*topic] }),
                }
            }
        }
        // The longest phrase at a place counts: “legal basis” is none of “legal”.
        let finder = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(phrases.iter().map(|phrase| phrase.words))
            .ok();
        Vocabulary { phrases, finder }
    })
}

/// Letters of full width as others: "Ｃｏｏｋｉｅ".
fn halved(text: &str) -> String {
    let half = |c: char| match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        c => c,
    };
    text.chars().map(half).collect()
}

/// Small letters, each as long in bytes as the letter was, so that places stay the same.
fn lowercase(text: &str) -> String {
    text.chars()
        .map(|c| {
            let mut lower = c.to_lowercase();
            match (lower.next(), lower.next()) {
                (Some(small), None) if small.len_utf8() == c.len_utf8() => small,
                _ => c,
            }
        })
        .collect()
}

/// A phrase in a script with spaces begins a word; a short one ends it, too.
fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let (Some(before), Some(hit), Some(after)) =
        (text.get(..start), text.get(start..end), text.get(end..))
    else {
        return false;
    };
    let spaced = |c: char| c.is_alphabetic() && u32::from(c) < 0x1100;
    if !hit.starts_with(spaced) {
        return true;
    }
    let begins = !before.ends_with(spaced);
    begins && (hit.len() > 4 || !after.starts_with(spaced))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn best(heading: &str, text: &str, language: &str) -> Option<Topic> {
        topic(heading, text, language).map(|guess| guess.topic)
    }

    #[test]
    fn a_plain_heading_says_it_in_every_language() {
        for (heading, language, expected) in [
            ("4. How long we keep your data", "en", Topic::Retention),
            ("Use of IP Address and Cookies", "en", Topic::Cookies),
            ("Disclosure to third parties", "en", Topic::Recipients),
            ("Your rights", "en", Topic::Rights),
            ("第3条（個人情報の利用目的）", "ja", Topic::Purposes),
            ("第5条（第三者提供）", "ja", Topic::Recipients),
            ("お問い合わせ窓口", "ja", Topic::Contact),
            ("安全管理措置", "ja", Topic::Security),
            ("§ 5 Speicherdauer", "de", Topic::Retention),
            ("Ihre Rechte als betroffene Person", "de", Topic::Rights),
            ("Destinataires de vos données", "fr", Topic::Recipients),
            ("Durée de conservation", "fr", Topic::Retention),
            ("Base jurídica del tratamiento", "es", Topic::LegalBasis),
            ("제2조 (개인정보의 보유 및 이용기간)", "ko", Topic::Retention),
            ("Diritti dell'interessato", "it", Topic::Rights),
            ("第４条（Ｃｏｏｋｉｅについて）", "ja", Topic::Cookies),
            ("五、您的权利", "zh", Topic::Rights),
            ("Bewaartermijn", "nl", Topic::Retention),
            ("Direitos do titular (LGPD)", "pt", Topic::Rights),
            ("Vilka uppgifter samlar vi in?", "sv", Topic::Collected),
        ] {
            assert_eq!(best(heading, "", language), Some(expected), "{heading}");
        }
    }

    #[test]
    fn the_text_says_it_where_the_heading_does_not() {
        let text = "You may ask for a copy of your data. You have the right to rectification, \
                    erasure and portability, and the right to object.";
        assert_eq!(best("What you can do", text, "en"), Some(Topic::Rights));
    }

    #[test]
    fn a_chance_mention_in_a_long_text_is_no_guess() {
        let text =
            format!("{} We also have a cookie jar.", "Words about the weather. ".repeat(200));
        assert_eq!(topics("The weather", &text, "en"), []);
    }

    #[test]
    fn a_phrase_that_languages_share_counts_in_each() {
        for (language, _) in LANGUAGES.iter().filter(|(tag, _)| !["ja", "ko"].contains(tag)) {
            assert_eq!(best("3. Cookies", "", language), Some(Topic::Cookies), "{language}");
        }
    }

    #[test]
    fn a_guess_says_what_it_was_made_of() {
        let guess =
            topic("Cookies", "A cookie is small. Refuse cookies in the browser settings.", "en")
                .unwrap();
        assert_eq!(
            guess.to_string().split_once(": ").unwrap().1,
            "the heading says “cookie”, the text “cookie” twice, “browser setting”"
        );
        let found = &guess.evidence[1];
        assert!(!found.in_heading && found.at > 0);
    }

    #[test]
    fn a_phrase_does_not_begin_within_a_word() {
        assert_eq!(topics("The precookie", "", "en"), []);
    }

    #[test]
    fn every_topic_has_phrases_in_english_japanese_german_and_french() {
        for (language, list) in LANGUAGES.iter().take(4) {
            for topic in Topic::ALL {
                assert!(list.iter().any(|(t, ..)| t == topic), "{} in {language}", topic.id());
            }
        }
    }
}
