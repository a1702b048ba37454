// Builds the boot script, src/boot/*.ts → target/boot/consent.js, and minifies the style sheets
// beside it: first-layer.css, which the compiler puts into consent.js with its data, and notice.css,
// which goes into the widget and the static page.

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";
import { minify } from "terser";

const root = fileURLToPath(new URL("..", import.meta.url));
const out = `${root}target/boot/`;
// Where the compiler puts its data; more than one would double the data, none would lose it.
const PLACE = "__SUDARE__";
// Every engine of the last five years; what is newer is feature-detected.
const target = "es2021";

const bundle = await build({
    entryPoints: [`${root}src/boot/main.ts`],
    bundle: true,
    minifySyntax: true,
    format: "iife",
    target,
    charset: "utf8",
    write: false,
    // The budget is what every visit pays; "use strict" changes nothing for this code.
    tsconfigRaw: {},
});
// terser inlines across the modules what esbuild leaves apart: four per cent of the whole.
const small = await minify(bundle.outputFiles[0].text, {
    ecma: 2020,
    toplevel: true,
    compress: { passes: 3, pure_getters: true, unsafe_arrows: true },
    format: { ascii_only: false },
});
const script = small.code.trim();
const places = script.split(PLACE).length - 1;
if (places !== 1) throw new Error(`consent.js has ${places} places for the compiled data, not one`);

await mkdir(out, { recursive: true });
await writeFile(`${out}consent.js`, `${script}\n`);
for (const name of ["first-layer.css", "notice.css"]) {
    const css = await readFile(`${root}styles/${name}`, "utf8");
    // No target here: esbuild would lower light-dark() and double the colours.
    const sheet = await transform(css, { loader: "css", minify: true, charset: "utf8" });
    await writeFile(`${out}${name}`, sheet.code.trim());
}
