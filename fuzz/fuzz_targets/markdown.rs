//! Markdown: the same promise.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../promise.rs"]
mod promise;

fuzz_target!(|text: &str| promise::kept(&format!("# Privacy\n\n## Cookies\n\n{text}")));
