//! Which locale file a language gets.

use icu_locale::{LanguageIdentifier, LocaleCanonicalizer, LocaleExpander, langid};

use super::locale_tags;

/// What CLDR's likely subtags do not say: the Norwegian macrolanguage, and Nynorsk, whose readers
/// all read Bokmål.
const NORWEGIAN: [&str; 2] = ["no", "nn"];

/// The tag of the locale file that a BCP 47 tag gets, if any: the [`closest`].
#[must_use]
pub fn locale_tag(tag: &str) -> Option<&'static str> {
    closest(tag, locale_tags())
}

/// Of the tags that there are, the one that a BCP 47 tag gets, if any: its own; else the one of the
/// same language and script (CLDR's likely subtags say that `zh-TW` is `zh-Hant`), of the same region
/// where there are several (`pt` alone is likely Brazil's). Portuguese elsewhere follows Portugal's,
/// as in CLDR's `parentLocales`; `no` and `nn` get `nb`.
pub fn closest<'a>(tag: &str, known: impl Iterator<Item = &'a str> + Clone) -> Option<&'a str> {
    if let Some(own) = known.clone().find(|known| known.eq_ignore_ascii_case(tag)) {
        return Some(own);
    }
    let mut wanted: icu_locale::Locale = tag.parse().ok()?;
    if NORWEGIAN.contains(&wanted.id.language.as_str()) {
        wanted.id.language = langid!("nb").language;
    }
    LocaleCanonicalizer::new_extended().canonicalize(&mut wanted);
    let wanted = maximized(wanted.id);
    let known = known.filter_map(|tag| Some((tag, maximized(tag.parse().ok()?))));
    let alike: Vec<_> = known
        .filter(|(_, known)| known.language == wanted.language && known.script == wanted.script)
        .collect();
    let there = alike.iter().find(|(_, known)| known.region == wanted.region);
    let parent = alike.iter().find(|(tag, _)| *tag == "pt-PT");
    there.or(parent).or(alike.first()).map(|(tag, _)| *tag)
}

/// With the script and the region that a language most likely has.
fn maximized(mut tag: LanguageIdentifier) -> LanguageIdentifier {
    LocaleExpander::new_extended().maximize(&mut tag);
    tag
}
