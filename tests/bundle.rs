//! `sudare build`: the folder that a site serves, and what is done with a notice that is not sound.
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "support/page.rs"]
mod page;

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use page::{policy_words, words};
use regex::Regex;
use scraper::{Html, Selector};
use sha2::{Digest, Sha256};

const SAMPLES: [&str; 5] = ["aster", "fern", "lantern", "quaver", "beacon"];

fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("demo/notices")
}

fn sudare(args: &[&str], within: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_sudare")).args(args).current_dir(within).output().unwrap()
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    entries
        .map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap()))
        .collect()
}

fn build(notice: &Path, within: &Path) -> BTreeMap<String, Vec<u8>> {
    let output = sudare(&["build", notice.to_str().unwrap()], within);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    files(&within.join("consent"))
}

/// A copy of a sample in a folder of its own, to be spoilt.
fn copy_of(sample: &str, within: &Path) -> PathBuf {
    let copy = within.join("privacy");
    fs::create_dir(&copy).unwrap();
    for (name, bytes) in files(&samples().join(sample)) {
        fs::write(copy.join(name), bytes).unwrap();
    }
    copy
}

#[test]
fn a_build_writes_the_folder_as_designed() {
    let place = tempfile::tempdir().unwrap();
    let built = build(&samples().join("aster"), place.path());
    let mut names: Vec<String> = built
        .keys()
        .filter(|name| !is_compressed(name))
        .map(|name| {
            name.split('.')
                .map(|part| if part.len() == 43 { "HASH" } else { part })
                .collect::<Vec<_>>()
                .join(".")
        })
        .collect();
    names.sort();
    assert_eq!(
        names,
        [
            "consent.d.mts",
            "consent.d.ts",
            "consent.js",
            "consent.mjs",
            "gpc.json",
            "index.en.html",
            "index.html",
            "index.ja.html",
            "notice.en.HASH.json",
            "notice.ja.HASH.json",
            "page.HASH.css",
            "page.HASH.js",
            "widget.HASH.js",
            "widget.HASH.wasm",
        ]
    );
    let gpc: serde_json::Value = serde_json::from_slice(&built["gpc.json"]).unwrap();
    assert_eq!(gpc, serde_json::json!({ "gpc": true, "lastUpdate": "2026-11-01" }));
}

fn is_compressed(name: &str) -> bool {
    name.ends_with(".br") || name.ends_with(".gz")
}

fn unpacked(name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut plain = Vec::new();
    if name.ends_with(".br") {
        brotli::BrotliDecompress(&mut &*bytes, &mut plain).unwrap();
    } else {
        flate2::read::GzDecoder::new(bytes).read_to_end(&mut plain).unwrap();
    }
    plain
}

#[test]
fn beside_each_file_that_browsers_fetch_lies_the_same_compressed() {
    let place = tempfile::tempdir().unwrap();
    for effort in [&[][..], &["--smallest"]] {
        let notice = samples().join("aster");
        let output = sudare(&[&["build", notice.to_str().unwrap()], effort].concat(), place.path());
        assert!(output.status.success());
        let built = files(&place.path().join("consent"));
        let (compressed, plain): (Vec<_>, Vec<_>) =
            built.iter().partition(|(name, _)| is_compressed(name));
        for (name, bytes) in &compressed {
            let original = &built[&name[..name.len() - 3]];
            assert_eq!(&unpacked(name, bytes), original, "{name}");
            assert!(bytes.len() < original.len(), "{name}");
        }
        for (name, _) in plain {
            // Too small to shrink, or for an editor.
            if name == "gpc.json" || name.ends_with(".ts") || name.ends_with(".mts") {
                continue;
            }
            for ending in ["br", "gz"] {
                assert!(built.contains_key(&format!("{name}.{ending}")), "{name}.{ending}");
            }
        }
    }
}

#[test]
fn at_full_strength_nothing_is_larger() {
    let (quick, smallest) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let notice = samples().join("aster");
    let quick_files = build(&notice, quick.path());
    sudare(&["build", notice.to_str().unwrap(), "--smallest"], smallest.path());
    let smallest_files = files(&smallest.path().join("consent"));
    let size = |files: &BTreeMap<String, Vec<u8>>, end: &str| -> usize {
        files.iter().filter(|(name, _)| name.ends_with(end)).map(|(_, bytes)| bytes.len()).sum()
    };
    assert!(size(&smallest_files, ".json.br") < size(&quick_files, ".json.br"));
    assert_eq!(quick_files["consent.js.br"], smallest_files["consent.js.br"], "every visit's");
}

