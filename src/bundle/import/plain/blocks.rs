//! Paragraphs and nested lists, from the marks and the indentation of lines.

use super::super::Remark;
use super::line::{Kept, Kind, Line, Mark};

/// Lists nest no deeper than this; what is indented further becomes an item at this depth.
const DEEPEST: usize = 6;

/// A paragraph or a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Block {
    /// The lines of a paragraph.
    Text(Vec<String>),
    List(List),
    /// Terms with what stands indented below each.
    Definitions(Vec<Definition>),
}

/// A term and the lines below it.
pub(super) type Definition = (String, Vec<String>);

/// A list, its items numbered from `start` on unless it has bullets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct List {
    pub(super) kind: Kind,
    pub(super) start: u32,
    pub(super) items: Vec<Item>,
}

/// An item and the line it begins on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Item {
    pub(super) line: usize,
    pub(super) blocks: Vec<Block>,
}

/// A list that can still get items; it always has one.
struct Open {
    indent: usize,
    next: u32,
    list: List,
}

/// The blocks of the lines between two headings.
pub(super) fn of(lines: &[Line]) -> Vec<Block> {
    let mut builder = Builder { root: Vec::new(), open: Vec::new() };
    let mut blank = true;
    let mut after = 0;
    for (at, line) in lines.iter().enumerate() {
        if at < after {
            continue;
        }
        if let Some((definitions, end)) = definitions(lines, at).filter(|_| blank) {
            builder.close(0);
            builder.root.push(Block::Definitions(definitions));
            after = end;
            blank = true;
            continue;
        }
        if line.is_blank() {
            blank = true;
            continue;
        }
        match &line.mark {
            Some(mark) => builder.item(line, mark, blank),
            None => builder.text(line, blank),
        }
        blank = false;
    }
    builder.close(0);
    builder.root.into_iter().map(footnote).collect()
}

/// Terms that each have indented lines directly below, from a place on, and where they end.
fn definitions(lines: &[Line], from: usize) -> Option<(Vec<Definition>, usize)> {
    let mut found = Vec::new();
    let mut at = from;
    while let Some(term) = lines.get(at) {
        let below = |line: &&Line| {
            !line.is_blank() && line.mark.is_none() && line.indent >= term.indent + 2
        };
        let is_term = !term.is_blank()
            && term.mark.is_none()
            && term.text.chars().count() <= 60
            && !term.text.ends_with(['.', ',', ';', '。', '、']);
        let meaning: Vec<String> =
            lines.iter().skip(at + 1).take_while(below).map(|line| line.text.clone()).collect();
        let end = at + 1 + meaning.len();
        let parted = lines.get(end).is_none_or(|next| {
            next.is_blank() || next.indent == term.indent && next.mark.is_none()
        });
        if !is_term || term.indent > 0 || meaning.is_empty() || !parted {
            break;
        }
        found.push((term.text.clone(), meaning));
        at = end;
        // One blank line may stand between two of them.
        if lines.get(at).is_some_and(Line::is_blank)
            && lines.get(at + 1).is_some_and(|line| !line.is_blank())
        {
            at += 1;
        }
    }
    (found.len() >= 2).then_some((found, at))
}

/// A single item with an asterisk is a note below the text, not a list.
fn footnote(block: Block) -> Block {
    match block {
        Block::List(List { kind: Kind::Bullet('*'), items, start }) => match items.as_slice() {
            [Item { blocks, .. }] if matches!(blocks.as_slice(), [Block::Text(_)]) => {
                let mut lines: Vec<String> = blocks
                    .iter()
                    .flat_map(|block| {
                        if let Block::Text(lines) = block { lines.clone() } else { Vec::new() }
                    })
                    .collect();
                if let Some(first) = lines.first_mut() {
                    first.insert_str(0, "* ");
                }
                Block::Text(lines)
            }
            _ => Block::List(List { kind: Kind::Bullet('*'), start, items }),
        },
        other => other,
    }
}

struct Builder {
    root: Vec<Block>,
    open: Vec<Open>,
}

impl Builder {
    fn item(&mut self, line: &Line, mark: &Mark, blank: bool) {
        let rest = &mark.rest;
        let goes_on = |open: &Open, (kind, number): (Kind, u32)| {
            let beside = open.indent.abs_diff(line.indent);
            open.list.kind == kind
                && match kind {
                    Kind::Bullet(_) | Kind::Kept(Kept::Row) => beside == 0,
                    _ => open.next == number && beside <= 1,
                }
        };
        let readings = [Some((mark.kind, mark.number)), mark.other];
        let blocks =
            if rest.is_empty() { Vec::new() } else { vec![Block::Text(vec![rest.to_owned()])] };
        let item = Item { line: line.number, blocks };
        let going_on = readings.iter().flatten().find_map(|reading| {
            let depth = self.open.iter().rposition(|open| goes_on(open, *reading))?;
            Some((depth, *reading))
        });
        if let Some((depth, (_, number))) = going_on {
            self.close(depth + 1);
            if let Some(open) = self.open.last_mut() {
                open.next = number.saturating_add(1);
                open.list.items.push(item);
            }
            return;
        }
        // A list that begins begins at one, if its mark can be read so.
        let first = readings.iter().flatten().find(|(_, number)| *number == 1);
        let (kind, number) = first.copied().unwrap_or((mark.kind, mark.number));
        let next = number.saturating_add(1);
        while self.open.last().is_some_and(|open| open.indent > line.indent) {
            self.close(self.open.len() - 1);
        }
        // Beside a list of the same kind, or after a blank line: another list. Otherwise one inside of the item.
        let another = self
            .open
            .last()
            .is_some_and(|open| open.indent == line.indent && (blank || open.list.kind == kind));
        if another || self.open.len() >= DEEPEST {
            self.close(self.open.len() - 1);
        }
        let list = List { kind, start: number, items: vec![item] };
        self.open.push(Open { indent: line.indent, next, list });
    }

