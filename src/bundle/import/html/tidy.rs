//! What programs put into a page's text that no reader sees as text: letters without width, drawn bullets;
//! and what a tag alone sets apart, raised figures.

use super::dom::{Dom, Id, ROOT};

/// Takes it out before anybody counts a word.
pub(super) fn tidy(dom: &mut Dom) {
    let all: Vec<Id> = dom.below(ROOT, &|_| false).collect();
    for id in all {
        if is_word_list_mark(dom, id) {
            mark(dom, id);
        } else if dom.name(id) == "sup" {
            raise(dom, id);
        } else if let Some(text) = dom.text(id) {
            let bare = text.trim_matches(['\u{200b}', '\u{feff}', '\u{2060}']);
            if bare.len() < text.len() {
                let bare = bare.to_owned();
                dom.say(id, &bare);
            }
        }
    }
}

/// What Word draws before an item of a list, as it exports it.
fn is_word_list_mark(dom: &Dom, id: Id) -> bool {
    dom.attribute(id, "style").is_some_and(|style| {
        style.to_ascii_lowercase().replace(' ', "").contains("mso-list:ignore")
    })
}

/// The mark of a footnote behind a number must not become a part of it.
fn raise(dom: &mut Dom, id: Id) {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let texts: Vec<Id> = dom.below(id, &|_| false).filter(|id| dom.text(*id).is_some()).collect();
    let words: String = texts.iter().filter_map(|id| dom.text(*id)).collect();
    if !words.trim().bytes().all(|b| b.is_ascii_digit()) {
        return;
    }
    for id in texts {
        let figure = |c: char| c.to_digit(10).and_then(|digit| RAISED.get(digit as usize).copied());
        let raised: Option<String> =
            dom.text(id).map(|text| text.chars().map(|c| figure(c).unwrap_or(c)).collect());
        dom.say(id, &raised.unwrap_or_default());
    }
}

/// A number stays, with one blank after it; a sign from a font of signs is a bullet.
fn mark(dom: &mut Dom, id: Id) {
    let texts: Vec<Id> = dom.below(id, &|_| false).filter(|id| dom.text(*id).is_some()).collect();
    let words: String = texts.iter().filter_map(|id| dom.text(*id)).collect();
    let words = words.trim();
    let sign = matches!(words, "o" | "\u{a7}" | "\u{b7}" | "Ø" | "v" | "ü" | "q" | "-" | "–")
        || words.chars().all(|c| ('\u{e000}'..='\u{f8ff}').contains(&c));
    let words = if sign && !words.is_empty() { "•".to_owned() } else { words.to_owned() };
    for (at, id) in texts.into_iter().enumerate() {
        let said = if at == 0 { format!("{words} ") } else { String::new() };
        dom.say(id, &said);
    }
}