#[test]
fn compressed_files_may_be_left_out() {
    let place = tempfile::tempdir().unwrap();
    let notice = samples().join("aster");
    build(&notice, place.path());
    let output = sudare(&["build", notice.to_str().unwrap(), "--no-precompressed"], place.path());
    assert!(output.status.success());
    assert!(!files(&place.path().join("consent")).keys().any(|name| is_compressed(name)));
}

#[test]
fn the_script_as_text_knows_where_its_files_are_and_has_the_hash_that_is_printed() {
    let place = tempfile::tempdir().unwrap();
    let notice = samples().join("aster");
    let args = ["build", notice.to_str().unwrap(), "--inline", "--base", "/shop/privacy/"];
    let output = sudare(&args, place.path());
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{said}");
    let built = files(&place.path().join("consent"));
    let text = std::str::from_utf8(&built["consent.inline.js"]).unwrap();
    assert_eq!(text, text.trim(), "what stands between the tags is what was hashed");
    assert!(!text.contains("</script") && !text.contains("<!--") && !text.contains('\r'));
    assert!(text.contains("\"/shop/privacy/\""), "where its files are");
    assert!(!text.contains("__SUDARE"));
    let hash = STANDARD.encode(Sha256::digest(text));
    assert!(said.contains(&format!("script-src 'sha256-{hash}' 'self'")), "{said}");
    assert!(said.contains("<script src=\"/shop/privacy/consent.js\"></script>"));
    let plain = std::str::from_utf8(&built["consent.js"]).unwrap();
    assert!(!plain.contains("/shop/privacy/"), "consent.js finds its files beside itself");
    assert!(
        !build(&notice, place.path()).contains_key("consent.inline.js"),
        "only where asked for"
    );
}

#[test]
fn a_base_that_is_no_place_is_refused() {
    let place = tempfile::tempdir().unwrap();
    let notice = samples().join("aster");
    for base in ["consent/", "/consent", "", "javascript:/"] {
        let output = sudare(&["build", notice.to_str().unwrap(), "--base", base], place.path());
        assert_eq!(output.status.code(), Some(2), "{base}");
        assert!(files(place.path()).is_empty());
    }
}

#[test]
fn a_build_prints_lines_for_the_server() {
    let place = tempfile::tempdir().unwrap();
    let notice = samples().join("aster");
    let base = "https://cdn.example/privacy/";
    let output = sudare(&["build", notice.to_str().unwrap(), "--base", base], place.path());
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("<script src=\"https://cdn.example/privacy/consent.js\"></script>"));
    for line in
        ["location ^~ /privacy/ {", "served as /privacy/", "handle /privacy/* {", "Static hosts"]
    {
        assert!(said.contains(line), "{line}: {said}");
    }
}

