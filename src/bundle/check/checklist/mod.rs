//! Checklists: what a law lists, and where the notice has it. An item is *present* where a sentence
//! says it, *unclear* where an article speaks of it and no sentence was found that says it, *missing*
//! else. What was found is shown, for a person to judge. A full list is no compliance.

mod gdpr;
mod japan;
mod search;

use std::ops::Range;

use clap::ValueEnum;

use super::Subject;
use crate::notice::Regime;
use crate::notice::source::Diagnostic;

/// Which checklists to go through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Wanted {
    /// Those that the notice's regions and languages suggest
    Auto,
    /// GDPR article 13
    Gdpr,
    /// Japan's external transmission
    Japan,
    /// All of them
    All,
    /// None
    None,
}

/// A checklist gone through.
pub struct Checklist {
    /// Its name for machines.
    pub id: &'static str,
    /// Its name for people.
    pub title: &'static str,
    /// What the law lists.
    pub items: Vec<Item>,
}

/// One thing that a law lists.
pub struct Item {
    /// Where it is asked for.
    pub law: &'static str,
    /// What is asked for, and in what case if not always.
    pub asks: &'static str,
    /// Whether it was found.
    pub state: State,
    /// Where, if it was.
    pub found: Option<Found>,
    /// What else there is to say.
    pub note: Option<String>,
}

/// Whether an item was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// A sentence says it.
    Present,
    /// Something speaks of it.
    Unclear,
    /// Nothing was found.
    Missing,
}

impl State {
    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Present => "present",
            Self::Unclear => "unclear",
            Self::Missing => "missing",
        }
    }
}

/// Where something was found.
pub struct Found {
    /// The file.
    pub file: String,
    /// The article's id; empty in the preamble and in `notice.toml`.
    pub article: String,
    /// The place.
    pub span: Range<usize>,
    /// The words there.
    pub words: String,
}

impl Checklist {
    /// What is not plainly there, as warnings: for tools that know nothing of checklists.
    pub fn diagnostics(&self) -> impl Iterator<Item = Diagnostic> {
        self.items.iter().filter_map(|item| {
            let code = match item.state {
                State::Present => return None,
                State::Unclear => "checklist-unclear",
                State::Missing => "checklist-missing",
            };
            let (file, span) = match &item.found {
                Some(found) => (&*found.file, found.span.clone()),
                None => (crate::notice::source::MANIFEST, 0..0),
            };
            let message =
                format!("{} {}: {} is {}", self.title, item.law, item.asks, item.state.name());
            let warning = Diagnostic::warning(code, file, span, message);
            Some(match &item.note {
                Some(note) => warning.label(note.clone()),
                None => warning,
            })
        })
    }
}

/// Goes through the checklists.
pub(super) fn checklists(subject: &Subject, wanted: Wanted) -> Vec<Checklist> {
    let Some(notice) = subject.editions.first().map(|edition| &edition.notice) else {
        return Vec::new();
    };
    let in_japan = notice.regimes.regions.iter().any(|(region, _)| region.starts_with("JP"))
        || notice.languages.iter().any(|lang| lang.tag.starts_with("ja"));
    let in_europe = notice.regimes.of(Some("DE")) == Regime::OptIn;
    let (europe, japan) = match wanted {
        Wanted::Auto => (in_europe, in_japan),
        Wanted::Gdpr => (true, false),
        Wanted::Japan => (false, true),
        Wanted::All => (true, true),
        Wanted::None => (false, false),
    };
    let mut lists = Vec::new();
    lists.extend(europe.then(|| gdpr::checklist(subject)));
    lists.extend(japan.then(|| japan::checklist(subject)));
    lists
}
