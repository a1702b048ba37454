// Runs the end-to-end tests in each engine, one engine after the other.
//
//     node tests/browser/run.mjs [chromium] [firefox] [webkit]

import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const wanted = process.argv.slice(2);
const engines = wanted.length ? wanted : ["chromium", "firefox", "webkit"];
const files = readdirSync(here)
    .filter((name) => name.endsWith(".test.mjs"))
    .map((name) => here + name);

const counts = {};
for (const engine of engines) {
    const { stdout, status } = spawnSync(
        process.execPath,
        ["--test", "--test-concurrency=1", "--test-reporter=spec", ...files],
        { env: { ...process.env, ENGINE: engine }, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] },
    );
    process.stdout.write(stdout);
    const count = (what) => Number(stdout.match(new RegExp(`^ℹ ${what} (\\d+)`, "m"))?.[1] ?? 0);
    counts[engine] = { passed: count("pass"), failed: count("fail"), skipped: count("skipped") };
    if (status || !counts[engine].passed) process.exitCode = 1;
}
console.table(counts);
