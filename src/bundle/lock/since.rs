//! What has changed since each earlier text, put into the editions for the visitor.

use super::{Lock, Published};
use crate::bundle::difference::between;
use crate::notice::source::Edition;
use crate::notice::{Altered, How, Notice, Since, Text};

/// How many earlier texts are shown word by word, the newest ones; of those before them the
/// articles are named.
const SHOWN: usize = 12;

/// How many bytes of words a language's notice may carry for that: past it, articles are named.
const BYTES: usize = 24 * 1024;

impl Lock {
    /// Tells each edition what has changed since the texts that were published before it. Of
    /// revisions older than the lock it tells what the owner said under `[[change]]`.
    pub fn tell(&self, editions: &mut [Edition]) {
        let now = Published::of(editions);
        // The newest entry is this very text, or one under the same revision that this supersedes.
        let earlier: Vec<&Published> = self
            .published
            .iter()
            .filter(|published| published.revision != now.revision || !published.same_words(&now))
            .collect();
        for edition in editions {
            let notice = &mut edition.notice;
            let mut since: Vec<Since> =
                earlier.iter().map(|published| told(notice, published, &now, &earlier)).collect();
            since.extend(told_by_owner(notice, &since));
            within_bounds(&mut since);
            notice.since = since;
        }
    }
}

fn told(notice: &Notice, before: &Published, now: &Published, earlier: &[&Published]) -> Since {
    let twice = earlier.iter().filter(|other| other.revision == before.revision).count() > 1
        || before.revision == now.revision;
    let own = before.language(&notice.lang);
    let articles = match own.zip(now.language(&notice.lang)) {
        Some((own, new)) => between(&own.text, &new.text).altered,
        None => named_only(before, now),
    };
    Since {
        revision: before.revision.as_str().into(),
        text: own.filter(|_| twice).map(|own| own.text_hash.as_str().into()),
        articles,
    }
}

/// A language that came later: which articles differ is the same in every language.
fn named_only(before: &Published, now: &Published) -> Vec<Altered> {
    let both = before.languages.iter().find_map(|old| Some((old, now.language(&old.text.lang)?)));
    let Some((old, new)) = both else { return Vec::new() };
    let altered = between(&old.text, &new.text).altered.into_iter();
    altered.map(|altered| Altered { passages: Vec::new(), ..altered }).collect()
}

/// Revisions that the owner names and the lock does not know.
fn told_by_owner(notice: &Notice, known: &[Since]) -> Vec<Since> {
    let mut told: Vec<Since> = Vec::new();
    let mut touched: Vec<Text> = Vec::new();
    for change in &notice.changes {
        let revision = &change.revision;
        let is_known = *revision == notice.revision
            || known.iter().chain(&told).any(|since| since.revision == *revision);
        if !is_known {
            let altered = |article: &crate::notice::Article| Altered {
                id: article.id.clone(),
                how: How::Reworded,
                title: None,
                passages: Vec::new(),
            };
            let articles = notice.articles.iter().filter(|article| touched.contains(&article.id));
            let articles = articles.map(altered).collect();
            told.push(Since { revision: revision.clone(), text: None, articles });
        }
        let articles = change.articles.iter().filter_map(|id| notice.article_holding(id));
        touched.extend(articles.map(|article| article.id.clone()));
    }
    told
}

fn within_bounds(since: &mut [Since]) {
    let mut bytes = 0;
    for (place, since) in since.iter_mut().enumerate() {
        for altered in &mut since.articles {
            // Two quotes and a comma for each piece.
            let size: usize = altered.passages.iter().flatten().map(|piece| piece.len() + 3).sum();
            if place >= SHOWN || bytes + size > BYTES {
                altered.passages.clear();
            } else {
                bytes += size;
            }
        }
    }
}
