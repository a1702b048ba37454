//! What a visitor said about one purpose or service.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::notice::Text;

/// What a visitor said about one purpose or service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Choice {
    /// No.
    Denied,
    /// Yes.
    Granted,
    /// Yes, said while the browser's Global Privacy Control signal was visibly on: it wins over
    /// that signal (W3C GPC; 11 CCR §7025(c)(6)).
    GrantedOverGpc,
}

impl Choice {
    /// The choice that a yes or no amounts to, with the signal on or off while it was made.
    #[must_use]
    pub fn said(yes: bool, gpc: bool) -> Self {
        match (yes, gpc) {
            (false, _) => Choice::Denied,
            (true, false) => Choice::Granted,
            (true, true) => Choice::GrantedOverGpc,
        }
    }
}

/// Values by id, in order; an object in JSON. Small enough that a list beats a map, in bytes of
/// wasm most of all.
#[derive(Clone, Debug, PartialEq)]
pub struct ById<V>(pub Vec<(Text, V)>);

impl<V> Default for ById<V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<V: Copy> ById<V> {
    /// The value of that id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<V> {
        self.0.iter().find(|(name, _)| &**name == id).map(|(_, value)| *value)
    }

    /// Sets the value of that id.
    pub fn set(&mut self, id: &str, value: V) {
        match self.0.iter_mut().find(|(name, _)| &**name == id) {
            Some((_, old)) => *old = value,
            None => self.0.push((id.into(), value)),
        }
    }
}

impl<V: Serialize> Serialize for ById<V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(id, value)| (id, value)))
    }
}

impl<'de, V: Deserialize<'de>> Deserialize<'de> for ById<V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries<V>(PhantomData<V>);

        impl<'de, V: Deserialize<'de>> Visitor<'de> for Entries<V> {
            type Value = ById<V>;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<ById<V>, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(ById(entries))
            }
        }

        deserializer.deserialize_map(Entries(PhantomData))
    }
}
