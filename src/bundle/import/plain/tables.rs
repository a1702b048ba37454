//! Tables whose cells became lines: a line of column heads, then rows of a label and the items below it.
//! Each row becomes an item of a list, with what its cells held below it.

use super::super::Remark;
use super::line::{Kept, Kind, Line, Mark};

/// Fewer rows than these are chance.
const FEWEST: usize = 2;

/// The lines, the rows of flattened tables marked as items.
pub(super) fn rows(mut lines: Vec<Line>) -> Vec<Line> {
    let mut at = 0;
    while at < lines.len() {
        let found = if is_head(&lines, at) { labels(&lines, at) } else { Vec::new() };
        if found.len() < FEWEST {
            at += 1;
            continue;
        }
        for row in &found {
            if let Some(line) = lines.get_mut(*row) {
                let rest = line.text.clone();
                line.mark =
                    Some(Mark { kind: Kind::Kept(Kept::Row), number: 0, other: None, rest });
            }
        }
        at = found.last().copied().unwrap_or(at) + 1;
    }
    lines
}

/// What is to be said about the tables that were found.
pub(super) fn remarks(lines: &[Line]) -> Vec<Remark> {
    let is_row = |line: &Line| matches!(&line.mark, Some(Mark { kind: Kind::Kept(Kept::Row), .. }));
    let mut remarks = Vec::new();
    let mut rows = 0;
    let mut head = 1;
    for (at, line) in lines.iter().enumerate().chain([(lines.len() + 1, &END)]) {
        let row = is_row(line);
        let apart =
            at == lines.len() + 1 || (!line.is_blank() && line.indent == 0 && line.mark.is_none());
        if apart && rows >= FEWEST {
            remarks.push(Remark::new(
                head,
                format!("This looks like a table of {rows} rows whose cells became lines; it is written as a list of {rows} items, its column heads above."),
            ));
        }
        if apart {
            rows = 0;
        }
        if row {
            if rows == 0 {
                head = lines.get(at.saturating_sub(1)).map_or(1, |line| line.number);
            }
            rows += 1;
        }
    }
    remarks
}

const END: Line = Line { number: 0, indent: 0, text: String::new(), mark: None };

/// A line of at least three words above a label, neither an item nor a sentence.
fn is_head(lines: &[Line], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| lines.get(at)).is_none_or(Line::is_blank);
    before
        && lines
            .get(at)
            .is_some_and(|line| is_label(line) && line.text.split_whitespace().count() >= 3)
        && lines.get(at + 1).is_some_and(is_label)
}

/// The places of the rows' labels below the heads.
fn labels(lines: &[Line], head: usize) -> Vec<usize> {
    let mut found = Vec::new();
    for at in head + 1..lines.len() {
        let Some(line) = lines.get(at) else { break };
        if line.is_blank() || line.indent > 0 || is_item(line) {
            continue;
        }
        let above = at.checked_sub(1).and_then(|at| lines.get(at));
        let follows = at == head + 1 || above.is_some_and(is_item);
        if !(follows && is_label(line) && lines.get(at + 1).is_some_and(is_item)) {
            break;
        }
        found.push(at);
    }
    found
}

fn is_item(line: &Line) -> bool {
    matches!(&line.mark, Some(Mark { kind: Kind::Bullet(_), .. }))
}

fn is_label(line: &Line) -> bool {
    !line.is_blank()
        && line.mark.is_none()
        && line.indent == 0
        && !line.text.ends_with(['.', ',', ';', '。', '、'])
}

#[cfg(test)]
mod tests {
    use super::super::line;
    use super::*;

    fn found(text: &str) -> Vec<(usize, String)> {
        remarks(&rows(line::read(text)))
            .into_iter()
            .map(|r| (r.line, r.message.chars().take(34).collect()))
            .collect()
    }

    #[test]
    fn a_flattened_table_is_recognised_and_its_rows_counted() {
        let table = "Reason What it means Data\nTo run\n  • a\n  • b\nTo tell\n  • c\n\n    • d\n\nThe end of it.\n";
        assert_eq!(found(table), [(1, "This looks like a table of 2 rows ".to_owned())]);
        assert_eq!(found("We do so for:\n• a\n• b\n"), []);
        assert_eq!(found("Three words here\n\nTo run\n  • a\nTo tell\n  • b\n"), []);
    }
}
