//! Blocks written as Markdown, each line with the page's line that it came from.

use super::super::escape;
use super::inline;
use super::tree::{Block, Definition, Inline, Kind, Paragraph};

/// A line of Markdown and the page's line.
pub(super) type Row = (String, usize);

/// The Markdown of a policy.
pub(super) fn markdown(blocks: &[Block]) -> Vec<Row> {
    rows(blocks, true)
}

fn rows(blocks: &[Block], loose: bool) -> Vec<Row> {
    let mut out: Vec<Row> = Vec::new();
    let mut flip = false;
    let mut before: Option<&Kind> = None;
    for block in blocks {
        let written = one(block, &mut flip, before);
        if written.is_empty() {
            continue;
        }
        if !out.is_empty() && loose {
            out.push((String::new(), block.line));
        }
        // Two quotes in a row, or two terms, would be one.
        let merges = matches!((before, &block.kind), (Some(Kind::Quote(_)), Kind::Quote(_)))
            || matches!((before, &block.kind), (Some(Kind::Definitions(_)), Kind::Definitions(_)));
        if merges {
            out.push(("* * *".to_owned(), block.line));
            out.push((String::new(), block.line));
        }
        out.extend(written);
        before = Some(&block.kind);
    }
    out
}

fn one(block: &Block, flip: &mut bool, before: Option<&Kind>) -> Vec<Row> {
    let line = block.line;
    match &block.kind {
        Kind::Heading { level, ids, words } => {
            let text = escape::guard_heading(&inline::one_line(words));
            let id = ids.first().map(|id| format!(" {{#{id}}}")).unwrap_or_default();
            vec![(format!("{} {text}{id}", "#".repeat(usize::from(*level))), line)]
        }
        Kind::Paragraph(Paragraph { words, .. }) => {
            inline::lines(words).into_iter().map(|text| (text, line)).collect()
        }
        Kind::List { start, items } => {
            *flip = !*flip && matches!(before, Some(Kind::List { .. }));
            list(*start, items, *flip, line)
        }
        Kind::Table { head, rows } => table(head, rows, line),
        Kind::Definitions(definitions) => self::definitions(definitions, line),
        Kind::Quote(inner) => rows(inner, true)
            .into_iter()
            .map(|(text, line)| (format!("> {text}").trim_end().to_owned(), line))
            .collect(),
        Kind::Code(text) => code(text, line),
        Kind::Rule => vec![("* * *".to_owned(), line)],
    }
}

fn list(start: Option<u32>, items: &[Vec<Block>], flip: bool, line: usize) -> Vec<Row> {
    let loose = !items.iter().all(|item| is_tight(item));
    let mut out: Vec<Row> = Vec::new();
    for (at, item) in items.iter().enumerate() {
        let line = item.first().map_or(line, |block| block.line);
        if at > 0 && loose {
            out.push((String::new(), line));
        }
        let number = |start: u32| u64::from(start) + u64::try_from(at).unwrap_or(0);
        let mark = match (start, flip) {
            (None, false) => "-".to_owned(),
            (None, true) => "*".to_owned(),
            (Some(start), false) => format!("{}.", number(start)),
            (Some(start), true) => format!("{})", number(start)),
        };
        let indent = " ".repeat(mark.len() + 1);
        let mut inner = rows(item, loose).into_iter();
        // What does not begin with words begins on a line of its own.
        let leads = item.first().is_some_and(|block| matches!(block.kind, Kind::Paragraph(_)));
        match inner.next().filter(|_| leads) {
            Some((first, line)) => out.push((format!("{mark} {first}"), line)),
            None => {
                out.push((mark, line));
                inner = rows(item, loose).into_iter();
            }
        }
        out.extend(inner.map(|(text, line)| {
            (if text.is_empty() { text } else { format!("{indent}{text}") }, line)
        }));
    }
    out
}

/// The item needs no blank lines: a paragraph, and perhaps a list that may follow it directly.
fn is_tight(item: &[Block]) -> bool {
    let list = |block: &Block| match &block.kind {
        Kind::List { start, items } => {
            start.is_none_or(|start| start == 1)
                && items.iter().all(|item| {
                    matches!(item.first().map(|b| &b.kind), Some(Kind::Paragraph(_)))
                        && is_tight(item)
                })
        }
        _ => false,
    };
    match item {
        [] => true,
        [one] => matches!(one.kind, Kind::Paragraph(_)) || list(one),
        [one, two] => matches!(one.kind, Kind::Paragraph(_)) && list(two),
        _ => false,
    }
}

fn table(head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>], line: usize) -> Vec<Row> {
    let row = |cells: &[Vec<Inline>]| {
        let cells: Vec<String> =
            cells.iter().map(|cell| inline::one_line(cell).replace("\n", " ")).collect();
        format!("| {} |", cells.join(" | "))
    };
    let mut out = vec![(row(head), line), (format!("|{}", " --- |".repeat(head.len())), line)];
    out.extend(rows.iter().map(|cells| (row(cells), line)));
    out
}

fn definitions(definitions: &[Definition], line: usize) -> Vec<Row> {
    let mut out: Vec<Row> = Vec::new();
    for definition in definitions {
        if !out.is_empty() {
            out.push((String::new(), line));
        }
        out.push((escape::guarded(&inline::one_line(&definition.term)), line));
        for meaning in &definition.meanings {
            let mut inner = rows(meaning, true).into_iter();
            let leads =
                meaning.first().is_some_and(|block| matches!(block.kind, Kind::Paragraph(_)));
            if !leads {
                out.push((":".to_owned(), line));
            } else if let Some((first, line)) = inner.next() {
                out.push((format!(": {first}"), line));
            }
            out.extend(inner.map(|(text, line)| {
                (if text.is_empty() { text } else { format!("  {text}") }, line)
            }));
        }
    }
    out
}

fn code(text: &str, line: usize) -> Vec<Row> {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    let mut out = vec![(fence.clone(), line)];
    out.extend(text.lines().enumerate().map(|(at, text)| (text.to_owned(), line + at)));
    out.push((fence, line));
    out
}
