//! Headings of pages that have no heading elements: terms, bold lines, numbered lines, elements that are named so.

use super::super::draft::names_policy;
use super::super::number::{self, Style};
use super::super::{Remark, links};
use super::anchors;
use super::tree::{Block, Inline, Kind, Paragraph, plain};

/// The longest line that can be a heading.
const LONGEST: usize = 90;

/// The blocks with a title and headings, as far as they can be told, and the title that the page's text has not.
pub(super) fn headings(
    mut blocks: Vec<Block>,
    page_title: Option<String>,
    remarks: &mut Vec<Remark>,
) -> (Vec<Block>, Option<String>) {
    let count = |blocks: &[Block]| {
        blocks
            .iter()
            .filter(|block| matches!(block.kind, Kind::Heading { level, .. } if level > 1))
            .count()
    };
    let articles = count(&blocks);
    if articles < 2 {
        for shape in
            [Shape::Named, Shape::Numbered, Shape::Term, Shape::Bold, Shape::Class, Shape::Item]
        {
            let whole = matches!(shape, Shape::Term | Shape::Item);
            if blocks.iter().filter(|block| has_shape(block, shape)).count() >= 2
                || blocks.iter().any(|block| whole && has_shape(block, shape))
            {
                blocks = blocks.into_iter().flat_map(|block| promoted(block, shape)).collect();
                break;
            }
        }
    }
    let added = titled(&mut blocks, page_title, remarks);
    anchors::with_ids(&mut blocks);
    (blocks, added)
}

/// What a line that serves as a heading looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// "Article 3 (Title)", "第3条（…）".
    Named,
    /// "3. Title".
    Numbered,
    /// A term whose meaning is the article.
    Term,
    Bold,
    Class,
    /// An item whose first words are bold.
    Item,
}

fn has_shape(block: &Block, shape: Shape) -> bool {
    match &block.kind {
        Kind::Paragraph(paragraph) => line_has_shape(paragraph, shape),
        Kind::Definitions(definitions) => {
            shape == Shape::Term
                && definitions.len() >= 2
                && definitions.iter().all(|d| plain(&d.term).chars().count() <= LONGEST && !d.meanings.is_empty())
                && definitions.iter().any(|d| {
                    d.meanings.iter().flatten().count() > d.meanings.len()
                        || number::split(&plain(&d.term)).is_some()
                        || d.meanings.iter().flatten().any(|b| matches!(&b.kind, Kind::Paragraph(p) if plain(&p.words).chars().count() > 120))
                })
        }
        Kind::List { items, .. } => {
            let led = |item: &Vec<Block>| match item.first().map(|block| &block.kind) {
                Some(Kind::Paragraph(paragraph)) => match paragraph.words.first() {
                    Some(Inline::Strong(words)) => {
                        item.len() > 1 || plain(&paragraph.words).len() > plain(words).len() + 20
                    }
                    _ => false,
                },
                _ => false,
            };
            shape == Shape::Item && items.len() >= 3 && items.iter().all(led)
        }
        _ => false,
    }
}

fn line_has_shape(paragraph: &Paragraph, shape: Shape) -> bool {
    // A bold line may have its text directly below it.
    let first = match paragraph.words.split(|piece| *piece == Inline::Break).next() {
        Some(first) if shape == Shape::Bold => first,
        _ => paragraph.words.as_slice(),
    };
    let text = plain(first);
    let text = text.trim();
    let short = text.chars().count() <= LONGEST
        && !text.contains('\n')
        && text.contains(char::is_alphabetic)
        && !text.ends_with(['.', '。', ',', '、', ';', ':', '：'])
        && !links::is_web(text);
    let bold = first.iter().all(|piece| {
        matches!(piece, Inline::Strong(_))
            || matches!(piece, Inline::Text(t) if t.trim().is_empty())
    });
    short
        && match shape {
            Shape::Named => number::split(text).is_some_and(|n| n.style == Style::Named),
            Shape::Numbered => {
                number::split(text).is_some_and(|n| n.style == Style::Bare && !n.rest.is_empty())
            }
            Shape::Term | Shape::Item => false,
            Shape::Bold => bold,
            Shape::Class => paragraph.named_heading,
        }
}

fn promoted(block: Block, shape: Shape) -> Vec<Block> {
    if !has_shape(&block, shape) {
        return vec![block];
    }
    let line = block.line;
    let heading = |words: Vec<Inline>| Block {
        line,
        kind: Kind::Heading { level: 2, ids: Vec::new(), words: unmarked(words) },
    };
    match block.kind {
        Kind::Paragraph(paragraph) => {
            let mut words = paragraph.words;
            match words.iter().position(|piece| *piece == Inline::Break) {
                Some(end) => {
                    let rest = words.split_off(end).split_off(1);
                    let rest = Kind::Paragraph(Paragraph { words: rest, named_heading: false });
                    vec![heading(words), Block { line, kind: rest }]
                }
                None => vec![heading(words)],
            }
        }
        Kind::List { start, items } => items
            .into_iter()
            .enumerate()
            .flat_map(|(at, item)| {
                let number = start.map(|start| format!("{}. ", start as usize + at));
                opened(item, number.unwrap_or_default(), line)
            })
            .collect(),
        Kind::Definitions(definitions) => definitions
            .into_iter()
            .flat_map(|definition| {
                std::iter::once(heading(definition.term))
                    .chain(definition.meanings.into_iter().flatten())
                    .collect::<Vec<_>>()
            })
            .collect(),
        kind => vec![Block { line, kind }],
    }
}

