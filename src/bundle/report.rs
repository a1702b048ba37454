//! What `sudare build` tells its owner: the tag to paste, the policy line, hashes and sizes, and
//! lines for the server.

use std::fmt::Write;

use super::integrity::integrity;
use super::output::{Bundle, OutputFile};
use super::script::INLINE;
use super::served::source_of;
use super::servers::servers;

/// The Content Security Policy that the whole product runs under without a violation; what it fetches
/// comes from there.
fn policy(from: &str) -> String {
    format!(
        "default-src 'none'; script-src 'nonce-…' 'wasm-unsafe-eval'; connect-src {from}; \
         style-src 'self'; img-src 'self'; require-trusted-types-for 'script'"
    )
}

/// Where a bundle is.
pub struct Place<'a> {
    /// The folder that it was written to.
    pub folder: &'a str,
    /// Where the site serves that folder.
    pub base: &'a str,
    /// Whether the compressed files are there as well.
    pub precompressed: bool,
    /// Whether the tag holds `consent.js` against its hash, as that holds all the others.
    pub pinned: bool,
}

impl Place<'_> {
    fn tag(&self, bundle: &Bundle) -> String {
        let hash = bundle
            .file("consent.js")
            .filter(|_| self.pinned)
            .map(|file| format!(" integrity=\"{}\" crossorigin", integrity(&file.bytes)));
        format!("<script src=\"{}consent.js\"{}></script>", self.base, hash.unwrap_or_default())
    }
}

/// The report for a person.
#[must_use]
pub fn report(bundle: &Bundle, place: &Place) -> String {
    let mut text = String::new();
    // Writing to a String does not fail.
    let _ = writeln!(
        text,
        "wrote {}\n\nThe tag, first in <head>:\n  {}\n\n\
         Content-Security-Policy that it runs under. The tag carries your nonce as well: <script nonce=\"…\";\n\
         where your pages have none, {} stands in its place:\n  {}\n",
        place.folder,
        place.tag(bundle),
        source_of(place.base),
        policy(source_of(place.base))
    );
    if let Some(file) = bundle.file(INLINE) {
        let _ = writeln!(
            text,
            "Or no request at all: the text of {INLINE} in the page itself, first in <head>, between\n\
             <script> and </script> with nothing added. Its hash in the place of a nonce:\n  {}\n",
            inline_source(file, place.base)
        );
    }
    let _ = writeln!(text, "Integrity:");
    let scripts = [".js", ".wasm"];
    for file in
        bundle.files.iter().filter(|file| scripts.iter().any(|end| file.name.ends_with(end)))
    {
        let _ = writeln!(text, "  {:<24} {}", file.name, integrity(&file.bytes));
    }
    let _ = writeln!(text, "\n  {:<34} {:>9} {:>9} {:>9}", "file", "bytes", "br", "gz");
    let size = |bytes: &Option<Vec<u8>>| {
        bytes.as_ref().map_or("–".to_owned(), |bytes| bytes.len().to_string())
    };
    for OutputFile { name, bytes, br, gz } in &bundle.files {
        let _ = writeln!(text, "  {name:<34} {:>9} {:>9} {:>9}", bytes.len(), size(br), size(gz));
    }
    let _ = writeln!(
        text,
        "\nYour server, in short; docs/serving.md has the whole. A name with a hash may be kept for ever:\n{}",
        servers(place.base).trim_end()
    );
    text
}

/// What allows the script as text, its module from where the folder is, and the widget.
fn inline_source(file: &OutputFile, base: &str) -> String {
    format!("script-src '{}' {} 'wasm-unsafe-eval'", integrity(&file.bytes), source_of(base))
}

/// The same for a machine.
#[must_use]
pub fn report_json(bundle: &Bundle, place: &Place) -> serde_json::Value {
    let size = |bytes: &Option<Vec<u8>>| bytes.as_ref().map(Vec::len);
    let files: Vec<_> = bundle
        .files
        .iter()
        .map(|file| {
            serde_json::json!({
                "name": file.name,
                "bytes": file.bytes.len(),
                "brotli": size(&file.br),
                "gzip": size(&file.gz),
                "integrity": integrity(&file.bytes),
            })
        })
        .collect();
    serde_json::json!({
        "folder": place.folder,
        "base": place.base,
        "precompressed": place.precompressed,
        "tag": place.tag(bundle),
        "csp": policy(source_of(place.base)),
        "inline": bundle.file(INLINE).map(|file| inline_source(file, place.base)),
        "files": files,
    })
}
