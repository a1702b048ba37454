//! The number that a heading begins with: "3.", "Article 3", "(3)", "第3条", "§ 3", "IV.", "①".

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

/// Words that a number follows, in small letters; longer ones before those that they begin with.
const NAMES: [&str; 27] = [
    "article",
    "section",
    "chapter",
    "clause",
    "part",
    "artikel",
    "abschnitt",
    "kapitel",
    "teil",
    "artículo",
    "articulo",
    "sección",
    "capítulo",
    "cláusula",
    "titre",
    "chapitre",
    "articolo",
    "sezione",
    "capo",
    "artigo",
    "seção",
    "secção",
    "artykuł",
    "art.",
    "sec.",
    "§§",
    "§",
];

/// The number at the start of a heading, if it has one.
pub(super) fn split(heading: &str) -> Option<Numbered<'_>> {
    let heading = heading.trim();
    named(heading)
        .or_else(|| east_asian(heading))
        .or_else(|| bracketed(heading))
        .or_else(|| circled_heading(heading))
        .or_else(|| bare(heading))
        .or_else(|| counted_in_letters(heading))
}

/// A heading's words without its number and without the brackets around all that is left.
pub(super) fn without(heading: &str) -> &str {
    split(heading).map_or(heading.trim(), |numbered| numbered.rest)
}

fn named(heading: &str) -> Option<Numbered<'_>> {
    let start: String = heading.chars().take(10).flat_map(char::to_lowercase).collect();
    let name = NAMES.iter().find(|name| start.starts_with(**name))?;
    let length: usize = heading.chars().take(name.chars().count()).map(char::len_utf8).sum();
    let after = heading.get(length..)?;
    let parted = after.starts_with(|c: char| c.is_whitespace() || arabic(c).is_some());
    let after = after.trim_start();
    let (path, rest) = path(after).or_else(|| roman_path(after).filter(|_| parted))?;
    // "Article 1er", "Artículo 1.º"
    let rest = rest.strip_prefix("er").or_else(|| rest.strip_prefix(".º")).unwrap_or(rest);
    let rest = rest.trim_start_matches(['º', 'o', '°']);
    let ends = rest.is_empty() || rest.starts_with(|c: char| !c.is_alphanumeric());
    ends.then(|| Numbered { style: Style::Named, path, rest: trim_joint(rest) })
}

/// A roman number in large letters, and what follows.
fn roman_path(text: &str) -> Option<(Vec<u32>, &str)> {
    let end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    let number = roman(word).filter(|_| word.starts_with(char::is_uppercase))?;
    // "Part I am fond of" goes on as a sentence does.
    (!rest.trim_start().starts_with(char::is_lowercase)).then_some((vec![number], rest))
}

/// "第3条（目的）", "제3조 (목적)"
fn east_asian(heading: &str) -> Option<Numbered<'_>> {
    let after = heading.strip_prefix(['第', '제'])?.trim_start();
    let end = after.find(|c: char| digit(c).is_none() && c != '十' && c != '百')?;
    let number = east_asian_value(&after[..end])?;
    let rest = after[end..]
        .trim_start()
        .strip_prefix(['条', '章', '節', '項', '編', '條', '조', '장', '절', '항'])?;
    Some(Numbered { style: Style::Named, path: vec![number], rest: trim_joint(rest) })
}

/// "① Cookies"
fn circled_heading(heading: &str) -> Option<Numbered<'_>> {
    let first = heading.chars().next()?;
    let number = circled(first)?;
    let rest = heading.get(first.len_utf8()..)?;
    Some(Numbered { style: Style::Bare, path: vec![number], rest: trim_joint(rest) })
}

/// "IV. Cookies", "B) Cookies", "三、目的"
fn counted_in_letters(heading: &str) -> Option<Numbered<'_>> {
    let end = heading.find(|c: char| !c.is_alphanumeric())?;
    let (word, rest) = heading.split_at(end);
    let sign = rest.chars().next()?;
    let after = rest.get(sign.len_utf8()..)?;
    if matches!(sign, '、' | '．' | '.') && word.chars().all(|c| digit(c).is_some() || c == '十')
    {
        let path = vec![east_asian_value(word)?];
        return Some(Numbered { style: Style::Bare, path, rest: trim_joint(after) });
    }
    if !matches!(sign, '.' | ')' | ':') || !after.starts_with(char::is_whitespace) {
        return None;
    }
    let letter = word.chars().next().filter(|c| c.is_ascii_uppercase() && word.len() == 1);
    let number = roman(word)
        .filter(|_| word.starts_with(char::is_uppercase))
        .or_else(|| letter.map(|c| u32::from(c) - u32::from('A') + 1))?;
    Some(Numbered { style: Style::Bare, path: vec![number], rest: trim_joint(after) })
}

