//! Pages that Sudare made: their marks say where everything belongs.

use std::collections::BTreeMap;

use super::dom::{Dom, Id, ROOT};
use super::read::Reader;
use super::region::{self, Region};
use super::tree::{Block, Inline, Kind, Paragraph};
use super::write;

/// The page is one that Sudare made.
pub(super) fn is_own(dom: &Dom, region: &Region) -> bool {
    dom.attribute(region.top, "data-policy").is_some()
}

/// The cards, which stand before the policy there.
pub(super) fn cards(
    dom: &Dom,
    region: &Region,
    reader: &mut Reader<'_>,
) -> BTreeMap<String, String> {
    let mut cards = BTreeMap::new();
    if !is_own(dom, region) {
        return cards;
    }
    let all: Vec<Id> = dom.below(ROOT, &|_| false).collect();
    for id in all {
        let Some(article) = dom.attribute(id, "data-consent-card") else { continue };
        let heading = dom.children(id).find(|id| region::level(dom, *id).is_some());
        let text = dom.children(id).find(|id| dom.attribute(*id, "class") == Some("text"));
        let Some(heading) = heading else { continue };
        let headline = vec![Inline::Strong(reader.words_of(heading))];
        let mut blocks = text.map(|text| reader.blocks_of(text)).unwrap_or_default();
        match blocks.first_mut().map(|block| &mut block.kind) {
            Some(Kind::Paragraph(Paragraph { words, .. })) => {
                let mut line = headline;
                line.push(Inline::Text(" ".to_owned()));
                line.append(words);
                *words = line;
            }
            _ => blocks.insert(
                0,
                Block {
                    line: dom.line(id),
                    kind: Kind::Paragraph(Paragraph { words: headline, named_heading: false }),
                },
            ),
        }
        let quote = [Block { line: dom.line(id), kind: Kind::Quote(blocks) }];
        let markdown: String =
            write::markdown(&quote).into_iter().map(|(text, _)| text + "\n").collect();
        cards.insert(article.to_owned(), markdown);
    }
    cards
}

/// The headings at the ranks that the notice gave them: on the page, title and articles have one rank.
pub(super) fn ranked(dom: &Dom, region: &Region, mut blocks: Vec<Block>) -> Vec<Block> {
    if !is_own(dom, region) {
        return blocks;
    }
    let mut first = true;
    for block in &mut blocks {
        if let Kind::Heading { level, ids, .. } = &mut block.kind {
            *level = match (*level, first) {
                (_, true) => 1,
                (3, _) => 2,
                (deeper, _) => deeper.saturating_sub(1).max(3),
            };
            if first {
                ids.clear();
            }
            first = false;
        }
    }
    blocks
}