    fn text(&mut self, line: &Line, blank: bool) {
        // After a blank line text belongs to an item only if it stands further in than the item's mark.
        let outside =
            |open: &Open| open.indent > line.indent || (blank && open.indent == line.indent);
        while self.open.last().is_some_and(outside) {
            self.close(self.open.len() - 1);
        }
        let place = self.place();
        match place.last_mut() {
            Some(Block::Text(lines)) if !blank => lines.push(line.text.clone()),
            _ => place.push(Block::Text(vec![line.text.clone()])),
        }
    }

    /// Ends the lists from this depth on; each goes into the item that it stands in.
    fn close(&mut self, depth: usize) {
        while self.open.len() > depth {
            if let Some(open) = self.open.pop() {
                self.place().push(Block::List(open.list));
            }
        }
    }

    /// Where the next block goes.
    fn place(&mut self) -> &mut Vec<Block> {
        match self.open.last_mut().and_then(|open| open.list.items.last_mut()) {
            Some(item) => &mut item.blocks,
            None => &mut self.root,
        }
    }
}

/// Items that have a label but nothing below it, where all their siblings have something.
pub(super) fn blanks(blocks: &[Block]) -> Vec<Remark> {
    let mut remarks = Vec::new();
    for block in blocks {
        let Block::List(list) = block else { continue };
        let bare: Vec<&Item> = list.items.iter().filter(|item| is_bare(item)).collect();
        let below = |item: &&Item| match item.blocks.as_slice() {
            [Block::Text(lines)] => lines.len() > 1,
            blocks => blocks.len() > 1,
        };
        let full: Vec<&Item> = list.items.iter().filter(below).collect();
        if let ([item], true) =
            (bare.as_slice(), full.len() >= 2 && full.len() + 1 == list.items.len())
            && !matches!(list.kind, Kind::Bullet(_) | Kind::Kept(Kept::Row))
        {
            remarks.push(Remark::new(
                item.line,
                "This item seems to be left blank: all others have something below their label.",
            ));
        }
        for item in &list.items {
            remarks.extend(blanks(&item.blocks));
        }
    }
    remarks
}

fn is_bare(item: &Item) -> bool {
    match item.blocks.as_slice() {
        [] => true,
        [Block::Text(lines)] => {
            matches!(lines.as_slice(), [label] if label.chars().count() <= 80 && !label.ends_with(['.', ';', ',', '。']))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::line;
    use super::*;

    /// "1.[a •[b]]" for a list with one item "a" that holds a list.
    fn shape(text: &str) -> String {
        fn one(block: &Block) -> String {
            match block {
                Block::Text(lines) => lines.join("/"),
                Block::Definitions(all) => all
                    .iter()
                    .map(|(term, lines)| format!("{term}:{}", lines.join("/")))
                    .collect::<Vec<_>>()
                    .join(" "),
                Block::List(list) => {
                    let items: Vec<String> = list
                        .items
                        .iter()
                        .map(|item| item.blocks.iter().map(one).collect::<Vec<_>>().join(" "))
                        .collect();
                    let mark = match list.kind {
                        Kind::Bullet(_) | Kind::Kept(_) => "•".to_owned(),
                        _ => list.start.to_string(),
                    };
                    format!("{mark}[{}]", items.join(", "))
                }
            }
        }
        of(&line::read(text)).iter().map(one).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn lists_nest_by_their_indentation() {
        let text = "  1. a\n    1. b\n      c\n    2. d\n      • e\n  2. f";
        assert_eq!(shape(text), "1[a 1[b/c, d •[e]], f]");
    }

    #[test]
    fn a_list_goes_on_after_a_blank_line_and_a_list_inside() {
        assert_eq!(shape("  1. a\n\n    1. b\n    2. c\n  2. d\n\n  3. e"), "1[a 1[b, c], d, e]");
    }

    #[test]
    fn lists_of_another_kind_at_the_same_place_nest() {
        assert_eq!(shape("1. a\n(1) b\n(2) c\n2. d"), "1[a 1[b, c], d]");
        assert_eq!(shape("1. a\n\n• b"), "1[a] •[b]");
    }

    #[test]
    fn text_directly_below_an_item_stays_in_it_and_after_a_blank_line_does_not() {
        assert_eq!(shape("・a\nb\n・c\n\nd"), "•[a/b, c] d");
        assert_eq!(shape("  • a\nb\n  • c"), "•[a] b •[c]");
    }

    #[test]
    fn terms_with_indented_lines_below_are_definitions() {
        assert_eq!(
            shape("Cookie\n  A file.\n\nBeacon\n  A picture.\n  Small.\n\nText."),
            "Cookie:A file. Beacon:A picture./Small. Text."
        );
        assert_eq!(shape("Address\n  Utopia 1\n\nText."), "Address/Utopia 1 Text.");
    }

    #[test]
    fn a_lone_asterisk_is_a_note() {
        assert_eq!(shape("* on weekdays"), "* on weekdays");
        assert_eq!(shape("* a\n* b"), "•[a, b]");
    }

    #[test]
    fn a_label_left_blank_is_remarked_on() {
        let blocks = of(&line::read("1. Name\n2. Purpose\n  To work\n3. Data\n  The name"));
        let lines: Vec<usize> = blanks(&blocks).iter().map(|remark| remark.line).collect();
        assert_eq!(lines, [1]);
    }
}
