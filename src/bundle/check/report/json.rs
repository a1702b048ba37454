//! What was found, for a program.

use serde_json::{Value, json};

use crate::bundle::check::{Checklist, Findings};
use crate::notice::source::{Diagnostic, Folder, Severity};

/// Everything that was found.
#[must_use]
pub fn json(findings: &Findings, folder: &Folder) -> Value {
    let Findings { diagnostics, checklists, measured } = findings;
    let errors = diagnostics.iter().filter(|d| d.severity == Severity::Error).count();
    let measured = measured.iter().map(|one| {
        json!({ "lang": one.lang, "measure": one.measure, "value": one.value, "means": one.means })
    });
    json!({
        "errors": errors,
        "warnings": diagnostics.len() - errors,
        "diagnostics": diagnostics.iter().map(|one| diagnostic(one, folder)).collect::<Vec<_>>(),
        "checklists": checklists.iter().map(|list| checklist(list, folder)).collect::<Vec<_>>(),
        "readability": measured.collect::<Vec<_>>(),
    })
}

fn diagnostic(one: &Diagnostic, folder: &Folder) -> Value {
    let place = one.place(folder);
    json!({
        "severity": one.severity.name(),
        "code": one.code,
        "file": one.file,
        "line": place.start.0,
        "column": place.start.1,
        "endLine": place.end.0,
        "endColumn": place.end.1,
        "message": one.message,
        "label": one.label,
        "help": one.help,
    })
}

fn checklist(list: &Checklist, folder: &Folder) -> Value {
    let items = list.items.iter().map(|item| {
        let found = item.found.as_ref().map(|found| {
            let text = folder.file(&found.file).map_or("", |file| &*file.text);
            json!({
                "file": found.file,
                "article": found.article,
                "line": crate::notice::source::position(text, found.span.start).0,
                "words": found.words,
            })
        });
        json!({
            "law": item.law,
            "asks": item.asks,
            "state": item.state.name(),
            "found": found,
            "note": item.note,
        })
    });
    json!({ "id": list.id, "title": list.title, "items": items.collect::<Vec<_>>() })
}
