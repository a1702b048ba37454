//! What was published, and what a build makes of it.

use std::collections::HashMap;

use sha2::{Digest, Sha256};

use crate::bundle::difference::{ArticleText, NoticeText, Things};
use crate::notice::source::Edition;

/// Everything that was published, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lock {
    /// The texts.
    pub published: Vec<Published>,
}

/// One text of the notice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// Its revision. Two texts have the same where words were corrected under it: the first one
    /// that was built, and the last.
    pub revision: String,
    /// The day that it took effect.
    pub effective: String,
    /// The ids of what a visitor decided about.
    pub things: Things,
    /// Its words, language by language, the default first.
    pub languages: Vec<Language>,
}

/// One text in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Language {
    /// The notice's own hash of what is shown: a visitor's record names it.
    pub text_hash: String,
    /// The words.
    pub text: NoticeText,
    /// Of each article with a card, by its id: the hash that the article's own words had when the
    /// card was last touched. Only of the newest text.
    pub carded: Vec<(String, String)>,
}

/// What a build does to the lock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// It holds what is built.
    Unchanged,
    /// There was none.
    Begun,
    /// A revision was added.
    Added,
    /// The revision is the same and these articles have other words, or these purposes and services;
    /// nobody is told.
    Amended(Vec<String>),
    /// It lacked what the notice says of purposes and services, as one written by an earlier version
    /// does, and has it now; nothing else is new.
    Filled,
    /// Something else that it keeps is new: a hash, a language, a card that was read again.
    Refreshed,
}

impl Language {
    /// What each card was written for, by its article's id.
    pub(super) fn cards_by_id(&self) -> HashMap<&str, &str> {
        self.carded.iter().map(|(id, hash)| (id.as_str(), hash.as_str())).collect()
    }

    /// The hash of an article's words without its card.
    pub(super) fn body_hash(article: &ArticleText) -> String {
        hash(std::iter::once(&article.title).chain(&article.body))
    }

    /// The hash of what is said of purposes and services, where that is known.
    pub(super) fn things_hash(&self) -> Option<String> {
        let lines = self.text.things.as_ref()?.iter().flat_map(|thing| {
            let says = thing.says.iter().flat_map(|(key, value)| [key, value]);
            [&thing.kind, &thing.id].into_iter().chain(says)
        });
        Some(hash(lines))
    }

    /// The hash of all the words.
    pub(super) fn words_hash(&self) -> String {
        let lines = self.text.articles.iter().flat_map(|article| {
            std::iter::once(&article.id)
                .chain([&article.title])
                .chain(&article.card)
                .chain(&article.body)
        });
        hash(lines)
    }
}

