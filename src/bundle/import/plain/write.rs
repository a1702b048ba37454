//! Paragraphs and lists, written as Markdown.

use super::super::escape;
use super::blocks::{Block, Definition, Item, List};
use super::line::{Kind, Line};

/// How lines of one paragraph follow each other.
#[derive(Debug, Clone, Copy)]
pub(super) struct Joints {
    /// The text was broken at a fixed width: its line ends mean nothing.
    wrapped: bool,
}

/// Lines longer than this are sentences; a line end after one is the end of a paragraph.
const SHORT: usize = 90;

impl Joints {
    pub(super) fn of(lines: &[Line]) -> Joints {
        let length = |line: &Line| line.indent + line.text.chars().count();
        let goes_on: Vec<usize> = lines
            .windows(2)
            .filter_map(|pair| match pair {
                [line, next] if !line.is_blank() && !next.is_blank() && next.mark.is_none() => {
                    Some(length(line))
                }
                _ => None,
            })
            .collect();
        let full = goes_on.iter().filter(|length| (55..=100).contains(*length)).count();
        let longest = lines.iter().map(length).max().unwrap_or_default();
        Joints { wrapped: full >= 5 && 10 * full >= 6 * goes_on.len() && longest <= 100 }
    }

    fn between(self, line: &str, next: &str) -> Joint {
        let (line, next) = (line.chars().count(), next.chars().count());
        if self.wrapped && line >= 45 {
            Joint::Space
        } else if line <= SHORT && next <= SHORT {
            Joint::Break
        } else {
            Joint::Paragraph
        }
    }
}

enum Joint {
    Space,
    Break,
    Paragraph,
}

/// The Markdown of some blocks, without a line end at the end.
pub(super) fn blocks(blocks: &[Block], joints: &Joints) -> String {
    lines(blocks, *joints, true).join("\n")
}

fn lines(blocks: &[Block], joints: Joints, loose: bool) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut flip = false;
    for (at, block) in blocks.iter().enumerate() {
        if at > 0 && loose {
            out.push(String::new());
        }
        let before = at.checked_sub(1).and_then(|at| blocks.get(at));
        match block {
            Block::Text(text) => out.extend(paragraphs(text, joints)),
            Block::Definitions(all) => {
                // Two of them in a row would be one.
                if matches!(before, Some(Block::Definitions(_))) {
                    out.extend(["* * *".to_owned(), String::new()]);
                }
                out.extend(definitions(all));
            }
            Block::List(list) => {
                // Two lists in a row would become one if their marks were the same.
                flip = !flip && matches!(before, Some(Block::List(_)));
                out.extend(list_lines(list, joints, flip));
            }
        }
    }
    out
}

fn definitions(all: &[Definition]) -> Vec<String> {
    let mut out = Vec::new();
    for (term, meaning) in all {
        if !out.is_empty() {
            out.push(String::new());
        }
        out.push(escape::line(term));
        for (at, line) in meaning.iter().enumerate() {
            let end = if at + 1 < meaning.len() { "\\" } else { "" };
            let mark = if at == 0 { ": " } else { "  " };
            out.push(format!("{mark}{}{end}", escape::line(line)));
        }
    }
    out
}

fn paragraphs(text: &[String], joints: Joints) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for (at, line) in text.iter().enumerate() {
        let mut written = escape::line(line);
        match text.get(at + 1).map(|next| joints.between(line, next)) {
            None | Some(Joint::Space) => out.push(written),
            Some(Joint::Break) => {
                written.push('\\');
                out.push(written);
            }
            Some(Joint::Paragraph) => {
                out.push(written);
                out.push(String::new());
            }
        }
    }
    out
}

fn list_lines(list: &List, joints: Joints, flip: bool) -> Vec<String> {
    let loose = !list.items.iter().all(|item| is_tight(item, joints));
    let mut out: Vec<String> = Vec::new();
    for (at, item) in list.items.iter().enumerate() {
        if at > 0 && loose {
            out.push(String::new());
        }
        let mark = match (list.kind, flip) {
            (Kind::Bullet(_) | Kind::Kept(_), false) => "-".to_owned(),
            (Kind::Bullet(_) | Kind::Kept(_), true) => "*".to_owned(),
            (_, false) => format!("{}.", number(list, at)),
            (_, true) => format!("{})", number(list, at)),
        };
        let indent = " ".repeat(mark.len() + 1);
        let mut inner = lines(&item.blocks, joints, loose).into_iter();
        let first =
            if matches!(item.blocks.first(), Some(Block::Text(_))) { inner.next() } else { None };
        out.push(first.map_or(mark.clone(), |first| format!("{mark} {first}")));
        out.extend(
            inner.map(|line| if line.is_empty() { line } else { format!("{indent}{line}") }),
        );
    }
    out
}

fn number(list: &List, at: usize) -> u64 {
    u64::from(list.start) + u64::try_from(at).unwrap_or(u64::MAX / 2)
}

/// The item needs no blank lines: a paragraph, and perhaps a list that may follow it directly.
fn is_tight(item: &Item, joints: Joints) -> bool {
    let single = |text: &[String]| !paragraphs(text, joints).iter().any(String::is_empty);
    // A bare "-" below a line of text would underline it.
    let follows = |list: &List| {
        (matches!(list.kind, Kind::Bullet(_) | Kind::Kept(_)) || list.start == 1)
            && list.items.iter().all(|item| {
                matches!(item.blocks.first(), Some(Block::Text(_))) && is_tight(item, joints)
            })
    };
    match item.blocks.as_slice() {
        [] => true,
        [Block::Text(text)] => single(text),
        [Block::List(list)] => follows(list),
        [Block::Text(text), Block::List(list)] => single(text) && follows(list),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{blocks as reading, line};
    use super::*;

    fn written(text: &str) -> String {
        let read = line::read(text);
        blocks(&reading::of(&read), &Joints::of(&read))
    }

    #[test]
    fn short_lines_break_and_long_ones_part() {
        let long = "word ".repeat(20);
        assert_eq!(written("Utopia 1\nTEL 2"), "Utopia 1\\\nTEL 2");
        assert_eq!(written(&format!("{long}\nshort")), format!("{}\n\nshort", long.trim()));
    }

    #[test]
    fn nested_lists_are_indented_by_their_mark() {
        assert_eq!(written("9. a\n  • b\n10. c"), "9. a\n   - b\n10. c");
        assert_eq!(written("1. a\n  3. b"), "1. a\n\n   3. b");
    }

    #[test]
    fn two_lists_in_a_row_stay_two() {
        assert_eq!(written("1. a\n1. b"), "1. a\n\n1) b");
    }

    #[test]
    fn text_broken_at_a_width_is_joined() {
        let line = "sixty characters of text make a line that was wrapped by hand";
        let text = [line; 8].join("\n");
        assert_eq!(written(&text), text);
    }
}
