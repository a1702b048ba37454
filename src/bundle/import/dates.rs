//! Dates in a text, and which of them is the policy's own.

use std::fmt;

/// A day that exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::bundle) struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// None if there is no such day between 1970 and 2199.
    pub(in crate::bundle) fn new(year: u16, month: u8, day: u8) -> Option<Date> {
        let leap =
            year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        ((1970..2200).contains(&year) && (1..=days).contains(&day)).then_some(Date {
            year,
            month,
            day,
        })
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// A date and the line it was found on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::bundle) struct Found {
    pub(in crate::bundle) date: Date,
    pub(in crate::bundle) line: usize,
    pub(in crate::bundle) text: String,
}

/// The policy's dates: the first and the last that it gives as its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::bundle) struct Own {
    pub(in crate::bundle) first: Found,
    pub(in crate::bundle) last: Found,
}

/// Words beside a date that make it the policy's.
const CUES: [&str; 17] = [
    "as of",
    "effective",
    "revised",
    "revision",
    "updated",
    "last modified",
    "amended",
    "enacted",
    "established",
    "dated",
    "in force",
    "施行",
    "改定",
    "改訂",
    "制定",
    "更新",
    "発効",
];

/// Words beside a date that make it somebody else's.
const OTHERS: [&str; 6] = ["archive", "snapshot", "copyright", "©", "(c)", "retrieved"];

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The policy's own dates: those beside a cue or alone on their line; if there are none, any.
pub(in crate::bundle) fn own(text: &str) -> Option<Own> {
    let mut sure = Vec::new();
    let mut unsure = Vec::new();
    for (line, number) in text.lines().zip(1..) {
        let lower = line.to_lowercase();
        if OTHERS.iter().any(|word| lower.contains(word)) {
            continue;
        }
        let length = line.trim().chars().count();
        let cue = length <= 24 || (length <= 200 && CUES.iter().any(|cue| lower.contains(cue)));
        let found = in_line(line).into_iter().map(|date| Found {
            date,
            line: number,
            text: line.trim().to_owned(),
        });
        if cue { sure.extend(found) } else { unsure.extend(found) }
    }
    let dates = if sure.is_empty() { unsure } else { sure };
    let first = dates.iter().min_by_key(|found| found.date)?.clone();
    let last = dates.into_iter().max_by_key(|found| found.date)?;
    Some(Own { first, last })
}

/// The dates of one line, in order.
pub(in crate::bundle) fn in_line(line: &str) -> Vec<Date> {
    let pieces = pieces(line);
    (0..pieces.len())
        .filter_map(|at| {
            let rest = pieces.get(at..)?;
            let before =
                at.checked_sub(1).and_then(|at| pieces.get(at)).copied().unwrap_or_default();
            by_number(before, rest).or_else(|| by_month(rest))
        })
        .collect()
}

/// Runs of digits, runs of letters, and what stands between them.
fn pieces(line: &str) -> Vec<&str> {
    let class = |c: char| {
        if c.is_ascii_digit() {
            0
        } else if c.is_ascii_alphabetic() {
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
    let joints =
        [("/", "/"), ("-", "-"), (".", "."), ("年", "月"), ("年 ", "月 "), (" 年 ", " 月 ")];
    let address = before.ends_with(['/', '-', '=', '.', '_', '%'])
        || rest.first().is_some_and(|next| next.starts_with(['/', '-', '_']));
    if !joints.contains(&(*joint, *joint_too)) || year.len() != 4 || day.len() > 2 || address {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// "June 9, 2014", "9 June 2014", "9th of June 2014".
fn by_month(pieces: &[&str]) -> Option<Date> {
    let words: Vec<&str> = pieces
        .iter()
        .take(10)
        .copied()
        .filter(|piece| piece.starts_with(|c: char| c.is_ascii_alphanumeric()))
        .filter(|piece| !matches!(*piece, "st" | "nd" | "rd" | "th" | "of"))
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
    let word = word.to_ascii_lowercase();
    let fits = |month: &str| {
        word == month
            || (word.len() >= 3 && word == month[..3])
            || word == "sept" && month == "september"
    };
    MONTHS.iter().zip(1..).find(|(month, _)| fits(month)).map(|(_, number)| number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dates(line: &str) -> Vec<String> {
        in_line(line).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn dates_are_read_in_every_dress() {
        for line in [
            "May 3, 2021",
            "3 May 2021",
            "3rd of May, 2021",
            "2021/5/3",
            "2021-05-03",
            "2021.5.3.",
            "2021年5月3日",
        ] {
            assert_eq!(dates(line), ["2021-05-03"], "{line}");
        }
    }

    #[test]
    fn a_day_that_is_none_or_in_an_address_is_not_read() {
        for line in [
            "2021/13/1",
            "February 30, 2021",
            "https://a.example/2021/05/03/b",
            "1.2.3",
            "call 2021-05",
        ] {
            assert_eq!(dates(line), [""; 0], "{line}");
        }
    }

    #[test]
    fn the_last_of_the_policy_s_own_dates_counts() {
        let text = "archived on 2030-01-01\n\nWe met on June 1, 2029 at length and for long, as you know.\n\nEffective May 3, 2020\nRevised July 4, 2021";
        let own = own(text).unwrap();
        assert_eq!(
            (own.first.date.to_string(), own.last.date.to_string()),
            ("2020-05-03".into(), "2021-07-04".into())
        );
        assert_eq!(own.last.line, 6);
    }
}