/// Every pattern for a name in these lines, as the server would take it: for nginx the whole path, for
/// Apache and Caddy a part of it.
fn patterns(lines: &str) -> Vec<Regex> {
    let found = [r#"location ~ "(.+?)" \{"#, r"@hashed path_regexp (.+)", r"=~ m#(.+?)#"]
        .iter()
        .flat_map(|kind| Regex::new(kind).unwrap().captures_iter(lines).collect::<Vec<_>>())
        .map(|found| Regex::new(found[1].trim()).unwrap());
    found.collect()
}

#[test]
fn a_server_is_told_to_keep_for_ever_what_has_a_hash_in_its_name_and_nothing_else() {
    let place = tempfile::tempdir().unwrap();
    let notice = samples().join("aster");
    let output = sudare(&["build", notice.to_str().unwrap()], place.path());
    let said = String::from_utf8(output.stdout).unwrap();
    let documented = include_str!("../docs/serving.md");
    let built = files(&place.path().join("consent"));
    let hashed = |name: &str| name.split('.').any(|part| part.len() == 43);
    assert!(built.keys().any(|name| hashed(name)) && built.keys().any(|name| !hashed(name)));
    for lines in [said.as_str(), documented] {
        let patterns = patterns(lines);
        assert_eq!(patterns.len(), 3, "one for each server");
        for name in built.keys().filter(|name| !is_compressed(name)) {
            let path = format!("/consent/{name}");
            for pattern in &patterns {
                assert_eq!(pattern.is_match(&path), hashed(name), "{pattern}: {name}");
            }
        }
    }
}

#[test]
fn the_same_notice_gives_the_same_bytes() {
    for sample in SAMPLES {
        let (one, two) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let notice = samples().join(sample);
        assert_eq!(build(&notice, one.path()), build(&notice, two.path()), "{sample}");
    }
}

#[test]
fn a_second_build_replaces_the_first_and_leaves_nothing_else() {
    let place = tempfile::tempdir().unwrap();
    build(&samples().join("aster"), place.path());
    let second = build(&samples().join("fern"), place.path());
    assert!(!second.contains_key("index.ja.html"));
    let left: Vec<String> = files_and_folders(place.path());
    assert_eq!(left, ["consent"]);
}

fn files_and_folders(folder: &Path) -> Vec<String> {
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect()
}

#[test]
fn a_faulty_notice_exits_1_and_leaves_the_old_output_untouched() {
    type Fault = fn(&Path);
    let faults: [(&str, Fault); 8] = [
        ("a missing key", |notice| spoil(notice, "notice.toml", "revision", "reversion")),
        ("a wrong date", |notice| spoil(notice, "notice.toml", "effective = ", "effective = 1 # ")),
        ("two articles with one id", |notice| {
            let policy = fs::read_to_string(notice.join("en.md")).unwrap();
            fs::write(notice.join("en.md"), policy + "\n## Again {#cookies}\n").unwrap();
        }),
        ("a purpose that no article explains", |notice| {
            spoil(notice, "en.md", "{#cookies}", "{#crumbs}")
        }),
        ("a service without a purpose", |notice| {
            spoil(notice, "notice.toml", "purpose = \"ads\"", "purpose = \"adz\"")
        }),
        ("a file that is not UTF-8", |notice| {
            fs::write(notice.join("en.md"), b"# Caf\xe9\n").unwrap()
        }),
        ("an empty file", |notice| fs::write(notice.join("en.md"), "").unwrap()),
        ("no manifest at all", |notice| fs::write(notice.join("notice.toml"), "").unwrap()),
    ];
    let place = tempfile::tempdir().unwrap();
    let before = build(&samples().join("fern"), place.path());
    for (what, fault) in faults {
        let folder = tempfile::tempdir().unwrap();
        let notice = copy_of("fern", folder.path());
        fault(&notice);
        let output = sudare(&["build", notice.to_str().unwrap()], place.path());
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{what}: {said}");
        assert!(said.contains("error["), "{what}: {said}");
        assert!(said.contains("-->"), "{what} is told with its place: {said}");
        assert_eq!(files(&place.path().join("consent")), before, "{what}");
        assert_eq!(
            files_and_folders(place.path()),
            ["consent"],
            "{what} leaves nothing half-written"
        );
    }
}

fn spoil(notice: &Path, file: &str, from: &str, to: &str) {
    let text = fs::read_to_string(notice.join(file)).unwrap();
    assert!(text.contains(from), "the sample's {file} has no {from:?}");
    fs::write(notice.join(file), text.replacen(from, to, 1)).unwrap();
}

#[test]
fn a_folder_with_anything_else_in_it_is_not_replaced() {
    let place = tempfile::tempdir().unwrap();
    fs::write(place.path().join("index.php"), "mine").unwrap();
    let notice = samples().join("fern");
    let output = sudare(&["build", notice.to_str().unwrap(), "-o", "."], place.path());
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("index.php"));
    assert_eq!(files(place.path()).len(), 1);
}

#[test]
fn a_page_of_the_sites_own_is_not_replaced_though_its_name_could_be_ours() {
    let notice = samples().join("fern");
    for name in ["index.html", "index.fr.html", "consent.js", "gpc.json", "index.html.gz"] {
        let place = tempfile::tempdir().unwrap();
        fs::create_dir(place.path().join("public")).unwrap();
        fs::write(place.path().join("public").join(name), "mine").unwrap();
        let output = sudare(&["build", notice.to_str().unwrap(), "-o", "public"], place.path());
        assert_eq!(output.status.code(), Some(2), "{name}");
        assert!(String::from_utf8(output.stderr).unwrap().contains(name));
        assert_eq!(fs::read(place.path().join("public").join(name)).unwrap(), b"mine");
    }
}

