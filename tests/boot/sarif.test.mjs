// What `sudare check --format sarif` prints, held against the schema of SARIF 2.1.0 itself: OASIS's, as the crate
// serde-sarif carries it, blanks left out.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import Ajv from "ajv";
import formats from "ajv-formats";

const root = new URL("../..", import.meta.url).pathname;
const schema = JSON.parse(readFileSync(join(root, "tests/fixtures/sarif-2.1.0.schema.json"), "utf8"));
// The schema is looser than the strict mode wishes, and one of its patterns is none with the flag "u".
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
formats(ajv);
const isLog = ajv.compile(schema);

const place = mkdtempSync(join(tmpdir(), "sudare-sarif-"));
after(() => rmSync(place, { recursive: true }));

const checked = (...args) => {
    const tool = process.env.SUDARE ?? join(root, "target/debug/sudare");
    const { stdout } = spawnSync(tool, ["check", ...args, "--format", "sarif"], {
        cwd: place,
        encoding: "utf8",
    });
    return JSON.parse(stdout);
};

test("the log of a notice with errors, warnings and checklists is one by the schema", () => {
    cpSync(join(root, "demo/notices/fern"), join(place, "my privacy"), { recursive: true });
    const policy = join(place, "my privacy/en.md");
    writeFileSync(policy, `${readFileSync(policy, "utf8")}\nSee [it](http://a.test/) and <b>this</b>. 簾\n`);
    const log = checked("my privacy", "--checklist", "all");
    assert.ok(isLog(log), JSON.stringify(isLog.errors, null, 2));
    assert.ok(log.runs[0].results.length > 3);
});

test("so is the log of a sound notice, and of one that cannot be read", () => {
    cpSync(join(root, "demo/notices/fern"), join(place, "sound"), { recursive: true });
    const sound = checked("sound");
    assert.ok(isLog(sound), JSON.stringify(isLog.errors, null, 2));
    cpSync(join(root, "demo/notices/fern"), join(place, "unread"), { recursive: true });
    writeFileSync(join(place, "unread/en.md"), Buffer.from([0x23, 0x20, 0xff, 0xfe]));
    const unread = checked("unread");
    assert.ok(isLog(unread), JSON.stringify(isLog.errors, null, 2));
});

test("the schema is no formality: a level that there is not, a line 0 and a field too many are refused", () => {
    for (const spoil of [
        (result) => (result.level = "fatal"),
        (result) => (result.locations[0].physicalLocation.region.startLine = 0),
        (result) => (result.severity = 1),
        (result) => delete result.message,
    ]) {
        const log = checked("my privacy");
        spoil(log.runs[0].results[0]);
        assert.ok(!isLog(log));
    }
});
