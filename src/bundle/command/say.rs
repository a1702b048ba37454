//! How a command talks: results on standard output, faults on standard error.

use std::collections::BTreeMap;
use std::fmt;
use std::io::{self, Write};
use std::path::Path;
use std::sync::OnceLock;

use anstream::{AutoStream, ColorChoice};

use super::stop::Stop;
use crate::bundle::check::report::tally;
use crate::notice::source::{Diagnostic, Folder, Severity, Style, render};

/// Why something could not be said, where it could not.
static UNSAID: OnceLock<io::Error> = OnceLock::new();

/// Prints to standard output; a reader who has gone has read enough. Whatever else is in the way is kept
/// for the end.
pub fn say(text: fmt::Arguments) {
    let mut output = io::stdout();
    match output.write_fmt(text).and_then(|()| output.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => drop(UNSAID.set(error)),
        _ => {}
    }
}

/// Stops where not everything could be said: what is not there cannot be gone by.
pub fn all_said() -> Result<(), Stop> {
    match UNSAID.get() {
        Some(error) => Err(Stop::Use(format!("standard output: {error}"))),
        None => Ok(()),
    }
}

/// Whether what goes to standard error may have colours: on a terminal, unless `NO_COLOR` or the
/// like says otherwise.
pub fn style() -> Style {
    match AutoStream::choice(&io::stderr()) {
        ColorChoice::Never => Style::Plain,
        _ => Style::Coloured,
    }
}

/// Shows diagnostics on standard error. `folder` is how the owner named the folder; of each kind of
/// warning the first `most` are shown, and how many more there are.
pub fn show(diagnostics: &[Diagnostic], source: &Folder, folder: &Path, most: usize) {
    let style = style();
    let mut shown: BTreeMap<&str, usize> = BTreeMap::new();
    for diagnostic in diagnostics {
        let count = shown.entry(diagnostic.code).or_default();
        *count += 1;
        if diagnostic.severity == Severity::Error || *count <= most {
            tell(format_args!("{}\n\n", render(diagnostic, &source.files, folder, style)));
        }
    }
    for (code, more) in shown.into_iter().filter(|(_, count)| *count > most) {
        let more = more - most;
        tell(format_args!("and {more} more {code}: `sudare check --all` shows them\n"));
    }
}

/// Prints to standard error; nothing better can be done when that cannot be written.
pub fn tell(text: fmt::Arguments) {
    let _ = io::stderr().write_fmt(text);
}

/// Whether any of them stops a build.
pub fn has_error(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
}

/// How many warnings of a kind are shown unless all are asked for.
pub const MOST: usize = 5;

/// Refuses a notice that cannot be built. `folder` is how the owner named the folder.
pub fn sound(diagnostics: &[Diagnostic], folder: &Path) -> Result<(), Stop> {
    if has_error(diagnostics) {
        let message =
            format!("{} cannot be built as it is: {}", folder.display(), tally(diagnostics));
        return Err(Stop::Notice(message));
    }
    Ok(())
}

/// A number with a comma after each thousand.
pub fn grouped(number: usize) -> String {
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
