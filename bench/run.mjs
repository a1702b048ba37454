// `make bench`: Sudare and others side by side, growth, and the build. Results go to bench/results.
//
//     node bench/run.mjs [--quick] [--rounds N] [--only rivals|scale|build]

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { arch, cpus, hostname, loadavg, release, totalmem, type } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { measureBuild } from "./build.mjs";
import { bars, lines } from "./plot.mjs";
import { measureAll, putUp } from "./rivals.mjs";
import { measureScale } from "./scale.mjs";
import { Server } from "./server.mjs";
import { executable, root } from "./sudare.mjs";
import { report } from "./table.mjs";
import { launch } from "./visit.mjs";

const { values: options } = parseArgs({
    options: { quick: { type: "boolean" }, rounds: { type: "string" }, only: { type: "string" } },
});
const quick = options.quick ?? false;
const rounds = Number(options.rounds ?? (quick ? 1 : 9));
const wanted = (part) => !options.only || options.only === part;
const say = (text) => console.error(`bench: ${text}`);

if (!executable) {
    console.error("bench: there is no sudare; `make bench` builds it");
    process.exit(2);
}

const date = new Date().toISOString().slice(0, 10);
const browser = await launch();
const versions = {
    Chromium: browser.version(),
    "Node.js": process.version.slice(1),
    Sudare: execFileSync("git", ["describe", "--always", "--dirty"], { cwd: root, encoding: "utf8" }).trim(),
};
const machine = {
    date,
    name: hostname(),
    system: `${type()} ${release()} ${arch()}`,
    processor: cpus()[0].model.trim(),
    cores: cpus().length,
    memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
    load: loadavg()[0].toFixed(1),
};

const stem = fileURLToPath(new URL(`results/${date}-${machine.name}`, import.meta.url));
// A run of one part renews that part of the day's results.
const earlier =
    options.only && existsSync(`${stem}.json`) ? JSON.parse(readFileSync(`${stem}.json`, "utf8")) : {};
const server = await Server.start();
const result = { subjects: [], ...earlier, machine, versions: { ...earlier.versions, ...versions } };
try {
    if (wanted("rivals")) {
        const subjects = putUp(server, quick);
        for (const { name, version } of subjects) if (version !== "this one") result.versions[name] = version;
        result.subjects = await measureAll(browser, subjects, rounds, say);
        result.rounds = rounds;
        result.load = machine.load;
    }
    if (wanted("scale")) result.scale = await measureScale(browser, server, quick, say);
    if (wanted("build")) result.build = measureBuild(quick, say);
} finally {
    await browser.close();
    server.stop();
}

result.conditions =
    `Medians of ${result.rounds ?? "several"} interleaved rounds; headless Chromium, processor 4× slower, 1.6 Mbit/s with 150 ms, ` +
    "brotli at full strength from a local server. The growth and the hot loop are not on the slow line, the hot " +
    "loop and the build not on the slow processor.";

const text = report(result);
console.log(text);
// A quick run shows that it runs; its numbers are worth nothing.
if (!quick) {
    mkdirSync(fileURLToPath(new URL("results/", import.meta.url)), { recursive: true });
    writeFileSync(`${stem}.json`, `${JSON.stringify(result, null, 2)}\n`);
    writeFileSync(`${stem}.md`, text);
    if (result.subjects.length) {
        writeFileSync(
            `${stem}.svg`,
            bars(`Sudare beside others, ${date}, ${machine.processor}`, result.subjects),
        );
    }
    const growth = [...(result.scale ?? []), ...(result.build ? [result.build.growth] : [])].filter(
        ({ sizes }) => sizes.length > 1,
    );
    if (growth.length)
        writeFileSync(`${stem}-growth.svg`, lines(`Growth, ${date}, ${machine.processor}`, growth));
    say(`wrote ${stem}.{json,md,svg}`);
}
