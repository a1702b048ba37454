//! A search under way: slice by slice, a painting between, the latest question first.

use std::ops::Range;

use super::fold::fold;
use super::index::{Index, ranges};
use super::letters::{Letters, Plain};
use crate::notice::{Notice, Text};
use crate::widget::search::Search;
use crate::widget::{Action, Effects};

/// How many UTF-16 units of text are read in one slice: a few milliseconds of a slow machine.
const SLICE: usize = 40_000;
/// How many places are highlighted in one slice.
const MARKED: usize = 8;
/// How many matches are highlighted. Nobody looks at more; the one that the visitor is at always is.
const MOST: usize = 1_000;

/// A search under way.
pub(crate) struct Finder {
    pub letters: Letters,
    index: Index,
    asked: Text,
    wanted: Vec<u16>,
    answered: bool,
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

    /// One slice of work: what came of it, and whether there is more.
    pub fn work(
        &mut self,
        notice: &Notice,
        search: &Search,
        effects: &dyn Effects,
    ) -> (Option<Action>, bool) {
        if !self.index.grow(notice, &mut self.letters, SLICE) {
            return (None, true);
        }
        if !self.answered {
            self.wanted = fold(&self.asked, &mut self.letters);
            self.answered = true;
            self.marks = 0;
            self.marking = (!self.wanted.is_empty()).then_some(0);
            effects.no_highlights();
            let counts = self.index.counts(&self.wanted);
            return (Some(Action::Matched(counts, self.step.take())), true);
        }
        if !search.is_unrolled() {
            return (Some(Action::OpenFound), true);
        }
        // What is not there yet has no text to highlight.
        if effects.all_drawn() {
            for _ in 0..MARKED {
                self.mark(notice, effects);
            }
        }
        (None, self.marking.is_some())
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
