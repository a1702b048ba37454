//! The lock's file, read and written.

use std::io::Write;
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::Lock;
use crate::notice::source::{Diagnostic, Edition, Folder};

/// The name of the file, beside `notice.toml`.
pub const LOCK: &str = crate::notice::source::LOCK;

/// The lock that a folder keeps; an empty one where there is none yet.
///
/// # Errors
/// What is wrong with it, and where.
pub fn kept(folder: &Folder, editions: &[Edition]) -> Result<Lock, Box<Diagnostic>> {
    match (folder.file(LOCK), editions.first()) {
        (Some(file), Some(edition)) => Lock::read(file, &edition.notice.id),
        _ => Ok(Lock::default()),
    }
}

/// A lock that is written, and not yet in its place.
pub struct Staged {
    file: NamedTempFile,
    place: PathBuf,
}

impl Staged {
    /// Writes the lock of the notice of that id into its folder, beside its place: what it belongs to
    /// may still fail.
    ///
    /// # Errors
    /// The system refuses.
    pub fn write(lock: &Lock, notice: &str, folder: &Path) -> std::io::Result<Self> {
        let mut file = NamedTempFile::new_in(folder)?;
        file.write_all(lock.to_text(notice).as_bytes())?;
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            // A temporary file is its owner's alone; this one is like those beside it.
            file.as_file().set_permissions(std::fs::Permissions::from_mode(0o644))?;
        }
        Ok(Self { file, place: folder.join(LOCK) })
    }

    /// Puts it into its place.
    ///
    /// # Errors
    /// The system refuses.
    pub fn keep(self) -> std::io::Result<()> {
        self.file.persist(self.place)?;
        Ok(())
    }
}