#[test]
fn what_a_file_manager_leaves_does_not_stop_a_build() {
    let place = tempfile::tempdir().unwrap();
    let before = build(&samples().join("fern"), place.path());
    fs::write(place.path().join("consent/.DS_Store"), "icons").unwrap();
    assert_eq!(build(&samples().join("fern"), place.path()), before);
}

#[cfg(unix)]
#[test]
fn a_link_stays_and_what_it_leads_to_is_replaced() {
    let place = tempfile::tempdir().unwrap();
    let before = build(&samples().join("aster"), place.path());
    fs::rename(place.path().join("consent"), place.path().join("served")).unwrap();
    std::os::unix::fs::symlink("served", place.path().join("consent")).unwrap();
    let after = build(&samples().join("fern"), place.path());
    assert_ne!(before, after);
    assert!(place.path().join("consent").is_symlink());
    assert_eq!(files(&place.path().join("served")), after);
}

#[test]
fn a_folder_in_which_somebody_stands_is_told_of() {
    let place = tempfile::tempdir().unwrap();
    let notice = samples().join("fern");
    let output = sudare(&["build", notice.to_str().unwrap(), "-o", "."], place.path());
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("name a folder inside it with -o"), "{said}");
    assert_eq!(files_and_folders(place.path()), [""; 0]);
}

/// Root may write anywhere, and shows nothing here.
#[cfg(unix)]
#[test]
fn without_its_lock_a_notice_is_not_written() {
    use std::os::unix::fs::PermissionsExt;
    let place = tempfile::tempdir().unwrap();
    let notice = copy_of("fern", place.path());
    fs::remove_file(notice.join("notice.lock")).unwrap();
    fs::set_permissions(&notice, fs::Permissions::from_mode(0o555)).unwrap();
    let is_root = fs::write(notice.join("probe"), "").is_ok();
    let output = sudare(&["build", notice.to_str().unwrap(), "-o", "out"], place.path());
    assert_eq!(output.status.success(), is_root);
    assert_eq!(place.path().join("out").exists(), is_root);
    fs::set_permissions(&notice, fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn an_address_that_would_break_what_is_printed_is_refused() {
    let place = tempfile::tempdir().unwrap();
    let notice = samples().join("fern");
    for base in ["/\"onload=\"/", "/a/?x/", "/a b/", "/#/", "/<b>/", "/{x};/"] {
        let args = ["build", notice.to_str().unwrap(), "--base", base];
        let output = sudare(&args, place.path());
        assert_eq!(output.status.code(), Some(2), "{base}");
        assert_eq!(files_and_folders(place.path()), [""; 0]);
    }
}

#[test]
fn the_policy_names_the_host_that_the_folder_is_on() {
    let place = tempfile::tempdir().unwrap();
    let notice = samples().join("fern");
    let args = ["build", notice.to_str().unwrap(), "--inline", "--base", "https://cdn.example/c/"];
    let output = sudare(&args, place.path());
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("connect-src https://cdn.example;"), "{said}");
    assert!(said.contains("' https://cdn.example 'wasm-unsafe-eval'"), "{said}");
}

#[test]
fn wrong_use_exits_2() {
    let place = tempfile::tempdir().unwrap();
    for args in
        [&["build", "nowhere"][..], &["bild"], &["import", "nowhere.txt"], &["build", "--fast"]]
    {
        assert_eq!(sudare(args, place.path()).status.code(), Some(2), "{args:?}");
    }
}

#[test]
fn the_executable_works_alone_in_an_empty_folder() {
    let place = tempfile::tempdir().unwrap();
    let alone = place.path().join("sudare");
    fs::copy(env!("CARGO_BIN_EXE_sudare"), &alone).unwrap();
    for args in [&["init"][..], &["check"], &["build"]] {
        let output =
            Command::new(&alone).args(args).current_dir(place.path()).env_clear().output().unwrap();
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    }
    let built = files(&place.path().join("consent"));
    let wasm = built.iter().find(|(name, _)| name.ends_with(".wasm")).unwrap().1;
    assert!(wasm.starts_with(b"\0asm"), "the widget is inside the executable");
}

#[test]
fn each_starting_point_passes_the_check_and_builds() {
    for (place, languages) in [
        ("elsewhere", &["en"][..]),
        ("shop", &["en"]),
        ("blog", &["en"]),
        ("app", &["en"]),
        ("europe", &["en"]),
        ("japan", &["ja", "en"]),
        ("us", &["en"]),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let output = sudare(&["init", "--for", place], folder.path());
        let said = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success(), "{place}");
        for lang in languages {
            assert!(said.contains(&format!("privacy/{lang}.md")), "{place}: {said}");
        }
        let output = sudare(&["check"], folder.path());
        let said = String::from_utf8(output.stdout).unwrap();
        let faults = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains("no errors, "), "{place}: {faults}");
        let notices = |name: &&String| name.starts_with("notice.") && name.ends_with(".json");
        let built = build(&folder.path().join("privacy"), folder.path());
        let pages = built.keys().filter(notices).count();
        assert_eq!(pages, languages.len(), "{place}");
    }
}

