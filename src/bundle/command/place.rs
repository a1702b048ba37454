//! Making a notice's folder, and never over one that is there.

use std::path::Path;

use super::stop::Stop;

/// Makes a folder with these files; refuses to touch one that holds any of them.
pub fn make_folder(folder: &Path, files: &[(&str, &str)]) -> Result<(), Stop> {
    for (name, _) in files {
        refuse_existing(&folder.join(name))?;
    }
    std::fs::create_dir_all(folder).map_err(Stop::io(folder))?;
    for (name, text) in files {
        let path = folder.join(name);
        std::fs::write(&path, text).map_err(Stop::io(&path))?;
    }
    Ok(())
}

/// Refuses what is there already.
pub fn refuse_existing(path: &Path) -> Result<(), Stop> {
    if path.exists() {
        let path = path.display();
        return Err(Stop::Use(format!(
            "{path} is there already and is left as it is; name another folder"
        )));
    }
    Ok(())
}
