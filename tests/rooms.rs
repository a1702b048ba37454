//! The rooms and who may look into whom: left never knows right.
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "support/files.rs"]
mod files;

use std::fs;
use std::path::Path;

use files::files_below;

/// Each room with the rooms that it may know. `bundle` stands beside `browser`: neither knows the
/// other.
const ROOMS: [(&str, &[&str]); 5] = [
    ("notice", &[]),
    ("consent", &["notice"]),
    ("widget", &["notice", "consent"]),
    ("browser", &["notice", "consent", "widget"]),
    ("bundle", &["notice", "consent", "widget"]),
];

/// Crates that only one side of the house may touch.
const CRATES: [(&str, &[&str]); 6] = [
    ("web_sys", &["browser"]),
    ("js_sys", &["browser"]),
    ("wasm_bindgen", &["browser"]),
    ("gloo_storage", &["browser"]),
    ("serde_wasm_bindgen", &["browser"]),
    ("yew", &["widget", "browser"]),
];

/// The lines of a room's code, without comments, each with its place.
fn lines(room: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut lines = Vec::new();
    for path in files_below(&root.join(room), "rs") {
        let name = path.strip_prefix(&root).unwrap().display().to_string();
        for (number, line) in fs::read_to_string(&path).unwrap().lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            lines.push((format!("{name}:{}", number + 1), code.to_owned()));
        }
    }
    assert!(!lines.is_empty(), "there is no room {room}");
    lines
}

#[test]
fn no_room_looks_into_one_on_its_right() {
    for (room, may_know) in ROOMS {
        for (place, code) in lines(room) {
            for (other, _) in ROOMS {
                if other == room || may_know.contains(&other) {
                    continue;
                }
                let named = code.contains(&format!("crate::{other}"))
                    || (code.contains("crate::{") && code.contains(&format!("{other}::")));
                assert!(!named, "{place} looks into {other}:{code}");
            }
        }
    }
}

#[test]
fn only_the_browser_room_touches_the_browser_and_only_the_view_touches_yew() {
    for (name, rooms) in CRATES {
        for (room, _) in ROOMS {
            if rooms.contains(&room) {
                continue;
            }
            for (place, code) in lines(room) {
                let named =
                    code.contains(&format!("{name}::")) || code.contains(&format!("use {name}"));
                assert!(!named, "{place} uses {name}:{code}");
            }
        }
    }
}

#[test]
fn every_folder_of_the_source_is_a_room_or_a_script() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for entry in fs::read_dir(root).unwrap() {
        let entry = entry.unwrap();
        if entry.path().is_dir() {
            let name = entry.file_name().into_string().unwrap();
            let known =
                name == "boot" || name == "page" || ROOMS.iter().any(|(room, _)| *room == name);
            assert!(known, "src/{name} is no room");
        }
    }
}

#[test]
fn the_boot_script_knows_only_the_compiled_data() {
    let boot = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/boot");
    for path in files_below(&boot, "ts") {
        let depth = path.strip_prefix(&boot).unwrap().components().count();
        for line in fs::read_to_string(&path).unwrap().lines() {
            let Some((_, from)) = line.split_once(" from \"") else { continue };
            let within = from.starts_with("./") || (depth == 2 && from.starts_with("../"));
            assert!(within && !from.contains("../../"), "{}: {line}", path.display());
        }
    }
}

/// The imports of a room's TypeScript are from that room, or types from that file of boot's.
fn knows_of_boot_only_the_types(room: &str, from_boot: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(room);
    let files = files_below(&folder, "ts");
    assert!(!files.is_empty());
    for path in files {
        for line in fs::read_to_string(&path).unwrap().lines() {
            let Some((import, from)) = line.split_once(" from \"") else { continue };
            let types = import.starts_with("import type") && from == format!("{from_boot}\";");
            assert!(types || from.starts_with("./"), "{}: {line}", path.display());
        }
    }
}

#[test]
fn the_pages_script_knows_the_boot_script_by_its_public_types_only() {
    knows_of_boot_only_the_types("page", "../boot/consent.d.ts");
}

#[test]
fn the_keeper_knows_the_boot_script_by_the_contracts_types_only() {
    knows_of_boot_only_the_types("browser", "../boot/notice.ts");
}
