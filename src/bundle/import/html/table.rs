//! Tables: those of data stay tables, those that only place things on a page are taken apart.

use super::super::Remark;
use super::dom::{Dom, Id};
use super::read::Reader;
use super::region;
use super::tree::{Block, Inline, Kind, Paragraph, is_blank};

/// Reads a `table`.
pub(super) fn read(reader: &mut Reader<'_>, id: Id, depth: usize, blocks: &mut Vec<Block>) {
    let line = reader.dom.line(id);
    let (captions, rows) = parts(reader, id);
    for caption in captions {
        blocks.extend(reader.flow(caption, depth + 1));
    }
    let widest = rows.iter().map(Vec::len).max().unwrap_or(0);
    if widest < 2 || places_things(reader.dom, id) {
        for cell in rows.into_iter().flatten() {
            blocks.extend(reader.flow(cell, depth + 1));
        }
        return;
    }
    let simple = rows.iter().flatten().all(|cell| {
        reader.dom.below(*cell, &|_| false).all(|id| {
            !matches!(reader.dom.name(id), "ul" | "ol" | "dl" | "table" | "pre" | "blockquote")
        })
    });
    let read: Vec<Vec<Vec<Block>>> = rows
        .iter()
        .map(|row| row.iter().map(|cell| reader.flow(*cell, depth + 1)).collect())
        .collect();
    let lists =
        read.iter().flatten().flatten().any(|block| matches!(block.kind, Kind::List { .. }));
    if simple && !lists {
        let named =
            rows.first().is_some_and(|row| row.iter().all(|cell| reader.dom.name(*cell) == "th"));
        // What no head is called may be one all the same: the one row whose cells are all bold.
        let drawn = read.first().is_some_and(|row| row.iter().all(|cell| is_bold(cell)))
            && read.iter().filter(|row| row.iter().all(|cell| is_bold(cell))).count() == 1;
        let head = (named || drawn) && rows.len() > 1;
        blocks.push(Block { line, kind: table(reader.dom, &rows, read, head) });
        return;
    }
    reader.remarks.push(Remark::new(
        line,
        format!("The cells of this table hold lists, which a table of a notice cannot: it is written as a list of {} rows.", rows.len()),
    ));
    let items = read.into_iter().filter_map(|row| row_as_item(line, row)).collect();
    blocks.push(Block { line, kind: Kind::List { start: None, items } });
}

/// The cell has words, and all of them are bold.
fn is_bold(cell: &[Block]) -> bool {
    let strong = |piece: &Inline| match piece {
        Inline::Strong(_) => true,
        Inline::Text(words) => words.trim().is_empty(),
        _ => false,
    };
    let bold = |block: &Block| match &block.kind {
        Kind::Paragraph(paragraph) => paragraph.words.iter().all(strong),
        _ => false,
    };
    !cell.is_empty() && cell.iter().all(bold)
}

/// The captions and the rows' cells, in order.
fn parts(reader: &Reader<'_>, table: Id) -> (Vec<Id>, Vec<Vec<Id>>) {
    let dom = reader.dom;
    let seen = |id: &Id| !reader.region.skips(*id);
    let (mut captions, mut rows) = (Vec::new(), Vec::new());
    let cells = |row: Id| -> Vec<Id> {
        dom.children(row).filter(seen).filter(|id| matches!(dom.name(*id), "td" | "th")).collect()
    };
    for child in dom.children(table).filter(seen) {
        match dom.name(child) {
            "caption" => captions.push(child),
            "tr" => rows.push(cells(child)),
            "thead" | "tbody" | "tfoot" => {
                rows.extend(
                    dom.children(child).filter(seen).filter(|id| dom.name(*id) == "tr").map(cells),
                );
            }
            _ => {}
        }
    }
    rows.retain(|row| !row.is_empty());
    (captions, rows)
}

