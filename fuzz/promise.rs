//! What the importer promises of every text.

use sudare::bundle::import::{ImportError, import};

/// Imports a text, and what came out once more.
pub fn kept(text: &str) {
    let today = (2026, 11, 21);
    match import(text.as_bytes(), "a.txt", today) {
        Ok(once) => {
            assert_eq!(once.words.kept, once.words.total);
            match import(once.markdown.as_bytes(), "a.md", today) {
                Ok(twice) => assert_eq!(once.markdown, twice.markdown, "a second import changes the notice"),
                Err(error) => panic!("the result is refused: {error}\n{}", once.markdown),
            }
        }
        Err(ImportError::WordsDiffer { line, source, result }) => {
            panic!("line {line}: {source} became {result}")
        }
        Err(_) => {}
    }
}
