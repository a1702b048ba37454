//! Dates in a text, and which of them is the policy's own.

mod forms;
mod names;

use std::fmt;

pub(in crate::bundle) use forms::in_line;
use forms::{day_first, has_year, in_month};
use names::{CUES, OTHERS};

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

/// The policy's own dates: those beside a cue or alone on their line; if there are none, any.
pub(in crate::bundle) fn own(text: &str) -> Option<Own> {
    let mut sure = Vec::new();
    let mut unsure = Vec::new();
    for (line, number) in text.lines().zip(1..) {
        let with_year = has_year(line);
        if !with_year && line.is_ascii() {
            continue;
        }
        let lower = line.to_lowercase();
        if OTHERS.iter().any(|word| lower.contains(word)) {
            continue;
        }
        let length = line.trim().chars().count();
        let cue = length <= 24 || (length <= 200 && CUES.iter().any(|cue| lower.contains(cue)));
        let mut dates = in_line(line);
        if cue && with_year && dates.is_empty() {
            dates.extend(in_month(line).into_iter().chain(day_first(&lower)));
        }
        let found = dates.into_iter().map(|date| Found {
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
            "２０２１年５月３日",
            "令和3年5月3日",
            "令和三年五月三日",
            "3. Mai 2021",
            "03.05.2021",
            "3 mai 2021",
            "3 de mayo de 2021",
            "3 maggio 2021",
            "3 mei 2021",
            "3 maj 2021",
            "3 de maio de 2021",
            "3 maja 2021",
            "2021 年 5 月 3 日",
            "2021년 5월 3일",
            "2021. 5. 3.",
        ] {
            assert_eq!(dates(line), ["2021-05-03"], "{line}");
        }
    }

    #[test]
    fn what_a_line_leaves_open_is_read_as_its_language_has_it() {
        let of = |text: &str| own(text).map(|own| own.last.date.to_string());
        assert_eq!(of("Stand: Mai 2021").as_deref(), Some("2021-05-01"));
        assert_eq!(of("Dernière mise à jour : 03/05/2021").as_deref(), Some("2021-05-03"));
        assert_eq!(of("Last updated 12/25/2021").as_deref(), Some("2021-12-25"));
        assert_eq!(of("Last updated 03/05/2021"), None);
        assert_eq!(of("平成元年一月八日制定").as_deref(), Some("1989-01-08"));
        assert_eq!(of("Fait le 1er août 2021, en vigueur").as_deref(), Some("2021-08-01"));
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
