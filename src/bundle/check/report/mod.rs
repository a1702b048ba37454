//! What was found, for a person, for a program, for a code host.

mod human;
mod json;
mod sarif;

pub use human::{checklists, measured, tally};
pub use json::json;
pub use sarif::sarif;
