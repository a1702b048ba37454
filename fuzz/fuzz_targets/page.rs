//! Pages: whatever stands between the tags, nothing panics, no word is lost, and the result stays as it is.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../promise.rs"]
mod promise;

fuzz_target!(|text: &str| promise::kept(&format!("<!doctype html><title>Privacy</title>{text}")));
