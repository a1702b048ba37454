//! `sudare check`: what it finds beyond what a build needs, and how it says so.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod checklists;
mod codes;
mod hidden;
mod policy;
mod reports;
mod services;
mod upkeep;

#[path = "../support/files.rs"]
mod files;
#[path = "../support/manifest.rs"]
mod manifest;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use manifest::manifest;
use sudare::bundle::check::{Findings, Wanted, check};
use sudare::notice::source::Folder;

const TODAY: &str = "2026-11-21";

const MANIFEST: &str = manifest!("email = \"privacy@shop.test\"\n");

fn folder(files: &[(&str, &str)]) -> Folder {
    let mut folder = Folder::default();
    for (name, text) in files {
        folder.add(*name, text.as_bytes().to_vec());
    }
    folder
}

fn findings(files: &[(&str, &str)]) -> Findings {
    check(&folder(files), TODAY, Wanted::All)
}

/// `code@file:line` of everything that was found.
fn found(files: &[(&str, &str)]) -> Vec<String> {
    let folder = folder(files);
    let findings = check(&folder, TODAY, Wanted::None);
    let told = findings
        .diagnostics
        .iter()
        .map(|one| format!("{}@{}:{}", one.code, one.file, one.place(&folder).start.0));
    told.collect()
}

/// What is found in the one article `cookies` of a notice.
fn article(text: &str) -> Vec<String> {
    let policy = format!("# N\n\n## Cookies {{#cookies}}\n\n{text}\n");
    found(&[("notice.toml", MANIFEST), ("en.md", &policy)])
}

/// What is found in a notice of two languages with the one article `cookies`.
fn languages(english: &str, japanese: &str) -> Vec<String> {
    let manifest = MANIFEST.replacen("[\"en\"]", "[\"en\", \"ja\"]", 1);
    let english = format!("# N\n\n## Cookies {{#cookies}}\n\n{english}\n");
    let japanese = format!("# 通知\n\n## クッキー {{#cookies}}\n\n{japanese}\n");
    found(&[("notice.toml", &manifest), ("en.md", &english), ("ja.md", &japanese)])
}

fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("demo/notices")
}

fn sudare(args: &[&str], within: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_sudare")).args(args).current_dir(within).output().unwrap()
}
