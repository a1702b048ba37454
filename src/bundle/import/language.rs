//! The language of a policy: what its page says, else what its letters and words say.

use whatlang::{Lang, detect};

use super::reading::Read;

/// The tag of the language.
pub(super) fn of(read: &Read) -> &'static str {
    let said = read
        .language
        .as_deref()
        .map(|tag| tag.split(['-', '_']).next().unwrap_or(tag).to_lowercase());
    let seen = seen(&read.text);
    // A page in another language than it says, a template's "en" above all, is in the one that it is in.
    match said.as_deref().and_then(known) {
        Some(said) if said == seen || read.text.chars().count() < 400 => said,
        _ => seen,
    }
}

/// The languages that a policy's file can be named after.
const KNOWN: [(&str, Lang); 27] = [
    ("en", Lang::Eng),
    ("ja", Lang::Jpn),
    ("de", Lang::Deu),
    ("fr", Lang::Fra),
    ("es", Lang::Spa),
    ("it", Lang::Ita),
    ("pt", Lang::Por),
    ("nl", Lang::Nld),
    ("ko", Lang::Kor),
    ("zh", Lang::Cmn),
    ("pl", Lang::Pol),
    ("sv", Lang::Swe),
    ("da", Lang::Dan),
    ("nb", Lang::Nob),
    ("fi", Lang::Fin),
    ("cs", Lang::Ces),
    ("ru", Lang::Rus),
    ("uk", Lang::Ukr),
    ("tr", Lang::Tur),
    ("el", Lang::Ell),
    ("hu", Lang::Hun),
    ("ro", Lang::Ron),
    ("ar", Lang::Ara),
    ("he", Lang::Heb),
    ("vi", Lang::Vie),
    ("th", Lang::Tha),
    ("id", Lang::Ind),
];

fn known(tag: &str) -> Option<&'static str> {
    KNOWN.iter().find(|(known, _)| *known == tag).map(|(known, _)| *known)
}

/// Japanese where there is kana enough, otherwise what its commonest letters in a row say; English where that is not sure.
fn seen(text: &str) -> &'static str {
    let sample: String = text.chars().take(20_000).collect();
    let kana = sample.chars().filter(|c| matches!(c, '\u{3041}'..='\u{30ff}')).count();
    let latin = sample.chars().filter(char::is_ascii_alphabetic).count();
    if kana > latin {
        return "ja";
    }
    // A line or two say little: such a text is taken for English unless its letters say otherwise.
    if sample.is_ascii() && latin < 200 {
        return "en";
    }
    detect(&sample)
        .filter(whatlang::Info::is_reliable)
        .and_then(|info| KNOWN.iter().find(|(_, lang)| *lang == info.lang()))
        .map_or("en", |(tag, _)| *tag)
}
