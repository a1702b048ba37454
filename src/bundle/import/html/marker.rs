//! What an item begins with: the number that its list gives it, or marks that its own words begin with.

use std::collections::BTreeMap;

use super::super::plain::mark_of;
use super::dom::{Dom, Id};
use super::region::Region;
use super::tree::{Inline, plain};

/// What a browser shows before an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Marker {
    /// A number that Markdown can show.
    Number(u32),
    /// A letter or a roman number, which it cannot: words.
    Words(String),
}

/// The markers of all items of numbered lists below an element.
pub(super) fn all(dom: &Dom, region: &Region) -> BTreeMap<Id, Marker> {
    let skip = |id: Id| region.skips(id);
    let lists = dom.below(region.top, &skip).filter(|id| dom.name(*id) == "ol");
    lists.flat_map(|list| of_list(dom, region, list)).collect()
}

fn of_list(dom: &Dom, region: &Region, list: Id) -> Vec<(Id, Marker)> {
    let style = dom.attribute(list, "style").unwrap_or_default().replace(' ', "").to_lowercase();
    let hidden = style.contains("list-style:none") || style.contains("list-style-type:none");
    if hidden || counts_itself(dom, region, list) {
        return Vec::new();
    }
    let number = |id: Id, name: &str| {
        dom.attribute(id, name).and_then(|value| value.trim().parse::<u32>().ok())
    };
    let mut next = number(list, "start").unwrap_or(1);
    let mut markers = Vec::new();
    for item in dom.children(list).filter(|id| dom.name(*id) == "li" && !region.skips(*id)) {
        let at = number(item, "value").unwrap_or(next).min(999_999_999);
        next = at.saturating_add(1);
        let marker = match dom.attribute(list, "type") {
            Some("a") => Marker::Words(format!("{}.", letters(at))),
            Some("A") => Marker::Words(format!("{}.", letters(at).to_uppercase())),
            Some("i") => Marker::Words(format!("{}.", roman(at))),
            Some("I") => Marker::Words(format!("{}.", roman(at).to_uppercase())),
            _ => Marker::Number(at),
        };
        markers.push((item, marker));
    }
    markers
}

/// All items begin with a number of their own: the style sheet hides the list's.
fn counts_itself(dom: &Dom, region: &Region, list: Id) -> bool {
    let skip = |id: Id| region.skips(id);
    let mut items = dom.children(list).filter(|id| dom.name(*id) == "li" && !skip(*id)).peekable();
    items.peek().is_some()
        && items.all(|item| {
            let mut words = dom
                .below(item, &skip)
                .filter_map(|id| dom.text(id))
                .filter(|text| !text.trim().is_empty());
            words.next().is_some_and(|text| numbered(text.trim()))
        })
}

fn numbered(text: &str) -> bool {
    mark_of(text).is_some_and(|mark| mark.number.is_some())
        || super::super::number::split(text).is_some()
}

fn letters(mut number: u32) -> String {
    let mut letters = Vec::new();
    while number > 0 {
        number -= 1;
        letters.push(char::from(b'a' + u8::try_from(number % 26).unwrap_or(0)));
        number /= 26;
    }
    if letters.is_empty() { "0".to_owned() } else { letters.iter().rev().collect() }
}

fn roman(mut number: u32) -> String {
    if number == 0 || number > 3999 {
        return number.to_string();
    }
    let mut text = String::new();
    for (value, sign) in [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ] {
        while number >= value {
            text.push_str(sign);
            number -= value;
        }
    }
    text
}

/// The mark that a paragraph's words begin with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    /// Marks of one kind make one list.
    kind: String,
    /// Its number, if Markdown can show it.
    pub(super) number: Option<u32>,
    /// How much of the text it takes up, in bytes; none of it where it has to stay.
    length: usize,
}

impl Mark {
    pub(super) fn follows(&self, before: &Mark) -> bool {
        self.kind == before.kind
            && match (self.number, before.number) {
                (Some(number), Some(before)) => number == before.saturating_add(1),
                (a, b) => a == b,
            }
    }

    /// Takes the mark out of the words.
    pub(super) fn take_from(&self, words: &mut [Inline]) {
        if let Some(Inline::Text(text)) = words.first_mut() {
            let lead = text.len() - text.trim_start().len();
            *text = text.get(lead + self.length..).unwrap_or_default().trim_start().to_owned();
        }
    }
}

/// The mark of a line whose first piece is text.
pub(super) fn of_line(words: &[Inline]) -> Option<Mark> {
    let Some(Inline::Text(first)) = words.first() else { return None };
    let found = mark_of(first.trim_start())?;
    // Nothing but a mark is no item.
    let rest = first.trim_start().get(found.length..).unwrap_or_default();
    if rest.trim().is_empty() && plain(words.get(1..).unwrap_or_default()).trim().is_empty() {
        return None;
    }
    Some(Mark {
        kind: found.kind,
        number: found.number,
        length: if found.stays { 0 } else { found.length },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_roman_numbers_are_written_as_a_browser_shows_them() {
        assert_eq!([1, 26, 27, 703].map(letters), ["a", "z", "aa", "aaa"]);
        assert_eq!([1, 4, 9, 14, 1999].map(roman), ["i", "iv", "ix", "xiv", "mcmxcix"]);
    }
}
