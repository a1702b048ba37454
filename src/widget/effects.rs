//! What the view asks of the world around it.

use std::ops::Range;

use yew::Callback;

use super::Speech;
use crate::consent::{Layer, Record, Snapshot};
use crate::notice::{Notice, Text};

/// What the view asks of the world around it. Nothing happens unless an implementation says so.
pub trait Effects: Speech {
    /// What holds now, to be shown.
    fn snapshot(&self) -> Option<Snapshot> {
        None
    }

    /// Records what the visitor said while `now` held, and tells the page.
    fn choose(&self, _now: &Snapshot, _notice: &Notice, _said: &[(Text, bool)], _layer: Layer) {}

    /// The visitor's record, if there is one to go by. `now` is what holds, here and below.
    fn record(&self, _now: &Snapshot) -> Option<Record> {
        None
    }

    /// Milliseconds since 1970 UTC in ISO 8601.
    fn instant(&self, _ms: f64) -> Text {
        Text::default()
    }

    /// Forgets the visitor's record.
    fn forget(&self) {}

    /// Hands the visitor their record as a file.
    fn download(&self, _now: &Snapshot, _notice: &Notice) {}

    /// The ids of the services that the visitor has ticked off.
    fn ticks(&self, _now: &Snapshot) -> Vec<Text> {
        Vec::new()
    }

    /// Keeps those ids.
    fn keep_ticks(&self, _now: &Snapshot, _ticked: &[Text]) {}

    /// Fetches the notice in another language.
    fn language(&self, _tag: &Text) {}

    /// Prints the notice, whole.
    fn print(&self) {}

    /// Closes the notice.
    fn close(&self) {}

    /// Opens the notice if it is closed, brings the element of that id into view and focuses it.
    fn reveal(&self, _id: &str) {}

    /// Draws a part of the notice when there is time. Where there is none to wait for, says no:
    /// it is then drawn at once.
    fn later(&self, _draw: Callback<()>) -> bool {
        false
    }

    /// Draws a part of the notice again: says no, and it is done at once, where only a few parts have
    /// changed since the last painting; where there are many, when there is time.
    fn again_later(&self, _draw: Callback<()>) -> bool {
        false
    }

    /// Whether everything that was to be drawn later has been.
    fn all_drawn(&self) -> bool {
        true
    }

    /// Does something after a painting, once the visitor has stopped typing for a moment.
    fn at_rest(&self, act: Callback<()>) {
        act.emit(());
    }

    /// Does something after a painting.
    fn after_painting(&self, act: Callback<()>) {
        act.emit(());
    }

    /// Does something after what waits for its turn: a key that has been pressed, a painting that is
    /// due.
    fn after_others(&self, act: Callback<()>) {
        act.emit(());
    }

    /// A text in its compatibility decomposition (NFKD), all letters made large and then small.
    fn plain_letters(&self, text: &str) -> String;

    /// Highlights these parts of the text of the element of that id, in UTF-16 units.
    fn highlight(&self, _id: &str, _parts: &[Range<usize>]) {}

    /// Highlights this one as the one that the visitor is at, and brings it into view.
    fn highlight_one(&self, _id: &str, _part: Range<usize>) {}

    /// Empties the search box and leaves the keyboard in it.
    fn clear_search(&self) {}

    /// Takes every highlight away.
    fn no_highlights(&self) {}
}
