//! `sudare check`: every problem of a notice, with its place.

use clap::Args;

use super::Source;
use super::say::{json, say, show, sound, tally};
use super::stop::Stop;
use crate::notice::source::{Folder, compile};

/// Name every problem of a notice, with its place
#[derive(Args)]
pub struct Check {
    #[command(flatten)]
    source: Source,
}

impl Check {
    /// Checks the folder and says what it found.
    pub fn run(&self) -> Result<(), Stop> {
        let folder = Folder::open(&self.source.folder)?;
        let (_, diagnostics) = compile(&folder);
        if self.source.json {
            say(format_args!("{:#}\n", json(&diagnostics, &folder)));
        } else {
            show(&diagnostics, &folder, &self.source.folder);
            say(format_args!("{}\n", tally(&diagnostics)));
        }
        sound(&diagnostics, &self.source.folder)
    }
}
