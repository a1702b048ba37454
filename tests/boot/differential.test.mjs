// Boot and Rust agree on every reachable state. Rust writes the states with the snapshots that it
// takes of them (`tests/differential.rs`); boot is asked the same.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { prepare } from "./page.mjs";

const FILE = new URL("../../target/vectors/states.json", import.meta.url);

test("boot gives the snapshot that Rust gives, in every state", (t) => {
    let vectors;
    try {
        vectors = JSON.parse(readFileSync(FILE, "utf8"));
    } catch (cause) {
        assert.fail(
            `${FILE.pathname} cannot be read (${cause.message}): the Rust tests write it, run them first`,
        );
    }
    // One notice with its states, or several.
    const notices = Array.isArray(vectors) ? vectors : [vectors];
    let asked = 0;
    for (const { compiled, states } of notices) {
        const consentFor = prepare(compiled);
        for (const { snapshot, ...state } of states) {
            const consent = consentFor(state);
            const given = JSON.parse(JSON.stringify(consent.get()));
            assert.deepEqual(given, snapshot, JSON.stringify(state));
            for (const [id, may] of Object.entries({ ...snapshot.purposes, ...snapshot.services })) {
                assert.equal(consent.get(id), may, id);
            }
            asked += 1;
        }
    }
    t.diagnostic(`${asked} states`);
    assert.ok(asked > 0);
});
