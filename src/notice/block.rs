//! The block tree: what a policy's text is made of. There is no HTML in it, by construction.

use serde::{Deserialize, Serialize};

use super::Text;

/// A block of text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Block {
    /// Running text.
    Paragraph(Vec<Inline>),
    /// A list, numbered or not.
    List(List),
    /// A table with a head row.
    Table(Table),
    /// Terms and what they mean.
    Definitions(Vec<Definition>),
    /// A quotation.
    Quote(Vec<Block>),
    /// Preformatted text.
    Code(Text),
    /// A thematic break.
    Rule,
}

/// A list; each item is blocks of its own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct List {
    /// The first number of a numbered list; a list without one has bullets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<u32>,
    /// The items, in order.
    pub items: Vec<Vec<Block>>,
}

/// A table: one head row, and rows of the same number of cells.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Table {
    /// The head cells.
    pub head: Vec<Vec<Inline>>,
    /// The rows; each has as many cells as the head.
    pub rows: Vec<Vec<Vec<Inline>>>,
}

/// A term and its definitions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Definition {
    /// What is defined.
    pub term: Vec<Inline>,
    /// What it means; a term may have more than one meaning.
    pub meanings: Vec<Vec<Block>>,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Inline {
    /// Words.
    Text(Text),
    /// Strong importance.
    Strong(Vec<Inline>),
    /// Stress.
    Emphasis(Vec<Inline>),
    /// No longer true.
    Struck(Vec<Inline>),
    /// A name as a machine writes it.
    Code(Text),
    /// A link to an allowed address: http(s), mailto, tel or a fragment of this notice.
    Link {
        /// The address; a fragment starts with `#`.
        href: Text,
        /// What is read and clicked.
        content: Vec<Inline>,
    },
    /// A line break that the source asks for.
    Break,
}

/// The words of a line, without its marks.
#[must_use]
pub fn plain(line: &[Inline]) -> String {
    let mut words = String::new();
    push_plain(line, &mut words);
    words
}

fn push_plain(line: &[Inline], words: &mut String) {
    for piece in line {
        match piece {
            Inline::Text(text) | Inline::Code(text) => words.push_str(text),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Struck(inner) => {
                push_plain(inner, words);
            }
            Inline::Link { content, .. } => push_plain(content, words),
            Inline::Break => words.push(' '),
        }
    }
}
