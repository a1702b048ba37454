//! The `sudare` command: from an owner's folder to the folder that a site serves.

#![forbid(unsafe_code)]

use std::process::ExitCode;

use clap::Parser;
use sudare::bundle::command::{Command, run};

fn main() -> ExitCode {
    run(Command::parse())
}
