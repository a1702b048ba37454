//! One line of plain text: how far it is indented, and the mark that it begins with.

use super::super::number;

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
    /// What a mark may be as well: "i)" is a letter and a roman number.
    pub(super) other: Option<(Kind, u32)>,
    /// What stands after the mark; all of the line where Markdown has no such mark.
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
    /// A mark that Markdown cannot count with: it stays a word, behind a bullet.
    Kept(Kept),
}

/// Marks that stay words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kept {
    /// "①"
    Circled,
    /// "a)", "(a)", "a.": the sign after it, and whether it is large.
    Letter(char, bool),
    /// "aa)", "bb)"
    Double(char),
    /// "iv)", "(iv)", "IV.": likewise.
    Roman(char, bool),
    /// "ア）", "（イ）", "가."
    Syllable(char),
    /// "3.1.2": how many numbers.
    Path(usize),
    /// A row of a table whose cells became lines.
    Row,
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
    let mark = mark(&text);
    Line { number, indent, text, mark }
}

/// The mark that a line begins with.
pub(super) fn mark(text: &str) -> Option<Mark> {
    bullet(text).or_else(|| numbered(text)).or_else(|| kept(text))
}

fn bullet(text: &str) -> Option<Mark> {
    let kind = text.chars().next()?;
    let rest = &text[kind.len_utf8()..];
    let fits = match kind {
        '・' | '•' | '●' | '◦' | '‣' | '▪' | '·' | '･' | '⁃' | '∙' | '○' | '➢' | '✓' | '❖' => {
            !rest.starts_with(kind)
        }
        '*' | '-' | '+' | '–' | '—' | '※' | ';' => rest.starts_with(char::is_whitespace),
        _ => false,
    };
    fits.then(|| Mark {
        kind: Kind::Bullet(kind),
        number: 0,
        other: None,
        rest: rest.trim().to_owned(),
    })
}

fn numbered(text: &str) -> Option<Mark> {
    let inside = text.strip_prefix(['(', '（']);
    let start = inside.unwrap_or(text).trim_start_matches(' ');
    let digits = start.chars().take_while(|c| digit(*c).is_some()).map(char::len_utf8).sum();
    let written = start.get(..digits)?;
    let values: Vec<u32> = written.chars().filter_map(digit).collect();
    // A number with a leading nought would lose it.
    if values.is_empty() || values.len() > 4 || (values.len() > 1 && values.first() == Some(&0)) {
        return None;
    }
    let number = values.iter().fold(0, |sum, digit| sum * 10 + digit);
    let after = start.get(digits..)?;
    let (kind, rest) = match inside {
        Some(_) => (Kind::Round, after.trim_start_matches(' ').strip_prefix([')', '）'])?),
        None => match after.strip_prefix(['.', '．', '、']) {
            Some(rest) => (Kind::Dot, rest),
            None => (Kind::Paren, after.strip_prefix([')', '）'])?),
        },
    };
    (parted(rest) || kind == Kind::Round).then(|| Mark {
        kind,
        number,
        other: None,
        rest: rest.trim().to_owned(),
    })
}

/// A digit, full-width ones included.
pub(super) fn digit(c: char) -> Option<u32> {
    c.to_digit(10).or_else(|| ('０'..='９').contains(&c).then(|| u32::from(c) - u32::from('０')))
}

fn parted(rest: &str) -> bool {
    rest.is_empty()
        || rest.starts_with(char::is_whitespace)
        || rest.starts_with(|c: char| c.is_uppercase() || (c.is_alphabetic() && !c.is_ascii()))
}

