//! The text of an article as it stands on the screen, piece by piece and in order: a match's place
//! in it is its place in the element.

use crate::notice::{Article, Block, Inline, Notice};

/// A piece of a text.
#[derive(Clone, Copy)]
pub(crate) enum Piece<'a> {
    /// Words that are there.
    Text(&'a str),
    /// A space that is not: the line breaks.
    Space,
    /// A block ends.
    End,
}

/// The places that a search goes through: the preamble and then the articles.
pub(super) fn place(notice: &Notice, place: usize) -> Option<&Article> {
    match place.checked_sub(1) {
        None => Some(&notice.preamble),
        Some(article) => notice.articles.get(article),
    }
}

pub(super) fn read<'a>(article: &'a Article, put: &mut dyn FnMut(Piece<'a>)) {
    line(&article.title, put);
    put(Piece::End);
    blocks(&article.blocks, put);
    for section in &article.sections {
        line(&section.title, put);
        put(Piece::End);
        blocks(&section.blocks, put);
    }
}

fn line<'a>(pieces: &'a [Inline], put: &mut dyn FnMut(Piece<'a>)) {
    for piece in pieces {
        match piece {
            Inline::Text(text) | Inline::Code(text) => put(Piece::Text(text)),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Struck(inner) => {
                line(inner, put);
            }
            Inline::Link { href, content } if is_empty(content) => put(Piece::Text(href)),
            Inline::Link { content, .. } => line(content, put),
            Inline::Break => put(Piece::Space),
        }
    }
}

/// A link without words shows where it leads.
fn is_empty(line: &[Inline]) -> bool {
    line.iter().all(|piece| match piece {
        Inline::Text(text) | Inline::Code(text) => text.is_empty(),
        Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Struck(inner) => is_empty(inner),
        Inline::Link { content, .. } => is_empty(content),
        Inline::Break => false,
    })
}

fn blocks<'a>(parts: &'a [Block], put: &mut dyn FnMut(Piece<'a>)) {
    for part in parts {
        match part {
            Block::Paragraph(pieces) => line(pieces, put),
            Block::List(list) => list.items.iter().for_each(|item| blocks(item, put)),
            Block::Table(table) => {
                for cell in table.head.iter().chain(table.rows.iter().flatten()) {
                    line(cell, put);
                    put(Piece::End);
                }
            }
            Block::Definitions(parts) => {
                for part in parts {
                    line(&part.term, put);
                    put(Piece::End);
                    part.meanings.iter().for_each(|meaning| blocks(meaning, put));
                }
            }
            Block::Quote(inner) => blocks(inner, put),
            Block::Code(text) => put(Piece::Text(text)),
            Block::Rule => {}
        }
        put(Piece::End);
    }
}
