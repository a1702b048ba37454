// What `sudare build` takes, as a process from start to end; and the parser beside pulldown-cmark
// alone (parser.rs).

import { execFileSync } from "node:child_process";
import { existsSync, rmSync, statSync } from "node:fs";
import { madeOfBytes } from "./made.mjs";
import { median } from "./statistics.mjs";
import { executable, root } from "./sudare.mjs";

const out = `${root}target/bench/built`;
const SEEDS = process.env.SUDARE_SEEDS ?? `${root}../shared/seeds`;
const NAMES = ["pixta", "photolibrary", "pixiv", "audiostock", "picocela"];

const sudare = (...args) => execFileSync(executable, args, { stdio: "ignore" });

const timed = (rounds, ...args) =>
    median(
        Array.from({ length: rounds }, () => {
            const began = process.hrtime.bigint();
            sudare(...args);
            return Number(process.hrtime.bigint() - began) / 1e6;
        }),
    );

/** Milliseconds for each folder, in order. */
const parser = (folders) => {
    const bench = ["bench", "--quiet", "--locked", "--profile", "tool", "--bench", "parser", "--"];
    const text = execFileSync("cargo", [...bench, ...folders], {
        cwd: root,
        encoding: "utf8",
        stdio: ["ignore", "pipe", "inherit"],
    });
    return JSON.parse(text.trim().split("\n").at(-1));
};

export const measureBuild = (quick, say) => {
    const rounds = quick ? 1 : 9;
    const sizes = quick ? [100_000] : [100_000, 500_000, 1_000_000, 5_000_000];
    const folders = sizes.map(madeOfBytes);
    const series = [
        {
            name: "build",
            unit: "ms",
            values: folders.map((folder) => timed(rounds, "build", folder, "-o", out)),
        },
        {
            name: "build --no-precompressed",
            unit: "ms",
            values: folders.map((folder) => timed(rounds, "build", folder, "-o", out, "--no-precompressed")),
        },
        { name: "check", unit: "ms", values: folders.map((folder) => timed(rounds, "check", folder)) },
    ];
    say("build");
    if (!quick) {
        const { ours, theirs } = parser(folders);
        series.push(
            { name: "the parser, in one process", unit: "ms", digits: 2, values: ours },
            { name: "pulldown-cmark alone", unit: "ms", digits: 2, values: theirs },
        );
        say("parser");
    }
    const names = existsSync(`${SEEDS}/${NAMES[0]}.txt`) ? NAMES : [];
    const seeds = names.map((name) => {
        const folder = `${root}target/bench/seeds/${name}`;
        rmSync(folder, { recursive: true, force: true });
        sudare("import", `${SEEDS}/${name}.txt`, "-o", folder);
        return { bytes: statSync(`${folder}/en.md`).size, took: timed(rounds, "build", folder, "-o", out) };
    });
    return {
        growth: { of: "bytes of policy", sizes, series },
        seeds: {
            of: "bytes of a seed's policy",
            sizes: seeds.map(({ bytes }) => bytes),
            series: [{ name: "build", unit: "ms", values: seeds.map(({ took }) => took) }],
        },
    };
};
