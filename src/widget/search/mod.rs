//! Search over the whole notice: tolerant of case, width, diacritics, kana and typographic signs.
//!
//! What is asked and what is read are both folded to their plainest letters (`letters`, `fold`);
//! the notice's are kept (`index`), built on the first use of the box and in slices, so that no key
//! waits (`finder`). [`Search`] is what came of it.

mod finder;
mod fold;
mod index;
mod letters;
mod text;

use super::leaf::AT_ONCE;

pub(super) use finder::{Finder, Next};
pub(super) use fold::{fold, holds};
pub(super) use letters::Letters;

/// What a search has found. The places that it counts in are the preamble and then the articles.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Search {
    /// Matches, place by place; empty where nothing is asked.
    counts: Vec<u32>,
    /// The match that the visitor is at.
    at: Option<usize>,
    /// Article by article: did the search open it?
    opened: Vec<bool>,
    /// Article by article: how many matches its heading says that it has.
    told: Vec<u32>,
    /// How many articles have been looked at for these two.
    unrolled: usize,
}

/// How much of it a search does between two paintings: so many articles are closed, marked anew, or
/// opened out of sight.
const UNROLLED: usize = 8;

impl Search {
    /// Whether anything is asked.
    pub(super) fn is_on(&self) -> bool {
        !self.counts.is_empty()
    }

    /// How many matches there are.
    pub(super) fn total(&self) -> usize {
        self.counts.iter().map(|count| *count as usize).sum()
    }

    /// How many articles have one.
    pub(super) fn articles(&self) -> usize {
        self.counts.iter().skip(1).filter(|count| **count > 0).count()
    }

    /// How many the heading of the article at that place says that it has. It follows what has been
    /// found: see [`Search::unroll`].
    pub(super) fn told_in(&self, article: usize) -> u32 {
        self.told.get(article).copied().unwrap_or_default()
    }

    /// The match that the visitor is at, from one.
    pub(super) fn at(&self) -> Option<usize> {
        self.at.map(|at| at + 1)
    }

    /// What has been found. The articles follow: see [`Search::unroll`].
    pub(super) fn take(&mut self, counts: Vec<u32>) {
        let articles = self.opened.len().max(counts.len().saturating_sub(1));
        self.opened.resize(articles, false);
        self.told.resize(articles, 0);
        self.counts = counts;
        self.at = None;
        self.unrolled = 0;
    }

    /// Opens and marks the next articles that have it, and closes again what an earlier search had
    /// opened; a few at a time, so that a letter which is everywhere keeps nobody waiting.
    pub(super) fn unroll(&mut self, open: &mut [bool]) {
        let articles = open.iter_mut().zip(&mut self.opened).zip(&mut self.told);
        let mut few = UNROLLED;
        for ((open, opened), told) in articles.skip(self.unrolled) {
            let count = self.counts.get(self.unrolled + 1).copied().unwrap_or_default();
            let found = count > 0;
            let turns = if found { !*open } else { *opened };
            if turns || *told != count {
                if few == 0 {
                    break;
                }
                // One of the first screens is laid out wherever the visitor is: that is all, then.
                let heavy = turns && found && self.unrolled < AT_ONCE;
                few = if heavy { 0 } else { few - 1 };
                *told = count;
            }
            if turns {
                (*open, *opened) = (found, found);
            }
            self.unrolled += 1;
        }
    }

    /// Whether every article is as the search would have it.
    pub(super) fn is_unrolled(&self) -> bool {
        self.unrolled >= self.opened.len()
    }

    /// A step on the visitor's way from match to match has opened it, before its turn came.
    pub(super) fn opened_on_the_way(&mut self, article: usize) {
        if let Some(opened) = self.opened.get_mut(article) {
            *opened = true;
        }
    }

    /// The visitor has opened or closed it: whatever the search wants, so it stays.
    pub(super) fn leave_alone(&mut self, article: usize) {
        if let Some(opened) = self.opened.get_mut(article) {
            *opened = false;
        }
    }

    /// On to the next match, or back to the one before; round at the ends.
    pub(super) fn step(&mut self, back: bool) {
        let total = self.total();
        if total > 0 {
            self.at = Some(match (self.at, back) {
                (None, false) => 0,
                (None, true) => total - 1,
                (Some(at), false) => (at + 1) % total,
                (Some(at), true) => (at + total - 1) % total,
            });
        }
    }

    /// Where the match is that the visitor is at: in which place, and which of its matches.
    pub(super) fn place(&self) -> Option<(usize, usize)> {
        let mut left = self.at?;
        for (place, count) in self.counts.iter().enumerate() {
            let count = *count as usize;
            if left < count {
                return Some((place, left));
            }
            left -= count;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_search_opened_closes_with_it_and_what_the_visitor_opened_stays() {
        let (mut search, mut open) = (Search::default(), [true, false, false]);
        let mut find = |search: &mut Search, counts: &[u32]| {
            search.take(counts.to_vec());
            while !search.is_unrolled() {
                search.unroll(&mut open);
            }
            open
        };
        assert_eq!(find(&mut search, &[0, 1, 2, 0]), [true, true, false]);
        assert_eq!(find(&mut search, &[0, 0, 0, 1]), [true, false, true]);
        search.leave_alone(2);
        assert_eq!(find(&mut search, &[]), [true, false, true]);
    }

    #[test]
    fn what_is_everywhere_opens_a_few_articles_at_a_time() {
        let (mut search, mut open) = (Search::default(), [false; 60]);
        search.take(vec![1; 61]);
        let mut rounds = Vec::new();
        while !search.is_unrolled() || rounds.is_empty() {
            search.unroll(&mut open);
            rounds.push(open.iter().filter(|open| **open).count());
        }
        let one_by_one: Vec<usize> = (1..=16).collect();
        assert_eq!(rounds[..16], one_by_one, "the first screens, which are laid out");
        assert_eq!(rounds[16..], [24, 32, 40, 48, 56, 60]);
    }

    #[test]
    fn a_count_that_changes_everywhere_is_told_a_few_articles_at_a_time() {
        let (mut search, mut open) = (Search::default(), [true; 60]);
        let mut told = |search: &mut Search, counts: Vec<u32>| {
            search.take(counts);
            let mut rounds = Vec::new();
            while !search.is_unrolled() || rounds.is_empty() {
                search.unroll(&mut open);
                rounds.push((0..60).filter(|article| search.told_in(*article) == 2).count());
            }
            rounds
        };
        assert_eq!(told(&mut search, vec![2; 61]), [8, 16, 24, 32, 40, 48, 56, 60]);
        assert_eq!(told(&mut search, Vec::new()), [52, 44, 36, 28, 20, 12, 4, 0]);
        assert_eq!(open, [true; 60]);
    }

    #[test]
    fn the_next_match_is_in_the_next_place_and_after_the_last_comes_the_first() {
        let mut search = Search::default();
        search.take(vec![1, 0, 2]);
        let mut places = Vec::new();
        for _ in 0..4 {
            search.step(false);
            places.push(search.place());
        }
        assert_eq!(places, [Some((0, 0)), Some((2, 0)), Some((2, 1)), Some((0, 0))]);
        search.step(true);
        assert_eq!((search.place(), search.at()), (Some((2, 1)), Some(3)));
    }

    #[test]
    fn where_nothing_is_found_there_is_nowhere_to_go() {
        let mut search = Search::default();
        search.take(vec![0, 0]);
        search.step(false);
        assert_eq!((search.place(), search.total()), (None, 0));
    }
}
