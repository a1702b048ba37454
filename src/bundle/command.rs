//! The commands that an owner types. Exit codes: 0 fine, 1 problems in the notice, 2 wrong use.

use std::fmt;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

use super::import::{ImportError, import};
use super::output::{BundleError, assemble, write};
use super::starter::Starter;
use super::{report, serve};
use crate::notice::source::{
    Diagnostic, Edition, Folder, FolderError, MANIFEST, Severity, Style, compile, render,
};

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
    /// Write a first notice to start from: notice.toml and en.md, with comments
    Init {
        /// The folder to make
        #[arg(default_value = "privacy")]
        folder: PathBuf,
        /// Where most of your visitors are: what is usual there, to start from
        #[arg(long = "for", value_name = "PLACE", value_enum, default_value_t = Starter::Elsewhere)]
        starter: Starter,
    },
    /// Make a first draft from a policy that you have: Markdown or plain text
    Import {
        /// The policy
        file: PathBuf,
        /// The folder to make
        #[arg(short, long, default_value = "privacy")]
        output: PathBuf,
    },
    /// Name every problem of a notice, with its place
    Check(Source),
    /// Write the folder that your site serves, and print the tag to paste
    Build {
        #[command(flatten)]
        source: Source,
        /// The folder to write; an earlier one of Sudare's is replaced
        #[arg(short, long, default_value = "consent")]
        output: PathBuf,
    },
    /// Show a page with the notice on it; reload the page to see an edit
    Serve {
        #[command(flatten)]
        source: Source,
        /// Serve this folder as it is instead of a page of Sudare's own
        #[arg(long, value_name = "FOLDER")]
        site: Option<PathBuf>,
        /// The port on 127.0.0.1; 0 takes a free one
        #[arg(long, default_value_t = 8787)]
        port: u16,
    },
}

#[derive(Args)]
struct Source {
    /// The notice's folder
    #[arg(default_value = "privacy")]
    folder: PathBuf,
    /// Print JSON for machines
    #[arg(long)]
    json: bool,
}

/// What stops a command, in one sentence.
enum Stop {
    /// Something about the notice or the policy.
    Notice(String),
    /// Something about how the command was called, or the system.
    Use(String),
}

impl From<FolderError> for Stop {
    fn from(error: FolderError) -> Self {
        Self::Use(error.to_string())
    }
}

impl From<BundleError> for Stop {
    fn from(error: BundleError) -> Self {
        Self::Use(error.to_string())
    }
}

impl From<ImportError> for Stop {
    fn from(error: ImportError) -> Self {
        Self::Notice(error.to_string())
    }
}

impl Stop {
    fn io(path: &Path) -> impl Fn(std::io::Error) -> Self {
        let path = path.to_owned();
        move |error| Self::Use(format!("{}: {error}", path.display()))
    }
}

/// Runs a command line.
#[must_use]
pub fn run(command: Command) -> ExitCode {
    let done = match command.task {
        Task::Init { folder, starter } => init(&folder, starter),
        Task::Import { file, output } => import_policy(&file, &output),
        Task::Check(source) => check(&source),
        Task::Build { source, output } => build(&source, &output),
        Task::Serve { source, site, port } => {
            serve::serve(&source.folder, site, port).map_err(Stop::Use)
        }
    };
    let (message, code) = match done {
        Ok(()) => return ExitCode::SUCCESS,
        Err(Stop::Notice(message)) => (message, 1),
        Err(Stop::Use(message)) => (message, 2),
    };
    // Nothing better can be done when even this cannot be written.
    let _ = writeln!(std::io::stderr(), "sudare: {message}");
    ExitCode::from(code)
}

fn init(folder: &Path, starter: Starter) -> Result<(), Stop> {
    let files = starter.files(&today());
    let by_name: Vec<(&str, &str)> =
        files.iter().map(|(name, text)| (*name, text.as_str())).collect();
    make_folder(folder, &by_name)?;
    let place = folder.display();
    let written: Vec<String> = files.iter().map(|(name, _)| format!("{place}/{name}")).collect();
    say(format_args!(
        "wrote {}\nnext: write your policy into them, then `sudare check {place}`\n",
        written.join(", ")
    ));
    Ok(())
}

fn import_policy(file: &Path, output: &Path) -> Result<(), Stop> {
    let bytes = std::fs::read(file).map_err(Stop::io(file))?;
    refuse_existing(&output.join(MANIFEST))?;
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let now = jiff::Zoned::now();
    let imported = import(
        &bytes,
        &name,
        (now.year().unsigned_abs(), now.month().unsigned_abs(), now.day().unsigned_abs()),
    )?;
    let markdown_name = format!("{}.md", imported.lang);
    make_folder(
        output,
        &[("notice.toml", &imported.manifest), (&markdown_name, &imported.markdown)],
    )?;

    let mut text = format!(
        "wrote {0}/notice.toml and {0}/{markdown_name}: {1} of {2} words\n",
        output.display(),
        grouped(imported.words.kept),
        grouped(imported.words.total)
    );
    if !imported.remarks.is_empty() {
        text.push_str("\nworth a look in the policy, left as it is:\n");
    }
    for remark in &imported.remarks {
        text.push_str(&format!("  {}:{}: {}\n", file.display(), remark.line, remark.message));
    }
    let (_, diagnostics) = compile(&Folder::open(output)?);
    text.push_str(&format!(
        "\n{}\nnext: go through notice.toml, then `sudare check {}`\n",
        tally(&diagnostics),
        output.display()
    ));
    say(format_args!("{text}"));
    Ok(())
}

