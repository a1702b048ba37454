//! One line of plain text: how far it is indented, and the mark that it begins with.

/// A line, blank ones included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// Counted from 1.
    pub(super) number: usize,
    /// In columns: a tab counts four, a full-width space two.
    pub(super) indent: usize,
    /// Without the blanks around it.
    pub(super) text: String,
    pub(super) mark: Option<Mark>,
}

/// What an item of a list begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) kind: Kind,
    /// The item's number; 0 for bullets.
    pub(super) number: u32,
    /// What stands after the mark.
    pub(super) rest: String,
}

/// Lists of different kinds are different lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// "・", "•", "-", …
    Bullet(char),
    /// "1."
    Dot,
    /// "1)"
    Paren,
    /// "(1)"
    Round,
}

impl Line {
    pub(super) fn is_blank(&self) -> bool {
        self.text.is_empty()
    }
}

/// All lines of a text.
pub(super) fn read(text: &str) -> Vec<Line> {
    text.split('\n').zip(1..).map(|(line, number)| one(line, number)).collect()
}

fn one(line: &str, number: usize) -> Line {
    let indent = line
        .chars()
        .take_while(|c| c.is_whitespace())
        .map(|c| match c {
            '\t' => 4,
            '\u{3000}' => 2,
            _ => 1,
        })
        .sum();
    let text = line.trim().to_owned();
    let mark = bullet(&text).or_else(|| numbered(&text));
    Line { number, indent, text, mark }
}

fn bullet(text: &str) -> Option<Mark> {
    let kind = text.chars().next()?;
    let rest = &text[kind.len_utf8()..];
    let fits = match kind {
        '・' | '•' | '●' | '◦' | '‣' | '▪' | '·' => !rest.starts_with(kind),
        '*' | '-' | '+' | '–' | '—' => rest.starts_with(char::is_whitespace),
        _ => false,
    };
    fits.then(|| Mark { kind: Kind::Bullet(kind), number: 0, rest: rest.trim().to_owned() })
}

fn numbered(text: &str) -> Option<Mark> {
    let inside = text.strip_prefix(['(', '（']);
    let start = inside.unwrap_or(text).trim_start_matches(' ');
    let digits = start.bytes().take_while(u8::is_ascii_digit).count();
    let written = start.get(..digits)?;
    // A number with a leading nought would lose it.
    if written.len() > 4 || (written.starts_with('0') && written != "0") {
        return None;
    }
    let number = written.parse().ok()?;
    let after = start.get(digits..)?;
    let (kind, rest) = match inside {
        Some(_) => (Kind::Round, after.trim_start_matches(' ').strip_prefix([')', '）'])?),
        None => match after.strip_prefix(['.', '．']) {
            Some(rest) => (Kind::Dot, rest),
            None => (Kind::Paren, after.strip_prefix([')', '）'])?),
        },
    };
    let parted = rest.is_empty()
        || rest.starts_with(char::is_whitespace)
        || kind == Kind::Round
        || rest.starts_with(|c: char| c.is_uppercase() || (c.is_alphabetic() && !c.is_ascii()));
    parted.then(|| Mark { kind, number, rest: rest.trim().to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(text: &str) -> Option<(Kind, u32, String)> {
        one(text, 1).mark.map(|mark| (mark.kind, mark.number, mark.rest))
    }

    #[test]
    fn marks_are_read_in_every_dress() {
        assert_eq!(mark("・full width"), Some((Kind::Bullet('・'), 0, "full width".into())));
        assert_eq!(mark("  • dot"), Some((Kind::Bullet('•'), 0, "dot".into())));
        assert_eq!(mark("1. one"), Some((Kind::Dot, 1, "one".into())));
        assert_eq!(mark("1.One"), Some((Kind::Dot, 1, "One".into())));
        assert_eq!(mark("12) twelve"), Some((Kind::Paren, 12, "twelve".into())));
        assert_eq!(mark("( 3 ) three"), Some((Kind::Round, 3, "three".into())));
        assert_eq!(mark("（4）四"), Some((Kind::Round, 4, "四".into())));
    }

    #[test]
    fn a_quantity_is_no_mark() {
        for text in
            ["1.5 litres", "-5 degrees", "2014 was a year", "01. first", "(see 1)", "*note*", ""]
        {
            assert_eq!(mark(text), None, "{text}");
        }
    }
}
