//! Sentences of a passage, in scripts with and without spaces.

use std::ops::Range;

/// Short forms whose full stop ends no sentence.
const SHORT_FORMS: [&str; 34] = [
    "art", "arts", "no", "nos", "e.g", "i.e", "etc", "inc", "ltd", "co", "corp", "llc", "mr",
    "mrs", "ms", "dr", "st", "vs", "cf", "para", "sec", "tel", "approx", "u.s", "abs", "nr", "bzw",
    "ggf", "z.b", "d.h", "lit", "vgl", "usw", "p.ex",
];

/// The sentences of a text, as parts of it, without the spaces around them.
#[must_use]
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut rest = text.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        let end = at + c.len_utf8();
        let ends = match c {
            '。' | '！' | '？' | '．' => true,
            '.' | '!' | '?' => {
                let next = text[end..].chars().next();
                let spaced = next.is_none_or(char::is_whitespace);
                spaced && (c != '.' || !is_short_form(&text[start..at]))
            }
            _ => false,
        };
        if ends {
            // A closing bracket or quotation mark belongs to the sentence that it closes.
            let mut end = end;
            while let Some((at, c)) = rest.peek().copied()
                && matches!(c, '」' | '』' | '）' | ')' | '”' | '"' | '’' | '»')
            {
                end = at + c.len_utf8();
                rest.next();
            }
            push(text, start..end, &mut found);
            start = end;
        }
    }
    push(text, start..text.len(), &mut found);
    found
}

fn push(text: &str, part: Range<usize>, found: &mut Vec<Range<usize>>) {
    let words = &text[part.clone()];
    let start = part.start + (words.len() - words.trim_start().len());
    let end = start + words.trim().len();
    if end > start {
        found.push(start..end);
    }
}

/// Whether the full stop after these words belongs to the last of them.
fn is_short_form(before: &str) -> bool {
    let word = before.rsplit([' ', '(', '\u{a0}']).next().unwrap_or_default();
    let word = word.to_lowercase();
    SHORT_FORMS.contains(&&*word)
        || (word.chars().count() == 1 && word.chars().all(char::is_alphabetic))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|part| &text[part]).collect()
    }

    #[test]
    fn a_sentence_ends_where_a_reader_stops() {
        assert_eq!(
            of("We ask. You answer!  Do you? Yes"),
            ["We ask.", "You answer!", "Do you?", "Yes"]
        );
        assert_eq!(
            of("取得します。保存しません（例外なし。）以上"),
            ["取得します。", "保存しません（例外なし。）", "以上"]
        );
    }

    #[test]
    fn a_short_form_or_an_address_ends_none() {
        assert_eq!(
            of("Lumo Inc. sends it, e.g. to a.example and v1.2 of Art. 6."),
            ["Lumo Inc. sends it, e.g. to a.example and v1.2 of Art. 6."]
        );
    }
}
