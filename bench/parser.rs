//! What reading a policy takes beside pulldown-cmark alone: from the folder's bytes to a notice
//! whose every part has been held against the others, and from the same text to events that nobody
//! keeps. Prints one line of JSON: milliseconds for each folder that is named.
#![allow(clippy::unwrap_used, reason = "a bench that cannot read its input has nothing to say")]

use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

use pulldown_cmark::{Options, Parser};
use sudare::notice::source::{Folder, compile};

const ROUNDS: usize = 9;

fn median(act: impl Fn()) -> f64 {
    let mut times: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let began = Instant::now();
            act();
            began.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[ROUNDS / 2]
}

fn main() {
    // Cargo adds `--bench`.
    let folders: Vec<String> = std::env::args().skip(1).filter(|arg| arg != "--bench").collect();
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_HEADING_ATTRIBUTES;
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for folder in &folders {
        let folder = Folder::open(Path::new(folder)).unwrap();
        let text = &folder.file("en.md").unwrap().text;
        ours.push(median(|| {
            black_box(compile(&folder));
        }));
        theirs.push(median(|| {
            black_box(Parser::new_ext(text, options).into_offset_iter().count());
        }));
    }
    println!("{}", serde_json::json!({ "ours": ours, "theirs": theirs }));
}
