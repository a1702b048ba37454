//! Codes and their pages.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use sudare::notice::source::{CODES, Code};

use super::files::files_below;
use super::sudare;

#[test]
fn nothing_ever_says_that_a_notice_complies() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let output = sudare(&["check", "demo/notices/aster"], root);
    let mut said = String::from_utf8(output.stdout).unwrap();
    said.extend(CODES.iter().map(|code| code.page));
    let said = said.to_lowercase().replace("is no compliance", "");
    for word in ["compliant", "complies", "compliance", "conform"] {
        assert!(!said.contains(word), "{word}");
    }
}

#[test]
fn every_code_has_a_page_and_every_page_a_code() {
    let pages = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/checks");
    let index = fs::read_to_string(pages.join("README.md")).unwrap();
    let names: BTreeSet<String> = fs::read_dir(&pages)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name != "README.md")
        .collect();
    let codes: BTreeSet<String> = CODES.iter().map(|code| format!("{}.md", code.name)).collect();
    assert_eq!(names, codes);
    assert_eq!(codes.len(), CODES.len(), "each code once");
    for code in CODES {
        assert!(code.page.starts_with(&format!("# {}\n\n*", code.name)), "{}", code.name);
        for part in ["**Why.**", "**What to do.**"] {
            assert!(code.page.contains(part), "{} has no {part}", code.name);
        }
        let line = format!("({}.md) | ", code.name);
        assert_eq!(index.matches(&line).count(), 1, "{} is not listed once", code.name);
        assert!(index.contains(code.sentence()), "{} is listed with other words", code.name);
        assert!(code.sentence().ends_with('.'), "{}", code.name);
    }
}

/// Every code that the sources give, as the first argument of what makes a diagnostic.
fn codes_in(folder: &Path) -> Vec<String> {
    let mut codes = Vec::new();
    for path in files_below(folder, "rs") {
        let text = fs::read_to_string(&path).unwrap();
        for call in ["error(", "warning(", ".at("] {
            for (at, _) in text.match_indices(call) {
                let rest = text[at + call.len()..].trim_start();
                let literal = rest.strip_prefix('"').and_then(|rest| rest.split_once('"'));
                codes.extend(literal.map(|(code, _)| code.to_owned()));
            }
        }
    }
    codes
}

#[test]
fn every_code_that_the_sources_give_is_known() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut codes = codes_in(&root.join("notice"));
    codes.extend(codes_in(&root.join("bundle/check")));
    codes.extend(codes_in(&root.join("bundle/lock")));
    codes.extend(codes_in(&root.join("bundle/command")));
    assert!(codes.len() > 60, "{}", codes.len());
    for code in codes {
        assert!(Code::of(&code).is_some(), "{code} has no page");
    }
}

#[test]
fn explain_prints_the_page_of_a_code() {
    let place = tempfile::tempdir().unwrap();
    let output = sudare(&["explain", "card-contradicts"], place.path());
    let page = String::from_utf8(output.stdout).unwrap();
    assert_eq!(page, Code::of("card-contradicts").unwrap().page);
    let output = sudare(&["explain", "card-contradict"], place.path());
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("did you mean `card-contradicts`?"));
    let list = String::from_utf8(sudare(&["explain"], place.path()).stdout).unwrap();
    assert_eq!(list.lines().count(), CODES.len());
}
