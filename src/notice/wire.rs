//! Reading what stands in JSON back into our types, in few bytes and without a tree between.
//!
//! It reads what `JSON.stringify` and serde_json write: no spaces, no key twice. (A text of
//! anybody else's goes through the browser's own JSON first, which also judges it.) Anything else
//! gives nothing. A library of the registry would bring its messages and its printing of numbers,
//! eleven kilobytes of a visitor's download.

use std::fmt;

use serde::de::value::StrDeserializer;
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer, MapAccess, SeqAccess,
    VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;

/// A value of ours from JSON, if it has the shape.
#[must_use]
pub fn read<T: for<'de> Deserialize<'de>>(json: &str) -> Option<T> {
    let mut reader = Reader { json, at: 0 };
    let value = T::deserialize(&mut reader).ok()?;
    (reader.at == json.len()).then_some(value)
}

/// The value has another shape. Which, nobody asks: what does not fit is not used.
#[derive(Debug)]
struct Misfit;

impl fmt::Display for Misfit {
    fn fmt(&self, _: &mut fmt::Formatter) -> fmt::Result {
        Ok(())
    }
}

impl std::error::Error for Misfit {}

impl serde::de::Error for Misfit {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Misfit
    }
}

/// A place in a text.
#[derive(Clone)]
struct Reader<'de> {
    json: &'de str,
    at: usize,
}

impl<'de> Reader<'de> {
    fn next(&self) -> u8 {
        self.json.as_bytes().get(self.at).copied().unwrap_or_default()
    }

    /// Whether that sign stands here; if so, it is read.
    fn eat(&mut self, sign: u8) -> bool {
        let here = self.next() == sign;
        self.at += usize::from(here);
        here
    }

    fn want(&mut self, sign: u8) -> Result<(), Misfit> {
        if self.eat(sign) { Ok(()) } else { Err(Misfit) }
    }

    fn word(&mut self, word: &str) -> bool {
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
    fn text(&mut self) -> Result<Piece<'de>, Misfit> {
        self.want(b'"')?;
        let mut from = self.at;
        let mut whole = String::new();
        loop {
            let end = self.next();
            if end != b'"' && end != b'\\' {
                // Past the end, `next` gives zero, which JSON has in no text.
                if end == 0 {
                    return Err(Misfit);
                }
                self.at += 1;
                continue;
            }
            let part = self.json.get(from..self.at).ok_or(Misfit)?;
            self.at += 1;
            if end == b'"' {
                if whole.is_empty() {
                    return Ok(Piece::Here(part));
                }
                whole.push_str(part);
                return Ok(Piece::Made(whole));
            }
            whole.push_str(part);
            whole.push(self.escape()?);
            from = self.at;
        }
    }

    fn escape(&mut self) -> Result<char, Misfit> {
        let sign = self.next();
        self.at += 1;
        Ok(match sign {
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
            _ => return Err(Misfit),
        })
    }

    /// Four hexadecimal digits.
    fn unit(&mut self) -> Result<u32, Misfit> {
        let mut code = 0;
        for _ in 0..4 {
            code = code * 16 + char::from(self.next()).to_digit(16).ok_or(Misfit)?;
            self.at += 1;
        }
        Ok(code)
    }

    /// Whole numbers exactly; others as nearly as a time in milliseconds needs.
    #[inline(never)]
    fn number(&mut self) -> Result<f64, Misfit> {
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
            return Err(Misfit);
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
        Ok(if negative { -value } else { value })
    }

    /// Reads past a value.
    #[inline(never)]
    fn skip(&mut self) -> Result<(), Misfit> {
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
                        return Err(Misfit);
                    }
                }
                _ => {
                    self.number()?;
                }
            }
            if depth == 0 {
                return Ok(());
            }
        }
    }

    /// The key that stands here, and its colon.
    fn key(&mut self) -> Result<Piece<'de>, Misfit> {
        let key = self.text()?;
        self.want(b':')?;
        Ok(key)
    }
}

/// A text: a part of the JSON, or one made of it.
enum Piece<'de> {
    Here(&'de str),
    Made(String),
}

impl Piece<'_> {
    fn as_str(&self) -> &str {
        match self {
            Piece::Here(text) => text,
            Piece::Made(text) => text,
        }
    }
}

