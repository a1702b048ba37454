//! Lines of a page as paragraphs, and paragraphs that are a list nobody marked as one.

use super::super::marker;
use super::super::tree::{Block, Inline, Kind, is_blank};

/// A line's words as paragraphs: two line ends in a row part them.
pub(super) fn lines_of(words: Vec<Inline>) -> Vec<Vec<Inline>> {
    let mut paragraphs: Vec<Vec<Inline>> = Vec::new();
    let mut lines: Vec<Vec<Inline>> = vec![Vec::new()];
    for piece in words {
        if piece == Inline::Break {
            lines.push(Vec::new());
        } else if let Some(line) = lines.last_mut() {
            line.push(piece);
        }
    }
    let mut open: Vec<Inline> = Vec::new();
    for line in lines {
        let blank = is_blank(&line);
        let marked = marker::of_line(&line).is_some();
        if (blank || marked) && !is_blank(&open) {
            paragraphs.push(std::mem::take(&mut open));
        }
        if blank {
            continue;
        }
        if !open.is_empty() {
            open.push(Inline::Break);
        }
        open.extend(line);
    }
    if !is_blank(&open) {
        paragraphs.push(open);
    }
    paragraphs
}

/// Neighbouring paragraphs that begin with marks of one kind are a list that nobody marked as one.
pub(super) fn gather(blocks: Vec<Block>) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::new();
    let mut run: Vec<(Block, marker::Mark)> = Vec::new();
    for block in blocks {
        let mark = match &block.kind {
            Kind::Paragraph(paragraph) => marker::of_line(&paragraph.words),
            _ => None,
        };
        let goes_on = match (&mark, run.last()) {
            (Some(mark), Some((_, last))) => mark.follows(last),
            (_, None) => true,
            _ => false,
        };
        if !goes_on {
            end_gathering(&mut run, &mut out);
        }
        match mark {
            Some(mark) => run.push((block, mark)),
            None => {
                end_gathering(&mut run, &mut out);
                out.push(block);
            }
        }
    }
    end_gathering(&mut run, &mut out);
    out
}

fn end_gathering(run: &mut Vec<(Block, marker::Mark)>, out: &mut Vec<Block>) {
    let run = std::mem::take(run);
    let Some((first, mark)) = run.first() else { return };
    if run.len() < 2 {
        out.extend(run.into_iter().map(|(block, _)| block));
        return;
    }
    let line = first.line;
    let start = mark.number;
    let items = run
        .into_iter()
        .map(|(mut block, mark)| {
            if let Kind::Paragraph(paragraph) = &mut block.kind {
                mark.take_from(&mut paragraph.words);
            }
            vec![block]
        })
        .collect();
    out.push(Block { line, kind: Kind::List { start, items } });
}
