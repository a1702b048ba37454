//! What `sudare check` looks at beyond what a build needs: whether a notice is good, and not only
//! whether it can be built. Each check is a file of its own and gives diagnostics; the checklists
//! say what the law lists and where the notice has it. Nothing here says that a notice complies.

mod addresses;
mod card_claims;
mod cards;
mod checklist;
mod dates;
mod drafts;
mod headings;
mod hidden;
mod languages;
mod link_text;
mod manifest;
mod numbers;
mod placeholders;
mod readability;
mod reading;
pub mod report;
mod sentence;
mod services;
mod stale;

use crate::notice::source::{Diagnostic, Edition, Folder, MANIFEST, SourceFile, readable};
use manifest::Manifest;
use reading::Reading;

pub use checklist::{Checklist, Found, Item, State, Wanted};
pub use readability::Measured;

/// What a check found.
#[derive(Default)]
pub struct Findings {
    /// What there is to say, in the order of the files and of their lines.
    pub diagnostics: Vec<Diagnostic>,
    /// The checklists that were gone through.
    pub checklists: Vec<Checklist>,
    /// How readable each language is.
    pub measured: Vec<Measured>,
}

/// What is being checked.
struct Subject<'a> {
    editions: &'a [Edition],
    /// One for each edition, in their order.
    readings: Vec<Reading>,
    folder: &'a Folder,
    manifest_file: &'a SourceFile,
    manifest: Manifest<'a>,
    /// `YYYY-MM-DD`.
    today: &'a str,
}

impl Subject<'_> {
    fn text(&self, file: &str) -> Option<&str> {
        self.folder.file(file).map(|file| &*file.text)
    }
}

type Check = fn(&Subject) -> Vec<Diagnostic>;

const CHECKS: [Check; 13] = [
    addresses::check,
    cards::check,
    card_claims::check,
    dates::check,
    |subject| drafts::check(subject).into_iter().collect(),
    headings::check,
    hidden::check,
    languages::check,
    link_text::check,
    placeholders::check,
    readability::check,
    services::check,
    stale::check,
];

/// Checks a folder. `today` is `YYYY-MM-DD`.
#[must_use]
pub fn check(folder: &Folder, today: &str, wanted: Wanted) -> Findings {
    let (editions, mut diagnostics) = readable(folder);
    let mut findings = Findings::default();
    if let Some(subject) = subject(folder, &editions, today) {
        diagnostics.extend(CHECKS.iter().flat_map(|check| check(&subject)));
        findings.checklists = checklist::checklists(&subject, wanted);
        findings.measured = readability::measured(&subject);
    }
    folder.sort(&mut diagnostics);
    findings.diagnostics = diagnostics;
    findings
}

fn subject<'a>(folder: &'a Folder, editions: &'a [Edition], today: &'a str) -> Option<Subject<'a>> {
    let manifest_file = folder.file(MANIFEST)?;
    let readings = editions.iter().filter_map(|edition| {
        let file = folder.file(&format!("{}.md", edition.notice.lang))?;
        Some(Reading::of(edition, file))
    });
    Some(Subject {
        editions,
        readings: readings.collect(),
        folder,
        manifest_file,
        manifest: Manifest::of(&manifest_file.text)?,
        today,
    })
}
