//! Blocks of the owner's text. A block tree has no HTML in it, so nothing here can write any.

use yew::{AttrValue, Html};

use super::inline::{Links, line};
use super::tag::{Child, tag};
use crate::notice::{Block, Definition, List, Table, plain};

/// Blocks, one after the other.
pub(super) fn blocks(blocks: &[Block], links: Links) -> Vec<Html> {
    blocks.iter().map(|part| block(part, links)).collect()
}

fn block(part: &Block, links: Links) -> Html {
    match part {
        Block::Paragraph(pieces) => tag!("p", line(pieces, links)),
        Block::List(part) => list(part, links),
        Block::Table(part) => table(part, links),
        Block::Definitions(parts) => {
            tag!("dl", parts.iter().map(|part| definition(part, links)).collect::<Vec<_>>())
        }
        Block::Quote(inner) => tag!("blockquote", blocks(inner, links)),
        Block::Code(text) => tag!("pre", tag!("code", text)),
        Block::Rule => tag!("hr"),
    }
}

/// What an item or a meaning holds: its only paragraph needs no element of its own.
fn flow(parts: &[Block], links: Links) -> Vec<Html> {
    let alone = parts.iter().filter(|part| matches!(part, Block::Paragraph(_))).count() == 1;
    let one = |part: &Block| match part {
        Block::Paragraph(pieces) if alone => line(pieces, links).child(),
        other => block(other, links),
    };
    parts.iter().map(one).collect()
}

fn list(list: &List, links: Links) -> Html {
    let items: Vec<Html> = list.items.iter().map(|item| tag!("li", flow(item, links))).collect();
    match list.start {
        None => tag!("ul", items),
        Some(start) => tag!("ol", ["start" = (start != 1).then_some(start)], items),
    }
}

/// A table. On a narrow screen the style sheet stacks its cells, each under its column's name:
/// that name is an attribute, so that the text still has every word once.
fn table(table: &Table, links: Links) -> Html {
    let labels: Vec<AttrValue> = table.head.iter().map(|cell| plain(cell).into()).collect();
    let head = table.head.iter().map(|cell| tag!("th", ["scope" = "col"], line(cell, links)));
    let rows = table.rows.iter().map(|cells| {
        let cells = cells.iter().enumerate().map(|(place, cell)| {
            tag!("td", ["data-label" = labels.get(place).cloned()], line(cell, links))
        });
        tag!("tr", cells.collect::<Vec<_>>())
    });
    tag!(
        "table",
        tag!("thead", tag!("tr", head.collect::<Vec<_>>())),
        tag!("tbody", rows.collect::<Vec<_>>()),
    )
}

fn definition(part: &Definition, links: Links) -> Html {
    let mut parts = vec![tag!("dt", line(&part.term, links))];
    parts.extend(part.meanings.iter().map(|meaning| tag!("dd", flow(meaning, links))));
    parts.child()
}
