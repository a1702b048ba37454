//! How a language writes dates and numbers, where a few patterns say it.

use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::YMD;
use icu_datetime::input::Date;
use icu_decimal::DecimalFormatter;
use icu_locale::Locale;

use crate::notice::Text;

/// A year and a day that are written like nothing else in a date.
const YEAR: i32 = 2048;
const DAY: u8 = 27;
/// Days by which a pattern is held against CLDR: of one and of two figures, the first, which some
/// languages number in their own way, and others that end like it.
const SAMPLES: [u8; 7] = [1, 2, 3, 9, 11, 21, 28];

/// The patterns of a BCP 47 tag, January's first, with `{day}` and `{year}` in them. None where the
/// language has another calendar or other figures, or writes one day not as the others.
pub(super) fn dates(lang: &str) -> Vec<Text> {
    patterns(lang).unwrap_or_default()
}

fn patterns(lang: &str) -> Option<Vec<Text>> {
    let tag: Locale = lang.parse().ok()?;
    let formatter = DateTimeFormatter::try_new(tag.into(), YMD::long()).ok()?;
    let written = |year, month, day| {
        let date = Date::try_new_iso(year, month, day).ok()?;
        Some(formatter.format(&date).to_string())
    };
    let pattern = |month| {
        let (year, day) = (YEAR.to_string(), DAY.to_string());
        let model = written(YEAR, month, DAY)?;
        let once = |part: &str| model.matches(part).count() == 1;
        if !once(&year) || !once(&day) {
            return None;
        }
        let pattern = model.replace(&day, "{day}").replace(&year, "{year}");
        let holds = |day: u8| {
            let filled = pattern.replace("{day}", &day.to_string()).replace("{year}", "1999");
            written(1999, month, day).is_some_and(|written| written == filled)
        };
        SAMPLES.into_iter().all(holds).then(|| pattern.into())
    };
    (1..=12).map(pattern).collect()
}

/// Numbers by which the signs are held against CLDR, with the first of each length among them.
const NUMBERS: [u32; 6] = [1000, 1234, 10_000, 12_345, 123_456, 999_999];

/// What stands before the last three figures of a number: of four, and of five or six. None where a
/// language has other figures or groups them otherwise.
pub(super) fn thousands(lang: &str) -> Vec<Text> {
    signs(lang).unwrap_or_default()
}

fn signs(lang: &str) -> Option<Vec<Text>> {
    let tag: Locale = lang.parse().ok()?;
    let formatter = DecimalFormatter::try_new(tag.into(), Default::default()).ok()?;
    let written = |number: u32| formatter.format(&number.into()).to_string();
    let sign = |number: u32, (before, after): (&str, &str)| {
        let written = written(number);
        Some(Text::from(written.strip_prefix(before)?.strip_suffix(after)?))
    };
    let signs = [sign(1234, ("1", "234"))?, sign(12_345, ("12", "345"))?];
    let holds = |number: u32| {
        let sign = &signs[usize::from(number >= 10_000)];
        written(number) == format!("{}{sign}{:03}", number / 1000, number % 1000)
    };
    NUMBERS.into_iter().all(holds).then(|| signs.to_vec())
}
