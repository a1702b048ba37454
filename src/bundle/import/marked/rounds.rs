//! Paragraphs that count themselves, "( 1 )", "( 2 )", are a numbered list that Markdown does not see.

use pulldown_cmark::{Event, Parser, Tag};

use super::super::{escape, words};
use super::blocks::{Block, Kind};
use super::edits::Edits;

/// Parts two blocks that would else become one.
pub(super) const RULE: &str = "* * *";

/// A run of blocks as they are to be written.
pub(super) fn listed(text: &str, blocks: &[Block], edits: &Edits<'_>) -> Vec<String> {
    let mut out = Vec::new();
    let mut at = 0;
    // The block before became a list.
    let mut listed = false;
    while let Some(block) = blocks.get(at) {
        let items = run(edits, blocks.get(at..).unwrap_or_default());
        if items.len() >= 2
            && let Some(delimiter) = delimiter(text, blocks, at, items.len())
        {
            out.push(
                items
                    .iter()
                    .map(|(n, words)| item(*n, delimiter, words))
                    .collect::<Vec<_>>()
                    .join("\n\n"),
            );
            at += items.len();
            listed = true;
        } else {
            let before = at.checked_sub(1).and_then(|at| blocks.get(at));
            if before.is_some_and(|before| merges(before, block)) {
                out.push(RULE.to_owned());
            }
            let written = one(edits, block);
            match out.last_mut() {
                Some(last)
                    if before
                        .is_some_and(|before| !listed && adjoins(text, edits, before, block)) =>
                {
                    last.push('\n');
                    last.push_str(&written);
                }
                _ => out.push(written),
            }
            at += 1;
            listed = false;
        }
    }
    out
}

/// Two lists that the source keeps apart by blanks alone, which are written anew.
fn merges(before: &Block, block: &Block) -> bool {
    matches!((&before.kind, &block.kind), (Kind::List { delimiter: Some(a) }, Kind::List { delimiter: Some(b) }) if a == b)
}

/// Two blocks without a blank line between them, neither of them changed, stay so: how the parser
/// parts them depends on it (a definition of a link may stand between them).
fn adjoins(text: &str, edits: &Edits<'_>, before: &Block, block: &Block) -> bool {
    let above = text.get(..block.range.start).unwrap_or_default();
    let blank = above.trim_end_matches([' ', '\t']).ends_with("\n\n");
    let kept = |block: &Block| {
        let heading = matches!(block.kind, Kind::Heading { .. });
        !heading && text.get(block.range.clone()) == Some(edits.slice(block.range.clone()).as_str())
    };
    !blank && kept(before) && kept(block)
}

fn one(edits: &Edits<'_>, block: &Block) -> String {
    match &block.kind {
        // What had no words may have got some: the address of a link.
        Kind::Heading { text, .. }
            if !text.contains(char::is_alphanumeric)
                && edits.heading(block, None).contains(char::is_alphanumeric) =>
        {
            edits.heading(block, None)
        }
        // A heading without words parts what stands before and after it, and does nothing else.
        Kind::Heading { text, .. } if text.trim().is_empty() => RULE.to_owned(),
        Kind::Heading { text, .. } => escape::unlinked_line(text),
        _ => edits.slice(block.range.clone()).trim_end_matches([' ', '\t', '\n']).to_owned(),
    }
}

/// The paragraphs at the start that count on from each other, without their marks.
fn run(edits: &Edits<'_>, blocks: &[Block]) -> Vec<(u32, String)> {
    let mut items: Vec<(u32, String)> = Vec::new();
    for block in blocks.iter().take_while(|block| block.kind == Kind::Paragraph) {
        let source = edits.slice(block.range.clone());
        let Some((number, words)) = mark(source.trim()) else { break };
        if items.last().is_some_and(|(last, _)| last + 1 != number) || !is_paragraph(words) {
            break;
        }
        items.push((number, words.to_owned()));
    }
    items
}

/// "( 3 ) words" in its two parts.
fn mark(paragraph: &str) -> Option<(u32, &str)> {
    let inside = paragraph.strip_prefix(['(', '（'])?.trim_start_matches(' ');
    let digits = inside.bytes().take_while(u8::is_ascii_digit).count();
    let number =
        inside.get(..digits).filter(|d| d.len() <= 3 && !d.starts_with('0'))?.parse().ok()?;
    let words =
        inside.get(digits..)?.trim_start_matches(' ').strip_prefix([')', '）'])?.trim_start();
    (!words.is_empty()).then_some((number, words))
}

/// The words stay one paragraph when they stand by themselves.
fn is_paragraph(words: &str) -> bool {
    let mut events = Parser::new_ext(words, words::source_options());
    matches!(events.next(), Some(Event::Start(Tag::Paragraph)))
}

/// A delimiter that keeps the list apart from its neighbours, if what follows would stay outside of it.
fn delimiter(text: &str, blocks: &[Block], at: usize, length: usize) -> Option<char> {
    let of = |block: Option<&Block>| match block.map(|block| &block.kind) {
        Some(Kind::List { delimiter }) => *delimiter,
        _ => None,
    };
    let next = blocks.get(at + length);
    let near = [at.checked_sub(1).and_then(|at| of(blocks.get(at))), of(next)];
    let after = next.and_then(|next| text.get(next.range.clone())).unwrap_or_default();
    let indented = ["   ", "\t", " \t", "  \t"].iter().any(|indent| after.starts_with(indent));
    ['.', ')'].into_iter().find(|c| !near.contains(&Some(*c)) && !indented)
}

fn item(number: u32, delimiter: char, words: &str) -> String {
    let mark = format!("{number}{delimiter} ");
    let indent = format!("\n{}", " ".repeat(mark.len()));
    let lines: Vec<&str> = words.lines().map(str::trim_start).collect();
    mark + &lines.join(&indent)
}
