//! What can happen to the notice.

use std::rc::Rc;

use crate::consent::{Layer, Snapshot};
use crate::notice::{Notice, Text};

/// Something that happened, or that the visitor wants.
#[derive(Debug)]
pub enum Action {
    /// The visitor says yes or no to these.
    Choose(Rc<[(Text, bool)]>, Layer),
    /// That is recorded, and this holds now.
    Chosen(Rc<[(Text, bool)]>, Rc<Snapshot>),
    /// The visitor wants their record forgotten.
    Forget,
    /// That is done, and this holds now.
    Forgotten(Rc<Snapshot>),
    /// The visitor wants their record as a file.
    Download,
    /// What holds has changed elsewhere.
    Refreshed(Rc<Snapshot>),
    /// The visitor wants another language.
    Language(Text),
    /// Here it is.
    Translated(Rc<Notice>),
    /// It could not be had.
    LoadFailed,
    /// Open or close the article of that place.
    Toggle(usize),
    /// Show or hide the words by which the article of that id has changed.
    Unroll(Text),
    /// Open or close them all.
    OpenAll(bool),
    /// The browser's own search found something in the closed article of that id.
    Found(Text),
    /// Show `choices`, `what-changed`, an article, a section, a card, or (anything else) the top.
    Show(Text),
    /// The visitor looks for these words.
    Search(Text),
    /// The search goes on with its work.
    Work,
    /// That often they are in the preamble and in each article; and a step that was waiting for it.
    Matched(Vec<u32>, Option<bool>),
    /// The next of the articles that have them open.
    OpenFound,
    /// On to the next match, or (true) back to the one before.
    Step(bool),
    /// The visitor takes the words back.
    Clear,
    /// The visitor looks for these words among the companies.
    Filter(Text),
    /// The list of the first company that has them opens; then the company comes into sight.
    Unfold,
    /// What takes several paintings goes on: see [`super::State::goes_on`].
    GoOn,
    /// The visitor ticks the service of that place off, or takes the tick away.
    Tick(usize),
    /// There is time for what is below the first screen.
    Rest,
    /// The visitor wants the notice on paper.
    Print,
    /// The visitor wants the notice closed.
    Close,
}
