//! The blocks of a Markdown text, one after the other, and where each stands.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::super::outline::Head;
use super::super::words;
use super::own_id;

/// One block at the top level.
#[derive(Debug, Clone)]
pub(super) struct Block {
    /// From the start of its first line, its indentation included.
    pub(super) range: Range<usize>,
    pub(super) kind: Kind,
}

/// What a block is, as far as the importer asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    Heading {
        level: u8,
        /// What a reader sees.
        text: String,
        /// Where its words stand; empty if it has none.
        words: Range<usize>,
    },
    Paragraph,
    /// Numbered if it has a delimiter.
    List {
        delimiter: Option<char>,
    },
    Other,
}

impl Block {
    /// The heading, if it is one that has words.
    pub(super) fn head(&self) -> Option<Head> {
        match &self.kind {
            Kind::Heading { level, text, .. } if text.contains(char::is_alphanumeric) => {
                Some(Head { level: *level, text: text.clone() })
            }
            _ => None,
        }
    }

    /// A heading that nobody wrote by accident: with hashes, or one short line that is underlined.
    pub(super) fn is_sure_heading(&self, text: &str) -> bool {
        let source = text.get(self.range.clone()).unwrap_or_default().trim();
        self.head().is_some()
            && (source.starts_with('#') || (source.lines().count() == 2 && source.len() <= 200))
    }
}

/// The blocks of the text, in order.
pub(super) fn of(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut depth = 0_usize;
    for (event, range) in Parser::new_ext(text, words::source_options()).into_offset_iter() {
        if depth == 0 && !matches!(event, Event::End(_)) {
            let kind = match &event {
                Event::Start(Tag::Heading { level, .. }) => {
                    let source = text.get(range.clone()).unwrap_or_default();
                    let hashes = source.bytes().take_while(|&b| b == b'#').count();
                    let from = range.start + hashes + blanks(&source[hashes..]);
                    Kind::Heading { level: *level as u8, text: String::new(), words: from..from }
                }
                Event::Start(Tag::Paragraph) => Kind::Paragraph,
                Event::Start(Tag::List(start)) => {
                    let item = text.get(range.clone()).unwrap_or_default();
                    let delimiter =
                        start.and_then(|_| item.chars().find(|c| *c == '.' || *c == ')'));
                    Kind::List { delimiter }
                }
                _ => Kind::Other,
            };
            // The parser lets a definition list reach into what follows it.
            if let Some(last) = blocks.last_mut() {
                last.range.end = last.range.end.min(range.start);
            }
            blocks.push(Block { range: line_start(text, range.start)..range.end, kind });
        } else if let Some(Block { kind: Kind::Heading { text: seen, words, .. }, .. }) =
            blocks.last_mut()
            && !matches!(event, Event::End(TagEnd::Heading(_)))
        {
            words.end = words.end.max(range.end);
            match &event {
                Event::Text(piece) | Event::Code(piece) | Event::InlineHtml(piece) => {
                    seen.push_str(piece)
                }
                Event::SoftBreak | Event::HardBreak => seen.push(' '),
                _ => {}
            }
        }
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    for block in &mut blocks {
        let source = text.get(block.range.clone()).unwrap_or_default();
        let id = own_id(source).map(|id| format!("{{#{id}}}"));
        if let (Kind::Heading { text: seen, words, .. }, Some(id)) = (&mut block.kind, id)
            && let Some(kept) = seen.strip_suffix(&id).map(str::trim_end)
        {
            seen.truncate(kept.len());
            words.end = words.end.saturating_sub(id.len()).max(words.start);
        }
    }
    with_definitions(text, blocks)
}

/// What stands between the blocks and is not blank defines the targets of links: a block of its own for us.
fn with_definitions(text: &str, blocks: Vec<Block>) -> Vec<Block> {
    let mut whole = Vec::new();
    let mut at = 0;
    let end = Block { range: text.len()..text.len(), kind: Kind::Other };
    for mut block in blocks.into_iter().chain([end]) {
        if text.get(at..block.range.start).is_some_and(|gap| !gap.trim().is_empty()) {
            // Its own blank lines stay outside, or each import would add some.
            let gap = text.get(at..block.range.start).unwrap_or_default();
            let blank = gap.len() - gap.trim_start().len();
            at += gap.get(..blank).and_then(|lead| lead.rfind('\n')).map_or(0, |end| end + 1);
            if block.kind == Kind::Paragraph {
                // Parted from the definition, the paragraph could be read as a list.
                block.range.start = at;
            } else {
                whole.push(Block { range: at..block.range.start, kind: Kind::Other });
            }
        }
        at = block.range.end.max(at);
        if !block.range.is_empty() {
            whole.push(block);
        }
    }
    whole
}

/// The start of the line if nothing but blanks stands between it and `at`.
fn line_start(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or_default();
    let bare = before.trim_end_matches([' ', '\t']);
    if bare.is_empty() || bare.ends_with('\n') { bare.len() } else { at }
}

fn blanks(text: &str) -> usize {
    text.len() - text.trim_start_matches([' ', '\t']).len()
}