/// A table for the layout: it says so, or it holds headings or tables and no heads of columns.
fn places_things(dom: &Dom, table: Id) -> bool {
    if matches!(dom.attribute(table, "role"), Some("presentation" | "none")) {
        return true;
    }
    let mut inner = dom.below(table, &|_| false).skip(1);
    inner.any(|id| dom.name(id) == "table" || region::level(dom, id).is_some())
}

fn table(dom: &Dom, rows: &[Vec<Id>], read: Vec<Vec<Vec<Block>>>, head: bool) -> Kind {
    let mut lines: Vec<Vec<Vec<Inline>>> = Vec::new();
    // Cells that reach into the rows below leave a gap there.
    let mut reach: Vec<usize> = Vec::new();
    for (cells, row) in rows.iter().zip(read) {
        let mut line: Vec<Vec<Inline>> = Vec::new();
        let mut gaps = std::mem::take(&mut reach);
        let mut column = 0;
        let mut fill = |line: &mut Vec<Vec<Inline>>, reach: &mut Vec<usize>, column: &mut usize| {
            while gaps.get(*column).is_some_and(|rows| *rows > 0) && *column < 64 {
                line.push(Vec::new());
                reach.resize(*column + 1, 0);
                reach[*column] = gaps[*column] - 1;
                gaps[*column] = 0;
                *column += 1;
            }
        };
        for (cell, blocks) in cells.iter().zip(row) {
            fill(&mut line, &mut reach, &mut column);
            let span = |name: &str| {
                dom.attribute(*cell, name)
                    .and_then(|n| n.trim().parse().ok())
                    .unwrap_or(1_usize)
                    .clamp(1, 64)
            };
            let (wide, tall) = (span("colspan"), span("rowspan"));
            line.push(in_one_line(blocks));
            for extra in 0..wide {
                if extra > 0 {
                    line.push(Vec::new());
                }
                reach.resize((column + 1).max(reach.len()), 0);
                reach[column] = tall - 1;
                column += 1;
            }
        }
        fill(&mut line, &mut reach, &mut column);
        lines.push(line);
    }
    let width = lines.iter().map(Vec::len).max().unwrap_or(0);
    for line in &mut lines {
        line.resize(width, Vec::new());
    }
    let head = if head { lines.remove(0) } else { vec![Vec::new(); width] };
    Kind::Table { head, rows: lines }
}

/// What a cell holds, as one line: a table of a notice has no other.
fn in_one_line(blocks: Vec<Block>) -> Vec<Inline> {
    let mut line: Vec<Inline> = Vec::new();
    for block in blocks {
        let words = match block.kind {
            Kind::Paragraph(Paragraph { words, .. }) | Kind::Heading { words, .. } => words,
            Kind::Code(text) => {
                vec![Inline::Text(text.split_whitespace().collect::<Vec<_>>().join(" "))]
            }
            _ => continue,
        };
        if !line.is_empty() {
            line.push(Inline::Text(" ".to_owned()));
        }
        line.extend(words.into_iter().map(|piece| match piece {
            Inline::Break => Inline::Text(" ".to_owned()),
            other => other,
        }));
    }
    line
}

/// A row as an item: its first cell's line, then its other cells as a list below it.
fn row_as_item(line: usize, row: Vec<Vec<Block>>) -> Option<Vec<Block>> {
    let mut cells = row.into_iter().filter(|cell| !cell.is_empty());
    let mut item = cells.next()?;
    let rest: Vec<Vec<Block>> = cells.collect();
    let lists =
        |cell: &Vec<Block>| cell.iter().all(|block| matches!(block.kind, Kind::List { .. }));
    if rest.iter().all(lists) {
        item.extend(rest.into_iter().flatten());
    } else {
        item.push(Block { line, kind: Kind::List { start: None, items: rest } });
    }
    item.retain(
        |block| !matches!(&block.kind, Kind::Paragraph(paragraph) if is_blank(&paragraph.words)),
    );
    Some(item)
}
