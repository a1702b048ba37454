//! `sudare check`: every problem of a notice, with its place.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::say::{MOST, say, show, sound};
use super::stop::Stop;
use crate::bundle::check::{Wanted, check, report};
use crate::notice::source::Folder;

/// Name every problem of a notice, with its place, and what the law lists that is not there
///
/// Errors stop a build, warnings never do; each has a code that `sudare explain CODE` explains. The
/// checklists say what was found where: they are a search by words and no legal advice, and a full
/// list is no compliance.
#[derive(Args)]
pub struct Check {
    /// The notice's folder
    #[arg(default_value = "privacy")]
    folder: PathBuf,
    /// How to say it
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// The same as --format json
    #[arg(long, conflicts_with = "format")]
    json: bool,
    /// Which checklists to go through
    #[arg(long, value_enum, default_value_t = Wanted::Auto)]
    checklist: Wanted,
    /// Show every warning, and not only the first few of a kind
    #[arg(long)]
    all: bool,
    /// Exit with 1 for warnings too
    #[arg(long)]
    strict: bool,
}

/// How to say what was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For a person
    Human,
    /// For a program
    Json,
    /// SARIF 2.1.0, for a code host
    Sarif,
}

impl Check {
    /// Checks the folder and says what it found.
    pub fn run(&self) -> Result<(), Stop> {
        let folder = Folder::open(&self.folder)?;
        let today = jiff::Zoned::now().date().to_string();
        let findings = check(&folder, &today, self.checklist);
        let diagnostics = &findings.diagnostics;
        match if self.json { Format::Json } else { self.format } {
            Format::Human => {
                let most = if self.all { usize::MAX } else { MOST };
                show(diagnostics, &folder, &self.folder, most);
                say(format_args!(
                    "{}{}{}\n",
                    report::checklists(&findings.checklists),
                    report::measured(&findings.measured),
                    report::tally(diagnostics)
                ));
            }
            Format::Json => say(format_args!("{:#}\n", report::json(&findings, &folder))),
            Format::Sarif => {
                say(format_args!("{:#}\n", report::sarif(&findings, &folder, &self.folder)));
            }
        }
        sound(diagnostics, &self.folder)?;
        if self.strict && !diagnostics.is_empty() {
            return Err(Stop::Notice(format!(
                "{} has warnings, and --strict takes none",
                self.folder.display()
            )));
        }
        Ok(())
    }
}
