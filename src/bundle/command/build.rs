//! `sudare build`: the folder that a site serves.

use std::path::PathBuf;

use clap::Args;

use super::Source;
use super::say::{has_error, json, say, show, sound};
use super::stop::Stop;
use crate::bundle::output::{assemble, write};
use crate::bundle::report;
use crate::notice::source::{Folder, compile};

/// Write the folder that your site serves, and print the tag to paste
#[derive(Args)]
pub struct Build {
    #[command(flatten)]
    source: Source,
    /// The folder to write; an earlier one of Sudare's is replaced
    #[arg(short, long, default_value = "consent")]
    output: PathBuf,
}

impl Build {
    /// Builds the folder and reports on it.
    pub fn run(&self) -> Result<(), Stop> {
        let source = &self.source;
        let folder = Folder::open(&source.folder)?;
        let (editions, diagnostics) = compile(&folder);
        if source.json && has_error(&diagnostics) {
            say(format_args!("{:#}\n", json(&diagnostics, &folder)));
        } else if !source.json {
            show(&diagnostics, &folder, &source.folder);
        }
        sound(&diagnostics, &source.folder)?;
        let bundle = assemble(&editions)?;
        write(&bundle, &self.output)?;
        let place = self.output.display().to_string();
        if source.json {
            say(format_args!("{:#}\n", report::report_json(&bundle, &place)));
        } else {
            say(format_args!("{}", report::report(&bundle, &place)));
        }
        Ok(())
    }
}
