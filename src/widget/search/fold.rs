//! A text in its plainest letters, and where each of them came from.

use std::ops::Range;

use super::letters::Letters;
use super::text::Piece;

/// Where a block ends. Nobody types it, so that no match goes over.
const END: u16 = 0;
const SPACE: u16 = 0x20;

/// A text as it is being folded: spaces become one, between blocks none.
#[derive(Default)]
pub(crate) struct Folded {
    /// The plain letters, in UTF-16 units.
    pub units: Vec<u16>,
    /// Unit by unit, the place in the source, in UTF-16 units; only where that is wanted.
    sources: Option<Vec<(u32, u32)>>,
    /// How much of the source has been read.
    read: u32,
}

impl Folded {
    pub fn with_sources() -> Self {
        Self { sources: Some(Vec::new()), ..Self::default() }
    }

    pub fn push(&mut self, piece: Piece, letters: &mut Letters) {
        match piece {
            Piece::Text(text) => {
                letters.learn(text);
                for letter in text.chars() {
                    let from = self.read;
                    self.read += if letter.len_utf16() == 2 { 2 } else { 1 };
                    letters.each(letter, |unit| self.put(unit, from));
                }
            }
            Piece::Space => self.put(SPACE, self.read),
            Piece::End => {
                if self.units.last() == Some(&SPACE) {
                    self.take_back();
                }
                if !matches!(self.units.last(), None | Some(&END)) {
                    self.put(END, self.read);
                }
            }
        }
    }

    fn put(&mut self, unit: u16, from: u32) {
        let unit = if matches!(unit, 9 | 10 | 12 | 13) { SPACE } else { unit };
        if unit == SPACE && matches!(self.units.last(), None | Some(&(SPACE | END))) {
            return;
        }
        self.units.push(unit);
        if let Some(sources) = &mut self.sources {
            sources.push((from, self.read));
        }
    }

    fn take_back(&mut self) {
        self.units.pop();
        if let Some(sources) = &mut self.sources {
            sources.pop();
        }
    }

    /// Where in the source the matches are.
    pub fn ranges(&self, wanted: &[u16]) -> Vec<Range<usize>> {
        let mut ranges = Vec::new();
        let Some(sources) = &self.sources else { return ranges };
        each_match(&self.units, wanted, |at| {
            let ends = (sources.get(at), sources.get(at + wanted.len() - 1));
            if let (Some((start, _)), Some((_, end))) = ends {
                ranges.push(*start as usize..*end as usize);
            }
        });
        ranges
    }
}

/// Words as they are asked for: folded, without space around them.
pub(crate) fn fold(words: &str, letters: &mut Letters) -> Vec<u16> {
    let mut folded = Folded::default();
    for part in words.split('\n') {
        folded.push(Piece::Text(part), letters);
        folded.push(Piece::End, letters);
    }
    if folded.units.last() == Some(&END) {
        folded.units.pop();
    }
    folded.units
}

/// Whether these words are there.
pub(crate) fn holds(units: &[u16], wanted: &[u16]) -> bool {
    let mut holds = false;
    each_match(units, wanted, |_| holds = true);
    holds
}

/// The places of the matches, none over another.
pub(crate) fn each_match(units: &[u16], wanted: &[u16], mut found: impl FnMut(usize)) {
    let Some((first, rest)) = wanted.split_first() else { return };
    let mut at = 0;
    while at + wanted.len() <= units.len() {
        if units[at] == *first && units[at + 1..at + wanted.len()] == *rest {
            found(at);
            at += wanted.len();
        } else {
            at += 1;
        }
    }
}
