//! The numbers of a text: what two languages, or a card and its article, must have alike.

use std::collections::BTreeSet;

use crate::bundle::import::dates;

/// Words for numbers that a language may write in place of digits.
const WORDS: [(&str, &str); 36] = [
    ("one", "1"),
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("ten", "10"),
    ("eleven", "11"),
    ("twelve", "12"),
    ("thirteen", "13"),
    ("fourteen", "14"),
    ("fifteen", "15"),
    ("sixteen", "16"),
    ("eighteen", "18"),
    ("twenty", "20"),
    ("thirty", "30"),
    ("sixty", "60"),
    ("ninety", "90"),
    ("hundred", "100"),
    ("ein", "1"),
    ("eine", "1"),
    ("einen", "1"),
    ("zwei", "2"),
    ("drei", "3"),
    ("sechs", "6"),
    ("zwölf", "12"),
    ("un", "1"),
    ("une", "1"),
    ("deux", "2"),
    ("trois", "3"),
    ("dix", "10"),
    ("douze", "12"),
    ("trente", "30"),
];

/// What makes numerals in Japanese and Chinese a number and no part of a word.
const COUNTERS: [&str; 14] = [
    "日", "年", "か月", "ヶ月", "カ月", "ケ月", "箇月", "月", "週", "時間", "歳", "条", "項", "号",
];

/// What makes a number below ten one that must be right: a time or an age. Others come and go with
/// how a language counts.
const UNITS: [&str; 36] = [
    "day", "week", "month", "year", "hour", "minute", "日", "週", "か月", "ヶ月", "カ月", "ケ月",
    "箇月", "月", "年", "時間", "分", "歳", "才", "tag", "woche", "monat", "jahr", "stunde",
    "jour", "semaine", "mois", "an", "heure", "día", "semana", "mes", "año", "giorn", "ann", "%",
];

/// Every number and date that is written in digits; of those below ten the times and ages.
#[must_use]
pub fn stated(text: &str) -> BTreeSet<String> {
    let mut numbers = BTreeSet::new();
    let dates = dates::in_line(text);
    let mut of_dates = BTreeSet::new();
    for date in dates {
        let date = date.to_string();
        of_dates.extend(date.split('-').map(|part| part.trim_start_matches('0').to_owned()));
        numbers.insert(date);
    }
    let plain: String = text.chars().map(halved).collect();
    for (at, run) in runs(&plain) {
        let Some(number) = number(run).filter(|number| !of_dates.contains(number)) else {
            continue;
        };
        let after = plain[at + run.len()..].trim_start().to_lowercase();
        if number.len() > 1 || UNITS.iter().any(|unit| after.starts_with(unit)) {
            numbers.insert(number);
        }
    }
    numbers
}

/// Runs of printable characters, each with its place.
fn runs(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let gap = |c: char| !c.is_ascii_graphic();
    let mut at = 0;
    let runs = text.split_inclusive(gap).map(move |run| {
        at += run.len();
        (at - run.len(), run.trim_end_matches(gap))
    });
    runs.filter(|(_, run)| !run.is_empty())
}

/// The same with numbers in words: what a text may be taken to say.
#[must_use]
pub fn possible(text: &str) -> BTreeSet<String> {
    let mut numbers = stated(text);
    let plain: String = text.chars().map(halved).collect();
    numbers.extend(runs(&plain).filter_map(|(_, run)| number(run)));
    let lower = text.to_lowercase();
    for word in lower.split(|c: char| !c.is_alphabetic()) {
        numbers
            .extend(WORDS.iter().filter(|(name, _)| *name == word).map(|(_, n)| (*n).to_owned()));
    }
    numbers.extend(in_kanji(text));
    numbers
}

/// A run of printable characters as a number: none where it is part of a name or an address.
fn number(run: &str) -> Option<String> {
    let run = run.trim_matches(|c: char| c.is_ascii_punctuation());
    let digits = run.chars().filter(char::is_ascii_digit).count();
    if digits == 0 || digits > 9 || !run.chars().all(|c| c.is_ascii_digit() || c == ',' || c == '.')
    {
        return None;
    }
    // A group of three digits is a thousand's, any other a fraction's.
    let mut groups = run.split([',', '.']);
    let mut number = groups.next()?.to_owned();
    for group in groups {
        if group.len() == 3 {
            number.push_str(group);
        } else {
            number = format!("{number}.{group}");
        }
    }
    Some(number.trim_start_matches('0').to_owned()).filter(|number| !number.is_empty())
}

/// Numbers such as 三十 before a counter.
fn in_kanji(text: &str) -> Vec<String> {
    let digit = |c: char| "〇一二三四五六七八九".chars().position(|known| known == c);
    let mut found = Vec::new();
    let (mut total, mut last, mut any) = (0, None, false);
    for (at, c) in text.char_indices() {
        if let Some(n) = digit(c) {
            last = Some(last.unwrap_or(0) * 10 + n);
            any = true;
            continue;
        }
        let unit = match c {
            '十' => 10,
            '百' => 100,
            '千' => 1000,
            _ => 0,
        };
        if unit > 0 {
            total += last.take().unwrap_or(1) * unit;
            any = true;
            continue;
        }
        if any && COUNTERS.iter().any(|counter| text[at..].starts_with(counter)) {
            found.push((total + last.unwrap_or(0)).to_string());
        }
        (total, last, any) = (0, None, false);
    }
    found
}

/// A full-width digit or sign as the plain one.
fn halved(c: char) -> char {
    match c {
        '０'..='９' | '，' | '．' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<String> {
        stated(text).into_iter().collect()
    }

    #[test]
    fn numbers_are_the_same_in_every_dress() {
        for text in ["within 1,000 days", "innerhalb von 1.000 Tagen", "１，０００日以内", "1000日"]
        {
            assert_eq!(of(text), ["1000"], "{text}");
        }
        for text in ["on 1 November 2026", "November 1, 2026", "2026年11月1日から"] {
            assert_eq!(of(text), ["2026-11-01"], "{text}");
        }
        assert_eq!(of("0.5 %"), of("０．５ ％"));
    }

    #[test]
    fn names_and_addresses_hold_no_numbers() {
        assert_eq!(of("2 companies, 6種類"), [""; 0], "how many there are comes and goes");
        assert_eq!(of("2 years, 6か月"), ["2", "6"]);
        assert_eq!(of("GA4 at https://a.example/2026 or 03-1234-5678"), [""; 0]);
    }

    #[test]
    fn words_may_stand_for_numbers_and_need_not() {
        assert!(possible("for thirty days").contains("30"));
        assert!(possible("三十日間").contains("30"));
        assert!(possible("二年間").contains("2"));
        assert!(possible("十三歳未満").contains("13"));
        assert_eq!(possible("第三者に一切"), BTreeSet::new());
    }
}
