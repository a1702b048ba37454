//! The `consent/` folder on the disk: written beside its place, then moved. All of it or nothing.

use std::path::Path;
use std::{fs, io};

use super::output::{Bundle, BundleError};
use super::script::INLINE;

/// What is added to the name of a file that is compressed.
const BROTLI: &str = ".br";
const GZIP: &str = ".gz";

/// Writes a bundle as a folder, in place of an earlier one. Nothing half-written is left behind,
/// and an earlier folder stays whole until the new one is. `precompressed` puts each file that is
/// compressed beside it, for a server to send as it is.
///
/// # Errors
/// When the folder holds anything that Sudare did not write, cannot be moved away, or the system refuses.
pub fn write(bundle: &Bundle, folder: &Path, precompressed: bool) -> Result<(), BundleError> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |error| BundleError::Io(path, error)
    };
    // What a link leads to is replaced: a server goes on reading there.
    let real = if folder.is_symlink() {
        fs::canonicalize(folder).map_err(failed(folder))?
    } else {
        folder.to_owned()
    };
    let folder = &*real;
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
        let compressed = [(&file.br, BROTLI), (&file.gz, GZIP)];
        for (bytes, ending) in compressed.into_iter().filter(|_| precompressed) {
            let Some(bytes) = bytes else { continue };
            let path = new.join(format!("{}{ending}", file.name));
            fs::write(&path, bytes).map_err(failed(&path))?;
        }
    }
    let earlier = folder.exists();
    if earlier {
        fs::rename(folder, &old).map_err(|error| match error.kind() {
            io::ErrorKind::ResourceBusy => BundleError::InUse(folder.to_owned()),
            _ => BundleError::Io(folder.to_owned(), error),
        })?;
    }
    if let Err(error) = fs::rename(&new, folder) {
        if earlier {
            fs::rename(&old, folder).map_err(failed(folder))?;
        }
        return Err(BundleError::Io(folder.to_owned(), error));
    }
    Ok(())
}

/// What file managers leave everywhere. It goes with the folder.
const DROPPINGS: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

/// A file in a folder that is not one of a bundle's. Where the widget is not among them, none is: an
/// `index.html` alone is the site's own.
fn foreign_file(folder: &Path) -> io::Result<Option<String>> {
    if !folder.exists() {
        return Ok(None);
    }
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if DROPPINGS.contains(&&*name) {
            continue;
        }
        if !entry.file_type()?.is_file() || !is_ours(&name) {
            return Ok(Some(name));
        }
        names.push(name);
    }
    let is_bundle = names.iter().any(|name| name.starts_with("widget."));
    Ok(names.pop().filter(|_| !is_bundle))
}

fn is_ours(name: &str) -> bool {
    let name = [BROTLI, GZIP].iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(name);
    let plain = [
        "consent.js",
        INLINE,
        "consent.d.ts",
        "consent.mjs",
        "consent.d.mts",
        "gpc.json",
        "index.html",
    ];
    if plain.contains(&name) {
        return true;
    }
    let parts: Vec<&str> = name.split('.').collect();
    // Eight digits were in the names that earlier versions wrote, and so was a script of its own.
    let hash = |part: &str| {
        [8, 43].contains(&part.len())
            && part.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b))
    };
    match parts[..] {
        ["widget", h, "js" | "wasm"]
        | ["later", h, "js"]
        | ["page", h, "css" | "js"]
        | ["notice", _, h, "json"] => hash(h),
        ["index", _, "html"] => true,
        _ => false,
    }
}
