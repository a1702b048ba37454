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

fn timed<T>(act: impl Fn() -> T) -> f64 {
    let began = Instant::now();
    black_box(act());
    began.elapsed().as_secs_f64() * 1000.0
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
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
        // By turns: whatever else the machine does falls on both.
        let (our_times, their_times) = (0..ROUNDS)
            .map(|_| {
                let ours = timed(|| compile(&folder));
                (ours, timed(|| Parser::new_ext(text, options).into_offset_iter().count()))
            })
            .unzip();
        ours.push(median(our_times));
        theirs.push(median(their_times));
    }
    println!("{}", serde_json::json!({ "ours": ours, "theirs": theirs }));
}
