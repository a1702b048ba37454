//! Making a notice's folder, and never over one that is there.

use std::path::Path;

use super::stop::Stop;

/// Makes a folder with these files; refuses to touch one that holds any of them.
pub fn make_folder(folder: &Path, files: &[(&str, &str)]) -> Result<(), Stop> {
    for (name, _) in files {
        refuse_existing(&folder.join(name))?;
    }
    std::fs::create_dir_all(folder).map_err(Stop::io(folder))?;
    for (at, (name, text)) in files.iter().enumerate() {
        let path = folder.join(name);
        if let Err(error) = std::fs::write(&path, text) {
            // Half of them would be in the way of the next try. What was there before is not among them.
            for (name, _) in &files[..=at] {
                let _ = std::fs::remove_file(folder.join(name));
            }
            return Err(Stop::io(&path)(error));
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_cannot_be_made_whole_is_not_left_half_made() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("privacy");
        assert!(make_folder(&folder, &[("notice.toml", "x"), ("nowhere/en.md", "y")]).is_err());
        assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 0);
        assert!(make_folder(&folder, &[("notice.toml", "x"), ("en.md", "y")]).is_ok());
    }
}
