//! The lock as text: TOML, an article a table, a line of the policy a line of the file.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::edits::{go_back, way_back};
use super::store::LOCK;
use super::{Language, Lock, Published};
use crate::bundle::difference::{ArticleText, NoticeText, ThingText, Things, name_of};
use crate::notice::source::{Diagnostic, SourceFile};

/// The version of the format that this code writes.
pub const LOCK_FORMAT: i64 = 1;

const HEAD: &str = "# What was published of this notice, newest first, so that visitors can be shown what changed.\n\
                    # `sudare build` writes it. Commit it with the notice; do not edit it by hand.\n\n";

/// What to do about a lock that cannot be read.
const HELP: &str = "take notice.lock back from your version control; if there is no copy, delete it: the next build \
                    begins a new one, and what changed since earlier revisions is then no longer shown";

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    format: i64,
    notice: Spanned<String>,
    published: Vec<Entry>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    revision: Spanned<String>,
    effective: String,
    purposes: Vec<String>,
    services: Vec<String>,
    language: Vec<InLanguage>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct InLanguage {
    lang: Spanned<String>,
    /// The hash that a visitor's record names.
    shown: String,
    /// The hash of all the words here: a lock that was edited by hand is found out.
    words: Spanned<String>,
    /// The hash of what is said of purposes and services; a lock written by an earlier version has
    /// none, nor anything of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    things: Option<Spanned<String>>,
    /// The articles' ids, in order.
    articles: Vec<String>,
    /// Those that differ from the next newer text.
    #[serde(default)]
    article: Vec<Article>,
    /// What is said of those of which the next newer text does not say the same.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    thing: Vec<Thing>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Thing {
    kind: String,
    id: String,
    says: BTreeMap<String, String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Article {
    id: Spanned<String>,
    title: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    card: Vec<String>,
    /// The hash that the article had when the card was last touched; of the newest text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    carded: Option<String>,
    /// Its lines.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    body: Option<Vec<String>>,
    /// Or what makes them of the next newer text's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    back: Option<Vec<String>>,
}

fn unplaced<T>(value: T) -> Spanned<T> {
    Spanned::new(0..0, value)
}

impl Lock {
    /// The lock's file for the notice of that id.
    #[must_use]
    pub fn to_text(&self, notice: &str) -> String {
        let mut newer: Option<&Published> = None;
        let published = self.published.iter().map(|published| {
            let entry = entry(published, newer);
            newer = Some(published);
            entry
        });
        let file = File {
            format: LOCK_FORMAT,
            notice: unplaced(notice.to_owned()),
            published: published.collect(),
        };
        // Plain data of strings and lists: there is nothing in it that TOML cannot hold.
        format!("{HEAD}{}", toml::to_string_pretty(&file).unwrap_or_default())
    }

    /// The lock of the notice of that id, from its file.
    ///
    /// # Errors
    /// What is wrong with it, and where.
    pub fn read(file: &SourceFile, notice: &str) -> Result<Self, Box<Diagnostic>> {
        let wrong = |code, span: Range<usize>, message: &str| {
            Box::new(Diagnostic::error(code, LOCK, span, message).help(HELP))
        };
        let damaged = |error: toml::de::Error| {
            let span = error.span().unwrap_or(0..0);
            wrong("lock", span, &format!("this lock cannot be read: {}", error.message()))
        };
        let read = match toml::from_str::<File>(&file.text) {
            Ok(read) if read.format == LOCK_FORMAT => read,
            // Another version may have another shape: that is told before what follows from it.
            read => {
                check_format(&file.text).map_err(damaged)??;
                read.map_err(damaged)?
            }
        };
        if read.notice.get_ref() != notice {
            let message = format!("this lock is of the notice `{}`", read.notice.get_ref());
            let help = format!(
                "this notice is `{notice}`: delete the lock if it was copied along, or give the notice its id back"
            );
            let error = Diagnostic::error("lock", LOCK, read.notice.span(), message);
            return Err(Box::new(error.help(help)));
        }
        let mut lock = Self::default();
        for entry in read.published {
            let published = expanded(entry, lock.published.last());
            lock.published.push(published.map_err(|(span, message)| {
                wrong("lock", span, &format!("this lock is not as a build wrote it: {message}"))
            })?);
        }
        Ok(lock)
    }
}

type Wrong = Result<(), Box<Diagnostic>>;

/// Whether a lock says that it has this format.
fn check_format(text: &str) -> Result<Wrong, toml::de::Error> {
    #[derive(Deserialize)]
    struct Versioned {
        format: Spanned<i64>,
    }
    let Versioned { format } = toml::from_str(text)?;
    if *format.get_ref() == LOCK_FORMAT {
        return Ok(Ok(()));
    }
    let message = format!(
        "this lock has format {}, and this version of Sudare reads format {LOCK_FORMAT}",
        format.get_ref()
    );
    let error = Diagnostic::error("lock", LOCK, format.span(), message)
        .help("it was written by a newer version: update Sudare on this machine");
    Ok(Err(Box::new(error)))
}

fn entry(published: &Published, newer: Option<&Published>) -> Entry {
    let language = published.languages.iter().map(|language| {
        let newer = newer.and_then(|newer| newer.language(&language.text.lang));
        let things = things(&language.text, newer.map(|newer| &newer.text));
        let newer = newer.map(|newer| newer.text.by_id()).unwrap_or_default();
        let cards = language.cards_by_id();
        let article = language.text.articles.iter().filter_map(|article| {
            let next = newer.get(article.id.as_str()).copied();
            if next == Some(article) {
                return None;
            }
            let carded = cards.get(article.id.as_str());
            Some(Article {
                id: unplaced(article.id.clone()),
                title: article.title.clone(),
                card: article.card.clone(),
                carded: carded.map(|hash| (*hash).to_owned()),
                body: next.is_none().then(|| article.body.clone()),
                back: next.map(|next| way_back(&next.body, &article.body)),
            })
        });
        InLanguage {
            lang: unplaced(language.text.lang.clone()),
            shown: language.text_hash.clone(),
            words: unplaced(language.words_hash()),
            things: language.things_hash().map(unplaced),
            articles: language.text.articles.iter().map(|article| article.id.clone()).collect(),
            article: article.collect(),
            thing: things,
        }
    });
    Entry {
        revision: unplaced(published.revision.clone()),
        effective: published.effective.clone(),
        purposes: published.things.purposes.clone(),
        services: published.things.services.clone(),
        language: language.collect(),
    }
}

/// What is said of purposes and services, but for those of which the next newer text says the same.
fn things(text: &NoticeText, newer: Option<&NoticeText>) -> Vec<Thing> {
    let newer = newer.and_then(|newer| newer.things.as_deref()).unwrap_or_default();
    let own = text.things.iter().flatten().filter(|thing| !newer.contains(thing));
    own.map(|thing| Thing {
        kind: thing.kind.clone(),
        id: thing.id.clone(),
        says: thing.says.clone(),
    })
    .collect()
}

/// Those of a text again, in the notice's order.
fn expanded_things(
    ids: &Things,
    own: Vec<Thing>,
    newer: Option<&NoticeText>,
) -> Result<Vec<ThingText>, String> {
    let newer = newer.and_then(|newer| newer.things.as_deref()).unwrap_or_default();
    let own: Vec<ThingText> = own
        .into_iter()
        .map(|thing| ThingText { kind: thing.kind, id: thing.id, says: thing.says })
        .collect();
    ids.with_the_notice()
        .map(|(kind, id)| {
            let mut known = own.iter().chain(newer);
            let found = known.find(|thing| thing.kind == kind && thing.id == id);
            let missing = || format!("what is said of {} is missing", name_of(kind, id));
            found.cloned().ok_or_else(missing)
        })
        .collect()
}

fn expanded(entry: Entry, newer: Option<&Published>) -> Result<Published, (Range<usize>, String)> {
    let mut languages = Vec::new();
    let ids = Things { purposes: entry.purposes, services: entry.services };
    for its in entry.language {
        let newer = newer.and_then(|newer| newer.language(its.lang.get_ref()));
        let things = match &its.things {
            None => None,
            Some(hash) => Some(
                expanded_things(&ids, its.thing, newer.map(|newer| &newer.text))
                    .map_err(|missing| (hash.span(), missing))?,
            ),
        };
        let newer = newer.map(|newer| newer.text.by_id()).unwrap_or_default();
        let carded = its
            .article
            .iter()
            .filter_map(|article| Some((article.id.get_ref().clone(), article.carded.clone()?)))
            .collect();
        let all = its.article.into_iter();
        let mut owns: HashMap<String, Article> =
            all.map(|article| (article.id.get_ref().clone(), article)).collect();
        let mut articles = Vec::new();
        for id in its.articles {
            let (own, next) = (owns.remove(&id), newer.get(id.as_str()).copied());
            let article = match (own, next) {
                (None, Some(next)) => next.clone(),
                (None, None) => {
                    return Err((
                        its.lang.span(),
                        format!("the words of article `{id}` are missing"),
                    ));
                }
                (Some(own), next) => {
                    let body = body(own.body, own.back, next).ok_or_else(|| {
                        (
                            own.id.span(),
                            format!("the words of article `{id}` cannot be put together"),
                        )
                    })?;
                    ArticleText { id, title: own.title, card: own.card, body }
                }
            };
            articles.push(article);
        }
        let language = Language {
            text_hash: its.shown,
            carded,
            text: NoticeText { lang: its.lang.into_inner(), articles, things },
        };
        if language.words_hash() != *its.words.get_ref() {
            return Err((
                its.words.span(),
                format!(
                    "the words of revision `{}` are not those of this hash",
                    entry.revision.get_ref()
                ),
            ));
        }
        if let Some(hash) = its.things
            && language.things_hash().as_ref() != Some(hash.get_ref())
        {
            return Err((
                hash.span(),
                format!(
                    "what revision `{}` says of purposes and services is not what has this hash",
                    entry.revision.get_ref()
                ),
            ));
        }
        languages.push(language);
    }
    Ok(Published {
        revision: entry.revision.into_inner(),
        effective: entry.effective,
        things: ids,
        languages,
    })
}

fn body(
    own: Option<Vec<String>>,
    back: Option<Vec<String>>,
    next: Option<&ArticleText>,
) -> Option<Vec<String>> {
    match (own, back, next) {
        (Some(own), None, _) => Some(own),
        (None, Some(back), Some(next)) => go_back(&next.body, &back),
        _ => None,
    }
}
