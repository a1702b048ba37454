//! What `sudare build` tells its owner: the tag to paste, the policy line, hashes and sizes.

use std::fmt::Write;

use super::integrity::integrity;
use super::output::Bundle;

/// The Content Security Policy that the whole product runs under without a violation.
pub const CSP: &str = "default-src 'none'; script-src 'nonce-…' 'wasm-unsafe-eval'; connect-src 'self'; \
                       style-src 'self'; img-src 'self'; require-trusted-types-for 'script'";

/// The report for a person. `folder` is where the bundle was written.
#[must_use]
pub fn report(bundle: &Bundle, folder: &str) -> String {
    let mut text = String::new();
    // Writing to a String does not fail.
    let _ = writeln!(
        text,
        "wrote {folder}\n\nThe tag, first in <head>:\n  <script src=\"/consent/consent.js\"></script>\n\n\
         Content-Security-Policy that it runs under:\n  {CSP}\n\nIntegrity:"
    );
    let scripts = [".js", ".wasm"];
    for file in
        bundle.files.iter().filter(|file| scripts.iter().any(|end| file.name.ends_with(end)))
    {
        let _ = writeln!(text, "  {:<24} {}", file.name, integrity(&file.bytes));
    }
    let _ = writeln!(text, "\n  {:<34} {:>9} {:>9}", "file", "bytes", "brotli");
    for file in &bundle.files {
        let _ =
            writeln!(text, "  {:<34} {:>9} {:>9}", file.name, file.bytes.len(), file.brotli_size());
    }
    text
}

/// The same for a machine.
#[must_use]
pub fn report_json(bundle: &Bundle, folder: &str) -> serde_json::Value {
    let files: Vec<_> = bundle
        .files
        .iter()
        .map(|file| {
            serde_json::json!({
                "name": file.name,
                "bytes": file.bytes.len(),
                "brotli": file.brotli_size(),
                "integrity": integrity(&file.bytes),
            })
        })
        .collect();
    serde_json::json!({
        "folder": folder,
        "tag": "<script src=\"/consent/consent.js\"></script>",
        "csp": CSP,
        "files": files,
    })
}