impl<'de> Deserializer<'de> for &mut Reader<'de> {
    type Error = Misfit;

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u128 f32 char bytes byte_buf unit unit_struct tuple_struct
    }

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Misfit> {
        Err(Misfit)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        self.skip()?;
        visitor.visit_unit()
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        let yes = self.word("true");
        if yes || self.word("false") { visitor.visit_bool(yes) } else { Err(Misfit) }
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_f64(self.number()?)
    }

    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        self.deserialize_u32(visitor)
    }

    fn deserialize_u16<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        self.deserialize_u32(visitor)
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number")]
    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        let value = self.number()?;
        if value >= 0.0 && value.fract() == 0.0 && value <= f64::from(u32::MAX) {
            visitor.visit_u32(value as u32)
        } else {
            Err(Misfit)
        }
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        self.deserialize_u32(visitor)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.text()? {
            Piece::Here(text) => visitor.visit_borrowed_str(text),
            Piece::Made(text) => visitor.visit_string(text),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        if self.word("null") { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        self.want(b'[')?;
        let value = visitor.visit_seq(Items { reader: self, first: true })?;
        self.want(b']')?;
        Ok(value)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Misfit> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        self.want(b'{')?;
        let value = visitor.visit_map(Items { reader: self, first: true })?;
        self.want(b'}')?;
        Ok(value)
    }

    /// A struct is read as the list of its fields in their own order: that needs no code that
    /// compares names, once for each struct. What is not there reads as null.
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        self.want(b'{')?;
        let begin = self.clone();
        let value = visitor.visit_seq(Fields { begin, reader: self, names: fields.iter() })?;
        self.rest()?;
        Ok(value)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        let holds = self.eat(b'{');
        let name = if holds { self.key()? } else { self.text()? };
        let value = visitor.visit_enum(Variant { name: name.as_str(), reader: self })?;
        if holds {
            self.want(b'}')?;
        }
        Ok(value)
    }
}

impl Reader<'_> {
    /// Reads what is left of an object whose fields are all known.
    fn rest(&mut self) -> Result<(), Misfit> {
        loop {
            self.eat(b',');
            if self.eat(b'}') {
                return Ok(());
            }
            self.key()?;
            self.skip()?;
        }
    }
}

/// The items of a list, or the entries of a map.
struct Items<'r, 'de> {
    reader: &'r mut Reader<'de>,
    first: bool,
}

impl Items<'_, '_> {
    /// Whether there is another one; its comma is read.
    fn more(&mut self) -> Result<bool, Misfit> {
        if matches!(self.reader.next(), b']' | b'}') {
            return Ok(false);
        }
        if !std::mem::take(&mut self.first) {
            self.reader.want(b',')?;
        }
        Ok(true)
    }
}

impl<'de> SeqAccess<'de> for Items<'_, 'de> {
    type Error = Misfit;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Misfit> {
        if self.more()? { seed.deserialize(&mut *self.reader).map(Some) } else { Ok(None) }
    }
}

impl<'de> MapAccess<'de> for Items<'_, 'de> {
    type Error = Misfit;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Misfit> {
        if self.more()? { seed.deserialize(&mut *self.reader).map(Some) } else { Ok(None) }
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Misfit> {
        self.reader.want(b':')?;
        seed.deserialize(&mut *self.reader)
    }
}

/// The fields of a struct. They are in order where our own compiler has written them; what comes
/// from JavaScript may have them in another.
struct Fields<'r, 'de> {
    begin: Reader<'de>,
    reader: &'r mut Reader<'de>,
    names: std::slice::Iter<'static, &'static str>,
}

impl<'de> Fields<'_, 'de> {
    /// The place of the next field's value: here, elsewhere in the object, or nowhere.
    #[inline(never)]
    fn find(&mut self) -> Result<Option<Place<'de>>, Misfit> {
        let Some(name) = self.names.next() else { return Ok(None) };
        let before = self.reader.at;
        self.reader.eat(b',');
        if self.reader.next() == b'"' && self.reader.key()?.as_str() == *name {
            return Ok(Some(Place::Here));
        }
        self.reader.at = before;
        let mut looking = self.begin.clone();
        loop {
            looking.eat(b',');
            if looking.next() == b'}' {
                return Ok(Some(Place::There(Reader { json: "null", at: 0 })));
            }
            if looking.key()?.as_str() == *name {
                return Ok(Some(Place::There(looking)));
            }
            looking.skip()?;
        }
    }
}

enum Place<'de> {
    Here,
    There(Reader<'de>),
}

impl<'de> SeqAccess<'de> for Fields<'_, 'de> {
    type Error = Misfit;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Misfit> {
        let mut there;
        let reader = match self.find()? {
            None => return Ok(None),
            Some(Place::Here) => &mut *self.reader,
            Some(Place::There(reader)) => {
                there = reader;
                &mut there
            }
        };
        seed.deserialize(reader).map(Some)
    }
}

struct Variant<'a, 'r, 'de> {
    name: &'a str,
    reader: &'r mut Reader<'de>,
}

impl<'de> EnumAccess<'de> for Variant<'_, '_, 'de> {
    type Error = Misfit;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self), Misfit> {
        let name: StrDeserializer<Misfit> = self.name.into_deserializer();
        Ok((seed.deserialize(name)?, self))
    }
}

impl<'de> VariantAccess<'de> for Variant<'_, '_, 'de> {
    type Error = Misfit;

    fn unit_variant(self) -> Result<(), Misfit> {
        Ok(())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Misfit> {
        seed.deserialize(self.reader)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Misfit> {
        Err(Misfit)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        self.reader.deserialize_struct("", fields, visitor)
    }
}
