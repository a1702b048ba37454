//! The `consent/` folder: put together in memory, written beside its place, then moved. All of it
//! or nothing; the same notice gives the same bytes.

use std::fmt;
use std::path::{Path, PathBuf};
use std::{fs, io};

use super::abilities::abilities;
use super::compiled::{Fetched, compiled};
use super::document::document;
use super::integrity::{integrity, short_hash};
use super::parts::{MODULE, MODULE_TYPES, PAGE_STYLE, TYPES, first_layer_style, parts};
use crate::notice::source::Edition;

/// Where the compiled data goes in the boot script.
const PLACE: &str = "__SUDARE__";

/// A file to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutputFile {
    /// Its name in the folder.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
    /// Its size after brotli, where it is known from the build of this executable.
    known_brotli_size: Option<usize>,
}

impl OutputFile {
    /// Its size after brotli at full strength. This takes a while: it is for reports.
    #[must_use]
    pub fn brotli_size(&self) -> usize {
        self.known_brotli_size.unwrap_or_else(|| brotli_size_of(&self.bytes))
    }
}

/// The files of a `consent/` folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle {
    /// The files; `consent.js` is the first.
    pub files: Vec<OutputFile>,
}

/// Why there is no bundle.
#[derive(Debug)]
pub enum BundleError {
    /// This executable was built without the widget.
    NoParts,
    /// The boot script has no place for the data, or more than one.
    NoPlace,
    /// The output folder holds something that Sudare did not write.
    Foreign(PathBuf, String),
    /// The system refused.
    Io(PathBuf, io::Error),
}

impl fmt::Display for BundleError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::NoParts => f.write_str(
                "this executable was built without the widget inside; `make dist` builds a whole one",
            ),
            Self::NoPlace => f.write_str(
                "the boot script inside this executable is not whole; `make dist` builds a whole one",
            ),
            Self::Foreign(folder, name) => write!(
                f,
                "{} holds {name}, which Sudare did not write, and the whole folder would be replaced; name an empty or new folder with -o",
                folder.display()
            ),
            Self::Io(path, error) => write!(f, "{}: {error}", path.display()),
        }
    }
}

impl std::error::Error for BundleError {}

impl Bundle {
    /// The file of that name.
    #[must_use]
    pub fn file(&self, name: &str) -> Option<&OutputFile> {
        self.files.iter().find(|file| file.name == name)
    }
}

/// Puts the files of a notice together.
///
/// # Errors
/// Only where this executable is not whole.
pub fn assemble(editions: &[Edition]) -> Result<Bundle, BundleError> {
    let parts = parts().ok_or(BundleError::NoParts)?;
    let mut files = Vec::new();
    // One name for what belongs together: parts of different releases never meet in a cache.
    let release = short_hash(&[parts.widget, parts.wasm, parts.later.as_bytes()].concat());
    for (stem, bytes, known_brotli_size) in [
        ("widget.js", parts.widget, None),
        ("widget.wasm", parts.wasm, Some(parts.wasm_brotli_size)),
        ("later.js", parts.later.as_bytes(), None),
    ] {
        let name = stem.replacen('.', &format!(".{release}."), 1);
        files.push(OutputFile { name, known_brotli_size, bytes: bytes.to_vec() });
    }
    let mut fetched = |stem: &str, extension: &str, bytes: Vec<u8>| -> Fetched {
        let (hash, integrity) = (short_hash(&bytes), integrity(&bytes));
        let name = format!("{stem}.{hash}.{extension}");
        files.push(OutputFile { name, known_brotli_size: None, bytes });
        (hash, integrity)
    };
    let mut notices = Vec::new();
    for Edition { notice, .. } in editions {
        // Plain data of strings and lists: there is nothing in it that JSON cannot hold.
        let json = serde_json::to_vec(notice).unwrap_or_default();
        notices.push(fetched(&format!("notice.{}", notice.lang), "json", json));
    }
    let accent = editions.first().and_then(|edition| edition.notice.look.accent.as_deref());
    let accent =
        accent.map_or(String::new(), |accent| format!(":root{{--sudare-accent:{accent}}}\n"));
    let (style, _) = fetched("page", "css", format!("{PAGE_STYLE}{accent}").into_bytes());
    let style = format!("page.{style}.css");

    let (script, _) = fetched("page", "js", parts.page.as_bytes().to_vec());
    let script = format!("page.{script}.js");

    let css = editions.first().map(|edition| first_layer_style(&edition.notice.look));
    let wasm_integrity = integrity(parts.wasm);
    let data = compiled(editions, &notices, &release, &wasm_integrity, &css.unwrap_or_default());
    let consent = match parts.boot.split(PLACE).collect::<Vec<_>>()[..] {
        [before, after] => {
            let mut literal = literal(&data);
            // Scripts behind the data, as further items of its list.
            literal.truncate(literal.len() - 1);
            for (part, data) in abilities(editions, &parts) {
                literal.push_str(&format!(",({part})({})", self::literal(&data)));
            }
            format!("{before}{literal}]{after}")
        }
        _ => return Err(BundleError::NoPlace),
    };
    let mut plain = |name: String, bytes: Vec<u8>| {
        files.push(OutputFile { name, known_brotli_size: None, bytes });
    };
    for edition in editions {
        let notice = &edition.notice;
        // Boot falls back to the page with the language in its name; the default language's page
        // is `index.html` as well, the address for people and search engines.
        let (name, full_name) =
            (notice.page_name(&notice.lang), format!("index.{}.html", notice.lang));
        let page = document(edition, &style, &script)
            .map_err(|error| BundleError::Io(PathBuf::from(&name), error))?;
        if name != full_name {
            plain(full_name, page.clone().into_bytes());
        }
        plain(name, page.into_bytes());
    }
    for (name, text) in
        [("consent.d.ts", TYPES), ("consent.mjs", MODULE), ("consent.d.mts", MODULE_TYPES)]
    {
        plain(name.to_owned(), text.as_bytes().to_vec());
    }
    if let Some(edition) = editions.first() {
        let gpc = format!(
            "{{\n  \"gpc\": true,\n  \"lastUpdate\": \"{}\"\n}}\n",
            edition.notice.effective
        );
        plain("gpc.json".to_owned(), gpc.into_bytes());
    }
    plain("consent.js".to_owned(), consent.into_bytes());
    files.rotate_right(1);
    Ok(Bundle { files })
}

