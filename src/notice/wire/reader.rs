//! JSON, read from one place on.

use std::mem::ManuallyDrop;
use std::rc::Rc;

use super::Wire;

/// A place in a text.
pub struct Reader<'a> {
    pub(super) json: &'a str,
    pub(super) at: usize,
    /// How many blocks and lines stand around this place.
    pub(super) depth: u8,
}

/// The compiler lets nest 32 blocks and marks; a text that is deeper is none of its.
const DEPTH_LIMIT: u8 = 99;

impl<'a> Reader<'a> {
    pub(super) fn next(&self) -> u8 {
        self.json.as_bytes().get(self.at).copied().unwrap_or_default()
    }

    /// Whether that sign stands here; if so, it is read.
    pub(super) fn eat(&mut self, sign: u8) -> bool {
        let here = self.next() == sign;
        self.at += usize::from(here);
        here
    }

    pub(super) fn want(&mut self, sign: u8) -> Option<()> {
        if self.eat(sign) { Some(()) } else { None }
    }

    pub(super) fn word(&mut self, word: &str) -> bool {
        let here = self
            .json
            .as_bytes()
            .get(self.at..)
            .is_some_and(|rest| rest.starts_with(word.as_bytes()));
        self.at += if here { word.len() } else { 0 };
        here
    }