fn check(source: &Source) -> Result<(), Stop> {
    let (_, diagnostics, folder) = compiled(source)?;
    if source.json {
        say(format_args!("{:#}\n", json(&diagnostics, &folder)));
    } else {
        show(&diagnostics, &folder, source);
        say(format_args!("{}\n", tally(&diagnostics)));
    }
    sound(&diagnostics, source)
}

fn build(source: &Source, output: &Path) -> Result<(), Stop> {
    let (editions, diagnostics, folder) = compiled(source)?;
    if source.json && has_error(&diagnostics) {
        say(format_args!("{:#}\n", json(&diagnostics, &folder)));
    } else if !source.json {
        show(&diagnostics, &folder, source);
    }
    sound(&diagnostics, source)?;
    let bundle = assemble(&editions)?;
    write(&bundle, output)?;
    let place = output.display().to_string();
    if source.json {
        say(format_args!("{:#}\n", report::report_json(&bundle, &place)));
    } else {
        say(format_args!("{}", report::report(&bundle, &place)));
    }
    Ok(())
}

fn compiled(source: &Source) -> Result<(Vec<Edition>, Vec<Diagnostic>, Folder), Stop> {
    let folder = Folder::open(&source.folder)?;
    let (editions, diagnostics) = compile(&folder);
    Ok((editions, diagnostics, folder))
}

fn has_error(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
}

fn sound(diagnostics: &[Diagnostic], source: &Source) -> Result<(), Stop> {
    if has_error(diagnostics) {
        let message =
            format!("{} cannot be built as it is: {}", source.folder.display(), tally(diagnostics));
        return Err(Stop::Notice(message));
    }
    Ok(())
}

fn show(diagnostics: &[Diagnostic], folder: &Folder, source: &Source) {
    let style = if std::io::stderr().is_terminal() { Style::Coloured } else { Style::Plain };
    for diagnostic in diagnostics {
        let text = render(diagnostic, &folder.files, &source.folder, style);
        // Nothing better can be done when this cannot be written.
        let _ = writeln!(std::io::stderr(), "{text}\n");
    }
}

fn json(diagnostics: &[Diagnostic], folder: &Folder) -> serde_json::Value {
    let found = diagnostics.iter().map(|diagnostic| {
        let (line, column) = match folder.file(&diagnostic.file) {
            Some(file) => diagnostic.position(&file.text),
            None => (1, 1),
        };
        serde_json::json!({
            "severity": if diagnostic.severity == Severity::Error { "error" } else { "warning" },
            "code": diagnostic.code,
            "file": diagnostic.file,
            "line": line,
            "column": column,
            "message": diagnostic.message,
            "label": diagnostic.label,
            "help": diagnostic.help,
        })
    });
    serde_json::json!({ "diagnostics": found.collect::<Vec<_>>() })
}

fn tally(diagnostics: &[Diagnostic]) -> String {
    let errors = diagnostics.iter().filter(|d| d.severity == Severity::Error).count();
    let count = |n: usize, what: &str| match n {
        0 => format!("no {what}s"),
        1 => format!("1 {what}"),
        n => format!("{n} {what}s"),
    };
    format!("{}, {}", count(errors, "error"), count(diagnostics.len() - errors, "warning"))
}

/// Makes a folder with these files; refuses to touch one that holds any of them.
fn make_folder(folder: &Path, files: &[(&str, &str)]) -> Result<(), Stop> {
    for (name, _) in files {
        refuse_existing(&folder.join(name))?;
    }
    std::fs::create_dir_all(folder).map_err(Stop::io(folder))?;
    for (name, text) in files {
        let path = folder.join(name);
        std::fs::write(&path, text).map_err(Stop::io(&path))?;
    }
    Ok(())
}

fn refuse_existing(path: &Path) -> Result<(), Stop> {
    if path.exists() {
        let path = path.display();
        return Err(Stop::Use(format!(
            "{path} is there already and is left as it is; name another folder"
        )));
    }
    Ok(())
}

/// Today as `YYYY-MM-DD`.
fn today() -> String {
    jiff::Zoned::now().date().to_string()
}

/// A number with a comma after each thousand.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Prints to standard output; a closed pipe is no fault of the notice.
fn say(text: fmt::Arguments) {
    let _ = std::io::stdout().write_fmt(text);
}
