//! Reading what stands in JSON back into our types, in few bytes and without a tree between.
//!
//! It reads what `JSON.stringify` and serde_json write: no spaces, no key twice. (A text of
//! anybody else's goes through the browser's own JSON first, which also judges it.) Anything else
//! gives nothing. Natively serde does the same; in a visitor's download its code for each type
//! would be a fifth of the widget.

mod document;
mod reader;

use std::mem::ManuallyDrop;
use std::rc::Rc;

pub use reader::Reader;

/// A type that can be read.
pub trait Wire: Sized {
    /// The value that stands here; nothing, where it has another shape.
    fn read(from: &mut Reader) -> Option<Self>;

    /// The value of a field that is not there.
    #[must_use]
    fn absent() -> Option<Self> {
        None
    }
}

/// A value of ours from JSON, if it has the shape.
#[must_use]
pub fn read<T: Wire>(json: &str) -> Option<T> {
    let mut reader = Reader { json, at: 0, depth: 0 };
    let value = T::read(&mut reader)?;
    (reader.at == json.len()).then_some(value)
}

/// A struct is an object: its fields with their names, in the order in which they are written.
///
/// What was read before something that does not fit is forgotten and not dropped: to drop it would
/// take code behind every field, for a notice that is then not shown at all.
#[macro_export]
macro_rules! wire_struct {
    ($type:ident { $($field:ident: $name:literal),* $(,)? }) => {
        impl $crate::notice::wire::Wire for $type {
            fn read(from: &mut $crate::notice::wire::Reader) -> Option<Self> {
                let start = from.object()?;
                    $(let $field = ::std::mem::ManuallyDrop::new(from.field(start, $name)?);)*
                from.end()?;
                Some(Self { $($field: ::std::mem::ManuallyDrop::into_inner($field)),* })
            }
        }
    };
}

/// A plain enum is one of several names.
#[macro_export]
macro_rules! wire_names {
    ($type:ident { $($name:literal: $variant:ident),* $(,)? }) => {
        impl $crate::notice::wire::Wire for $type {
            fn read(from: &mut $crate::notice::wire::Reader) -> Option<Self> {
                [$(Self::$variant),*].get(from.one_of(&[$($name),*])?).copied()
            }
        }

        impl $type {
            /// Its name in JSON.
            #[must_use]
            pub fn wire_name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }
        }
    };
}

impl Wire for bool {
    fn read(from: &mut Reader) -> Option<Self> {
        match from.word("true") {
            true => Some(true),
            false => from.word("false").then_some(false),
        }
    }
}

impl Wire for f64 {
    fn read(from: &mut Reader) -> Option<Self> {
        from.number()
    }
}

impl Wire for u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it fits")]
    fn read(from: &mut Reader) -> Option<Self> {
        let number = from.number()?;
        let fits = (0.0..=f64::from(u32::MAX)).contains(&number) && number.fract() == 0.0;
        fits.then_some(number as u32)
    }
}

impl Wire for u8 {
    fn read(from: &mut Reader) -> Option<Self> {
        u32::read(from)?.try_into().ok()
    }
}

impl Wire for Rc<str> {
    fn read(from: &mut Reader) -> Option<Self> {
        Some(from.text()?.as_str().into())
    }
}

impl<T: Wire> Wire for Option<T> {
    fn read(from: &mut Reader) -> Option<Self> {
        if from.word("null") { Some(None) } else { T::read(from).map(Some) }
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl<T: Wire> Wire for Vec<T> {
    fn read(from: &mut Reader) -> Option<Self> {
        from.want(b'[')?;
        let mut items = ManuallyDrop::new(Vec::new());
        while from.more()? {
            items.push(T::read(from)?);
        }
        Some(ManuallyDrop::into_inner(items))
    }
}

impl<A: Wire, B: Wire> Wire for (A, B) {
    fn read(from: &mut Reader) -> Option<Self> {
        from.want(b'[')?;
        let first = A::read(from)?;
        from.want(b',')?;
        let second = B::read(from)?;
        from.want(b']')?;
        Some((first, second))
    }
}
