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
mod progress;
mod say;
mod serve;
mod stop;

use std::io::Write;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use say::all_said;

/// A layered privacy notice and consent widget: from a policy as text to a folder that a site serves
///
/// Keep the policy in one folder: notice.toml for structure, one Markdown file a language for words.
/// `sudare build` makes the consent/ folder of it, which you upload, and prints the one tag to paste.
#[derive(Parser)]
#[command(version, about, arg_required_else_help = true, after_help = AFTER_HELP)]
pub struct Command {
    #[command(subcommand)]
    task: Task,
}

/// Where to begin, for whoever has never seen it.
const AFTER_HELP: &str = "\
To begin:
  sudare init --for shop       a first notice, with comments that teach
  sudare import policy.html    or a draft from the policy that you have
  sudare serve                 look at it while you write
  sudare check                 what is wrong, what the law lists that is missing
  sudare build                 the folder for your site, and the tag to paste

Exit codes: 0 fine, 1 problems in the notice, 2 wrong use.";

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
    let Err(stop) = done.and_then(|()| all_said()) else { return ExitCode::SUCCESS };
    let (message, code) = stop.told();
    // Nothing better can be done when even this cannot be written.
    let _ = writeln!(std::io::stderr(), "sudare: {message}");
    ExitCode::from(code)
}
