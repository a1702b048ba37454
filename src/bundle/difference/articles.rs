//! Two texts of a notice, article by article.

use std::collections::{HashMap, HashSet};

use super::lines::passages;
use super::texts::{ArticleText, NoticeText};
use super::things::AlteredThing;
use crate::notice::{Altered, How};

/// What lies between two texts of a notice.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Difference {
    /// The articles that differ: the new text's in its order, then those that are gone.
    pub altered: Vec<Altered>,
    /// The ids of articles whose words are the same and that stand elsewhere, or whose lines stand
    /// in another order.
    pub moved: Vec<String>,
    /// What is said otherwise of purposes and services that both have.
    pub things: Vec<AlteredThing>,
}

/// What lies between an old text and a new one in the same language.
#[must_use]
pub fn between(old: &NoticeText, new: &NoticeText) -> Difference {
    let (earlier, later) = (old.by_id(), new.by_id());
    let places: HashMap<&str, usize> =
        old.articles.iter().map(|article| article.id.as_str()).zip(0..).collect();
    let renamed = renamed(old, new);
    let mut difference = Difference { things: new.altered_things(old), ..Difference::default() };
    let mut furthest = None;
    for article in &new.articles {
        let before = earlier.get(article.id.as_str()).or_else(|| renamed.get(article.id.as_str()));
        let Some(before) = before else {
            let lines: Vec<&str> = article.lines().collect();
            difference.altered.push(altered(&article.id, How::Added, &[], &lines));
            continue;
        };
        let (from, to): (Vec<&str>, Vec<&str>) =
            (before.lines().collect(), article.lines().collect());
        let reworded = altered(&article.id, How::Reworded, &from, &to);
        let place = places.get(before.id.as_str()).copied();
        let overtaken = place < furthest;
        furthest = furthest.max(place);
        if !reworded.passages.is_empty() {
            difference.altered.push(reworded);
        } else if overtaken || from != to {
            difference.moved.push(article.id.clone());
        }
    }
    let taken_over: HashSet<&str> = renamed.values().map(|article| article.id.as_str()).collect();
    let kept_on = |id: &str| later.contains_key(id) || taken_over.contains(id);
    for article in old.articles.iter().filter(|article| !kept_on(&article.id)) {
        let lines: Vec<&str> = article.lines().collect();
        let mut gone = altered(&article.id, How::Removed, &lines, &[]);
        gone.title = Some(article.title.as_str().into());
        difference.altered.push(gone);
    }
    difference
}

fn altered(id: &str, how: How, old: &[&str], new: &[&str]) -> Altered {
    Altered { id: id.into(), how, title: None, passages: passages(old, new) }
}

/// Articles with a new id and the very words of one that is gone: new id → the article before.
fn renamed<'a>(old: &'a NoticeText, new: &'a NoticeText) -> HashMap<&'a str, &'a ArticleText> {
    let (earlier, later) = (old.by_id(), new.by_id());
    let mut gone: HashMap<&[String], &ArticleText> = old
        .articles
        .iter()
        .filter(|article| !later.contains_key(article.id.as_str()) && !article.body.is_empty())
        .map(|article| (article.body.as_slice(), article))
        .collect();
    new.articles
        .iter()
        .filter(|article| !earlier.contains_key(article.id.as_str()))
        .filter_map(|article| Some((article.id.as_str(), gone.remove(article.body.as_slice())?)))
        .collect()
}
