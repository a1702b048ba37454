// The decision by topic: tests/vectors/*.json, each case a sentence. Rust asks the same of itself
// (tests/vectors.rs) and leaves the notices of the sketches, compiled, for here.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { prepare } from "./page.mjs";

const TOPICS = new URL("../vectors/", import.meta.url);
const SKETCHES = new URL("../../target/vectors/sketches.json", import.meta.url);

const NOW = Date.UTC(2026, 10, 21, 12);
const UNITS = { days: 86_400_000, minutes: 60_000, ms: 1 };

const plain = (value) => JSON.parse(JSON.stringify(value));

/** `{"days": -1}`, `{"minutes": 6}` and `{"ms": 1}` are times, from now on. */
const atTime = (value) => {
    const [unit, count] = Object.entries(value ?? {})[0] ?? [];
    return Object.hasOwn(UNITS, unit ?? "") && typeof count === "number" ? NOW + count * UNITS[unit] : value;
};

/**
 * The text that lies in storage: as it is written in the case, or a sound record of yesterday with
 * changes, or a text repeated.
 */
const storedText = (stored, [id, , revision, , , , , , purposes, services]) => {
    if (stored === null || typeof stored === "string") return stored;
    if (stored.repeat) return stored.repeat.repeat(stored.times);
    const { without, ...changes } = stored;
    const record = {
        v: 2,
        id: "0123456789abcdef",
        notice: id,
        revision,
        text: "t",
        lang: "en",
        source: "notice",
        at: NOW - UNITS.days,
        until: NOW + 99 * UNITS.days,
        choices: {},
        known: [...purposes, ...services].map(([id]) => id),
        past: [],
    };
    for (const [key, value] of Object.entries(changes)) record[key] = atTime(value);
    delete record[without];
    return JSON.stringify(record);
};

/** Every part of what is expected is there, and as expected. */
const hold = (found, expected, place) => {
    for (const [key, part] of Object.entries(expected)) {
        if (typeof part === "object" && part) hold(found[key], part, `${place} ${key}:`);
        else assert.deepEqual(found[key], part, `${place} ${key}`);
    }
};

const run = (consentFor, compiled, { stored = null, region = null, gpc = false, ...asked }) => {
    const storage = new Map();
    const text = storedText(stored, compiled);
    if (text !== null) storage.set(compiled[1], text);
    const consent = consentFor({ storage, gpc, region, now: NOW });
    hold(plain(consent.get()), asked.expect, "snapshot");
    if (!asked.set) return;
    consent.set(asked.set, asked.source);
    const record = JSON.parse(storage.get(compiled[1]));
    for (const [key, part] of Object.entries(asked.recorded ?? {})) {
        assert.deepEqual(record[key], atTime(part), `recorded: ${key}`);
    }
    hold(plain(consent.get()), asked.then ?? {}, "then");
    const unusable = ["recovered", "expired"].includes(asked.expect.reprompt);
    assert.equal(storage.get(compiled[1] + ".aside"), unusable ? text : undefined, "aside");
};

const sketches = (() => {
    try {
        return JSON.parse(readFileSync(SKETCHES, "utf8"));
    } catch (cause) {
        throw Error(`${SKETCHES.pathname}: ${cause.message}; the Rust tests write it, run them first`);
    }
})();

for (const file of readdirSync(TOPICS)) {
    const topic = file.replace(".json", "");
    const { about, cases } = JSON.parse(readFileSync(new URL(file, TOPICS), "utf8"));
    test(`${topic}: ${about}`, async (t) => {
        const pages = Object.fromEntries(
            Object.entries(sketches[topic]).map(([name, compiled]) => [name, prepare(compiled)]),
        );
        for (const asked of cases) {
            await t.test(asked.says, () => run(pages[asked.notice], sketches[topic][asked.notice], asked));
        }
    });
}
