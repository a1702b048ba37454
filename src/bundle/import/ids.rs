//! Ids that a person can read in an address: made from a heading's words, unlike within the notice.

use std::collections::{BTreeMap, BTreeSet};

use super::number;
use crate::notice::source::{id_fault, slug, topic};

/// Words that JavaScript objects answer to by themselves.
const RESERVED: [&str; 4] = ["constructor", "prototype", "toString", "valueOf"];

/// The ids given so far.
#[derive(Debug, Default)]
pub(super) struct Ids {
    taken: BTreeSet<String>,
    /// The number that the next of the same name gets.
    next: BTreeMap<String, u32>,
}

impl Ids {
    /// The id of the article that is the `ordinal`th, from the words of its heading.
    pub(super) fn article(&mut self, heading: &str, ordinal: usize) -> String {
        let words = number::without(heading);
        let slug = slug(&latin(words));
        // A name of few letters in another script, "PIXELA", says less than the topic.
        let letters = words.chars().filter(|c| c.is_alphabetic()).count();
        let told = slug.bytes().filter(u8::is_ascii_alphabetic).count();
        if told > 0 && 2 * told >= letters {
            return self.unlike(slug);
        }
        match topic::topic(words, "", "") {
            Some(guess) => self.unlike(guess.topic.id().to_owned()),
            None if told >= 3 => self.unlike(slug),
            None => self.unlike(format!("section-{ordinal}")),
        }
    }

    /// An id from a name, or from `otherwise` where the name has no Latin letter.
    pub(super) fn name(&mut self, name: &str, otherwise: &str) -> String {
        let slug = slug(&latin(name));
        self.unlike(if slug.is_empty() { otherwise.to_owned() } else { slug })
    }

    /// An id that the source gives itself, if nobody has it yet.
    pub(super) fn own(&mut self, id: &str) -> Option<String> {
        (id_fault(id).is_none() && self.taken.insert(id.to_owned())).then(|| id.to_owned())
    }

    fn unlike(&mut self, slug: String) -> String {
        let mut id = slug.clone();
        let next = self.next.entry(slug.clone()).or_insert(2);
        while RESERVED.iter().any(|word| word.eq_ignore_ascii_case(&id))
            || !self.taken.insert(id.clone())
        {
            id = format!("{slug}-{next}");
            *next += 1;
        }
        id
    }
}

/// Letters with signs as a person writes them without: "Über" as "ueber", "données" as "donnees".
fn latin(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let plain = match c {
            'ä' | 'æ' => "ae",
            'Ä' | 'Æ' => "Ae",
            'ö' | 'œ' | 'ø' => "oe",
            'Ö' | 'Œ' | 'Ø' => "Oe",
            'ü' => "ue",
            'Ü' => "Ue",
            'ß' => "ss",
            'à' | 'á' | 'â' | 'ã' | 'å' | 'ą' | 'ă' => "a",
            'À' | 'Á' | 'Â' | 'Ã' | 'Å' => "A",
            'ç' | 'ć' | 'č' => "c",
            'Ç' | 'Č' => "C",
            'è' | 'é' | 'ê' | 'ë' | 'ę' | 'ě' => "e",
            'È' | 'É' | 'Ê' | 'Ë' => "E",
            'ì' | 'í' | 'î' | 'ï' | 'ı' => "i",
            'Ì' | 'Í' | 'Î' | 'Ï' | 'İ' => "I",
            'ł' => "l",
            'ñ' | 'ń' | 'ň' => "n",
            'Ñ' => "N",
            'ò' | 'ó' | 'ô' | 'õ' => "o",
            'Ó' | 'Ô' | 'Õ' => "O",
            'ř' => "r",
            'ś' | 'š' | 'ş' | 'ș' => "s",
            'Š' | 'Ş' => "S",
            'ţ' | 'ț' => "t",
            'ù' | 'ú' | 'û' | 'ů' => "u",
            'Ú' | 'Û' => "U",
            'ý' | 'ÿ' => "y",
            'ź' | 'ż' | 'ž' => "z",
            'ğ' => "g",
            // Where a word may be broken: nobody sees it.
            '\u{ad}' | '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{2060}' => "",
            c => {
                out.push(c);
                continue;
            }
        };
        out.push_str(plain);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_is_named_by_its_words_not_its_number() {
        let mut ids = Ids::default();
        assert_eq!(ids.article("Article 3 (The user’s rights)", 3), "the-users-rights");
        assert_eq!(ids.article("4. The users rights", 4), "the-users-rights-2");
        assert_eq!(ids.article("第5条（利用目的）", 5), "purposes");
        assert_eq!(ids.article("§ 5 Löschung und Übermittlung", 5), "loeschung-und-uebermittlung");
        assert_eq!(ids.article("2019/4/18", 6), "section-6");
        assert_eq!(ids.article("Constructor", 7), "constructor-2");
    }
}
