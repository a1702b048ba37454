//! `sudare serve`: a page with the notice on it.

use std::path::PathBuf;

use clap::Args;

use super::stop::Stop;
use crate::bundle::serve::serve;

/// Show a page with the notice on it, which follows every edit; a toolbar to try it with
#[derive(Args)]
pub struct Serve {
    /// The notice's folder
    #[arg(default_value = "privacy")]
    folder: PathBuf,
    /// Serve this folder as it is instead of a page of Sudare's own
    #[arg(long, value_name = "FOLDER")]
    site: Option<PathBuf>,
    /// The port on 127.0.0.1; 0 takes a free one
    #[arg(long, default_value_t = 8787)]
    port: u16,
}

impl Serve {
    /// Serves until the terminal says stop.
    pub fn run(self) -> Result<(), Stop> {
        serve(&self.folder, self.site, self.port).map_err(Stop::Use)
    }
}
