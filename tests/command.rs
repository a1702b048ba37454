//! The command line as a stranger finds it: help, manual, completions, colours, exit codes.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::path::Path;
use std::process::{Command, Output};

const TASKS: [&str; 9] =
    ["init", "import", "check", "explain", "build", "diff", "serve", "completions", "manual"];

fn sudare(args: &[&str], within: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_sudare")).args(args).current_dir(within).output().unwrap()
}

fn said(args: &[&str]) -> String {
    let place = tempfile::tempdir().unwrap();
    let output = sudare(args, place.path());
    assert!(output.status.success(), "{args:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_help_says_where_to_begin_and_what_each_command_does() {
    let help = said(&["--help"]);
    for task in TASKS {
        assert!(help.contains(&format!("  {task} ")), "{task}: {help}");
        let own = said(&[task, "--help"]);
        assert!(own.contains("Usage: sudare"), "{own}");
    }
    assert!(help.contains("To begin:") && help.contains("Exit codes:"), "{help}");
    assert!(help.lines().count() < 50, "short enough for a screen");
}

#[test]
fn the_manual_has_a_chapter_for_each_command() {
    let manual = said(&["manual"]);
    assert!(manual.contains(".TH sudare 1"), "{manual}");
    for task in TASKS {
        assert!(manual.contains(&format!("\n.SH \"SUDARE {}\"\n", task.to_uppercase())), "{task}");
    }
}

#[test]
fn each_shell_completes_each_command() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let text = said(&["completions", shell]);
        for task in TASKS {
            assert!(text.contains(task), "{shell}: {task}");
        }
    }
    let place = tempfile::tempdir().unwrap();
    assert_eq!(sudare(&["completions", "cmd"], place.path()).status.code(), Some(2));
}

#[test]
fn a_pipe_gets_no_colours_and_no_progress() {
    let place = tempfile::tempdir().unwrap();
    assert!(sudare(&["init"], place.path()).status.success());
    for args in [&["check"][..], &["build"], &["build", "--json"]] {
        let output = sudare(args, place.path());
        for said in [output.stdout, output.stderr] {
            let said = String::from_utf8(said).unwrap();
            assert!(!said.contains('\u{1b}') && !said.contains('\r'), "{args:?}: {said}");
        }
    }
}

/// `script` runs a command on a terminal of its own.
fn on_a_terminal(args: &str, no_color: bool, within: &Path) -> Option<String> {
    let mut command = Command::new("script");
    let line = format!("{} {args}", env!("CARGO_BIN_EXE_sudare"));
    command.args(["-qec", &line, "/dev/null"]).current_dir(within).env("TERM", "xterm");
    command.env_remove("NO_COLOR").env_remove("CLICOLOR");
    if no_color {
        command.env("NO_COLOR", "1");
    }
    let output = command.output().ok()?;
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

#[test]
fn a_terminal_gets_colours_unless_no_color_is_set() {
    let place = tempfile::tempdir().unwrap();
    assert!(sudare(&["init"], place.path()).status.success());
    // Where there is no `script`, there is no terminal to try it on.
    let Some(coloured) = on_a_terminal("check", false, place.path()) else { return };
    assert!(coloured.contains("\u{1b}[") && coloured.contains("placeholder"), "{coloured}");
    let plain = on_a_terminal("check", true, place.path()).unwrap();
    assert!(!plain.contains("\u{1b}[") && plain.contains("placeholder"), "{plain}");
}

#[test]
fn the_exit_code_is_0_when_fine_1_for_the_notice_and_2_for_wrong_use() {
    let place = tempfile::tempdir().unwrap();
    let code = |args: &[&str]| sudare(args, place.path()).status.code();
    for fine in [&["init"][..], &["check"], &["build"], &["explain"], &["manual"]] {
        assert_eq!(code(fine), Some(0), "{fine:?}");
    }
    std::fs::write(place.path().join("privacy/en.md"), "# N\n\n<b>x</b>\n").unwrap();
    for problem in
        [&["check"][..], &["build"], &["build", "--json"], &["check", "--format", "sarif"]]
    {
        assert_eq!(code(problem), Some(1), "{problem:?}");
    }
    for wrong in [&[][..], &["chek"], &["check", "nowhere"], &["build", "--fast"], &["init"]] {
        assert_eq!(code(wrong), Some(2), "{wrong:?}");
    }
}

#[test]
fn what_is_no_policy_gets_one_line_and_exit_code_1_and_nothing_is_written() {
    let place = tempfile::tempdir().unwrap();
    let name = |name: &str| place.path().join(name);
    let files: [(&str, &[u8]); 7] = [
        ("a.pdf", b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"),
        ("a.png", b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR"),
        ("a.zip", b"PK\x03\x04\x14\0\0\0\0\0privacy.txt"),
        ("empty.txt", b""),
        ("binary", b"privacy policy\0\x01\x02\xFF"),
        ("recipe.html", b"<html><title>Soup</title><p>Boil a carrot.</p><p>Eat it.</p></html>"),
        ("login.html", b"<html><form><input type=password><button>Log in</button></form></html>"),
    ];
    for (file, bytes) in files {
        std::fs::write(name(file), bytes).unwrap();
    }
    // 200 MB that take no room on the disk.
    std::fs::File::create(name("large.txt")).unwrap().set_len(200_000_000).unwrap();
    for file in files.iter().map(|(file, _)| *file).chain(["large.txt"]) {
        let output = Command::new(env!("CARGO_BIN_EXE_sudare"))
            .args(["import", file, "-o", "made"])
            .current_dir(place.path())
            .output()
            .unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{file}: {said}");
        assert!(said.starts_with("sudare: ") && said.lines().count() == 1, "{file}: {said}");
        assert!(said.contains("seems to") || said.contains("has no words"), "{file}: {said}");
        assert!(output.stdout.is_empty() && !name("made").exists(), "{file}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn what_could_not_be_said_is_a_failure() {
    let place = tempfile::tempdir().unwrap();
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_sudare"))
        .args(["explain", "draft"])
        .current_dir(place.path())
        .stdout(full)
        .stderr(std::process::Stdio::piped())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("standard output"));
}
