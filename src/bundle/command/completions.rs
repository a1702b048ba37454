//! `sudare completions`: what a shell completes.

use clap::{Args, CommandFactory};
use clap_complete::{Shell, generate};

use super::Command;
use super::say::say;
use super::stop::Stop;

/// Print completions for a shell
///
/// For bash: sudare completions bash > ~/.local/share/bash-completion/completions/sudare
#[derive(Args)]
pub struct Completions {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

impl Completions {
    /// Prints them.
    pub fn run(&self) -> Result<(), Stop> {
        let mut text = Vec::new();
        generate(self.shell, &mut Command::command(), "sudare", &mut text);
        say(format_args!("{}", String::from_utf8_lossy(&text)));
        Ok(())
    }
}
