//! Headings of pages that have no heading elements: terms, bold lines, numbered lines, elements that are named so.

use std::collections::{BTreeMap, BTreeSet};

use super::super::draft::names_policy;
use super::super::number::{self, Style};
use super::super::{Remark, ids::Ids, links};
use super::tree::{Block, Inline, Kind, Paragraph, plain};
use crate::notice::source::{id_fault, slug};

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
        for shape in [Shape::Named, Shape::Numbered, Shape::Term, Shape::Bold, Shape::Class] {
            if blocks.iter().filter(|block| has_shape(block, shape)).count() >= 2
                || blocks.iter().any(|block| shape == Shape::Term && has_shape(block, shape))
            {
                blocks = blocks.into_iter().flat_map(|block| promoted(block, shape)).collect();
                break;
            }
        }
    }
    let added = titled(&mut blocks, page_title, remarks);
    with_ids(&mut blocks);
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
        _ => false,
    }
}

fn line_has_shape(paragraph: &Paragraph, shape: Shape) -> bool {
    let text = plain(&paragraph.words);
    let text = text.trim();
    let short = text.chars().count() <= LONGEST
        && !text.contains('\n')
        && text.contains(char::is_alphabetic)
        && !text.ends_with(['.', '。', ',', '、', ';', ':', '：'])
        && !links::is_web(text);
    let bold = matches!(paragraph.words.as_slice(), [Inline::Strong(_)])
        || paragraph.words.iter().all(|piece| {
            matches!(piece, Inline::Strong(_))
                || matches!(piece, Inline::Text(t) if t.trim().is_empty())
        });
    short
        && match shape {
            Shape::Named => number::split(text).is_some_and(|n| n.style == Style::Named),
            Shape::Numbered => {
                number::split(text).is_some_and(|n| n.style == Style::Bare && !n.rest.is_empty())
            }
            Shape::Term => false,
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
        Kind::Paragraph(paragraph) => vec![heading(paragraph.words)],
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
        *level == 1 || rivals == 0 || (names_policy(words) && number::split(words).is_none())
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
    // A first line that names the policy is its title.
    if let Some(block) = blocks.first_mut()
        && let Kind::Paragraph(paragraph) = &block.kind
        && plain(&paragraph.words).chars().count() <= LONGEST
        && !plain(&paragraph.words).contains('\n')
        && names_policy(&plain(&paragraph.words))
    {
        block.kind =
            Kind::Heading { level: 1, ids: Vec::new(), words: unmarked(paragraph.words.clone()) };
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

/// Each heading keeps one id that a person can read; links to any of its ids lead to that.
fn with_ids(blocks: &mut [Block]) {
    let mut taken = Ids::default();
    let mut now: BTreeMap<String, String> = std::collections::BTreeMap::new();
    let mut wanted: BTreeSet<String> = BTreeSet::new();
    each_link(blocks, &mut |target| {
        wanted.extend(target.strip_prefix('#').map(str::to_owned));
        true
    });
    for block in blocks.iter_mut() {
        let Kind::Heading { ids, words, level } = &mut block.kind else { continue };
        if *level == 1 {
            ids.clear();
            continue;
        }
        let own = ids.iter().find(|id| is_readable(id)).and_then(|id| taken.own(id));
        let linked = ids.iter().any(|id| wanted.contains(id));
        let chosen = own.or_else(|| {
            let slug = slug(number::without(&plain(words)));
            linked.then(|| taken.name(&slug, "section"))
        });
        if let Some(chosen) = &chosen {
            for id in ids.iter() {
                now.entry(id.clone()).or_insert_with(|| chosen.clone());
            }
        }
        *ids = chosen.into_iter().collect();
    }
    each_link(blocks, &mut |target| {
        let Some(id) = target.strip_prefix('#') else { return true };
        match now.get(id) {
            Some(new) => *target = format!("#{new}"),
            None => return false,
        }
        true
    });
}

/// An id that was given by a person, not by a program.
fn is_readable(id: &str) -> bool {
    id_fault(id).is_none()
        && id.starts_with(|c: char| c.is_ascii_lowercase())
        && id.bytes().filter(u8::is_ascii_alphabetic).count() >= 3
        && ![
            "toc",
            "section",
            "article",
            "chapter",
            "heading",
            "block",
            "elementor",
            "text",
            "h-",
            "post",
            "page",
            "content",
            "main",
        ]
        .iter()
        .any(|word| id.starts_with(word))
        || id.starts_with("section-") && id_fault(id).is_none()
}

/// Shows each link's target; a link that `act` refuses is none any more, its words stay.
fn each_link(blocks: &mut [Block], act: &mut dyn FnMut(&mut String) -> bool) {
    for block in blocks {
        match &mut block.kind {
            Kind::Heading { words, .. } | Kind::Paragraph(Paragraph { words, .. }) => {
                links_in(words, act)
            }
            Kind::List { items, .. } => items.iter_mut().for_each(|item| each_link(item, act)),
            Kind::Table { head, rows } => {
                head.iter_mut()
                    .chain(rows.iter_mut().flatten())
                    .for_each(|cell| links_in(cell, act));
            }
            Kind::Definitions(definitions) => {
                for definition in definitions {
                    links_in(&mut definition.term, act);
                    definition.meanings.iter_mut().for_each(|meaning| each_link(meaning, act));
                }
            }
            Kind::Quote(inner) => each_link(inner, act),
            Kind::Code(_) | Kind::Rule => {}
        }
    }
}

fn links_in(words: &mut Vec<Inline>, act: &mut dyn FnMut(&mut String) -> bool) {
    let mut kept = Vec::with_capacity(words.len());
    for mut piece in std::mem::take(words) {
        match &mut piece {
            Inline::Link { target, words } => {
                links_in(words, act);
                if !act(target) {
                    kept.append(words);
                    continue;
                }
            }
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Struck(inner) => {
                links_in(inner, act)
            }
            _ => {}
        }
        kept.push(piece);
    }
    *words = kept;
}
