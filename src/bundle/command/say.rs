//! How a command talks: results on standard output, faults on standard error.

use std::fmt;
use std::io::{IsTerminal, Write};
use std::path::Path;

use super::stop::Stop;
use crate::notice::source::{Diagnostic, Folder, Severity, Style, render};

/// Prints to standard output; a closed pipe is no fault of the notice.
pub fn say(text: fmt::Arguments) {
    let _ = std::io::stdout().write_fmt(text);
}

/// Shows each diagnostic on standard error. `folder` is how the owner named the folder.
pub fn show(diagnostics: &[Diagnostic], source: &Folder, folder: &Path) {
    let style = if std::io::stderr().is_terminal() { Style::Coloured } else { Style::Plain };
    for diagnostic in diagnostics {
        let text = render(diagnostic, &source.files, folder, style);
        // Nothing better can be done when this cannot be written.
        let _ = writeln!(std::io::stderr(), "{text}\n");
    }
}

/// Diagnostics for a machine.
pub fn json(diagnostics: &[Diagnostic], folder: &Folder) -> serde_json::Value {
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

/// Whether any of them stops a build.
pub fn has_error(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
}

/// Refuses a notice that cannot be built. `folder` is how the owner named the folder.
pub fn sound(diagnostics: &[Diagnostic], folder: &Path) -> Result<(), Stop> {
    if has_error(diagnostics) {
        let message =
            format!("{} cannot be built as it is: {}", folder.display(), tally(diagnostics));
        return Err(Stop::Notice(message));
    }
    Ok(())
}

/// How many errors and warnings there are, in words.
pub fn tally(diagnostics: &[Diagnostic]) -> String {
    let errors = diagnostics.iter().filter(|d| d.severity == Severity::Error).count();
    let count = |n: usize, what: &str| match n {
        0 => format!("no {what}s"),
        1 => format!("1 {what}"),
        n => format!("{n} {what}s"),
    };
    format!("{}, {}", count(errors, "error"), count(diagnostics.len() - errors, "warning"))
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
