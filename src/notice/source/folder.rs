//! The files of a notice, read into memory and known to be text.

use std::fmt;
use std::path::{Path, PathBuf};

use super::Diagnostic;

/// The name of the file that holds the structure.
pub const MANIFEST: &str = "notice.toml";

/// The name of the file in which `sudare build` keeps what was published.
pub const LOCK: &str = "notice.lock";

/// How large one source file may be: a policy is text that a person reads.
const FILE_LIMIT: u64 = 50 * 1024 * 1024;

/// One file of a notice.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Its name within the folder.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// A notice's files, as the owner wrote them.
#[derive(Clone, Debug, Default)]
pub struct Folder {
    /// The files that could be read: the manifest first, then the Markdown files by name, then the
    /// lock.
    pub files: Vec<SourceFile>,
    /// What was wrong with those that could not.
    pub diagnostics: Vec<Diagnostic>,
}

/// Why a folder could not be opened at all.
#[derive(Debug)]
pub enum FolderError {
    /// There is no such folder.
    Missing(PathBuf),
    /// It has no `notice.toml`.
    NoManifest(PathBuf),
    /// The system refused.
    Unreadable(PathBuf, std::io::Error),
}

impl fmt::Display for FolderError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Missing(path) => write!(
                f,
                "there is no folder {}; `sudare init` makes one, `sudare import FILE` makes one from a policy",
                path.display()
            ),
            Self::NoManifest(path) => {
                write!(
                    f,
                    "{} has no {MANIFEST}, so it is not a notice; `sudare init` writes one",
                    path.display()
                )
            }
            Self::Unreadable(path, error) => {
                write!(f, "{} could not be read: {error}", path.display())
            }
        }
    }
}

impl std::error::Error for FolderError {}

impl Folder {
    /// Reads `notice.toml`, every `*.md` of a folder, and the lock.
    ///
    /// # Errors
    /// When the folder or its manifest is not there or cannot be read. A file that is not UTF-8 is
    /// a diagnostic instead, with its place.
    pub fn open(path: &Path) -> Result<Self, FolderError> {
        let unreadable = |path: &Path| {
            let path = path.to_owned();
            move |error| FolderError::Unreadable(path, error)
        };
        if !path.is_dir() {
            return Err(FolderError::Missing(path.to_owned()));
        }
        if !path.join(MANIFEST).is_file() {
            return Err(FolderError::NoManifest(path.to_owned()));
        }
        let mut names = vec![MANIFEST.to_owned()];
        let mut markdown = Vec::new();
        for entry in std::fs::read_dir(path).map_err(unreadable(path))? {
            let entry = entry.map_err(unreadable(path))?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.ends_with(".md") && !name.starts_with('.') && entry.path().is_file() {
                markdown.push(name);
            }
        }
        markdown.sort();
        names.append(&mut markdown);
        if path.join(LOCK).is_file() {
            names.push(LOCK.to_owned());
        }

        let mut folder = Self::default();
        for name in names {
            let file = path.join(&name);
            let size = std::fs::metadata(&file).map_err(unreadable(&file))?.len();
            if size > FILE_LIMIT {
                folder.diagnostics.push(
                    Diagnostic::error("too-large", &name, 0..0, "this file is over 50 MB").help(
                        "a notice is text that a person reads; look whether this is the right file",
                    ),
                );
                continue;
            }
            folder.add(name, std::fs::read(&file).map_err(unreadable(&file))?);
        }
        Ok(folder)
    }

    /// Adds a file by its bytes; what is not UTF-8 becomes a diagnostic.
    pub fn add(&mut self, name: impl Into<String>, bytes: Vec<u8>) {
        let name = name.into();
        match String::from_utf8(bytes) {
            // A byte order mark is not a word of the policy.
            Ok(text) => {
                let bare = text.strip_prefix('\u{feff}').map(str::to_owned);
                self.files.push(SourceFile { name, text: bare.unwrap_or(text) });
            }
            Err(error) => {
                let valid = error.utf8_error().valid_up_to();
                let bytes = error.into_bytes();
                let bad = bytes.get(valid).copied().unwrap_or_default();
                let text = String::from_utf8_lossy(&bytes).into_owned();
                let line = text[..valid].matches('\n').count() + 1;
                self.diagnostics.push(
                    Diagnostic::error(
                        "not-utf8",
                        &name,
                        valid..valid + '\u{fffd}'.len_utf8(),
                        format!("this file is not UTF-8: byte {bad:#04x} in line {line}"),
                    )
                    .label("this is not a character")
                    .help("save it as UTF-8; a word processor offers that as an encoding"),
                );
                self.files.push(SourceFile { name, text });
            }
        }
    }

    /// Sorts what there is to say: in the order of the files, and in a file from top to bottom.
    pub fn sort(&self, diagnostics: &mut [Diagnostic]) {
        diagnostics.sort_by_key(|found| {
            let file = self.files.iter().position(|file| file.name == found.file);
            (file, found.span.start, found.severity)
        });
    }

    /// The file of that name.
    #[must_use]
    pub fn file(&self, name: &str) -> Option<&SourceFile> {
        self.files.iter().find(|file| file.name == name)
    }
}
