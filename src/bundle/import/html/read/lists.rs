//! Lists and terms of a page.

use super::super::dom::Id;
use super::super::marker::Marker;
use super::super::region;
use super::super::tree::{Block, Definition, Inline, Kind, Paragraph};
use super::{DEEPEST_LIST, Reader, is_block};

impl Reader<'_> {
    pub(super) fn list(&mut self, id: Id, depth: usize, blocks: &mut Vec<Block>) {
        let children: Vec<Id> = self.dom.children(id).filter(|child| !self.skips(*child)).collect();
        let has_heading = children.iter().any(|child| {
            self.dom
                .below(*child, &|id| self.region.skips(id))
                .any(|id| region::level(self.dom, id).is_some())
        });
        if has_heading || self.lists >= DEEPEST_LIST {
            self.headed_list(id, depth, blocks);
            return;
        }
        self.lists += 1;
        let mut start = None;
        let mut items: Vec<Vec<Block>> = Vec::new();
        let mut next = 0_u32;
        let line = self.dom.line(id);
        let finish = |start: Option<u32>, items: &mut Vec<Vec<Block>>, blocks: &mut Vec<Block>| {
            if !items.is_empty() {
                blocks
                    .push(Block { line, kind: Kind::List { start, items: std::mem::take(items) } });
            }
        };
        for child in children {
            if self.dom.name(child) != "li" {
                // What stands between items belongs to the one before it, as a browser shows it.
                let mut loose = Vec::new();
                if is_block(self.dom.name(child)) || self.holds(child) {
                    self.element(child, depth + 1, &mut loose);
                } else {
                    let mut run = Vec::new();
                    self.inline(child, &mut run, 0);
                    self.end_run(&mut run, self.dom.line(child), id, &mut loose);
                }
                if !loose.is_empty() {
                    match items.last_mut() {
                        Some(item) => item.extend(loose),
                        None => blocks.extend(loose),
                    }
                }
                continue;
            }
            self.note_ids(child);
            let mut item = self.flow(child, depth + 1);
            let (number, words) = match self.markers.get(&child) {
                Some(Marker::Number(number)) => (Some(*number), None),
                Some(Marker::Words(words)) => (None, Some(words.clone())),
                None => (None, None),
            };
            if let Some(words) = words {
                lead(&mut item, &words, self.dom.line(child));
            }
            if item.is_empty() && number.is_none() {
                continue;
            }
            if number != Some(next) || items.is_empty() {
                let goes_on = number.is_none() && start.is_none() && !items.is_empty();
                if !goes_on {
                    finish(start, &mut items, blocks);
                    start = number;
                }
            }
            next = number.map_or(0, |number| number.saturating_add(1));
            items.push(item);
        }
        finish(start, &mut items, blocks);
        self.lists -= 1;
    }

    /// A list whose items have headings is no list but a part of the document; its numbers are words of the headings.
    fn headed_list(&mut self, id: Id, depth: usize, blocks: &mut Vec<Block>) {
        for child in self.dom.children(id).collect::<Vec<_>>() {
            if self.skips(child) {
                continue;
            }
            self.note_ids(child);
            let mut inner = if self.dom.name(child).is_empty() {
                let mut run = Vec::new();
                self.inline(child, &mut run, 0);
                let mut loose = Vec::new();
                self.end_run(&mut run, self.dom.line(child), id, &mut loose);
                loose
            } else {
                self.flow(child, depth + 1)
            };
            let line = self.dom.line(child);
            match self.markers.get(&child) {
                Some(Marker::Number(number)) => lead(&mut inner, &format!("{number}."), line),
                Some(Marker::Words(words)) => lead(&mut inner, words, line),
                None => {}
            }
            blocks.extend(inner);
        }
    }

    pub(super) fn definitions(&mut self, id: Id, depth: usize, blocks: &mut Vec<Block>) {
        let mut definitions: Vec<Definition> = Vec::new();
        let mut parts: Vec<Id> = Vec::new();
        for child in self.dom.children(id).filter(|child| !self.skips(*child)) {
            // Each pair may stand in an element of its own.
            if self.dom.name(child) == "div" {
                parts.extend(self.dom.children(child).filter(|child| !self.skips(*child)));
            } else {
                parts.push(child);
            }
        }
        let odd = parts.iter().any(|part| {
            let name = self.dom.name(*part);
            let blank = self.dom.text(*part).is_some_and(|text| text.trim().is_empty());
            !(blank || name == "dd" || (name == "dt" && !self.holds(*part)))
                || self.dom.below(*part, &|_| false).any(|id| region::level(self.dom, id).is_some())
        });
        let first = parts.iter().find(|part| !self.dom.name(**part).is_empty());
        if odd || first.is_none_or(|first| self.dom.name(*first) != "dt") {
            blocks.extend(self.flow(id, depth));
            return;
        }
        for part in parts {
            match self.dom.name(part) {
                "dt" => {
                    let term = self.line(part);
                    definitions.push(Definition { term, meanings: Vec::new() });
                }
                "dd" => {
                    let meaning = self.flow(part, depth + 1);
                    if let Some(last) = definitions.last_mut() {
                        last.meanings.push(meaning);
                    }
                }
                _ => {}
            }
        }
        if !definitions.is_empty() {
            blocks.push(self.block(id, Kind::Definitions(definitions)));
        }
    }
}

/// Puts words before the first of an item.
fn lead(item: &mut Vec<Block>, words: &str, line: usize) {
    let before = Inline::Text(format!("{words} "));
    match item.first_mut().map(|block| &mut block.kind) {
        Some(Kind::Paragraph(paragraph)) => paragraph.words.insert(0, before),
        Some(Kind::Heading { words, .. }) => words.insert(0, before),
        _ => item.insert(
            0,
            Block {
                line,
                kind: Kind::Paragraph(Paragraph {
                    words: vec![Inline::Text(words.to_owned())],
                    named_heading: false,
                }),
            },
        ),
    }
}
