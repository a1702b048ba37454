// Holds the bytes that docs/limit.md cites against what is built now: a page of figures that nobody
// holds goes out of date. Within a hundredth: hashes make a build some bytes lighter or heavier by luck,
// and the row of little else has others in their place, the same for every build.
//
//     node bench/limit.mjs

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { isBuiltAlong } from "../scripts/std.mjs";
import { brotli } from "./server.mjs";
import { buildOwn, root } from "./sudare.mjs";

const TOLERANCE = 0.01;
/** Places in the compiled data (docs/contracts.md). */
const [SPEECHES, CSS] = [11, 12];
const [NAMES, WORDS] = [3, 7];

const files = buildOwn();
const whole = files["consent.js"].toString().trim();
const [before, after] = readFileSync(`${root}target/boot/consent.js`, "utf8").trim().split("__SUDARE__");
const compiled = JSON.parse(whole.slice(before.length, -after.length));
const [speech] = Object.values(compiled[SPEECHES]);
const said = [...speech.slice(NAMES, WORDS).flat(), ...speech[WORDS]];
const rest = [...compiled.slice(0, SPEECHES), speech.slice(0, NAMES), ...compiled.slice(CSS + 1)];

/** A text with other hashes for those that it has. */
const withOtherHashes = (text) => {
    let number = 0;
    return text.replace(/(?<=")[\w-]{43}(?=")/g, () =>
        createHash("sha256")
            .update(`${(number += 1)}`)
            .digest("base64url"),
    );
};

/** The bytes of a text, and after brotli. */
const both = (text) => [Buffer.byteLength(text), brotli(text).length];
const compressed = (pattern) => {
    const [name] = Object.keys(files).filter((name) => pattern.test(name));
    return brotli(files[name]).length;
};

/** What stands in a row of the page, by how the row begins. */
const ROWS = {
    "| bytes on the line": [compressed(/^consent\.js$/), compressed(/^consent\.inline\.js$/)],
    "| the owner's words": [Buffer.byteLength(said.join("")), brotli(said.join("\n")).length],
    "| the style sheet": both(compiled[CSS]),
    "| the script": both(before + after),
    "| ids,": both(withOtherHashes(JSON.stringify(rest))),
    "| together": both(whole),
    // With the standard library as it comes the widget is larger.
    ...(isBuiltAlong && {
        "| 7": [/\.wasm$/, /^widget.*\.js$/, /^notice.*\.json$/].map(compressed),
    }),
};

const page = readFileSync(`${root}docs/limit.md`, "utf8").split("\n");
const wrong = Object.entries(ROWS).flatMap(([start, sizes]) => {
    const row = page.find((line) => line.startsWith(start)) ?? "";
    // Those of a thousand and more are written with a comma; shorter ones may be of anything else.
    const written = [...row.matchAll(/\b\d{1,3}(?:,\d{3})+\b|\b\d{3}\b/g)].map(
        ([text]) => +text.replace(",", ""),
    );
    const fits = (size) => written.some((its) => Math.abs(its - size) <= size * TOLERANCE);
    return sizes.every(fits)
        ? []
        : [`${row || start}\n    is ${sizes.map((size) => size.toLocaleString("en")).join(", ")}`];
});
if (wrong.length) {
    console.error(`limit: docs/limit.md is out of date:\n${wrong.join("\n")}`);
    process.exit(1);
}
console.error("limit: the bytes in docs/limit.md are those that are built");
