//! Letters in their plainest form. The tables are the world's (a browser has them); the rest is
//! what a person who types would not tell apart.

use std::rc::Rc;

/// A text in its compatibility decomposition (NFKD), all letters made large and then small.
pub(crate) type Plain = Rc<dyn Fn(&str) -> String>;

/// The letters met so far, each in UTF-16 units of its plain form.
pub(crate) struct Letters {
    plain: Plain,
    known: Vec<(char, Vec<u16>)>,
}

impl Letters {
    pub fn new(plain: Plain) -> Self {
        Self { plain, known: Vec::new() }
    }

    /// Asks the world about the letters of a text that are new, all at once.
    pub fn learn(&mut self, text: &str) {
        let mut asked = String::new();
        for letter in text.chars().filter(|letter| !is_plain(*letter)) {
            if let Err(at) = self.place(letter) {
                self.known.insert(at, (letter, Vec::new()));
                asked.push(letter);
                asked.push('\n');
            }
        }
        let answer = if asked.is_empty() { String::new() } else { (self.plain)(&asked) };
        for (letter, plain) in
            asked.chars().filter(|letter| *letter != '\n').zip(answer.split('\n'))
        {
            if let Ok(at) = self.place(letter) {
                let mut units = Vec::new();
                plain.chars().for_each(|letter| plainer(letter, &mut units));
                self.known[at].1 = units;
            }
        }
    }

    /// The plain form of a letter that has been learnt, one unit after the other.
    pub fn each(&self, letter: char, mut put: impl FnMut(u16)) {
        if is_plain(letter) {
            put(letter.to_ascii_lowercase() as u16);
        } else if let Ok(at) = self.place(letter) {
            self.known[at].1.iter().for_each(|unit| put(*unit));
        }
    }

    fn place(&self, letter: char) -> Result<usize, usize> {
        self.known.binary_search_by(|(known, _)| known.cmp(&letter))
    }
}

/// What needs no table: ASCII, and the ideographs that most of a text in Chinese or Japanese is.
fn is_plain(letter: char) -> bool {
    letter.is_ascii() || ('\u{4e00}'..='\u{9fff}').contains(&letter)
}

/// What Unicode's decomposition leaves apart and a person does not.
fn plainer(letter: char, units: &mut Vec<u16>) {
    let plain = match letter {
        // Accents, points and vowel signs of Latin, Greek, Cyrillic, Hebrew and Arabic; not the
        // voicing marks of kana, which make another letter.
        '\u{300}'..='\u{36f}'
        | '\u{483}'..='\u{487}'
        | '\u{591}'..='\u{5bd}'
        | '\u{5bf}'..='\u{5c7}'
        | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}'
        | '\u{670}'
        | '\u{6d6}'..='\u{6ed}'
        | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}'
        | '\u{fe20}'..='\u{fe2f}' => return,
        // What has no width: soft hyphens, joiners, marks of direction, variants; the Arabic stroke
        // that only makes a word longer.
        '\u{ad}'
        | '\u{640}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' => return,
        // Katakana are hiragana.
        '\u{30a1}'..='\u{30f6}' | '\u{30fd}' | '\u{30fe}' => {
            units.push(letter as u16 - 0x60);
            return;
        }
        '‘' | '’' | '‚' | '‛' | '′' => "'",
        '“' | '”' | '„' | '‟' | '″' | '«' | '»' => "\"",
        '‐'..='―' | '−' => "-",
        '\u{1680}' | '\u{2028}' | '\u{2029}' | '\u{85}' => " ",
        // Letters that Unicode does not take apart.
        'đ' | 'ð' => "d",
        'ł' => "l",
        'ø' => "o",
        'ħ' => "h",
        'ŧ' => "t",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        other => {
            units.extend_from_slice(other.encode_utf16(&mut [0; 2]));
            return;
        }
    };
    units.extend(plain.bytes().map(u16::from));
}