#[test]
fn each_starting_point_decides_as_is_usual_there() {
    use sudare::consent::{Absent, Persistence, Reprompt, Signals, Snapshot};
    use sudare::notice::source::{Folder, compile};

    let told = |place: &str, region: Option<&str>, gpc: bool| {
        let folder = tempfile::tempdir().unwrap();
        assert!(sudare(&["init", "--for", place], folder.path()).status.success());
        let (editions, _) = compile(&Folder::open(&folder.path().join("privacy")).unwrap());
        let signals =
            Signals { gpc, region: region.map(Into::into), persistence: Persistence::Local };
        Snapshot::take(&editions[0].notice, Err(Absent::Missing), &signals, |_| "".into())
    };
    for place in ["elsewhere", "europe"] {
        let snapshot = told(place, Some("DE"), false);
        assert_eq!(snapshot.purposes.get("analytics"), Some(false), "{place} asks first");
        assert_eq!(snapshot.reprompt, Some(Reprompt::FirstVisit), "{place}");
    }
    let california = told("us", Some("US-CA"), false);
    assert_eq!(california.purposes.get("sale"), Some(true), "until a no");
    assert_eq!(california.reprompt, None);
    let signalled = told("us", Some("US-CA"), true);
    assert_eq!(signalled.purposes.get("sale"), Some(false), "the signal is the opt-out");
    assert_eq!(signalled.services.get("lumo"), Some(false));
    assert_eq!(signalled.purposes.get("analytics"), Some(true), "it says nothing of that");
    assert_eq!(told("us", None, false).purposes.get("sale"), Some(false), "nobody knows where");
    let japan = told("japan", Some("JP"), false);
    assert_eq!(japan.purposes.get("analytics"), Some(true), "made public, and one may object");
    assert_eq!(japan.purposes.get("ads"), Some(false), "tied to a person: asked first");
}

#[test]
fn in_japan_each_service_shows_the_three_items_in_japanese() {
    let folder = tempfile::tempdir().unwrap();
    assert!(sudare(&["init", "--for", "japan"], folder.path()).status.success());
    let built = build(&folder.path().join("privacy"), folder.path());
    let page = std::str::from_utf8(&built["index.html"]).unwrap();
    for words in
        ["タリー株式会社", "閲覧したページのアドレス、閲覧した日時", "アクセスの状況を集計するため"]
    {
        assert!(page.contains(words), "{words}");
    }
}

#[test]
fn init_names_the_places_that_it_knows() {
    let place = tempfile::tempdir().unwrap();
    let output = sudare(&["init", "--for", "mars"], place.path());
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("elsewhere, shop, blog, app, europe, japan, us"), "{said}");
    assert!(files(place.path()).is_empty());
}

