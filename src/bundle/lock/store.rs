//! The lock's file, read and written.

use std::io::Write;
use std::path::Path;

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

/// Writes the lock of the notice of that id into its folder: beside its place first, then moved.
///
/// # Errors
/// The system refuses.
pub fn store(lock: &Lock, notice: &str, folder: &Path) -> std::io::Result<()> {
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(lock.to_text(notice).as_bytes())?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // A temporary file is its owner's alone; this one is like those beside it.
        file.as_file().set_permissions(std::fs::Permissions::from_mode(0o644))?;
    }
    file.persist(folder.join(LOCK))?;
    Ok(())
}
