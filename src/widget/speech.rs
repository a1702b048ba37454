//! How a language counts, writes numbers and dates: the world's knowledge, not the widget's.

use crate::notice::{PluralCategory, Text};

/// What the world knows of languages: in a browser `Intl`, natively ICU4X. Each takes the BCP 47
/// tag of the language that is shown.
pub trait Speech {
    /// The plural category of a number.
    fn plural(&self, lang: &str, number: usize) -> PluralCategory;

    /// The number as the language writes it: `1,234`, `1.234`, `१,२३४`.
    fn number(&self, lang: &str, number: usize) -> Text;

    /// The calendar day, `YYYY-MM-DD`, of an instant that starts with one, where the reader is. A
    /// calendar day is the same wherever it is read, and what is neither stays as it is.
    fn day(&self, iso: &Text) -> Text;

    /// The calendar day of `YYYY-MM-DD`, written out. What is no day stays as it is.
    fn date(&self, lang: &str, day: &str) -> Text;
}
