//! What the view asks of the world around it.

use super::Speech;
use crate::consent::Snapshot;
use crate::notice::{Notice, Text};

/// What the view asks of the world around it. Nothing happens unless an implementation says so.
pub trait Effects: Speech {
    /// Records what the visitor said, tells the page, and gives what holds after it.
    fn choose(&self, _notice: &Notice, _said: &[(Text, bool)]) -> Option<Snapshot> {
        None
    }

    /// Forgets the visitor's record, and gives what holds after it.
    fn forget(&self) -> Option<Snapshot> {
        None
    }

    /// Hands the visitor their record as a file.
    fn download(&self, _notice: &Notice) {}

    /// Fetches the notice in another language.
    fn language(&self, _tag: &Text) {}

    /// Closes the notice.
    fn close(&self) {}

    /// Opens the notice if it is closed, brings the element of that id into view and focuses it.
    fn reveal(&self, _id: &str) {}
}