/// Sixteen hexadecimal digits: it tells texts apart, it does not protect them.
fn hash<'a>(lines: impl Iterator<Item = &'a String>) -> String {
    let mut hasher = Sha256::new();
    for line in lines {
        hasher.update(line.as_bytes());
        hasher.update(b"\n");
    }
    hasher.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

impl Lock {
    /// The lock after these editions are published, and what that does to it.
    ///
    /// As long as the revision stays the same its entry is rewritten, but the first text that was
    /// built under it is kept as well: an owner who edits, builds and only then thinks of a new
    /// revision loses nothing. `cards_hold` says that every card was read again and is still right.
    ///
    /// # Errors
    /// The revision that an older one in the lock had already: a notice cannot go back to it.
    pub fn publish(&self, editions: &[Edition], cards_hold: bool) -> Result<(Self, Step), String> {
        let mut now = Published::of(editions);
        let before = self.published.first();
        for language in &mut now.languages {
            let earlier =
                before.filter(|_| !cards_hold).and_then(|p| p.language(&language.text.lang));
            language.carded = carded(language, earlier);
        }
        let newest = before.map(|published| published.revision.clone());
        let older = self.published.iter().any(|published| published.revision == now.revision);
        if older && newest.as_ref() != Some(&now.revision) {
            return Err(now.revision);
        }
        let mut published = self.published.clone();
        let step = match before {
            None => Step::Begun,
            Some(before) if before.revision != now.revision => Step::Added,
            Some(before) => {
                let mut reworded = before.reworded(&now);
                reworded.extend(before.altered_things(&now));
                let amended_before =
                    published.get(1).is_some_and(|first| first.revision == now.revision);
                if reworded.is_empty() || amended_before {
                    published.remove(0);
                }
                // Back to the words of the first text: there is only that one again.
                if published
                    .first()
                    .is_some_and(|first| first.revision == now.revision && first.same_text(&now))
                {
                    published.remove(0);
                }
                match reworded {
                    ids if !ids.is_empty() => Step::Amended(ids),
                    _ if *before == now => Step::Unchanged,
                    _ if before.without_things() == now.without_things() => Step::Filled,
                    _ => Step::Refreshed,
                }
            }
        };
        published.iter_mut().flat_map(|earlier| &mut earlier.languages).for_each(|language| {
            language.carded.clear();
        });
        published.insert(0, now);
        Ok((Self { published }, step))
    }
}

impl Published {
    /// The text that these editions are.
    #[must_use]
    pub fn of(editions: &[Edition]) -> Self {
        let Some(first) = editions.first() else { return Self::default() };
        let languages = editions.iter().map(|edition| Language {
            text_hash: edition.notice.text_hash.to_string(),
            text: NoticeText::of(&edition.notice),
            carded: Vec::new(),
        });
        Self {
            revision: first.notice.revision.to_string(),
            effective: first.notice.effective.to_string(),
            things: Things::of(&first.notice),
            languages: languages.collect(),
        }
    }

    /// The words in that language.
    #[must_use]
    pub fn language(&self, tag: &str) -> Option<&Language> {
        self.languages.iter().find(|language| language.text.lang == tag)
    }

    /// The ids of articles with other words in a language that both have; the preamble's is
    /// `preamble`.
    fn reworded(&self, now: &Self) -> Vec<String> {
        let mut ids: Vec<String> = Vec::new();
        for language in &now.languages {
            let Some(before) = self.language(&language.text.lang) else { continue };
            let (old, new) = (before.text.by_id(), language.text.by_id());
            let changed = language
                .text
                .articles
                .iter()
                .filter(|its| old.get(its.id.as_str()).is_none_or(|old| old != its));
            let all = before.text.articles.iter();
            let gone = all.filter(|its| !new.contains_key(its.id.as_str()));
            for article in changed.chain(gone) {
                let id = if article.id.is_empty() { "preamble" } else { &article.id };
                if !ids.iter().any(|known| known == id) {
                    ids.push(id.to_owned());
                }
            }
        }
        ids
    }

    pub(super) fn same_words(&self, other: &Self) -> bool {
        fn words(published: &Published) -> impl Iterator<Item = (&str, &[ArticleText])> {
            let texts = published.languages.iter().map(|language| &language.text);
            texts.map(|text| (text.lang.as_str(), text.articles.as_slice()))
        }
        words(self).eq(words(other))
    }

    /// Whether purposes and services are the same too, as far as that is known.
    fn same_text(&self, other: &Self) -> bool {
        self.same_words(other) && self.altered_things(other).is_empty()
    }

    /// "service `tally`", for each purpose and service of which something else is said now.
    fn altered_things(&self, now: &Self) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for language in &now.languages {
            let Some(before) = self.language(&language.text.lang) else { continue };
            for altered in language.text.altered_things(&before.text) {
                let name = altered.name();
                if !names.contains(&name) {
                    names.push(name);
                }
            }
        }
        names
    }

    /// The same where what purposes and services say is not known.
    fn without_things(&self) -> Self {
        let mut without = self.clone();
        without.languages.iter_mut().for_each(|language| language.text.things = None);
        without
    }
}

/// When each card was last touched: now, or where it is as it was, when it was then.
fn carded(language: &Language, before: Option<&Language>) -> Vec<(String, String)> {
    let earlier = before.map(|before| (before.text.by_id(), before.cards_by_id()));
    let with_cards = language.text.articles.iter().filter(|article| !article.card.is_empty());
    with_cards
        .map(|article| {
            let earlier = earlier.as_ref().and_then(|(texts, cards)| {
                texts.get(article.id.as_str()).filter(|its| its.card == article.card)?;
                cards.get(article.id.as_str()).copied()
            });
            let hash = earlier.map_or_else(|| Language::body_hash(article), str::to_owned);
            (article.id.clone(), hash)
        })
        .collect()
}
