// The named functions that a first visit runs stand in parentheses, so that they are compiled with the
// script and not read twice: AT_ONCE in scripts/minify.mjs is the list. No others do: what is compiled
// is held in memory, on every page.

import assert from "node:assert/strict";
import { Session } from "node:inspector/promises";
import { test } from "node:test";
import { compiled, consentJs } from "./fixture.mjs";
import { visit } from "./page.mjs";

/** Two more bytes on every visit are worth it from about here. */
const LONG = 40;

/** The functions of the script that have a name, and whether a first visit runs them. */
const functionsOfAFirstVisit = async () => {
    const session = new Session();
    session.connect();
    await session.post("Profiler.enable");
    await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: false });
    const page = visit(compiled());
    assert.ok(page.window.document.querySelector("sudare-choice"), "the visitor is asked");
    const { result } = await session.post("Profiler.takePreciseCoverage");
    session.disconnect();
    const script = consentJs(compiled());
    const [{ functions }] = result.filter(({ functions: [whole] }) => {
        const [{ startOffset, endOffset }] = whole.ranges;
        return startOffset === 0 && endOffset === script.length;
    });
    return functions
        .map(({ ranges: [{ startOffset, endOffset, count }] }) => ({
            runs: count > 0,
            text: script.slice(startOffset, endOffset),
            before: script.slice(0, startOffset).match(/[\w$]+=\(?$/)?.[0],
        }))
        .filter(({ before }) => before);
};

test("what a first visit runs is compiled with the script, and nothing else is", async () => {
    const functions = await functionsOfAFirstVisit();
    assert.ok(functions.length > 40, `${functions.length} functions were seen`);
    const early = functions.filter(({ before }) => before.endsWith("("));
    assert.ok(early.length > 10, `${early.length} stand in parentheses`);
    const shown = (which) => which.map(({ before, text }) => before + text);
    assert.deepEqual(shown(early.filter(({ runs }) => !runs)), [], "do not run on a first visit");
    const late = functions.filter(({ runs, before, text }) => {
        return runs && !before.endsWith("(") && text.length >= LONG;
    });
    assert.deepEqual(shown(late), [], "run on a first visit, and are read twice");
});
