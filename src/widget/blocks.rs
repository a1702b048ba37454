//! Blocks of the owner's text. A block tree has no HTML in it, so nothing here can write any.

use yew::{AttrValue, Html, html};

use super::inline::{Links, line, words};
use crate::notice::{Block, Definition, List, Table, plain};

/// Blocks, one after the other.
pub(super) fn blocks(blocks: &[Block], links: Links) -> Html {
    blocks.iter().map(|part| block(part, links)).collect()
}

fn block(part: &Block, links: Links) -> Html {
    match part {
        Block::Paragraph(pieces) => html! { <p>{line(pieces, links)}</p> },
        Block::List(part) => list(part, links),
        Block::Table(part) => table(part, links),
        Block::Definitions(parts) => {
            let parts = parts.iter().map(|part| definition(part, links));
            html! { <dl>{parts.collect::<Html>()}</dl> }
        }
        Block::Quote(inner) => html! { <blockquote>{blocks(inner, links)}</blockquote> },
        Block::Code(text) => html! { <pre><code>{words(text)}</code></pre> },
        Block::Rule => html! { <hr /> },
    }
}

/// What an item or a meaning holds: its only paragraph needs no element of its own.
fn flow(parts: &[Block], links: Links) -> Html {
    let alone = parts.iter().filter(|part| matches!(part, Block::Paragraph(_))).count() == 1;
    let one = |part: &Block| match part {
        Block::Paragraph(pieces) if alone => line(pieces, links),
        other => block(other, links),
    };
    parts.iter().map(one).collect()
}

fn list(list: &List, links: Links) -> Html {
    let items = list.items.iter().map(|item| html! { <li>{flow(item, links)}</li> });
    let items = items.collect::<Html>();
    match list.start {
        None => html! { <ul>{items}</ul> },
        Some(1) => html! { <ol>{items}</ol> },
        Some(start) => html! { <ol start={start.to_string()}>{items}</ol> },
    }
}

/// A table. On a narrow screen the style sheet stacks its cells, each under its column's name:
/// that name is an attribute, so that the text still has every word once.
fn table(table: &Table, links: Links) -> Html {
    let labels: Vec<AttrValue> = table.head.iter().map(|cell| plain(cell).into()).collect();
    let head = table.head.iter().map(|cell| html! { <th scope="col">{line(cell, links)}</th> });
    let row = |cells: &Vec<Vec<_>>| {
        let cells = cells.iter().enumerate().map(|(place, cell)| {
            html! { <td data-label={labels.get(place).cloned()}>{line(cell, links)}</td> }
        });
        html! { <tr>{cells.collect::<Html>()}</tr> }
    };
    html! {
        <table>
            <thead><tr>{head.collect::<Html>()}</tr></thead>
            <tbody>{table.rows.iter().map(row).collect::<Html>()}</tbody>
        </table>
    }
}

fn definition(part: &Definition, links: Links) -> Html {
    let meanings = part.meanings.iter().map(|meaning| html! { <dd>{flow(meaning, links)}</dd> });
    html! { <><dt>{line(&part.term, links)}</dt>{meanings.collect::<Html>()}</> }
}
