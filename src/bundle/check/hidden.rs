//! Characters that nobody sees: what turns the direction of the text around, and what has no width.
//!
//! They are not taken out: the text is the owner's, and some scripts need some of them. Where one
//! does no work for its neighbours, somebody should look.

use std::ops::Range;

use super::Subject;
use super::reading::Reading;
use crate::notice::plain;
use crate::notice::source::Diagnostic;

/// One warning a file, at the first such character.
pub(super) fn check(subject: &Subject) -> Vec<Diagnostic> {
    let policies = subject.editions.iter().zip(&subject.readings).map(|(edition, reading)| {
        let by_id = reading.by_id();
        let titles = edition.notice.articles.iter().filter_map(|article| {
            let heading = &by_id.get(&*article.id)?.heading;
            Some((first(&plain(&article.title))?.1, heading.clone()))
        });
        let title = first(&plain(&edition.notice.title)).map(|(_, hidden)| (hidden, 0..1));
        let found: Vec<_> = title.into_iter().chain(titles).chain(in_text(reading)).collect();
        (&reading.file, found)
    });
    let manifest = (&subject.manifest_file.name, in_source(&subject.manifest_file.text));
    policies.chain([manifest]).filter_map(|(file, found)| told(file, &found)).collect()
}

fn told(file: &str, found: &[(char, Range<usize>)]) -> Option<Diagnostic> {
    let (hidden, place) = found.iter().min_by_key(|(_, place)| place.start)?;
    let what = match hidden {
        c if turns(*c) => "turns the direction of what follows around",
        _ => "cannot be seen",
    };
    let more = match found.len() - 1 {
        0 => String::new(),
        more => format!(", and {more} more in this file"),
    };
    let message = format!("a character here {what} (U+{:04X}){more}", u32::from(*hidden));
    Some(
        Diagnostic::warning("hidden-text", file, place.clone(), message)
            .help("delete it, or type the words anew: what is read is then what is written"),
    )
}

fn in_text(reading: &Reading) -> impl Iterator<Item = (char, Range<usize>)> {
    let articles = reading.articles.iter();
    let passages = articles.flat_map(|article| article.card.iter().chain(&article.passages));
    passages.filter_map(|passage| {
        let (at, hidden) = first(&passage.text)?;
        Some((hidden, passage.span(at..at + hidden.len_utf8())))
    })
}

/// In a TOML file, as they are or as an escape.
fn in_source(text: &str) -> Vec<(char, Range<usize>)> {
    let bare = std::iter::successors(first(text), |(at, c)| {
        let from = at + c.len_utf8();
        first(&text[from..]).map(|(next, c)| (from + next, c))
    });
    let mut found: Vec<_> = bare.map(|(at, c)| (c, at..at + c.len_utf8())).collect();
    for (mark, digits) in [("\\u", 4), ("\\U", 8)] {
        for (at, _) in text.match_indices(mark) {
            let end = at + mark.len() + digits;
            let code =
                text.get(at + mark.len()..end).and_then(|code| u32::from_str_radix(code, 16).ok());
            if let Some(c) = code.and_then(char::from_u32)
                && is_hidden(None, c, None)
            {
                found.push((c, at..end));
            }
        }
    }
    found
}

/// The first hidden character of a text, and where it is.
fn first(text: &str) -> Option<(usize, char)> {
    let mut before = None;
    let mut signs = text.char_indices().peekable();
    while let Some((at, c)) = signs.next() {
        if is_hidden(before, c, signs.peek().map(|(_, next)| *next)) {
            return Some((at, c));
        }
        before = Some(c);
    }
    None
}

/// Embeddings and overrides, which Unicode advises against (UAX 9, 2.7); isolates and marks, which
/// a text in two directions may need, are none.
fn turns(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}')
}

fn is_hidden(before: Option<char>, c: char, after: Option<char>) -> bool {
    let latin = |c: Option<char>| c.is_none_or(|c| c.is_ascii());
    match c {
        '\n' | '\r' | '\t' => false,
        // Joiners and spaces without width: letters of other scripts, and emoji, are put together
        // with them; between Latin ones they only hide.
        '\u{200b}'..='\u{200d}' | '\u{2060}' => latin(before) && latin(after),
        // At the beginning of a file it says how the file is written.
        '\u{feff}' => before.is_some(),
        '\u{2061}'..='\u{2064}'
        | '\u{180e}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{3164}'
        | '\u{ffa0}' => true,
        // Letters of flags; elsewhere a second text that only machines read.
        '\u{e0000}'..='\u{e007f}' => {
            before.is_none_or(|c| c.is_alphanumeric() || c.is_whitespace())
        }
        c => turns(c) || c.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_hides_is_found_and_what_scripts_need_is_not() {
        for hides in [
            "Ads are \u{202e}on",
            "pass\u{200b}word",
            "a\u{2060}b",
            "no\u{feff}thing",
            "bell\u{7}",
            "\u{3164}",
            "read\u{e0061}\u{e0062}",
        ] {
            assert!(first(hides).is_some(), "{hides:?}");
        }
        for needs in [
            "می\u{200c}خواهم",
            "👩\u{200d}🔧",
            "ภาษา\u{200b}ไทย",
            "\u{2067}שלום\u{2069} Shop\u{200e}",
            "Daten\u{ad}schutz",
            "🏴\u{e0067}\u{e0062}",
            "two\nlines",
        ] {
            assert_eq!(first(needs), None, "{needs:?}");
        }
        assert_eq!(in_source("name = \"a\\u202Eb\u{202d}\"").len(), 2);
    }
}