/// An item that begins in bold, as an article.
fn opened(item: Vec<Block>, number: String, line: usize) -> Vec<Block> {
    let mut blocks = item.into_iter();
    let mut out = Vec::new();
    if let Some(Block { kind: Kind::Paragraph(paragraph), line: own }) = blocks.next() {
        let mut words = paragraph.words.into_iter();
        let mut head = vec![Inline::Text(number)];
        head.extend(words.next().map(|first| unmarked(vec![first])).unwrap_or_default());
        let rest: Vec<Inline> = words.skip_while(|piece| *piece == Inline::Break).collect();
        out.push(Block { line, kind: Kind::Heading { level: 2, ids: Vec::new(), words: head } });
        if !rest.is_empty() {
            let rest = Paragraph { words: rest, named_heading: false };
            out.push(Block { line: own, kind: Kind::Paragraph(rest) });
        }
    }
    out.extend(blocks);
    out
}

/// A heading is bold by itself.
fn unmarked(words: Vec<Inline>) -> Vec<Inline> {
    words
        .into_iter()
        .flat_map(|piece| match piece {
            Inline::Strong(inner) => inner,
            other => vec![other],
        })
        .collect()
}

/// A first heading that can be the title: the page's own, or the words of its tab.
fn titled(
    blocks: &mut Vec<Block>,
    page_title: Option<String>,
    remarks: &mut Vec<Remark>,
) -> Option<String> {
    let heading = |block: &Block| match &block.kind {
        Kind::Heading { level, words, .. } => Some((*level, plain(words))),
        _ => None,
    };
    let first = blocks.iter().find_map(heading);
    let rivals = blocks
        .iter()
        .filter_map(heading)
        .skip(1)
        .filter(|(level, _)| Some(*level) <= first.as_ref().map(|f| f.0))
        .count();
    let fits = first.as_ref().is_some_and(|(level, words)| {
        *level == 1 && number::split(words).is_none()
            || rivals == 0
            || (names_policy(words) && number::split(words).is_none())
    });
    if fits {
        // A title of the articles' own rank is above them all the same.
        if let Some(block) =
            blocks.iter_mut().find(|block| matches!(block.kind, Kind::Heading { .. }))
            && let Kind::Heading { level, .. } = &mut block.kind
        {
            *level = 1;
        }
        return None;
    }
    // A first line that names the policy is its title; so is one of the next that looks like it.
    let names = |block: &Block, first: bool| match &block.kind {
        Kind::Paragraph(paragraph) => {
            let words = plain(&paragraph.words);
            let looks = first
                || line_has_shape(paragraph, Shape::Bold)
                || line_has_shape(paragraph, Shape::Class);
            looks
                && words.chars().count() <= LONGEST
                && !words.contains('\n')
                && names_policy(&words)
        }
        _ => false,
    };
    let before = blocks.iter().take_while(|block| heading(block).is_none()).count();
    if let Some(at) =
        (0..before.min(4)).find(|at| blocks.get(*at).is_some_and(|b| names(b, *at == 0)))
        && let Some(block) = blocks.get_mut(at)
        && let Kind::Paragraph(paragraph) = &block.kind
    {
        block.kind =
            Kind::Heading { level: 1, ids: Vec::new(), words: unmarked(paragraph.words.clone()) };
        return None;
    }
    // One of the first headings names the policy: what is above it only looks like one.
    let heads: Vec<usize> = blocks
        .iter()
        .enumerate()
        .filter(|(_, block)| heading(block).is_some())
        .map(|(at, _)| at)
        .take(3)
        .collect();
    let is_title = |block: &Block| {
        heading(block).is_some_and(|(_, words)| {
            names_policy(&words)
                && number::split(&words).is_none()
                && words.split_whitespace().count() <= 4
        })
    };
    if let Some(own) = heads.iter().copied().find(|at| blocks.get(*at).is_some_and(is_title)) {
        for at in heads {
            let Some(block) = blocks.get_mut(at) else { continue };
            if let Kind::Heading { level, words, .. } = &mut block.kind {
                if at == own {
                    *level = 1;
                } else if at < own {
                    let words = vec![Inline::Strong(std::mem::take(words))];
                    block.kind = Kind::Paragraph(Paragraph { words, named_heading: false });
                }
            }
        }
        return None;
    }
    let (words, message) = match page_title {
        Some(title) => (
            title,
            "The policy has no title of its own; the words of the page's tab became the title.",
        ),
        None => ("Privacy".to_owned(), "The policy has no title; “Privacy” stands in for it."),
    };
    let line = blocks.first().map_or(1, |block| block.line);
    remarks.push(Remark::new(line, message));
    let kind =
        Kind::Heading { level: 1, ids: Vec::new(), words: vec![Inline::Text(words.clone())] };
    blocks.insert(0, Block { line, kind });
    Some(words)
}
