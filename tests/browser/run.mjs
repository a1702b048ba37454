// Runs the end-to-end tests in each engine, one engine after the other.
//
//     node tests/browser/run.mjs [chromium] [firefox] [webkit]
//
// A browser that ended by itself while a file of tests ran (its driver knows no session any more)
// has answered nothing: that file, and no other, is run once more with a new browser, and the table
// says how many there were. The same goes, once, for a file that failed in WebKit over the line with
// which a notice whose wasm has trapped tells that it is started afresh: see CHANGELOG, known faults.
// Whatever else fails has failed.

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** So many browsers may end by themselves in one engine's tests. */
const LOSSES = 3;
/** So many traps of WebKit's, from which the notice has recovered, may fail a file that wants silence. */
const TRAPS = 1;
const TRAPPED = /is started afresh: RuntimeError/;

const here = fileURLToPath(new URL(".", import.meta.url));
const wanted = process.argv.slice(2);
const engines = wanted.length ? wanted : ["chromium", "firefox", "webkit"];
const files = readdirSync(here).filter((name) => name.endsWith(".test.mjs"));

/** Runs one file in one engine: what came of it, and whether the browser was there until the end. */
const run = (engine, file) => {
    const folder = mkdtempSync(join(tmpdir(), "sudare-run-"));
    const LOST = join(folder, "lost");
    const { stdout, status } = spawnSync(process.execPath, ["--test", "--test-reporter=spec", here + file], {
        env: { ...process.env, ENGINE: engine, LOST },
        encoding: "utf8",
        stdio: ["ignore", "pipe", "inherit"],
    });
    const lost = existsSync(LOST);
    rmSync(folder, { recursive: true });
    process.stdout.write(stdout);
    const count = (what) => Number(stdout.match(new RegExp(`^ℹ ${what} (\\d+)`, "m"))?.[1] ?? 0);
    const counts = { passed: count("pass"), failed: count("fail"), skipped: count("skipped") };
    const trapped = engine === "webkit" && TRAPPED.test(stdout);
    return { ...counts, broken: status !== 0, lost, trapped };
};

const table = {};
for (const engine of engines) {
    const sum = { passed: 0, failed: 0, skipped: 0, "browsers lost": 0, "traps met": 0 };
    for (const file of files) {
        let result = run(engine, file);
        if (result.broken && result.lost && sum["browsers lost"] < LOSSES) {
            sum["browsers lost"] += 1;
            console.log(`${engine} ended by itself in ${file}; once more`);
            result = run(engine, file);
        }
        if (result.broken && result.trapped && sum["traps met"] < TRAPS) {
            sum["traps met"] += 1;
            console.log(`${engine} trapped in ${file}, and the notice told of it; once more`);
            result = run(engine, file);
        }
        for (const what of ["passed", "failed", "skipped"]) sum[what] += result[what];
        if (result.broken) process.exitCode = 1;
    }
    if (!sum.passed) process.exitCode = 1;
    table[engine] = sum;
}
console.table(table);
