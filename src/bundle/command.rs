//! The commands that an owner types, one file each. Exit codes: 0 fine, 1 problems in the notice,
//! 2 wrong use.

mod build;
mod check;
mod completions;
mod diff;
mod explain;
mod import;
mod init;
mod manual;
mod place;
mod say;
mod serve;
mod stop;

use std::io::Write;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// A layered privacy notice and consent widget: from a policy as text to a folder that a site
/// serves. Keep the policy in one folder, run `sudare build`, add one script tag.
#[derive(Parser)]
#[command(version, about, arg_required_else_help = true)]
pub struct Command {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    Init(init::Init),
    Import(import::Import),
    Check(check::Check),
    Explain(explain::Explain),
    Build(build::Build),
    Diff(diff::Diff),
    Serve(serve::Serve),
    Completions(completions::Completions),
    Manual(manual::Manual),
}

/// Runs a command line.
#[must_use]
pub fn run(command: Command) -> ExitCode {
    let done = match command.task {
        Task::Init(task) => task.run(),
        Task::Import(task) => task.run(),
        Task::Check(task) => task.run(),
        Task::Explain(task) => task.run(),
        Task::Build(task) => task.run(),
        Task::Diff(task) => task.run(),
        Task::Serve(task) => task.run(),
        Task::Completions(task) => task.run(),
        Task::Manual(task) => task.run(),
    };
    let Err(stop) = done else { return ExitCode::SUCCESS };
    let (message, code) = stop.told();
    // Nothing better can be done when even this cannot be written.
    let _ = writeln!(std::io::stderr(), "sudare: {message}");
    ExitCode::from(code)
}
