//! `sudare manual`: the man page.

use clap::{Args, CommandFactory};
use clap_mangen::Man;

use super::Command;
use super::say::say;
use super::stop::Stop;

/// Print the manual as a man page, every command in it
///
/// To read it: sudare manual > sudare.1, then man ./sudare.1
#[derive(Args)]
pub struct Manual {}

impl Manual {
    /// Prints it.
    pub fn run(&self) -> Result<(), Stop> {
        let mut command = Command::command();
        command.build();
        // Writing to memory does not fail.
        let text = page(&command).map_err(|error| Stop::Use(error.to_string()))?;
        say(format_args!("{text}"));
        Ok(())
    }
}

/// The page of the whole, and each command as a chapter.
fn page(command: &clap::Command) -> std::io::Result<String> {
    let mut text = Vec::new();
    Man::new(command.clone()).render(&mut text)?;
    let mut text = String::from_utf8_lossy(&text).into_owned();
    for task in command.get_subcommands().filter(|task| task.get_name() != "help") {
        let man = Man::new(task.clone());
        let mut chapter = Vec::new();
        man.render_synopsis_section(&mut chapter)?;
        man.render_description_section(&mut chapter)?;
        man.render_options_section(&mut chapter)?;
        let chapter = String::from_utf8_lossy(&chapter).replace(".SH ", ".SS ");
        let name = task.get_name().to_uppercase();
        text.push_str(&format!(".SH \"SUDARE {name}\"\n{chapter}"));
    }
    Ok(text)
}
