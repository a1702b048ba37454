//! `sudare init`: a first notice to start from.

use std::path::PathBuf;

use clap::Args;

use super::place::make_folder;
use super::say::say;
use super::stop::Stop;
use crate::bundle::starter::Starter;

/// Write a first notice to start from: notice.toml and en.md, with comments
///
/// Its companies are invented and its articles say what belongs in them: put in what is true of your
/// site. If you have a policy already, `sudare import` makes a notice of it instead.
#[derive(Args)]
pub struct Init {
    /// The folder to make
    #[arg(default_value = "privacy")]
    folder: PathBuf,
    /// What your site is, or where most of its visitors are
    #[arg(long = "for", value_name = "KIND", value_enum, default_value_t = Starter::Elsewhere)]
    starter: Starter,
}

impl Init {
    /// Writes the folder.
    pub fn run(&self) -> Result<(), Stop> {
        let files = self.starter.files(&jiff::Zoned::now().date().to_string());
        let by_name: Vec<(&str, &str)> =
            files.iter().map(|(name, text)| (*name, text.as_str())).collect();
        make_folder(&self.folder, &by_name)?;
        let place = self.folder.display();
        let written: Vec<String> =
            files.iter().map(|(name, _)| format!("{place}/{name}")).collect();
        say(format_args!(
            "wrote {}\nnext: write your policy into them, then `sudare check {place}`\n",
            written.join(", ")
        ));
        Ok(())
    }
}
