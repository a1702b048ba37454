//! The dresses that a date wears in a line.

use super::super::number;
use super::Date;
use super::names::{DAY_FIRST, ERAS, MONTHS};

/// Four digits in a row: without them nothing but an era makes a date.
pub(super) fn has_year(line: &str) -> bool {
    let mut digits = 0;
    line.chars().any(|c| {
        digits = if matches!(c, '0'..='9' | '０'..='９') { digits + 1 } else { 0 };
        digits == 4
    })
}

/// The dates of one line, in order.
pub(in crate::bundle) fn in_line(line: &str) -> Vec<Date> {
    if !has_year(line) {
        return if line.is_ascii() { Vec::new() } else { by_era(line) };
    }
    let line = line
        .chars()
        .map(|c| match c {
            '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10).unwrap_or(c),
            '／' => '/',
            '．' => '.',
            c => c,
        })
        .collect::<String>();
    let pieces = pieces(&line);
    let mut dates: Vec<Date> = (0..pieces.len())
        .filter_map(|at| {
            let rest = pieces.get(at..)?;
            let before =
                at.checked_sub(1).and_then(|at| pieces.get(at)).copied().unwrap_or_default();
            by_number(before, rest).or_else(|| by_month(rest)).or_else(|| by_dots(before, rest))
        })
        .collect();
    dates.extend(by_era(&line));
    dates
}

/// "令和5年4月1日", "平成元年一月八日"
fn by_era(line: &str) -> Vec<Date> {
    let mut dates = Vec::new();
    for (era, before) in ERAS {
        for (at, _) in line.match_indices(era) {
            let after = line.get(at + era.len()..).unwrap_or_default();
            let part = |text: &str| -> Option<u16> {
                let text = text.trim();
                if text == "元" {
                    Some(1)
                } else {
                    number::east_asian_value(text)?.try_into().ok()
                }
            };
            let date = after.split_once('年').and_then(|(year, rest)| {
                let (month, rest) = rest.split_once('月')?;
                let (day, _) = rest.split_once('日')?;
                Date::new(
                    before.checked_add(part(year)?)?,
                    part(month)?.try_into().ok()?,
                    part(day)?.try_into().ok()?,
                )
            });
            dates.extend(date);
        }
    }
    dates
}

/// "01.05.2021", as German has it: not within a longer number.
fn by_dots(before: &str, pieces: &[&str]) -> Option<Date> {
    let [day, ".", month, ".", year, rest @ ..] = pieces else { return None };
    let whole = !before.ends_with(['.', '/', '-'])
        && !rest.first().is_some_and(|next| next.starts_with(['/', '-']));
    (whole && year.len() == 4 && day.len() <= 2 && month.len() <= 2)
        .then(|| Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?))?
}

/// "May 2018": the first of the month, where a text gives no day.
pub(super) fn in_month(line: &str) -> Option<Date> {
    let pieces = pieces(line);
    let words: Vec<&str> = pieces
        .iter()
        .copied()
        .filter(|piece| piece.starts_with(|c: char| c.is_ascii_digit() || is_latin(c)))
        .filter(|piece| !matches!(*piece, "de" | "of"))
        .collect();
    words.windows(2).find_map(|pair| match pair {
        [name, year] if year.len() == 4 => Date::new(year.parse().ok()?, month(name)?, 1),
        _ => None,
    })
}

/// "25/05/2018": the day first where a number or the language says so.
pub(super) fn day_first(line: &str) -> Option<Date> {
    let sure = DAY_FIRST.iter().any(|cue| line.contains(cue));
    let pieces = pieces(line);
    (0..pieces.len()).find_map(|at| {
        let [a, "/" | "-", b, "/" | "-", year, ..] = pieces.get(at..)? else { return None };
        let (a, b): (u8, u8) = (a.parse().ok()?, b.parse().ok()?);
        let year: u16 = year.parse().ok().filter(|_| year.len() == 4)?;
        if sure || a > 12 {
            Date::new(year, b, a)
        } else if b > 12 || a == b {
            Date::new(year, a, b)
        } else {
            None
        }
    })
}

fn is_latin(c: char) -> bool {
    c.is_alphabetic() && u32::from(c) < 0x250
}

/// Runs of digits, runs of letters, and what stands between them.
fn pieces(line: &str) -> Vec<&str> {
    let class = |c: char| {
        if c.is_ascii_digit() {
            0
        } else if is_latin(c) {
            1
        } else {
            2
        }
    };
    let mut pieces = Vec::new();
    let mut from = 0;
    let mut last = None;
    for (at, c) in line.char_indices() {
        if last.is_some_and(|last| last != class(c)) {
            pieces.push(&line[from..at]);
            from = at;
        }
        last = Some(class(c));
    }
    pieces.push(&line[from..]);
    pieces
}

/// "2019/4/18", "2019-04-18", "2019.4.18", "2019年4月18日"; not within an address.
fn by_number(before: &str, pieces: &[&str]) -> Option<Date> {
    let [year, joint, month, joint_too, day, rest @ ..] = pieces else { return None };
    let joints = [
        ("/", "/"),
        ("-", "-"),
        (".", "."),
        (". ", ". "),
        ("年", "月"),
        ("年 ", "月 "),
        (" 年 ", " 月 "),
        ("년", "월"),
        ("년 ", "월 "),
    ];
    let address = before.ends_with(['/', '-', '=', '.', '_', '%'])
        || rest.first().is_some_and(|next| next.starts_with(['/', '-', '_']));
    if !joints.contains(&(*joint, *joint_too)) || year.len() != 4 || day.len() > 2 || address {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// "June 9, 2014", "9 June 2014", "9th of June 2014".
fn by_month(pieces: &[&str]) -> Option<Date> {
    if !pieces.iter().take(12).any(|piece| piece.len() == 4 && piece.starts_with(['1', '2'])) {
        return None;
    }
    let words: Vec<&str> = pieces
        .iter()
        .take(12)
        .copied()
        .filter(|piece| piece.starts_with(|c: char| c.is_ascii_digit() || is_latin(c)))
        .filter(|piece| {
            !matches!(*piece, "st" | "nd" | "rd" | "th" | "of" | "er" | "de" | "del" | "º")
        })
        .collect();
    let (month, day, year) = match words.as_slice() {
        [first, day, year, ..] if month(first).is_some() => (month(first)?, day, year),
        [day, second, year, ..] => (month(second)?, day, year),
        _ => return None,
    };
    if year.len() != 4 || day.len() > 2 {
        return None;
    }
    Date::new(year.parse().ok()?, month, day.parse().ok()?)
}

fn month(word: &str) -> Option<u8> {
    let word = word.to_lowercase();
    if word == "sept" {
        return Some(9);
    }
    let place = |names: &[&str; 12], short: bool| {
        let fits = |name: &str| word == name || short && word.len() == 3 && name.starts_with(&word);
        names.iter().zip(1..).find(|(name, _)| fits(name)).map(|(_, number)| number)
    };
    MONTHS.iter().enumerate().find_map(|(at, names)| place(names, at < 2))
}
