//! The plural forms that a language needs, and whether a counted word has them.

use icu_locale::Locale as Tag;
use icu_plurals::{PluralRuleType, PluralRules};

use super::LocaleFault;
use super::file::{check_places, places, text_at};
use crate::notice::PluralCategory;

/// The plural forms of a language, as CLDR has them.
pub(super) struct Plurals {
    /// Each category, and whether it is one number's alone: such a form need not say the number.
    categories: Vec<(&'static str, bool)>,
}

impl Plurals {
    /// Those of a tag.
    pub fn of(tag: &str) -> Option<Self> {
        let tag: Tag = tag.parse().ok()?;
        let rules = PluralRules::try_new(tag.into(), PluralRuleType::Cardinal.into()).ok()?;
        let holds = |category| (0_u32..1000).filter(|n| rules.category_for(*n) == category).count();
        let categories = rules.categories().map(|category| (named(category), holds(category) == 1));
        Some(Self { categories: categories.collect() })
    }

    /// Holds a counted word against them.
    pub fn check(
        &self,
        key: &str,
        value: Option<&toml::Value>,
        english: Option<&toml::Value>,
        faults: &mut Vec<LocaleFault>,
    ) {
        let Some(value) = value else {
            faults.push(LocaleFault::Missing(key.into()));
            return;
        };
        let Some(forms) = value.as_table() else {
            faults.push(LocaleFault::NoText(format!("{key}.other")));
            return;
        };
        let english = english.and_then(|english| english.get("other"));
        let wanted = english.and_then(toml::Value::as_str).map(places).unwrap_or_default();
        for (category, alone) in &self.categories {
            let key = format!("{key}.{category}");
            match forms.get(*category) {
                None => faults.push(LocaleFault::MissingPlural(key)),
                value => {
                    if let Some(text) = text_at(&key, value, faults) {
                        let may_lack = |place: &str| *alone && place == "{count}";
                        check_places(&key, text, &wanted, may_lack, faults);
                    }
                }
            }
        }
        let known = |form: &str| self.categories.iter().any(|(category, _)| *category == form);
        let unknown = forms.keys().filter(|form| !known(form));
        faults.extend(unknown.map(|form| LocaleFault::UnknownPlural(format!("{key}.{form}"))));
    }
}

/// CLDR's name of a category.
fn named(category: icu_plurals::PluralCategory) -> &'static str {
    use icu_plurals::PluralCategory as Icu;
    let ours = match category {
        Icu::Zero => PluralCategory::Zero,
        Icu::One => PluralCategory::One,
        Icu::Two => PluralCategory::Two,
        Icu::Few => PluralCategory::Few,
        Icu::Many => PluralCategory::Many,
        Icu::Other => PluralCategory::Other,
    };
    PluralCategory::ALL.iter().find(|(known, _)| *known == ours).map_or("other", |(_, name)| name)
}