#[test]
fn init_and_import_never_overwrite() {
    let place = tempfile::tempdir().unwrap();
    assert!(sudare(&["init"], place.path()).status.success());
    let before = files(&place.path().join("privacy"));
    assert_eq!(sudare(&["init"], place.path()).status.code(), Some(2));
    fs::write(place.path().join("policy.txt"), "Privacy\n\n1. Data\n\nWe keep data.\n").unwrap();
    assert_eq!(sudare(&["import", "policy.txt"], place.path()).status.code(), Some(2));
    assert_eq!(files(&place.path().join("privacy")), before);
}

#[test]
fn a_build_prints_the_tag_the_policy_line_the_hashes_and_the_sizes() {
    let place = tempfile::tempdir().unwrap();
    let notice = samples().join("aster");
    let output = sudare(&["build", notice.to_str().unwrap()], place.path());
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("<script src=\"/consent/consent.js\"></script>"));
    assert!(said.contains(
        "default-src 'none'; script-src 'nonce-…' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; \
         img-src 'self'; require-trusted-types-for 'script'"
    ));
    assert_eq!(said.matches("sha256-").count(), 4);

    let output = sudare(&["build", notice.to_str().unwrap(), "--json"], place.path());
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    for file in report["files"].as_array().unwrap() {
        let bytes =
            fs::read(place.path().join("consent").join(file["name"].as_str().unwrap())).unwrap();
        assert_eq!(file["bytes"], bytes.len());
        let name = file["name"].as_str().unwrap();
        let compressed = place.path().join("consent").join(format!("{name}.br"));
        assert_eq!(file["brotli"].as_u64(), fs::metadata(compressed).ok().map(|file| file.len()));
    }
}

#[test]
fn check_speaks_json_to_machines() {
    let place = tempfile::tempdir().unwrap();
    let notice = copy_of("fern", place.path());
    spoil(&notice, "notice.toml", "[look]", "[luck]");
    let output = sudare(&["check", "--json"], place.path());
    assert_eq!(output.status.code(), Some(1));
    let said: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(said["diagnostics"][0]["code"], "unknown-key");
    assert!(said["diagnostics"][0]["line"].as_u64().unwrap() > 1);
}

#[test]
fn the_compiled_data_cannot_end_the_script_that_holds_it() {
    let place = tempfile::tempdir().unwrap();
    let notice = copy_of("fern", place.path());
    let manifest = fs::read_to_string(notice.join("notice.toml")).unwrap();
    let manifest = manifest.replacen(
        "[first-layer]\n",
        "[first-layer]\nsurprise = \"</script><!-- \u{2028}\"\n",
        1,
    );
    let lines: Vec<&str> = manifest.lines().collect();
    let at = lines.iter().position(|line| *line == "[first-layer]").unwrap();
    let kept =
        lines.iter().enumerate().filter(|(n, line)| *n <= at + 1 || !line.starts_with("surprise"));
    let manifest = kept.map(|(_, line)| format!("{line}\n")).collect::<String>();
    fs::write(notice.join("notice.toml"), manifest).unwrap();
    let built = build(&notice, place.path());
    let script = String::from_utf8(built["consent.js"].clone()).unwrap();
    assert!(script.contains("\\u003c/script>\\u003c!-- \\u2028"));
    assert!(
        !script.contains("</script") && !script.contains("<!--") && !script.contains("__SUDARE__")
    );
}

#[test]
fn a_notice_carries_the_parts_it_uses_and_no_others() {
    let place = tempfile::tempdir().unwrap();
    for (sample, part, used) in [
        ("aster", "dataLayer", false),
        ("aster", "max-age=0", false),
        ("fern", "dataLayer", true),
        ("fern", "max-age=0", false),
        ("lantern", "dataLayer", true),
        ("lantern", "max-age=0", true),
        ("aster", "sudare-frame", false),
        ("lantern", "sudare-frame", true),
        ("aster", "samesite", false),
        ("lantern", "samesite", true),
    ] {
        let built = build(&samples().join(sample), place.path());
        let script = std::str::from_utf8(&built["consent.js"]).unwrap();
        assert_eq!(script.contains(part), used, "{part} in {sample}");
        assert!(!script.contains("</script") && !script.contains("<!--"), "{sample}");
    }
}

