//! Plain lines: the same promise.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../promise.rs"]
mod promise;

fuzz_target!(|text: &str| promise::kept(&format!("Privacy\n\n1. Data\n\n{text}\n\n2. Use\n\nWe use it.\n")));
