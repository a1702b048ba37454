//! The layer of the notice that a decision was made on.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Which layer of the opened notice a decision was made on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    /// The summaries: the cards, and the switches below them.
    Summary,
    /// An article.
    Article,
}

impl Layer {
    /// The layer of that number.
    pub(super) fn numbered(number: f64) -> Option<Self> {
        let mut layers = [Layer::Summary, Layer::Article].into_iter();
        layers.find(|layer| f64::from(layer.number()) == number)
    }

    /// The layers are counted as in WP260 rev.01 ¶35; the first is the question.
    #[must_use]
    pub fn number(self) -> u8 {
        match self {
            Layer::Summary => 2,
            Layer::Article => 3,
        }
    }
}

impl Serialize for Layer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(self.number())
    }
}

impl<'de> Deserialize<'de> for Layer {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // A number of JavaScript's.
        let number = f64::deserialize(deserializer)?;
        Layer::numbered(number).ok_or_else(|| D::Error::custom("no layer"))
    }
}
