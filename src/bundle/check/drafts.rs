//! Lines of `notice.toml` that the importer has marked, and nobody has confirmed. Its cards are
//! told where they are read.

use super::Subject;
use crate::notice::source::Diagnostic;

/// How the importer marks what it wrote itself, and what it found and is not sure of.
const MARKS: [&str; 2] = ["# draft:", "# check:"];

pub(super) fn check(subject: &Subject) -> Option<Diagnostic> {
    let text = &subject.manifest_file.text;
    let marks = |line: &str| MARKS.iter().find_map(|mark| line.find(mark));
    let mut at = 0;
    let mut marked = text.split_inclusive('\n').filter_map(|line| {
        at += line.len();
        let start = at - line.len() + marks(line)?;
        Some(start..start + text[start..].trim_end_matches('\n').lines().next()?.len())
    });
    let first = marked.next()?;
    let message = match marked.count() {
        0 => "this line is marked and not confirmed".to_owned(),
        more => format!("this line is marked and not confirmed, and {more} more below it"),
    };
    Some(
        Diagnostic::warning("draft", &subject.manifest_file.name, first, message)
            .help("look whether it is right, and take the comment away"),
    )
}
