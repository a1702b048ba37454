//! Dates in a text, and which of them is the policy's own.

use std::fmt;

use super::number;

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
const CUES: [&str; 52] = [
    "as of",
    "effective",
    "revised",
    "revision",
    "updated",
    "last modified",
    "last change",
    "amended",
    "enacted",
    "established",
    "dated",
    "in force",
    "valid from",
    "adopted",
    "version",
    "施行",
    "改定",
    "改訂",
    "制定",
    "更新",
    "発効",
    "stand",
    "gültig",
    "in kraft",
    "letzte änderung",
    "aktualisiert",
    "fassung",
    "mise à jour",
    "mis à jour",
    "en vigueur",
    "applicable",
    "dernière modification",
    "actualización",
    "actualizad",
    "vigente",
    "vigencia",
    "vigor",
    "última modificación",
    "revisión",
    "aggiornament",
    "aggiornat",
    "in vigore",
    "ultima modifica",
    "시행",
    "개정",
    "공고",
    "生效",
    "atualiza",
    "bijgewerkt",
    "geldig",
    "aktualizac",
    "uppdaterad",
];

/// Cues of languages that write the day before the month.
const DAY_FIRST: [&str; 14] = [
    "stand",
    "gültig",
    "fassung",
    "mise à jour",
    "mis à jour",
    "en vigueur",
    "actualiza",
    "vigente",
    "vigencia",
    "aggiorna",
    "in vigore",
    "atualiza",
    "bijgewerkt",
    "última",
];

/// Words beside a date that make it somebody else's.
const OTHERS: [&str; 6] = ["archive", "snapshot", "copyright", "©", "(c)", "retrieved"];

const MONTHS: [[&str; 12]; 6] = [
    [
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
    ],
    [
        "januar",
        "februar",
        "märz",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "dezember",
    ],
    [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
    [
        "gennaio",
        "febbraio",
        "marzo",
        "aprile",
        "maggio",
        "giugno",
        "luglio",
        "agosto",
        "settembre",
        "ottobre",
        "novembre",
        "dicembre",
    ],
    [
        "janeiro",
        "fevereiro",
        "março",
        "abril",
        "maio",
        "junho",
        "julho",
        "agosto",
        "setembro",
        "outubro",
        "novembro",
        "dezembro",
    ],
];

/// Japanese eras and the year before their first.
const ERAS: [(&str, u16); 3] = [("令和", 2018), ("平成", 1988), ("昭和", 1925)];

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
        let mut dates = in_line(line);
        if cue && dates.is_empty() {
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

/// The dates of one line, in order.
pub(in crate::bundle) fn in_line(line: &str) -> Vec<Date> {
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
fn in_month(line: &str) -> Option<Date> {
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
fn day_first(line: &str) -> Option<Date> {
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
