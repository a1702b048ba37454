// Byte budgets are gates: they are exact. Sizes are brotli at full strength.
import { readFileSync, readdirSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";
import { isBuiltAlong } from "./std.mjs";

const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 };
const folder = "dist/consent";
const sizeOf = (pattern) =>
    readdirSync(folder)
        .filter((name) => pattern.test(name))
        .reduce(
            (sum, name) => sum + brotliCompressSync(readFileSync(`${folder}/${name}`), { params }).length,
            0,
        );

const widget = isBuiltAlong ? 66 : 75;

const budgets = [
    ["consent.js of the demo notice (four purposes, two languages, styles)", /^consent\.js$/, 5120],
    ["the widget, JS and wasm", /^widget\.[\w-]+\.(js|wasm)$/, widget * 1024],
];

for (const [what, pattern, budget] of budgets) {
    const size = sizeOf(pattern);
    const over = size === 0 || size > budget;
    console.log(`${over ? "OVER" : "ok  "} ${String(size).padStart(7)} of ${budget} bytes: ${what}`);
    if (over) process.exitCode = 1;
}
