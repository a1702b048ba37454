//! `sudare build`: the folder that a site serves.

use std::path::PathBuf;

use clap::Args;

use super::Source;
use super::say::{has_error, json, say, show, sound};
use super::stop::Stop;
use crate::bundle::compress::Effort;
use crate::bundle::folder::write;
use crate::bundle::output::assemble;
use crate::bundle::report::{Place, report, report_json};
use crate::notice::source::{Folder, compile};

/// Write the folder that your site serves, and print the tag to paste
#[derive(Args)]
pub struct Build {
    #[command(flatten)]
    source: Source,
    /// The folder to write; an earlier one of Sudare's is replaced
    #[arg(short, long, default_value = "consent")]
    output: PathBuf,
    /// Where your site serves that folder: a path or an address that ends in a slash
    #[arg(long, value_name = "ADDRESS", default_value = "/consent/", value_parser = base)]
    base: String,
    /// Write the script as text as well, to put into a page itself, and print its hash
    #[arg(long)]
    inline: bool,
    /// Compress everything as far as it goes: seconds for a long notice, a tenth smaller
    #[arg(long, conflicts_with = "no_precompressed")]
    smallest: bool,
    /// Leave out the files that are compressed beforehand, .br and .gz
    #[arg(long)]
    no_precompressed: bool,
}

/// An address below which files can be named.
fn base(address: &str) -> Result<String, String> {
    let known = ["/", "https://", "http://"].iter().any(|start| address.starts_with(start));
    if !known || !address.ends_with('/') {
        return Err("it starts with / or https:// and ends with /, like /consent/".to_owned());
    }
    Ok(address.to_owned())
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
        let mut bundle = assemble(&editions)?;
        if self.inline {
            bundle.add_inline(&self.base)?;
        }
        if !self.no_precompressed {
            bundle.compress(if self.smallest { Effort::Smallest } else { Effort::Quick });
        }
        write(&bundle, &self.output, !self.no_precompressed)?;
        let place = Place {
            folder: &self.output.display().to_string(),
            base: &self.base,
            precompressed: !self.no_precompressed,
        };
        if source.json {
            say(format_args!("{:#}\n", report_json(&bundle, &place)));
        } else {
            say(format_args!("{}", report(&bundle, &place)));
        }
        Ok(())
    }
}
