// What the widget's wasm is not made of. Each of these is kilobytes that a visitor would download for
// nothing: a byte budget says that something came in, this says what. The names are those of the functions
// in target/wasm-bindgen, which the build has left; wasm-opt takes them away.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { isBuiltAlong } from "../../scripts/std.mjs";

const WIDGET = new URL("../../target/wasm-bindgen/release/sudare_bg.wasm", import.meta.url);

/** The names of a module's functions, without the hashes of their crates. */
const namesIn = (wasm) => {
    const sections = WebAssembly.Module.customSections(new WebAssembly.Module(wasm), "name");
    return sections
        .map((names) =>
            Buffer.from(names)
                .toString("latin1")
                .replace(/\[[0-9a-f]+\]/g, ""),
        )
        .join();
};

const UNWANTED = {
    "a JSON reader beside the browser's": /serde_json/,
    "a map with SipHash": /core::hash::sip|hashbrown|std::collections::hash/,
    "format!": /alloc::fmt::format/,
    "printed floats": /flt2dec|core::fmt::float/,
    "read floats": /dec2flt/,
};
/** Where the standard library is built along: elsewhere what is said when it panics has all of it. */
const UNWANTED_IN_RELEASE = {
    "anything that is formatted": /core::fmt/,
    "anything that panics": /panicking/,
    "anything of std's": /std::/,
};

const found = (names, unwanted) => Object.keys(unwanted).filter((what) => unwanted[what].test(names));

test("the widget's wasm carries none of what it has no use for", () => {
    const names = namesIn(readFileSync(WIDGET));
    assert.ok(names.match(/sudare::/g)?.length > 300, "the names are there to be looked through");
    assert.deepEqual(found(names, UNWANTED), []);
    if (isBuiltAlong) assert.deepEqual(found(names, UNWANTED_IN_RELEASE), []);
});

const ALL_OF_IT = `
use std::collections::HashMap;
#[unsafe(no_mangle)]
pub fn all(number: f64, text: &str) -> usize {
    let map = HashMap::from([(text.len(), number)]);
    let read = text.parse::<f64>().unwrap_or(number);
    format!("{read} {:?}", map.get(&(number as usize))).len()
}
`;

test("whatever carries it is found out", () => {
    const folder = mkdtempSync(join(tmpdir(), "sudare-names-"));
    try {
        const wasm = join(folder, "all.wasm");
        const options = [
            "--target=wasm32-unknown-unknown",
            "--crate-type=cdylib",
            "--edition=2024",
            "-O",
            "-Clink-arg=--demangle",
        ];
        execFileSync("rustc", [...options, "-o", wasm, "-"], { input: ALL_OF_IT, stdio: ["pipe", 2, 2] });
        const names = namesIn(readFileSync(wasm));
        const { "a JSON reader beside the browser's": _, ...known } = UNWANTED;
        const all = { ...known, ...UNWANTED_IN_RELEASE };
        assert.deepEqual(found(names, all), Object.keys(all));
    } finally {
        rmSync(folder, { recursive: true });
    }
});
