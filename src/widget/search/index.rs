//! The notice's text, folded once and kept.

use std::ops::Range;

use super::fold::{Folded, each_match};
use super::letters::Letters;
use super::text::{place, read};
use crate::notice::Notice;

/// The folded texts of the places read so far.
#[derive(Default)]
pub(super) struct Index(Vec<Vec<u16>>);

impl Index {
    /// Reads on until that many units have been read, or the end; whether that is reached.
    pub fn grow(&mut self, notice: &Notice, letters: &mut Letters, units: usize) -> bool {
        let mut grown = 0;
        while let Some(article) = place(notice, self.0.len()) {
            if grown >= units {
                return false;
            }
            let mut folded = Folded::default();
            read(article, &mut |piece| folded.push(piece, letters));
            grown += folded.units.len();
            self.0.push(folded.units);
        }
        true
    }

    /// Counts on how often these words are in each place, until that many units have been gone
    /// through, or the end; whether that is reached.
    pub fn count(&self, wanted: &[u16], counts: &mut Vec<u32>, units: usize) -> bool {
        let mut gone = 0;
        for place in self.0.iter().skip(counts.len()) {
            if gone >= units {
                return false;
            }
            let mut count = 0;
            each_match(place, wanted, |_| count += 1);
            counts.push(count);
            gone += place.len();
        }
        true
    }
}

/// Where in a place's text, as it stands on the screen, these words are.
pub(super) fn ranges(
    notice: &Notice,
    at: usize,
    wanted: &[u16],
    letters: &mut Letters,
) -> Vec<Range<usize>> {
    let Some(article) = place(notice, at) else { return Vec::new() };
    let mut folded = Folded::with_sources();
    read(article, &mut |piece| folded.push(piece, letters));
    folded.ranges(wanted)
}

#[cfg(test)]
mod tests;
