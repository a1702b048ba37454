// How an engine is told that nearly all of the widget's script runs when a notice opens.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const SCRIPT = new URL("../../target/widget/widget.js", import.meta.url);

test("the widget's script asks, before everything else, to be compiled as it comes", () => {
    // Anywhere else an engine passes over it: https://v8.dev/blog/explicit-compile-hints.
    assert.match(readFileSync(SCRIPT, "utf8"), /^\/\/# allFunctionsCalledOnLoad\n/);
});