/// Marks that Markdown has none of its own for.
fn kept(text: &str) -> Option<Mark> {
    let mark = |kind: Kept, number: u32, other: Option<(Kept, u32)>| {
        let other = other.map(|(kind, number)| (Kind::Kept(kind), number));
        Some(Mark { kind: Kind::Kept(kind), number, other, rest: text.to_owned() })
    };
    let first = text.chars().next()?;
    if let Some(number) = number::circled(first) {
        return mark(Kept::Circled, number, None);
    }
    if let Some((numbers, last)) = path(text) {
        return mark(Kept::Path(numbers), last, None);
    }
    let inside = text.strip_prefix(['(', '（']);
    let start = inside.unwrap_or(text).trim_start();
    let end = start.find(|c: char| !c.is_alphabetic())?;
    let (word, after) = start.split_at(end);
    let sign = after.trim_start().chars().next()?;
    let rest = after.trim_start().get(sign.len_utf8()..)?;
    let (sign, spaced) = match (inside.is_some(), sign) {
        (true, ')' | '）') => ('(', true),
        (false, ')' | '）') => (')', rest.starts_with(char::is_whitespace) || !first.is_ascii()),
        (false, '.' | '．') => ('.', rest.starts_with(char::is_whitespace)),
        _ => return None,
    };
    if !spaced || rest.trim().is_empty() {
        return None;
    }
    let mut letters = word.chars();
    let (letter, single) = (letters.next()?, letters.next().is_none());
    let large = letter.is_uppercase();
    let roman = number::roman(word).map(|number| (Kept::Roman(sign, large), number));
    if single && letter.is_ascii_alphabetic() {
        let number = u32::from(letter.to_ascii_lowercase()) - u32::from('a') + 1;
        return mark(Kept::Letter(sign, large), number, roman);
    }
    if let Some((kind, number)) = roman {
        return mark(kind, number, None);
    }
    if word.len() == 2 && letter.is_ascii_lowercase() && word.ends_with(letter) {
        let number = u32::from(letter) - u32::from('a') + 1;
        return mark(Kept::Double(sign), number, None);
    }
    if single && let Some(number) = syllable(letter) {
        return mark(Kept::Syllable(sign), number, None);
    }
    None
}

/// "3.1.2": how many numbers, and the last of them.
fn path(text: &str) -> Option<(usize, u32)> {
    let end = text.find(|c: char| !(c.is_ascii_digit() || c == '.'))?;
    let (numbers, rest) = text.split_at(end);
    let parts: Vec<u32> =
        numbers.trim_end_matches('.').split('.').map(str::parse).collect::<Result<_, _>>().ok()?;
    let small = parts.iter().all(|part| (1..100).contains(part));
    let words = rest.trim_start();
    let apart = rest.starts_with(char::is_whitespace) && words.starts_with(char::is_alphabetic);
    let unit = words
        .split_whitespace()
        .next()
        .is_some_and(|word| word.len() <= 2 && word.is_ascii() || word.starts_with("litre"));
    (parts.len() >= 2
        && parts.len() <= 5
        && small
        && apart
        && (!unit || words.starts_with(char::is_uppercase)))
    .then(|| (parts.len(), parts.last().copied().unwrap_or(0)))
}

/// The place of a letter in the orders that Japanese and Korean lists count by.
fn syllable(c: char) -> Option<u32> {
    [
        "アイウエオカキクケコサシスセソ",
        "イロハニホヘトチリヌルヲ",
        "あいうえおかきくけこ",
        "가나다라마바사아자차카타파하",
        "一二三四五六七八九十",
        "甲乙丙丁戊己庚辛壬癸",
    ]
    .iter()
    .find_map(|order| order.chars().zip(1..).find(|(own, _)| *own == c).map(|(_, number)| number))
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
        assert_eq!(mark("1、加密"), Some((Kind::Dot, 1, "加密".into())));
    }

    #[test]
    fn marks_that_markdown_has_not_stay_words() {
        let kept = |text: &str| {
            mark(text).filter(|(_, _, rest)| rest == text).map(|(kind, number, _)| (kind, number))
        };
        assert_eq!(kept("① 氏名"), Some((Kind::Kept(Kept::Circled), 1)));
        assert_eq!(kept("b) name"), Some((Kind::Kept(Kept::Letter(')', false)), 2)));
        assert_eq!(kept("(iv) name"), Some((Kind::Kept(Kept::Roman('(', false)), 4)));
        assert_eq!(kept("（ウ）氏名"), Some((Kind::Kept(Kept::Syllable('(')), 3)));
        assert_eq!(kept("3.1.2 Name of the user"), Some((Kind::Kept(Kept::Path(3)), 2)));
        assert_eq!(kept("（三）日志"), Some((Kind::Kept(Kept::Syllable('(')), 3)));
        assert_eq!(kept("나. 성명"), Some((Kind::Kept(Kept::Syllable('.')), 2)));
        assert_eq!(kept("civil) law"), None);
    }

    #[test]
    fn a_quantity_is_no_mark() {
        for text in [
            "1.5 litres of it",
            "-5 degrees",
            "2014 was a year",
            "01. first",
            "(see 1)",
            "*note*",
            "",
        ] {
            assert_eq!(mark(text), None, "{text}");
        }
    }
}
