//! Which data serve which purpose.

use serde::{Deserialize, Serialize};

use super::Text;

/// A kind of data that the owner names, and what it serves.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Datum {
    /// What the data are, in the owner's words.
    pub name: Text,
    /// The ids of the purposes that they serve, in the notice's order.
    pub purposes: Vec<Text>,
}
