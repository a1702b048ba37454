// Broken worlds: in each the outcome is stated in docs/faults.md, nothing is allowed that nobody
// allowed, nothing is lost that was chosen, and nothing is thrown.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { files } from "./faults/files.mjs";
import { program } from "./faults/program.mjs";
import { visits } from "./faults/visits.mjs";
import { built, FILES, watched } from "./faults/world.mjs";
import { engine, start } from "./harness.mjs";

const table = readFileSync(new URL("../../docs/faults.md", import.meta.url), "utf8");
const rows = [...table.matchAll(/^\| (.+?: .+?) \| .+ \|$/gm)].map(([, name]) => name);
const cases = { ...files, ...program, ...visits };

test("each row of docs/faults.md has its test, and each test its row", () => {
    assert.deepEqual(rows, Object.keys(cases));
});

test("the figures in docs/faults.md are those of this run's cases", () => {
    const [, tried] = table.match(new RegExp(`^\\| ${engine} \\| (\\d+) \\| \\d+ \\|$`, "mi"));
    assert.equal(Number(tried), rows.length);
});

describe("in a broken world", () => {
    let world;
    before(async () => {
        world = await start();
        world.site.put(watched(await built(world, FILES.page)), {}, FILES.page);
    });
    after(() => world.stop());
    beforeEach(() => world.newVisitor());
    afterEach(() => world.site.mend());

    for (const [name, act] of Object.entries(cases)) {
        test(name, () => act(world));
    }
});
