import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";
import { bundled, minifiedBoot } from "./minify.mjs";
import { compiled, consentJs } from "../tests/boot/fixture.mjs";
const code = await minifiedBoot(await bundled("main.ts", "iife", { __SUDARE_BASE__: '""' }));
const [b, a] = readFileSync(new URL("../target/boot/consent.js", import.meta.url), "utf8").trim().split("__SUDARE__");
const dataOf = (w) => w.trim().slice(b.length, -a.length);
// seeded
let seed = 7; const rnd = () => { const x = Buffer.alloc(32); for (let i = 0; i < 32; i++) x[i] = (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) >>> 24; return x.toString("base64url"); };
let data = dataOf(consentJs(compiled()));
const br = (t) => brotliCompressSync(t, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
const sizes = Array.from({ length: 60 }, (_, i) => br(code.replace("__SUDARE__", () => i ? data.replace(/(?<![\w-])[\w-]{43}(?![\w-])/g, rnd) : data)));
console.log(code.length, "own", sizes[0], "mean", (sizes.reduce((x, y) => x + y) / 60).toFixed(1), "max", Math.max(...sizes), "over", sizes.filter((x) => x > 5120).length);
