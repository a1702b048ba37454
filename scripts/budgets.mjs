// Byte budgets are gates: they are exact. Sizes are brotli at full strength.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 };
const folder = "dist/consent";
const sizeOf = (pattern) =>
    readdirSync(folder)
        .filter((name) => pattern.test(name))
        .reduce(
            (sum, name) => sum + brotliCompressSync(readFileSync(`${folder}/${name}`), { params }).length,
            0,
        );

// Without Rust's own sources the standard library comes as it is, and that is larger.
const sysroot = execFileSync("rustc", ["--print", "sysroot"], { encoding: "utf8" }).trim();
const small = !process.env.SUDARE_STABLE && existsSync(`${sysroot}/lib/rustlib/src/rust/library`);
const widget = small ? 66 : 75;

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
