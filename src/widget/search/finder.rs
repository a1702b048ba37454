//! A search under way: slice by slice, a painting between, the latest question first.

use std::ops::Range;

use super::fold::fold;
use super::index::{Index, ranges};
use super::letters::{Letters, Plain};
use crate::notice::{Notice, Text};
use crate::widget::search::Search;
use crate::widget::{Action, Effects};

/// How many UTF-16 units of text are read in one slice: a few milliseconds of a slow machine.
const READ: usize = 16_000;
/// How many are gone through for the words, which is quicker.
const COUNTED: usize = 300_000;
/// How many places are highlighted in one slice.
const MARKED: usize = 3;
/// How many matches are highlighted. Nobody looks at more; the one that the visitor is at always is.
const MOST: usize = 1_000;

/// When a search is to go on with its work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Next {
    /// It is done.
    Never,
    /// After the keys that have been pressed.
    AfterOthers,
    /// Once the visitor has stopped typing: there is something new to see, and to lay out.
    AtRest,
}

/// A search under way.
pub(crate) struct Finder {
    pub letters: Letters,
    index: Index,
    asked: Text,
    wanted: Vec<u16>,
    answered: bool,
    /// What has been counted so far.
    counts: Vec<u32>,
    /// The next place to highlight, while there is one.
    marking: Option<usize>,
    marks: usize,
    /// Whether a slice is waited for.
    pub running: bool,
    /// A step that was wanted before the answer was there.
    step: Option<bool>,
}

impl Finder {
    pub fn new(plain: Plain) -> Self {
        Self {
            letters: Letters::new(plain),
            index: Index::default(),
            asked: Text::default(),
            wanted: Vec::new(),
            answered: true,
            counts: Vec::new(),
            marking: None,
            marks: 0,
            running: false,
            step: None,
        }
    }

    /// These words are wanted.
    pub fn ask(&mut self, words: Text) {
        self.asked = words;
        self.answered = false;
        self.wanted.clear();
        self.counts.clear();
        self.marking = None;
        self.step = None;
    }

    /// The notice is another: the same words in that one.
    pub fn start_over(&mut self) {
        self.index = Index::default();
        self.ask(self.asked.clone());
    }

    /// Remembers a step for when there is an answer; whether there is none yet.
    pub fn step_later(&mut self, back: bool) -> bool {
        if !self.answered {
            self.step = Some(back);
        }
        !self.answered
    }

    /// One slice of work: what came of it, and when the next one is due.
    pub fn work(
        &mut self,
        notice: &Notice,
        search: &Search,
        effects: &dyn Effects,
    ) -> (Option<Action>, Next) {
        if !self.index.grow(notice, &mut self.letters, READ) {
            return (None, Next::AfterOthers);
        }
        if !self.answered {
            if self.wanted.is_empty() {
                self.wanted = fold(&self.asked, &mut self.letters);
            }
            let asks = !self.wanted.is_empty();
            if asks && !self.index.count(&self.wanted, &mut self.counts, COUNTED) {
                return (None, Next::AfterOthers);
            }
            self.answered = true;
            self.marks = 0;
            self.marking = asks.then_some(0);
            effects.no_highlights();
            let counts = std::mem::take(&mut self.counts);
            return (Some(Action::Matched(counts, self.step.take())), Next::AtRest);
        }
        if !search.is_unrolled() {
            return (Some(Action::OpenFound), Next::AtRest);
        }
        // What is not there yet has no text to highlight.
        if effects.all_drawn() {
            for _ in 0..MARKED {
                self.mark(notice, effects);
            }
        }
        (None, if self.marking.is_some() { Next::AtRest } else { Next::Never })
    }

    fn mark(&mut self, notice: &Notice, effects: &dyn Effects) {
        let Some(at) = self.marking else { return };
        let Some(id) = place_id(notice, at).filter(|_| self.marks < MOST) else {
            self.marking = None;
            return;
        };
        let ranges = ranges(notice, at, &self.wanted, &mut self.letters);
        if !ranges.is_empty() {
            self.marks += ranges.len();
            effects.highlight(&id, &ranges);
        }
        self.marking = Some(at + 1);
    }

    /// The element and the part of its text where a match is.
    pub fn find(&mut self, notice: &Notice, at: usize, nth: usize) -> Option<(Text, Range<usize>)> {
        let range = ranges(notice, at, &self.wanted, &mut self.letters).into_iter().nth(nth)?;
        Some((place_id(notice, at)?, range))
    }
}

/// The id of the element of a place.
fn place_id(notice: &Notice, place: usize) -> Option<Text> {
    match place.checked_sub(1) {
        None => Some("sudare-preamble".into()),
        Some(article) => notice.articles.get(article).map(|article| article.id.clone()),
    }
}
