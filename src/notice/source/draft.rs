//! Cards that nobody has confirmed yet.

use crate::notice::{Card, plain};

/// What the headline of a drafted card begins with; the owner takes it away to confirm the card.
pub const DRAFT: &str = "Draft:";

/// The card was drafted by a program, and nobody has confirmed it.
#[must_use]
pub fn is_draft(card: &Card) -> bool {
    plain(&card.headline).trim_start().starts_with(DRAFT)
}
