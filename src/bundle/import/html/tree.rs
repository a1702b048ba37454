//! A policy as blocks, each with its line in the page.

/// A block and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Block {
    pub(super) line: usize,
    pub(super) kind: Kind,
}

/// What a block is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Kind {
    Heading { level: u8, ids: Vec<String>, words: Vec<Inline> },
    Paragraph(Paragraph),
    List { start: Option<u32>, items: Vec<Vec<Block>> },
    Table { head: Vec<Vec<Inline>>, rows: Vec<Vec<Vec<Inline>>> },
    Definitions(Vec<Definition>),
    Quote(Vec<Block>),
    Code(String),
    Rule,
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Paragraph {
    pub(super) words: Vec<Inline>,
    /// Its element is named a heading.
    pub(super) named_heading: bool,
}

/// A term and its meanings.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Definition {
    pub(super) term: Vec<Inline>,
    pub(super) meanings: Vec<Vec<Block>>,
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Inline {
    Text(String),
    Strong(Vec<Inline>),
    Emphasis(Vec<Inline>),
    Struck(Vec<Inline>),
    Code(String),
    Link { target: String, words: Vec<Inline> },
    Break,
}

/// What a reader sees of a line.
pub(super) fn plain(line: &[Inline]) -> String {
    let mut text = String::new();
    for piece in line {
        match piece {
            Inline::Text(words) | Inline::Code(words) => text.push_str(words),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Struck(inner) => {
                text.push_str(&plain(inner));
            }
            Inline::Link { words, .. } => text.push_str(&plain(words)),
            Inline::Break => text.push('\n'),
        }
    }
    text
}

/// There is nothing to see in the line.
pub(super) fn is_blank(line: &[Inline]) -> bool {
    line.iter().all(|piece| match piece {
        Inline::Text(words) | Inline::Code(words) => words.trim().is_empty(),
        Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Struck(inner) => is_blank(inner),
        Inline::Link { .. } => false,
        Inline::Break => true,
    })
}
