//! What a reader sees of the policy in a page, gathered without asking what became of it: the importer's
//! work is held against this.

use std::collections::BTreeMap;

use super::dom::{Dom, Id};
use super::marker::Marker;
use super::read::{is_block, wordless_shows};
use super::region::{self, Region};

/// A text with a line for each block, and the page's line for each of them.
#[derive(Debug, Default)]
pub(in crate::bundle::import) struct Seen {
    pub(in crate::bundle::import) text: String,
    /// Pairs of a place in `text` and a line of the page, in order.
    places: Vec<(usize, usize)>,
}

impl Seen {
    pub(super) fn of(dom: &Dom, region: &Region, markers: &BTreeMap<Id, Marker>) -> Seen {
        let mut seen = Seen::default();
        if let Some(title) = region.title {
            seen.read(dom, region, markers, title);
        }
        seen.read(dom, region, markers, region.top);
        seen
    }

    /// The line of the page that each line of the text came from.
    pub(in crate::bundle::import) fn lines(&self) -> Vec<usize> {
        let mut at = 0;
        self.text
            .split_inclusive('\n')
            .map(|line| {
                // The first words of the line, not what the line before ended with.
                let after = self.places.partition_point(|(place, _)| *place <= at);
                at += line.len();
                after.checked_sub(1).and_then(|i| self.places.get(i)).map_or(1, |(_, line)| *line)
            })
            .collect()
    }

    fn read(&mut self, dom: &Dom, region: &Region, markers: &BTreeMap<Id, Marker>, top: Id) {
        let skip = |id: Id| region.skips(id);
        // The nearest block around each node; the text of two blocks is never one word.
        let mut block_of: Vec<Id> = vec![top; dom.len()];
        let mut last_block = None;
        let order: Vec<Id> = dom.below(top, &skip).collect();
        let mut with_words = vec![false; dom.len()];
        for id in order.iter().rev() {
            let own = dom.text(*id).is_some_and(|text| !text.trim().is_empty())
                || (dom.name(*id) == "img"
                    && dom
                        .attribute(*id, "alt")
                        .is_some_and(|alt| alt.contains(char::is_alphanumeric)));
            let has = own || with_words.get(*id).copied().unwrap_or(false);
            if has
                && let Some(above) = dom.parent(*id).and_then(|parent| with_words.get_mut(parent))
            {
                *above = true;
            }
        }
        for id in &order {
            let name = dom.name(*id);
            let above =
                dom.parent(*id).and_then(|parent| block_of.get(parent)).copied().unwrap_or(top);
            let is_block =
                is_block(name) || region::level(dom, *id).is_some() || region.is_door(*id);
            if let Some(own) = block_of.get_mut(*id) {
                *own = if is_block { *id } else { above };
            }
            if is_block || name == "br" || name == "hr" {
                self.end_line();
            }
            match markers.get(id) {
                Some(Marker::Number(number)) => self.push(&format!("{number}. "), dom.line(*id)),
                Some(Marker::Words(words)) => self.push(&format!("{words} "), dom.line(*id)),
                None => {}
            }
            let line = dom.line(*id);
            if let Some(text) = dom.text(*id) {
                if last_block != Some(above) {
                    self.end_line();
                }
                self.push(text, line);
                if !text.trim().is_empty() {
                    last_block = Some(above);
                }
            } else if name == "img" {
                if last_block != Some(above) {
                    self.end_line();
                }
                let alt = dom.attribute(*id, "alt").unwrap_or_default();
                if alt.contains(char::is_alphanumeric) {
                    self.push(&format!(" {} ", alt.trim()), line);
                    last_block = Some(above);
                }
            } else if name == "a"
                && !with_words.get(*id).copied().unwrap_or(false)
                && let Some(href) =
                    dom.attribute(*id, "href").map(str::trim).filter(|href| wordless_shows(href))
            {
                self.push(&format!(" {href} "), line);
            }
        }
        self.end_line();
    }

    fn push(&mut self, text: &str, line: usize) {
        self.places.push((self.text.len(), line));
        // A line end in the page is a blank in its text.
        self.text.extend(text.chars().map(|c| if c == '\n' || c == '\r' { ' ' } else { c }));
    }

    fn end_line(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }
}
