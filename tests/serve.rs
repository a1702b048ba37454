//! `sudare serve`: a page with the notice, and what it shows of a notice that is not sound.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

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

/// The events of an open page, one after the other.
struct Events(BufReader<TcpStream>);

impl Events {
    fn of(server: &Server) -> Self {
        let mut stream = TcpStream::connect(&server.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
        write!(stream, "GET /sudare/events HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
        Self(BufReader::new(stream))
    }

    /// The next event's data.
    fn next(&mut self) -> serde_json::Value {
        let patience = Instant::now() + Duration::from_secs(30);
        loop {
            // Lines that only keep the stream open come for ever.
            assert!(Instant::now() < patience, "no event came");
            let mut line = String::new();
            assert!(self.0.read_line(&mut line).unwrap() > 0, "the stream has ended");
            if let Some(data) = line.strip_prefix("data: ") {
                return serde_json::from_str(data).unwrap();
            }
        }
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
    assert!(server.text("/").contains("<script src=\"/consent/consent.js\" nonce="));
    let script = server.text("/consent/consent.js");
    // The last hash in it is the wasm's.
    let in_names = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
    let is_hash = |string: &&str| string.len() == 43 && string.bytes().all(in_names);
    let hash = script.split('"').rfind(is_hash).unwrap();
    let (head, body) = server.get(&format!("/consent/widget.{hash}.wasm"));
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
fn an_open_page_hears_of_each_edit() {
    let place = a_notice();
    let policy = place.path().join("privacy/en.md");
    let before = fs::read_to_string(&policy).unwrap();
    let server = Server::start(&[], place.path());
    let mut events = Events::of(&server);
    let first = events.next();
    assert_eq!(first["sound"], true);
    assert!(server.text("/").contains(&format!("data-stamp={}", first["stamp"])));

    fs::write(&policy, before.clone() + "\n<b>bold</b>\n").unwrap();
    let mut second = events.next();
    while second["sound"] == true {
        // An empty file in between, as the system happened to see it, is an edit as well.
        second = events.next();
    }
    assert_ne!(second["stamp"], first["stamp"]);
    let faults = second["faults"].as_str().unwrap();
    assert!(faults.contains("error[") && !faults.contains('\u{1b}'), "{faults}");

    fs::write(&policy, before).unwrap();
    let mut third = events.next();
    while third["sound"] == false {
        third = events.next();
    }
    assert_eq!(third["stamp"], first["stamp"], "the same words are the same notice");
}

#[test]
fn the_toolbar_s_wishes_are_in_the_tag_and_in_a_bundle_of_their_own() {
    let place = a_notice();
    let server = Server::start(&[], place.path());
    let page = server.text("/?region=US-CA&lang=en&gpc=1&layout=corner&revised=1");
    assert!(page.contains("src=\"/as/corner-revised/consent.js\""), "{page}");
    assert!(page.contains("data-region=\"US-CA\" data-lang=\"en\""));
    assert!(page.contains("src=\"/sudare/signal.js\""));
    assert!(page.contains("<option value=\"US-CA\" selected>"));
    assert!(!server.text("/").contains("signal.js"));

    let plain = server.text("/consent/consent.js");
    assert_eq!(server.text("/as/bar/consent.js"), plain, "a bar is what the notice says itself");
    assert_ne!(server.text("/as/corner/consent.js"), plain);
    let revision = |script: &str| script.contains("-and-after");
    assert!(!revision(&plain));
    assert!(revision(&server.text("/as/revised/consent.js")));
}

#[test]
fn the_toolbar_is_in_no_file_of_a_bundle() {
    let place = a_notice();
    let built = Command::new(env!("CARGO_BIN_EXE_sudare"))
        .arg("build")
        .current_dir(place.path())
        .output()
        .unwrap();
    assert!(built.status.success());
    for entry in fs::read_dir(place.path().join("consent")).unwrap() {
        let path = entry.unwrap().path();
        let text = String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned();
        for ours in ["sudare/events", "sudare/serve", "sudare/signal"] {
            assert!(!text.contains(ours), "{}: {ours}", path.display());
        }
    }
}

#[test]
fn the_page_runs_under_a_strict_policy_with_a_nonce_of_its_own() {
    let place = a_notice();
    let server = Server::start(&[], place.path());
    let nonce = || {
        let (head, body) = server.get("/");
        let policy =
            head.lines().find(|line| line.starts_with("content-security-policy:")).unwrap();
        assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe-inline"));
        assert!(policy.contains("require-trusted-types-for 'script'"));
        let nonce = policy.split("'nonce-").nth(1).unwrap().split('\'').next().unwrap().to_owned();
        let page = String::from_utf8(body).unwrap();
        assert_eq!(
            page.matches("<script").count(),
            page.matches(&format!("nonce=\"{nonce}\"")).count()
        );
        nonce
    };
    assert_ne!(nonce(), nonce());
}

#[test]
fn a_wish_that_is_no_tag_is_not_put_into_the_page() {
    let place = a_notice();
    let server = Server::start(&[], place.path());
    let page =
        server.text("/?region=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&lang=%22x&layout=%3Cb%3E");
    assert!(!page.contains("alert(1)") && !page.contains("<b>"), "{page}");
    assert!(page.contains("src=\"/consent/consent.js\""));
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
