//! The number that a heading begins with: "3.", "Article 3", "(3)", "第3条".

/// How a heading is numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// With a word before it: "Article 3", "Section 3", "第3条".
    Named,
    /// A bare number: "3.", "3)", "(3)", "3.1", "3 Cookies".
    Bare,
}

/// A heading's number and the words after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Numbered<'a> {
    pub(super) style: Style,
    /// `[3, 1]` for "3.1".
    pub(super) path: Vec<u32>,
    pub(super) rest: &'a str,
}

const NAMES: [&str; 5] = ["article", "section", "chapter", "clause", "part"];

/// The number at the start of a heading, if it has one.
pub(super) fn split(heading: &str) -> Option<Numbered<'_>> {
    let heading = heading.trim();
    named(heading)
        .or_else(|| japanese(heading))
        .or_else(|| bracketed(heading))
        .or_else(|| bare(heading))
}

/// A heading's words without its number and without the brackets around all that is left.
pub(super) fn without(heading: &str) -> &str {
    split(heading).map_or(heading.trim(), |numbered| numbered.rest)
}

fn named(heading: &str) -> Option<Numbered<'_>> {
    let name = NAMES.iter().find(|name| {
        heading.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name))
    })?;
    let after = heading.get(name.len()..)?.trim_start();
    let (path, rest) = path(after)?;
    let ends = rest.is_empty() || rest.starts_with(|c: char| !c.is_alphanumeric());
    ends.then(|| Numbered { style: Style::Named, path, rest: trim_joint(rest) })
}

fn japanese(heading: &str) -> Option<Numbered<'_>> {
    let after = heading.strip_prefix('第')?.trim_start();
    let end = after.find(|c: char| digit(c).is_none() && c != '十' && c != '百')?;
    let number = japanese_number(&after[..end])?;
    let rest = after[end..].trim_start().strip_prefix(['条', '章', '節', '項', '編'])?;
    Some(Numbered { style: Style::Named, path: vec![number], rest: trim_joint(rest) })
}

fn bracketed(heading: &str) -> Option<Numbered<'_>> {
    let inside = heading.strip_prefix(['(', '（'])?.trim_start();
    let (path, rest) = path(inside)?;
    let rest = rest.trim_start().strip_prefix([')', '）'])?;
    Some(Numbered { style: Style::Bare, path, rest: trim_joint(rest) })
}

fn bare(heading: &str) -> Option<Numbered<'_>> {
    let (path, after) = path(heading)?;
    let rest = after.trim_start_matches(['.', '．', ')', '）', ':', '：', '、']);
    let parted = rest.len() < after.len() || rest.starts_with(char::is_whitespace);
    parted.then(|| Numbered { style: Style::Bare, path, rest: trim_joint(rest) })
}

/// "3" or "3.1.2" at the start, and what follows.
fn path(text: &str) -> Option<(Vec<u32>, &str)> {
    let mut path = Vec::new();
    let mut rest = text;
    loop {
        let end = rest.find(|c: char| arabic(c).is_none()).unwrap_or(rest.len());
        let number = value(&rest[..end])?;
        path.push(number);
        rest = &rest[end..];
        let deeper =
            rest.strip_prefix(['.', '．']).filter(|next| next.starts_with(|c| arabic(c).is_some()));
        match deeper {
            Some(next) => rest = next,
            None => return Some((path, rest)),
        }
    }
}

/// Up to three digits: more is a year or a quantity.
fn value(digits: &str) -> Option<u32> {
    let values: Option<Vec<u32>> = digits.chars().map(arabic).collect();
    values
        .filter(|values| (1..=3).contains(&values.len()))
        .map(|values| values.iter().fold(0, |sum, d| sum * 10 + d))
}

fn arabic(c: char) -> Option<u32> {
    c.to_digit(10).or_else(|| ('０'..='９').contains(&c).then(|| u32::from(c) - u32::from('０')))
}

fn digit(c: char) -> Option<u32> {
    arabic(c).or_else(|| {
        "〇一二三四五六七八九".chars().zip(0..).find(|(kanji, _)| *kanji == c).map(|(_, d)| d)
    })
}

fn japanese_number(text: &str) -> Option<u32> {
    if text.is_empty() || text.chars().count() > 5 {
        return None;
    }
    let (mut sum, mut last) = (0_u32, None);
    for c in text.chars() {
        match c {
            '十' => sum += 10 * last.take().unwrap_or(1),
            '百' => sum += 100 * last.take().unwrap_or(1),
            _ => last = Some(last.unwrap_or(0) * 10 + digit(c)?),
        }
    }
    Some(sum + last.unwrap_or(0))
}

/// The words without the signs between them and the number, and without brackets around all of them.
fn trim_joint(rest: &str) -> &str {
    let rest = rest
        .trim_start_matches(|c: char| c.is_whitespace() || ".．:：-–—、)）".contains(c))
        .trim_end();
    let inside = rest
        .strip_prefix(['(', '（', '【'])
        .and_then(|rest| rest.strip_suffix([')', '）', '】']))
        .filter(|inside| !inside.contains(['(', '（', '【']));
    inside.map_or(rest, str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(heading: &str) -> Option<(Style, Vec<u32>, &str)> {
        split(heading).map(|n| (n.style, n.path, n.rest))
    }

    #[test]
    fn numbers_are_read_in_every_dress() {
        assert_eq!(read("3. Cookies"), Some((Style::Bare, vec![3], "Cookies")));
        assert_eq!(read("3.Cookies"), Some((Style::Bare, vec![3], "Cookies")));
        assert_eq!(read("3 Cookies"), Some((Style::Bare, vec![3], "Cookies")));
        assert_eq!(read("( 3 ) Cookies"), Some((Style::Bare, vec![3], "Cookies")));
        assert_eq!(read("3.1 Cookies"), Some((Style::Bare, vec![3, 1], "Cookies")));
        assert_eq!(read("Article 3 (Cookies)"), Some((Style::Named, vec![3], "Cookies")));
        assert_eq!(read("第十二条（目的）"), Some((Style::Named, vec![12], "目的")));
        assert_eq!(read("第３条 目的"), Some((Style::Named, vec![3], "目的")));
    }

    #[test]
    fn a_word_or_a_year_is_no_number() {
        assert_eq!(read("Articles of faith"), None);
        assert_eq!(read("2019/4/18"), None);
        assert_eq!(read("3rd parties"), None);
        assert_eq!(read(""), None);
    }
}
