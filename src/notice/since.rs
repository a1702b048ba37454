//! What has changed since an earlier text of the notice: what travels to the visitor.

use serde::{Deserialize, Serialize};

use super::{Notice, Text, plain};

/// What has changed since an earlier text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Since {
    /// The revision of that text.
    pub revision: Text,
    /// Its hash, where more than one text was published under the revision.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
    /// The articles that differ: those of today in their order, then those that are gone.
    pub articles: Vec<Altered>,
}

/// An article that is not what it was.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Altered {
    /// The article's id; the preamble's is empty.
    pub id: Text,
    /// What happened to it.
    pub how: How,
    /// Its heading, where today's notice has no such article.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// The passages that differ, with the words around them; none where they are too many, too old
    /// or not known.
    pub passages: Vec<Passage>,
}

/// What happened to an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum How {
    /// It has come.
    Added,
    /// It has gone.
    Removed,
    /// Its words are others.
    Reworded,
}

/// A line of text with what was taken out of it and what was put in: words kept, words removed,
/// words added, and so on in turn; each may be empty.
pub type Passage = Vec<Text>;

impl Notice {
    /// What has changed since the text of that revision and hash, where that is known.
    #[must_use]
    pub fn since(&self, revision: &str, text: &str) -> Option<&Since> {
        let mut of_revision = self.since.iter().filter(|since| &*since.revision == revision);
        let newest = of_revision.next()?;
        let exact = self.since.iter().find(|since| {
            &*since.revision == revision && since.text.as_deref().is_some_and(|its| its == text)
        });
        // Without an exact text: the last one published under the revision.
        Some(exact.unwrap_or(newest))
    }

    /// The headings of the articles that are not what they were at a revision, for a question that
    /// is asked again: today's in their order, then those that are gone.
    #[must_use]
    pub fn titles_changed_since(&self, revision: &str) -> Vec<Text> {
        let Some(since) = self.since(revision, "") else { return Vec::new() };
        since.articles.iter().map(|altered| self.title_of(altered)).collect()
    }

    /// The heading of an article that has changed; the preamble goes by the notice's.
    #[must_use]
    pub fn title_of(&self, altered: &Altered) -> Text {
        if let Some(title) = &altered.title {
            return title.clone();
        }
        let article = self.articles.iter().find(|article| article.id == altered.id);
        plain(article.map_or(&self.title, |article| &article.title)).into()
    }
}
