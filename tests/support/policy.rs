//! A policy imported, and what holds for every one held against it.
#![allow(dead_code, reason = "each test file uses its own part of this")]

use std::path::Path;

use sudare::bundle::import::{Imported, import};
use sudare::notice::source::{Folder, Severity, compile, locale};

use super::facts::{Article, articles};

/// The day of the import.
pub const TODAY: (u16, u8, u8) = (2026, 11, 21);

/// The bytes of a policy in `tests/policies`.
pub fn bytes(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/policies");
    std::fs::read(folder.join(name)).unwrap()
}

/// Imports a policy and holds against it what holds for every one.
#[track_caller]
pub fn read(name: &str) -> Imported {
    let imported =
        import(&bytes(name), name, TODAY).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert_eq!(imported.words.kept, imported.words.total);
    assert!(imported.words.total > 30, "{name}: {:?}", imported.words);
    let again = import(imported.markdown.as_bytes(), name, TODAY).unwrap();
    assert_eq!(again.markdown, imported.markdown, "{name}: a second import changes nothing");
    let mut folder = Folder::default();
    folder.add("notice.toml", imported.manifest.clone().into_bytes());
    folder.add(format!("{}.md", imported.lang), imported.markdown.clone().into_bytes());
    let (_, found) = compile(&folder);
    let errors: Vec<String> = found
        .into_iter()
        .filter(|found| found.severity == Severity::Error)
        // What a service is told is the owner's to write, and not every language has an interface.
        .filter(|found| !(imported.lang == "ja" && found.file == "notice.toml"))
        .filter(|_| locale(&imported.lang).is_ok())
        .map(|found| format!("{}: {}", found.code, found.message))
        .collect();
    assert_eq!(errors, Vec::<String>::new(), "{name}\n{}", imported.markdown);
    imported
}

/// The ids of its articles.
pub fn ids(imported: &Imported) -> Vec<String> {
    articles(imported).into_iter().skip(1).map(|article| article.id).collect()
}

/// The article of that id.
pub fn article(imported: &Imported, id: &str) -> Article {
    articles(imported)
        .into_iter()
        .find(|article| article.id == id)
        .unwrap_or_else(|| panic!("no {id}"))
}
