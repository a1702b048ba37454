//! `sudare serve`: a page with the notice, and what it shows of a notice that is not sound.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// A server on a free port; it ends with the test.
struct Server {
    process: Child,
    address: String,
}

impl Server {
    fn start(args: &[&str], within: &Path) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_sudare"))
            .arg("serve")
            .args(args)
            .args(["--port", "0"])
            .current_dir(within)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().trim_end_matches('/').trim_start_matches("http://").to_owned();
        Self { process, address }
    }

    /// Head and body of what a path gives.
    fn get(&self, path: &str) -> (String, Vec<u8>) {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            .unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let end = answer.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
        (String::from_utf8_lossy(&answer[..end]).to_lowercase(), answer.split_off(end + 4))
    }

    fn text(&self, path: &str) -> String {
        String::from_utf8(self.get(path).1).unwrap()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

fn a_notice() -> tempfile::TempDir {
    let place = tempfile::tempdir().unwrap();
    let made = Command::new(env!("CARGO_BIN_EXE_sudare"))
        .arg("init")
        .current_dir(place.path())
        .output()
        .unwrap();
    assert!(made.status.success());
    place
}

#[test]
fn the_page_carries_the_tag_and_the_folder_is_there() {
    let place = a_notice();
    let server = Server::start(&[], place.path());
    assert!(server.text("/").contains("<script src=\"/consent/consent.js\"></script>"));
    let script = server.text("/consent/consent.js");
    // The last hash is the wasm's, and before it stands what is in its name.
    let strings: Vec<&str> = script.split('"').collect();
    let hash = strings.iter().rposition(|string| string.starts_with("sha256-")).unwrap();
    let release = strings[hash - 2];
    let (head, body) = server.get(&format!("/consent/widget.{release}.wasm"));
    assert!(
        head.contains("content-type: application/wasm\r\n")
            || head.ends_with("content-type: application/wasm")
    );
    assert!(body.starts_with(b"\0asm"), "{head}");
    assert!(server.get("/consent/nothing.js").0.starts_with("http/1.1 404"));
}

#[test]
fn an_edit_shows_at_the_next_load_and_a_fault_shows_in_the_page() {
    let place = a_notice();
    let policy = place.path().join("privacy/en.md");
    let before = fs::read_to_string(&policy).unwrap();
    let server = Server::start(&[], place.path());
    assert!(!server.text("/consent/index.html").contains("Sparrows"));

    fs::write(&policy, before.clone() + "\n## Sparrows {#sparrows}\n\nThey visit.\n").unwrap();
    assert!(server.text("/consent/index.html").contains("Sparrows"));

    fs::write(&policy, before + "\n<b>bold</b>\n").unwrap();
    let page = server.text("/");
    assert!(page.contains("raw HTML is refused"), "{page}");
    assert!(!page.contains("<b>"), "what is wrong is shown, not run");
    assert!(server.get("/consent/consent.js").0.starts_with("http/1.1 404"));
}

#[test]
fn a_site_is_served_as_it_is() {
    let place = tempfile::tempdir().unwrap();
    fs::create_dir(place.path().join("site")).unwrap();
    fs::write(place.path().join("site/index.html"), "<h1>Mine</h1>").unwrap();
    let server = Server::start(&["--site", "site"], place.path());
    assert_eq!(server.text("/"), "<h1>Mine</h1>");
    assert!(server.get("/").0.contains("cache-control: no-store"));
}

#[test]
fn nothing_to_serve_is_told_at_once() {
    let place = tempfile::tempdir().unwrap();
    for args in [&["serve"][..], &["serve", "--site", "nowhere"]] {
        let output = Command::new(env!("CARGO_BIN_EXE_sudare"))
            .args(args)
            .current_dir(place.path())
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(2));
        assert_eq!(String::from_utf8(output.stderr).unwrap().trim().lines().count(), 1);
    }
}
