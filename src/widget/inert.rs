//! A world in which nothing happens, and which knows the languages through ICU4X.

use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::YMD;
use icu_datetime::input::Date;
use icu_decimal::DecimalFormatter;
use icu_locale::Locale;
use icu_plurals::{PluralCategory as Icu, PluralRuleType, PluralRules};
use unicode_normalization::UnicodeNormalization;

use super::{Effects, Speech};
use crate::notice::{PluralCategory, Text};

/// A world in which nothing happens: the static page's, and the tests'.
#[derive(Clone, Copy, Debug)]
pub struct Inert;

impl Effects for Inert {
    fn plain_letters(&self, text: &str) -> String {
        let large: String = text.nfkd().flat_map(char::to_uppercase).collect();
        large.chars().flat_map(char::to_lowercase).collect()
    }
}

impl Speech for Inert {
    fn plural(&self, lang: &str, number: usize) -> PluralCategory {
        let rules = PluralRules::try_new(tag(lang).into(), PluralRuleType::Cardinal.into());
        match rules.map(|rules| rules.category_for(number)) {
            Ok(Icu::Zero) => PluralCategory::Zero,
            Ok(Icu::One) => PluralCategory::One,
            Ok(Icu::Two) => PluralCategory::Two,
            Ok(Icu::Few) => PluralCategory::Few,
            Ok(Icu::Many) => PluralCategory::Many,
            Ok(Icu::Other) | Err(_) => PluralCategory::Other,
        }
    }

    fn number(&self, lang: &str, number: usize) -> Text {
        match DecimalFormatter::try_new(tag(lang).into(), Default::default()) {
            Ok(formatter) => formatter.format(&number.into()).to_string().into(),
            Err(_) => number.to_string().into(),
        }
    }

    /// Nobody reads here: an instant's day is that of UTC.
    fn day(&self, iso: &Text) -> Text {
        let day = iso.split_once('T').filter(|(day, _)| day.len() == "YYYY-MM-DD".len());
        day.map_or_else(|| iso.clone(), |(day, _)| day.into())
    }

    fn date(&self, lang: &str, day: &str) -> Text {
        written(lang, day).unwrap_or_else(|| day.into())
    }
}

/// The language; none in particular where the tag is no tag.
fn tag(lang: &str) -> Locale {
    lang.parse().unwrap_or(Locale::UNKNOWN)
}

/// `dateStyle: "long"`, in the language's own calendar.
fn written(lang: &str, day: &str) -> Option<Text> {
    let mut parts = day.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let day = Date::try_new_iso(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()?;
    let formatter = DateTimeFormatter::try_new(tag(lang).into(), YMD::long()).ok()?;
    Some(formatter.format(&day).to_string().into())
}