/// The words of a sample's Markdown, read naively: without its marks, ids and cards.
fn markdown_words(markdown: &str) -> Vec<String> {
    let mut text = String::new();
    for line in markdown.lines() {
        // In the samples every quote is a card.
        if line.starts_with('>')
            || line.starts_with("|---")
            || line.starts_with("| ---")
            || line.starts_with("| :")
        {
            continue;
        }
        let line = line.split(" {#").next().unwrap_or_default();
        let line = line.replace("**", "").replace(['[', '`'], "");
        let mut rest = line.as_str();
        // A link's address is no word of the text, unless it is the text.
        while let Some((before, after)) = rest.split_once("](") {
            text.push_str(before);
            rest = after.split_once(')').map_or("", |(_, after)| after);
        }
        text.push_str(rest);
        text.push('\n');
    }
    words(&text)
}

#[test]
fn the_words_of_the_static_page_are_the_words_of_the_policy() {
    for sample in SAMPLES {
        let place = tempfile::tempdir().unwrap();
        let notice = samples().join(sample);
        let built = build(&notice, place.path());
        for (page, source) in [("index.html", "en.md"), ("index.ja.html", "ja.md")] {
            let Some(html) = built.get(page) else { continue };
            let source = fs::read_to_string(notice.join(source)).unwrap();
            let found = policy_words(std::str::from_utf8(html).unwrap());
            let expected = markdown_words(&source);
            let at = found.iter().zip(&expected).position(|(a, b)| a != b);
            assert_eq!(at.map(|at| (&found[at], &expected[at])), None, "{sample}/{page}");
            assert_eq!(found.len(), expected.len(), "{sample}/{page}");
        }
    }
}

#[test]
fn the_static_page_has_no_code_in_it_and_search_engines_are_told_whole_addresses() {
    let place = tempfile::tempdir().unwrap();
    let built = build(&samples().join("aster"), place.path());
    let html = String::from_utf8(built["index.html"].clone()).unwrap();
    let page = Html::parse_document(&html);
    let count = |selector: &str| page.select(&Selector::parse(selector).unwrap()).count();
    let code = "script:not([src]):not([type='application/json'])";
    for none in [code, "style", "[style]", "[onclick]", "input", "img", "iframe"] {
        assert_eq!(count(none), 0, "{none}");
    }
    assert_eq!(count("head > script[src='consent.js']"), 1);
    assert_eq!(count("head > script[defer][src^='page.']"), 1);
    for once in ["description", "viewport"] {
        assert_eq!(count(&format!("meta[name={once}][content]")), 1, "{once}");
    }
    assert_eq!(count("meta[name=theme-color][media]"), 2);
    assert_eq!(count("nav.contents a"), 12);
    assert_eq!(count("nav.languages a[hreflang=ja][lang=ja]"), 1);
    assert!(count("time[datetime='2026-11-01']") > 0);
    assert_eq!(count("h1"), 1);
    assert_eq!(count("article[id]"), 12);
    assert_eq!(count("html[lang=en]"), 1);
    // Nobody has said where it is served, and search engines take whole addresses only.
    assert_eq!(count("link[rel=canonical], link[rel=alternate]"), 0);
    let fragments = Selector::parse("a[href^='#']").unwrap();
    for link in page.select(&fragments) {
        let id = link.value().attr("href").unwrap().trim_start_matches('#');
        assert_eq!(count(&format!("[id='{id}']")), 1, "#{id}");
    }
}

#[test]
fn a_page_whose_address_is_known_says_it() {
    let place = tempfile::tempdir().unwrap();
    let notice = copy_of("aster", place.path());
    let served = "[notice]\nserved-at = \"https://aster.example/consent\"";
    spoil(&notice, "notice.toml", "[notice]", served);
    let built = build(&notice, place.path());
    let page = Html::parse_document(std::str::from_utf8(&built["index.ja.html"]).unwrap());
    let links = Selector::parse("link[rel=canonical], link[rel=alternate]").unwrap();
    let links: Vec<_> = page
        .select(&links)
        .map(|link| (link.attr("hreflang").unwrap_or(""), link.attr("href").unwrap()))
        .collect();
    let at = |name: &str| format!("https://aster.example/consent/{name}");
    assert_eq!(
        links,
        [
            ("", at("index.ja.html").as_str()),
            ("en", &at("index.html")),
            ("ja", &at("index.ja.html")),
            ("x-default", &at("index.html")),
        ]
    );
}