    /// The text between quotes: as it stands, or, where there are escapes, without them.
    #[inline(never)]
    pub(super) fn text(&mut self) -> Option<Piece<'a>> {
        self.want(b'"')?;
        let mut from = self.at;
        let mut whole = String::new();
        loop {
            let end = self.next();
            if end != b'"' && end != b'\\' {
                // Past the end, `next` gives zero, which JSON has in no text.
                if end == 0 {
                    return None;
                }
                self.at += 1;
                continue;
            }
            let part = self.json.get(from..self.at)?;
            self.at += 1;
            if end == b'"' {
                if whole.is_empty() {
                    return Some(Piece::Here(part));
                }
                whole.push_str(part);
                return Some(Piece::Made(whole));
            }
            whole.push_str(part);
            whole.push(self.escape()?);
            from = self.at;
        }
    }

    fn escape(&mut self) -> Option<char> {
        let sign = self.next();
        self.at += 1;
        Some(match sign {
            b'n' => '\n',
            b't' => '\t',
            b'r' => '\r',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'u' => {
                let mut code = self.unit()?;
                // The second half of a character beyond the first 65,536.
                if (0xD800..0xDC00).contains(&code) && self.word("\\u") {
                    code = 0x10000
                        + ((code - 0xD800) << 10)
                        + (self.unit()?.wrapping_sub(0xDC00) & 0x3FF);
                }
                char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER)
            }
            b'"' | b'\\' | b'/' => char::from(sign),
            _ => return None,
        })
    }

    /// Four hexadecimal digits.
    fn unit(&mut self) -> Option<u32> {
        let mut code = 0;
        for _ in 0..4 {
            code = code * 16 + char::from(self.next()).to_digit(16)?;
            self.at += 1;
        }
        Some(code)
    }

    /// Whole numbers exactly; others as nearly as a time in milliseconds needs.
    #[inline(never)]
    pub(super) fn number(&mut self) -> Option<f64> {
        let negative = self.eat(b'-');
        let (mut value, before) = (0.0, self.at);
        let mut places = 0;
        let mut point = false;
        loop {
            let sign = self.next();
            if sign.is_ascii_digit() {
                value = value * 10.0 + f64::from(sign - b'0');
                places -= i32::from(point);
            } else if sign == b'.' && !point {
                point = true;
            } else {
                break;
            }
            self.at += 1;
        }
        if self.at == before {
            return None;
        }
        if self.eat(b'e') {
            let less = self.eat(b'-');
            self.eat(b'+');
            let mut exponent = 0_i32;
            while self.next().is_ascii_digit() {
                exponent = (exponent * 10 + i32::from(self.next() - b'0')).min(400);
                self.at += 1;
            }
            places += if less { -exponent } else { exponent };
        }
        for _ in 0..places.abs() {
            value = if places < 0 { value / 10.0 } else { value * 10.0 };
        }
        Some(if negative { -value } else { value })
    }

    /// Reads past a value.
    #[inline(never)]
    fn skip(&mut self) -> Option<()> {
        let mut depth = 0_u32;
        loop {
            match self.next() {
                b'"' => {
                    self.text()?;
                }
                b'{' | b'[' => {
                    depth += 1;
                    self.at += 1;
                    continue;
                }
                b'}' | b']' if depth > 0 => {
                    depth -= 1;
                    self.at += 1;
                }
                b',' | b':' if depth > 0 => {
                    self.at += 1;
                    continue;
                }
                b't' | b'n' | b'f' => {
                    if !self.word("true") && !self.word("null") && !self.word("false") {
                        return None;
                    }
                }
                _ => {
                    self.number()?;
                }
            }
            if depth == 0 {
                return Some(());
            }
        }
    }

    /// Whether that field comes next; if so, its name is read.
    #[inline(never)]
    fn named(&mut self, name: &str) -> bool {
        let before = self.at;
        let here = self.eat(b'"') && self.word(name) && self.word("\":");
        if !here {
            self.at = before;
        }
        here
    }

    /// Goes to that field of the object whose first field stands at `start`, if it has it.
    #[inline(never)]
    fn find(&mut self, start: usize, name: &str) -> bool {
        self.at = start;
        while !self.named(name) {
            if self.text().is_none() || !self.eat(b':') || self.skip().is_none() || !self.eat(b',')
            {
                return false;
            }
        }
        true
    }

    /// Reads what may hold its own kind.
    #[inline(never)]
    pub(super) fn nested<T>(&mut self, read: fn(&mut Self) -> Option<T>) -> Option<T> {
        if self.depth > DEPTH_LIMIT {
            return None;
        }
        self.depth += 1;
        let value = read(self);
        self.depth -= 1;
        value
    }

    /// Reads the beginning of an object, and gives the place of its first field.
    pub fn object(&mut self) -> Option<usize> {
        self.want(b'{')?;
        Some(self.at)
    }

    /// Goes to the value of a field of the object that begins at `start`, and gives where to go on
    /// after it; nothing, where there is no such field.
    #[inline(never)]
    fn seek(&mut self, start: usize, name: &str) -> Option<Onward> {
        if self.named(name) {
            return Some(Onward::Here);
        }
        let here = self.at;
        if self.find(start, name) {
            return Some(Onward::At(here));
        }
        self.at = here;
        None
    }

    #[inline(never)]
    fn go_on(&mut self, onward: Onward) {
        match onward {
            Onward::Here => {
                self.eat(b',');
            }
            Onward::At(place) => self.at = place,
        }
    }

    /// A field of the object that begins at `start`: quickest where the fields are read in the
    /// order in which they stand. (It is compiled for each type of a field: what it calls is not.)
    pub fn field<T: Wire>(&mut self, start: usize, name: &str) -> Option<T> {
        let Some(onward) = self.seek(start, name) else { return T::absent() };
        let value = T::read(self)?;
        self.go_on(onward);
        Some(value)
    }

    /// Reads past what is left of an object, and its end.
    #[inline(never)]
    pub fn end(&mut self) -> Option<()> {
        while !self.eat(b'}') {
            self.text()?;
            self.want(b':')?;
            self.skip()?;
            self.eat(b',');
        }
        Some(())
    }

    /// The one field of an object: the name says which of several shapes its value has.
    pub fn only<T: Wire>(&mut self, name: &str) -> Option<Option<T>> {
        if !self.named(name) {
            return Some(None);
        }
        let value = T::read(self)?;
        self.want(b'}')?;
        Some(Some(value))
    }

    /// Whether an item of a list follows; its comma or the list's end is read.
    #[inline(never)]
    pub(super) fn more(&mut self) -> Option<bool> {
        if self.eat(b']') {
            return Some(false);
        }
        let first = self.json.as_bytes().get(self.at.wrapping_sub(1)) == Some(&b'[');
        if !first {
            self.want(b',')?;
        }
        Some(true)
    }

    /// An object whose keys are ids.
    pub fn entries<T: Wire>(&mut self) -> Option<Vec<(Rc<str>, T)>> {
        self.want(b'{')?;
        let mut entries = ManuallyDrop::new(Vec::new());
        while !self.eat(b'}') {
            let key = ManuallyDrop::new(Rc::from(self.text()?.as_str()));
            self.want(b':')?;
            let value = T::read(self)?;
            entries.push((ManuallyDrop::into_inner(key), value));
            self.eat(b',');
        }
        Some(ManuallyDrop::into_inner(entries))
    }

    /// The place in a list of names of the one that stands here.
    #[inline(never)]
    pub fn one_of(&mut self, names: &[&str]) -> Option<usize> {
        let text = self.text()?;
        names.iter().position(|name| *name == text.as_str())
    }
}

/// Where reading goes on after a field.
#[derive(Clone, Copy)]
enum Onward {
    /// Where its value ends.
    Here,
    /// Where it was before.
    At(usize),
}

/// A text: a part of the JSON, or one made of it.
pub(super) enum Piece<'a> {
    Here(&'a str),
    Made(String),
}

impl Piece<'_> {
    pub(super) fn as_str(&self) -> &str {
        match self {
            Piece::Here(text) => text,
            Piece::Made(text) => text,
        }
    }
}
