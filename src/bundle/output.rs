//! The files of the `consent/` folder, put together in memory. The same notice gives the same bytes.

use std::path::PathBuf;
use std::{fmt, io};

use super::compiled::compiled;
use super::document::document;
use super::integrity::{integrity, name_hash};
use super::parts::{
    MODULE, MODULE_TYPES, Precompressed, TYPES, first_layer_style, page_style, parts,
};
use super::script;
use crate::notice::source::Edition;

/// A file to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutputFile {
    /// Its name in the folder.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
    /// The same, brotli, once it is compressed.
    pub br: Option<Vec<u8>>,
    /// The same, gzip, once it is compressed.
    pub gz: Option<Vec<u8>>,
}

impl OutputFile {
    fn new(name: String, bytes: Vec<u8>) -> Self {
        Self { name, bytes, br: None, gz: None }
    }
}

/// The files of a `consent/` folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle {
    /// The files; `consent.js` is the first.
    pub files: Vec<OutputFile>,
    /// What the boot script knows, as JavaScript.
    data: String,
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
    /// The output folder is where another file system begins, or where somebody stands.
    InUse(PathBuf),
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
            Self::InUse(folder) => write!(
                f,
                "{} cannot be replaced as a whole, because something is mounted there or it is the current folder; name a folder inside it with -o",
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

    /// Adds the script as text to put into a page itself. Such a script has no address of its own:
    /// `base` is where the folder is served, with a slash at its end.
    ///
    /// # Errors
    /// Only where this executable is not whole.
    pub fn add_inline(&mut self, base: &str) -> Result<(), BundleError> {
        let parts = parts().ok_or(BundleError::NoParts)?;
        let text = script::inline(&parts, &self.data, base)?;
        self.files.insert(1, OutputFile::new(script::INLINE.to_owned(), text.into_bytes()));
        Ok(())
    }
}

/// Puts the files of a notice together.
///
/// # Errors
/// Only where this executable is not whole.
pub fn assemble(editions: &[Edition]) -> Result<Bundle, BundleError> {
    let parts = parts().ok_or(BundleError::NoParts)?;
    let mut files: Vec<OutputFile> = Vec::new();
    let widget = [("js", &parts.widget), ("wasm", &parts.wasm)].map(|(extension, part)| {
        let hash = name_hash(part.bytes);
        files.push(shared(format!("widget.{hash}.{extension}"), part));
        hash
    });
    let mut notices = Vec::new();
    for Edition { notice, .. } in editions {
        // Plain data of strings and lists: there is nothing in it that JSON cannot hold.
        let json = serde_json::to_vec(notice).unwrap_or_default();
        notices.push(named(&mut files, &format!("notice.{}", notice.lang), "json", json));
    }
    let look = editions.first().map(|edition| &edition.notice.look);
    let page_style = look.map(page_style).unwrap_or_default();
    let mut beside = |extension: &str, bytes: Vec<u8>| {
        let integrity = integrity(&bytes);
        let hash = named(&mut files, "page", extension, bytes);
        (format!("page.{hash}.{extension}"), integrity)
    };
    let style = beside("css", page_style.into_bytes());
    let script = beside("js", parts.page.as_bytes().to_vec());

    let css = look.map(first_layer_style).unwrap_or_default();
    let data = script::data(editions, &parts, &compiled(editions, &notices, &widget, &css));
    let consent = script::beside(&parts, &data)?;
    let mut plain = |name: String, bytes| files.push(OutputFile::new(name, bytes));
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
    Ok(Bundle { files, data })
}

/// Puts in a file under a name that changes with its content; gives what is in the name.
fn named(files: &mut Vec<OutputFile>, stem: &str, extension: &str, bytes: Vec<u8>) -> String {
    let hash = name_hash(&bytes);
    files.push(OutputFile::new(format!("{stem}.{hash}.{extension}"), bytes));
    hash
}

/// A file of the widget's, the same for every site.
fn shared(name: String, part: &Precompressed) -> OutputFile {
    let mut file = OutputFile::new(name, part.bytes.to_vec());
    (file.br, file.gz) = (Some(part.br.to_vec()), Some(part.gz.to_vec()));
    file
}