/// A JSON value as a JavaScript literal that may also stand in a page: nothing in it can end a
/// script element.
fn literal(value: &serde_json::Value) -> String {
    value
        .to_string()
        .replace('<', "\\u003c")
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029")
}

fn brotli_size_of(bytes: &[u8]) -> usize {
    let mut compressed = Vec::new();
    let mut params = brotli::enc::BrotliEncoderParams { quality: 11, ..Default::default() };
    params.size_hint = bytes.len();
    // Reading a slice and writing to a Vec do not fail.
    let _ = brotli::BrotliCompress(&mut &*bytes, &mut compressed, &params);
    compressed.len()
}

/// Writes a bundle as a folder, in place of an earlier one. Nothing half-written is left behind,
/// and an earlier folder stays whole until the new one is.
///
/// # Errors
/// When the folder holds anything that Sudare did not write, or the system refuses.
pub fn write(bundle: &Bundle, folder: &Path) -> Result<(), BundleError> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |error| BundleError::Io(path, error)
    };
    if let Some(name) = foreign_file(folder).map_err(failed(folder))? {
        return Err(BundleError::Foreign(folder.to_owned(), name));
    }
    let parent = match folder.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    fs::create_dir_all(parent).map_err(failed(parent))?;
    let beside =
        tempfile::Builder::new().prefix(".sudare-").tempdir_in(parent).map_err(failed(parent))?;
    let (new, old) = (beside.path().join("new"), beside.path().join("old"));
    fs::create_dir(&new).map_err(failed(&new))?;
    for file in &bundle.files {
        let path = new.join(&file.name);
        fs::write(&path, &file.bytes).map_err(failed(&path))?;
    }
    let earlier = folder.exists();
    if earlier {
        fs::rename(folder, &old).map_err(failed(folder))?;
    }
    if let Err(error) = fs::rename(&new, folder) {
        if earlier {
            fs::rename(&old, folder).map_err(failed(folder))?;
        }
        return Err(BundleError::Io(folder.to_owned(), error));
    }
    Ok(())
}

/// The first file in a folder that is not one of a bundle's.
fn foreign_file(folder: &Path) -> io::Result<Option<String>> {
    if !folder.exists() {
        return Ok(None);
    }
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if !entry.file_type()?.is_file() || !is_ours(&name) {
            return Ok(Some(name));
        }
    }
    Ok(None)
}

fn is_ours(name: &str) -> bool {
    let plain =
        ["consent.js", "consent.d.ts", "consent.mjs", "consent.d.mts", "gpc.json", "index.html"];
    if plain.contains(&name) {
        return true;
    }
    let parts: Vec<&str> = name.split('.').collect();
    let hash = |part: &str| part.len() == 8 && part.bytes().all(|b| b.is_ascii_hexdigit());
    match parts[..] {
        ["widget", h, "js" | "wasm"]
        | ["later", h, "js"]
        | ["page", h, "css" | "js"]
        | ["notice", _, h, "json"] => hash(h),
        ["index", _, "html"] => true,
        _ => false,
    }
}
