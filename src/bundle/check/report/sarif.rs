//! What was found as SARIF 2.1.0 (OASIS), which code hosts show on the lines of a pull request.

use std::path::Path;

use serde_json::{Value, json};
use url::Url;

use crate::bundle::check::Findings;
use crate::notice::source::{CODES, Code, Diagnostic, Folder, Severity};

/// The log of one run. `folder` is how the owner named the folder: code hosts look for it from the
/// root of the repository.
#[must_use]
pub fn sarif(findings: &Findings, source: &Folder, folder: &Path) -> Value {
    let said = findings.diagnostics.iter().map(|one| (one.clone(), one.severity.name()));
    let lists = findings.checklists.iter().flat_map(|list| list.diagnostics());
    let all: Vec<(Diagnostic, &str)> = said.chain(lists.map(|one| (one, "note"))).collect();
    let used: Vec<&Code> =
        CODES.iter().filter(|code| all.iter().any(|(one, _)| one.code == code.name)).collect();
    let results = all.iter().map(|(one, level)| {
        let place = one.place(source);
        json!({
            "ruleId": one.code,
            "ruleIndex": used.iter().position(|code| code.name == one.code),
            "level": level,
            "message": { "text": message(one) },
            "locations": [{
                "physicalLocation": {
                    "artifactLocation": { "uri": address(&folder.join(&one.file)) },
                    "region": {
                        "startLine": place.start.0,
                        "startColumn": place.start.1,
                        "endLine": place.end.0,
                        "endColumn": place.end.1,
                    },
                },
            }],
        })
    });
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {
                "driver": {
                    "name": "sudare",
                    "semanticVersion": env!("CARGO_PKG_VERSION"),
                    "rules": used.iter().map(|code| rule(code)).collect::<Vec<_>>(),
                },
            },
            "columnKind": "unicodeCodePoints",
            "results": results.collect::<Vec<_>>(),
        }],
    })
}

fn rule(code: &Code) -> Value {
    let errs = code.page.contains("*Error");
    json!({
        "id": code.name,
        "shortDescription": { "text": code.sentence() },
        "help": { "text": code.page, "markdown": code.page },
        "defaultConfiguration": {
            "level": if errs { Severity::Error.name() } else { Severity::Warning.name() },
        },
    })
}

fn message(one: &Diagnostic) -> String {
    let parts = [Some(&one.message), Some(&one.label), one.help.as_ref()];
    let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
    parts.map(String::as_str).collect::<Vec<_>>().join(". ")
}

/// A file's address: relative to where the command runs, unless it was named from the root.
fn address(file: &Path) -> String {
    if let Ok(url) = Url::from_file_path(file) {
        return url.into();
    }
    let parts = file.components().map(|part| {
        let part = part.as_os_str().to_string_lossy();
        let escaped = part.bytes().map(|b| match b {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                char::from(b).to_string()
            }
            b => format!("%{b:02X}"),
        });
        escaped.collect::<String>()
    });
    parts.filter(|part| part != ".").collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_an_address() {
        assert_eq!(address("./privacy/pt-BR.md".as_ref()), "privacy/pt-BR.md");
        assert_eq!(address("my site/en.md".as_ref()), "my%20site/en.md");
        assert_eq!(address("/srv/privacy/en.md".as_ref()), "file:///srv/privacy/en.md");
    }
}