/// The place of the letter that a heading counts with: "I." is the ninth letter and a roman one.
pub(super) fn letter(heading: &str) -> Option<u32> {
    let mut chars = heading.trim().chars();
    let letter = chars.next().filter(char::is_ascii_uppercase)?;
    matches!(chars.next(), Some('.' | ')' | ':')).then(|| u32::from(letter) - u32::from('A') + 1)
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

/// The value of "5" or "十二".
pub(super) fn east_asian_value(text: &str) -> Option<u32> {
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

/// "①" to "⑳" and the like.
pub(super) fn circled(c: char) -> Option<u32> {
    let from = |first: char| u32::from(c) - u32::from(first) + 1;
    match c {
        '①'..='⑳' => Some(from('①')),
        '⑴'..='⒇' => Some(from('⑴')),
        '⒈'..='⒛' => Some(from('⒈')),
        '❶'..='❿' => Some(from('❶')),
        _ => None,
    }
}

/// A roman number in letters of one size.
pub(super) fn roman(word: &str) -> Option<u32> {
    let alike = word.chars().all(char::is_lowercase) || word.chars().all(char::is_uppercase);
    if !alike || word.is_empty() || word.len() > 7 {
        return None;
    }
    let value = |c: char| match c.to_ascii_lowercase() {
        'i' => Some(1),
        'v' => Some(5),
        'x' => Some(10),
        'l' => Some(50),
        'c' => Some(100),
        _ => None,
    };
    let values: Vec<u32> = word.chars().map(value).collect::<Option<_>>()?;
    let mut sum = 0;
    for (at, value) in values.iter().enumerate() {
        if values.get(at + 1).is_some_and(|next| next > value) {
            sum -= i64::from(*value);
        } else {
            sum += i64::from(*value);
        }
    }
    // "civil" and "mix" are words: only what counts back to the same letters is a number.
    let number = u32::try_from(sum).ok().filter(|sum| (1..=89).contains(sum))?;
    (in_roman(number) == word.to_lowercase()).then_some(number)
}

fn in_roman(mut number: u32) -> String {
    let mut text = String::new();
    for (value, sign) in
        [(50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")]
    {
        while number >= value {
            text.push_str(sign);
            number -= value;
        }
    }
    text
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
        assert_eq!(read("§ 3 Cookies"), Some((Style::Named, vec![3], "Cookies")));
        assert_eq!(read("ARTICLE IV – Cookies"), Some((Style::Named, vec![4], "Cookies")));
        assert_eq!(read("Article 1er. Objet"), Some((Style::Named, vec![1], "Objet")));
        assert_eq!(read("Artículo 2.º Objeto"), Some((Style::Named, vec![2], "Objeto")));
        assert_eq!(read("제3조 (목적)"), Some((Style::Named, vec![3], "목적")));
        assert_eq!(read("① 目的"), Some((Style::Bare, vec![1], "目的")));
        assert_eq!(read("IV. Cookies"), Some((Style::Bare, vec![4], "Cookies")));
        assert_eq!(read("B. Cookies"), Some((Style::Bare, vec![2], "Cookies")));
        assert_eq!(read("三、目的"), Some((Style::Bare, vec![3], "目的")));
        assert_eq!(read("第３条 目的"), Some((Style::Named, vec![3], "目的")));
    }

    #[test]
    fn a_word_or_a_year_is_no_number() {
        assert_eq!(read("Articles of faith"), None);
        assert_eq!(read("Part I am fond of"), None);
        assert_eq!(read("Teilen Sie uns mit"), None);
        assert_eq!(read("2019/4/18"), None);
        assert_eq!(read("3rd parties"), None);
        assert_eq!(read(""), None);
    }
}
