//! What is below the first screen: everything behind the cards.

/// Whether it is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Below {
    /// Not until there is time, or until somebody is led there.
    LeftOut,
    /// It comes part by part, as there is time.
    InTurns,
    /// It is, or the next drawing brings all of it.
    There,
}
