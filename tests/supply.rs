//! What Sudare is made of: whose code, under which licences, and whether the same source gives the
//! same bytes. `deny.toml` has the rules; cargo-deny, where it is there, holds more of them.
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "support/files.rs"]
mod files;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use files::files_below;
use serde_json::Value;

const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn rules() -> toml::Table {
    toml::from_str(&fs::read_to_string(root().join("deny.toml")).unwrap()).unwrap()
}

/// What cargo knows of every crate, for any machine.
fn metadata() -> Value {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--offline", "--all-features"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The crates that Sudare is built with; what only its tests use is in nothing that anybody is given.
fn packages() -> Vec<Value> {
    let metadata = metadata();
    let nodes = metadata["resolve"]["nodes"].as_array().unwrap();
    let root = metadata["resolve"]["root"].as_str().unwrap();
    let (mut waiting, mut seen) = (vec![root], BTreeSet::new());
    while let Some(id) = waiting.pop() {
        if !seen.insert(id) {
            continue;
        }
        let node = nodes.iter().find(|node| node["id"] == id).unwrap();
        for next in node["deps"].as_array().unwrap() {
            let mut kinds = next["dep_kinds"].as_array().unwrap().iter();
            if kinds.any(|kind| kind["kind"] != "dev") {
                waiting.push(next["pkg"].as_str().unwrap());
            }
        }
    }
    let all = metadata["packages"].as_array().unwrap().iter();
    let used = |id: &Value| id != root && seen.contains(id.as_str().unwrap());
    all.filter(|package| used(&package["id"])).cloned().collect()
}

#[test]
fn every_crate_is_under_a_licence_that_deny_toml_allows() {
    let rules = rules();
    let allowed: Vec<&str> = rules["licenses"]["allow"]
        .as_array()
        .unwrap()
        .iter()
        .map(|licence| licence.as_str().unwrap())
        .collect();
    let packages = packages();
    assert!(packages.len() > 100);
    for package in packages {
        let name = &package["name"];
        let licence =
            package["license"].as_str().unwrap_or_else(|| panic!("{name} has no licence"));
        // Old crates put a slash for "or".
        let licence = spdx::Expression::parse_mode(licence, spdx::ParseMode::LAX).unwrap();
        let within = licence.evaluate(|wanted| allowed.contains(&&*wanted.to_string()));
        assert!(within, "{name}: {licence}");
    }
}

#[test]
fn every_crate_comes_from_the_registry_with_a_hash() {
    let sources = &rules()["sources"];
    assert_eq!(sources["unknown-registry"].as_str(), Some("deny"));
    assert_eq!(sources["unknown-git"].as_str(), Some("deny"));
    let all = metadata();
    // Ours, and the Yew that stands in vendor/ (vendor/README.md).
    let here = ["sudare", "yew"];
    let ours = |package: &&Value| here.contains(&package["name"].as_str().unwrap_or_default());
    for package in all["packages"].as_array().unwrap().iter().filter(|package| !ours(package)) {
        assert_eq!(package["source"], REGISTRY, "{}", package["name"]);
    }
    let lock: toml::Table =
        toml::from_str(&fs::read_to_string(root().join("Cargo.lock")).unwrap()).unwrap();
    for package in lock["package"].as_array().unwrap() {
        let name = package["name"].as_str().unwrap_or_default();
        let known = here.contains(&name) || package.get("checksum").is_some();
        assert!(known, "{package}");
    }
}

#[test]
fn every_npm_package_comes_from_the_registry_with_a_hash() {
    for lock in ["package-lock.json", "bench/package-lock.json"] {
        let lock: Value = serde_json::from_slice(&fs::read(root().join(lock)).unwrap()).unwrap();
        let packages = lock["packages"].as_object().unwrap();
        assert!(packages.len() > 5);
        for (name, package) in packages.iter().filter(|(name, _)| !name.is_empty()) {
            // Where none is named, it is the registry that npm is set up with.
            let from = package["resolved"].as_str().unwrap_or("https://registry.npmjs.org/");
            assert!(from.starts_with("https://registry.npmjs.org/"), "{name}: {from}");
            assert!(package.get("link").is_none(), "{name} is a folder of somebody's machine");
            let hash = package["integrity"].as_str().unwrap_or_default();
            assert!(hash.starts_with("sha512-"), "{name}: {hash}");
        }
    }
}

#[test]
fn no_line_of_ours_is_unsafe() {
    let mut files = files_below(&root().join("src"), "rs");
    files.push(root().join("build.rs"));
    let forbidden =
        |file: &PathBuf| fs::read_to_string(file).unwrap().contains("forbid(unsafe_code)");
    for entry in ["src/main.rs", "src/lib.rs", "build.rs"] {
        assert!(forbidden(&root().join(entry)), "{entry}");
    }
    for file in files {
        for line in fs::read_to_string(&file).unwrap().lines() {
            let code = line.split("//").next().unwrap_or_default();
            let opened = ["unsafe {", "unsafe fn", "unsafe impl", "unsafe extern", "no_mangle"];
            assert!(!opened.iter().any(|word| code.contains(word)), "{}: {line}", file.display());
            let glue = file.ends_with("src/browser/mod.rs");
            assert!(glue || !code.contains("allow(unsafe_code)"), "{}: {line}", file.display());
        }
    }
}

/// Every file of a bundle that was built within a folder, in a time zone and a language.
fn built(within: &Path, folder: &str, zone: &str, lang: &str) -> BTreeMap<String, Vec<u8>> {
    let notice = root().join("demo/notices/fern");
    let output = Command::new(env!("CARGO_BIN_EXE_sudare"))
        .args(["build", notice.to_str().unwrap(), "-o", folder, "--inline", "--locked"])
        .current_dir(within)
        .envs([("TZ", zone), ("LANG", lang), ("LC_ALL", lang)])
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let entries = fs::read_dir(within.join(folder)).unwrap().map(|entry| entry.unwrap());
    entries
        .map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap()))
        .collect()
}

#[test]
fn two_clean_builds_give_the_same_bytes() {
    let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    fs::create_dir_all(other.path().join("a/longer/way")).unwrap();
    let first = built(one.path(), "consent", "UTC", "C");
    let second =
        built(&other.path().join("a/longer/way"), "privacy-files", "Asia/Tokyo", "ja_JP.UTF-8");
    assert!(first.len() > 20);
    assert!(first == second, "the bundles differ");
}
