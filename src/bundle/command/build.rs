//! `sudare build`: the folder that a site serves.

use std::path::PathBuf;

use clap::Args;

use super::say::{MOST, has_error, say, show, sound};
use super::stop::Stop;
use crate::bundle::check::Findings;
use crate::bundle::check::report::json;
use crate::bundle::output::{assemble, write};
use crate::bundle::report;
use crate::notice::source::{Folder, compile};

/// Write the folder that your site serves, and print the tag to paste
#[derive(Args)]
pub struct Build {
    /// The notice's folder
    #[arg(default_value = "privacy")]
    folder: PathBuf,
    /// Print JSON for machines
    #[arg(long)]
    json: bool,
    /// The folder to write; an earlier one of Sudare's is replaced
    #[arg(short, long, default_value = "consent")]
    output: PathBuf,
}

impl Build {
    /// Builds the folder and reports on it.
    pub fn run(&self) -> Result<(), Stop> {
        let source = Folder::open(&self.folder)?;
        let (editions, diagnostics) = compile(&source);
        if self.json && has_error(&diagnostics) {
            let findings = Findings { diagnostics, ..Findings::default() };
            say(format_args!("{:#}\n", json(&findings, &source)));
            return sound(&findings.diagnostics, &self.folder);
        }
        if !self.json {
            show(&diagnostics, &source, &self.folder, MOST);
        }
        sound(&diagnostics, &self.folder)?;
        let bundle = assemble(&editions)?;
        write(&bundle, &self.output)?;
        let place = self.output.display().to_string();
        if self.json {
            say(format_args!("{:#}\n", report::report_json(&bundle, &place)));
        } else {
            say(format_args!("{}", report::report(&bundle, &place)));
        }
        Ok(())
    }
}
