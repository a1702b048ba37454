//! Lines written as Markdown. A mark that Markdown would not read as one is left away, its words stay.

use super::super::{escape, links};
use super::tree::{Inline, plain};

/// The lines of a paragraph.
pub(super) fn lines(words: &[Inline]) -> Vec<String> {
    let parts: Vec<&[Inline]> = words.split(|piece| *piece == Inline::Break).collect();
    let written: Vec<String> =
        parts.iter().map(|part| in_line(part)).filter(|line| !line.is_empty()).collect();
    let last = written.len().saturating_sub(1);
    written
        .into_iter()
        .enumerate()
        .map(|(at, line)| {
            let line = escape::guarded(&line);
            if at < last { format!("{line}\\") } else { line }
        })
        .flat_map(|line| line.split('\n').map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

/// All words in one line, without a guard at its start.
pub(super) fn one_line(words: &[Inline]) -> String {
    in_line(words).replace("\\\n", " ")
}

fn in_line(words: &[Inline]) -> String {
    let mut out = String::new();
    write(&mut out, words, None, false);
    out.trim().to_owned()
}

fn write(out: &mut String, words: &[Inline], after: Option<char>, in_link: bool) {
    for (at, piece) in words.iter().enumerate() {
        let next = words.get(at + 1..).and_then(|rest| plain(rest).chars().next()).or(after);
        match piece {
            Inline::Text(text) => out.push_str(&escape::plain(text)),
            // Within a link a line may end, elsewhere lines were parted before.
            Inline::Break if in_link => out.push_str("\\\n"),
            Inline::Break => out.push(' '),
            Inline::Strong(inner) => marked(out, "**", inner, next, in_link),
            Inline::Emphasis(inner) => marked(out, "*", inner, next, in_link),
            Inline::Struck(inner) => marked(out, "~~", inner, next, in_link),
            Inline::Code(text) => code(out, text),
            Inline::Link { target, words } if !in_link => link(out, target, words),
            Inline::Link { words, .. } => write(out, words, next, true),
        }
    }
}

/// Words between marks, if Markdown reads the marks as such where they stand.
fn marked(out: &mut String, mark: &str, inner: &[Inline], next: Option<char>, in_link: bool) {
    let seen = plain(inner);
    let bare = seen.trim();
    let begins = &seen[..seen.len() - seen.trim_start().len()];
    let ends = &seen[seen.trim_end().len()..];
    let before = begins.chars().last().or_else(|| out.chars().last());
    let after = ends.chars().next().or(next);
    if bare.is_empty()
        || !flanks(before, bare.chars().next())
        || !flanks(after, bare.chars().last())
    {
        // Marks inside are held against what stands around these words: nothing is between them.
        write(out, inner, next, in_link);
        return;
    }
    let mut words = String::new();
    write(&mut words, inner, None, in_link);
    let bare = words.trim();
    let (lead, tail) =
        (&words[..words.len() - words.trim_start().len()], &words[words.trim_end().len()..]);
    let glued = bare.starts_with(['*', '~']) || bare.ends_with(['*', '~', '\\']);
    out.push_str(lead);
    if glued || out.ends_with(['*', '~']) {
        out.push_str(bare);
    } else {
        out.push_str(mark);
        out.push_str(bare);
        out.push_str(mark);
    }
    out.push_str(tail);
}

/// A mark between what is outside and what is inside stands where it can be one.
fn flanks(outside: Option<char>, inside: Option<char>) -> bool {
    let Some(inside) = inside.filter(|c| !c.is_whitespace()) else { return false };
    let sign = |c: char| !c.is_alphanumeric() && !c.is_whitespace();
    match outside {
        None => true,
        Some(c) if c.is_whitespace() => true,
        // A mark of another kind may stand there.
        Some('*' | '_' | '~') => false,
        Some(c) => sign(c) || !sign(inside),
    }
}

fn code(out: &mut String, text: &str) {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    if longest > 0 || text.contains('|') || out.ends_with('`') || text.trim().is_empty() {
        out.push_str(&escape::plain(text));
        return;
    }
    out.push('`');
    out.push_str(text);
    out.push('`');
}

fn link(out: &mut String, target: &str, words: &[Inline]) {
    let seen = plain(words);
    if seen.trim() == target && links::fits_autolink(target) {
        if out.ends_with('<') || seen.starts_with(char::is_whitespace) {
            out.push(' ');
        }
        out.push('<');
        out.push_str(target);
        out.push('>');
        if seen.ends_with(char::is_whitespace) {
            out.push(' ');
        }
        return;
    }
    let mut inner = String::new();
    write(&mut inner, words, None, true);
    // A line's end stays inside: its sign would else escape the bracket.
    let lead = &inner[..inner.len() - inner.trim_start_matches(' ').len()];
    let tail = &inner[inner.trim_end_matches(' ').len()..];
    out.push_str(lead);
    // "!" before a link would make a picture of it.
    if out.ends_with('!') {
        out.pop();
        out.push_str("\\!");
    }
    out.push('[');
    out.push_str(&brackets(inner.trim_matches(' ')));
    out.push_str("](");
    out.push_str(&destination(target));
    out.push(')');
    out.push_str(tail);
}

/// A closing bracket must not end the link's words.
fn brackets(words: &str) -> String {
    words.replace(']', "\\]")
}

/// An address between the round brackets of a link.
fn destination(target: &str) -> String {
    let mut out = String::new();
    for c in target.chars() {
        match c {
            ' ' => out.push_str("%20"),
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '(' => out.push_str("\\("),
            ')' => out.push_str("\\)"),
            '\\' => out.push_str("%5C"),
            '|' => out.push_str("%7C"),
            '&' => out.push_str("\\&"),
            '*' | '_' | '`' | '~' | '[' | ']' => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_control() || c.is_whitespace() => out.push_str("%20"),
            c => out.push(c),
        }
    }
    if out.is_empty() { "<>".to_owned() } else { out }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(words: &str) -> Inline {
        Inline::Text(words.to_owned())
    }

    #[test]
    fn marks_are_written_where_markdown_reads_them() {
        let strong = |words: &str| Inline::Strong(vec![text(words)]);
        assert_eq!(one_line(&[text("a "), strong("b "), text("c")]), "a **b** c");
        assert_eq!(one_line(&[strong("太字。"), text("次")]), "太字。次");
        assert_eq!(one_line(&[strong("a"), strong("b")]), "**a**b");
    }

    #[test]
    fn a_link_keeps_its_words_and_its_address() {
        let link = |target: &str, words: &str| Inline::Link {
            target: target.to_owned(),
            words: vec![text(words)],
        };
        assert_eq!(
            one_line(&[link("https://a.example/?b=1&copy=2", "[x]")]),
            "[\\[x\\]](https://a.example/?b=1\\&copy=2)"
        );
        assert_eq!(
            one_line(&[text("see!"), link("https://a.example", "https://a.example")]),
            "see!<https://a.example>"
        );
        assert_eq!(one_line(&[text("no!"), link("/a(b)", "c")]), "no\\![c](/a\\(b\\))");
    }

    #[test]
    fn lines_are_guarded_at_their_start() {
        assert_eq!(lines(&[text("a"), Inline::Break, text("- b")]), ["a\\", "\\- b"]);
    }
}
