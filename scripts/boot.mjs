// Builds the boot script, src/boot/*.ts → target/boot/consent.js, and that to be put into a page itself,
// target/boot/inline.js, its optional parts,
// src/boot/parts/*.ts → target/boot/parts/*.js, and minifies the style sheets beside it:
// first-layer/*.css, of which the compiler puts what a notice's look needs into consent.js with its
// data; notice.css, which goes into the widget and the static page; and page.css, the page's own. src/boot/later and
// src/browser/keeper.ts become later.js and keeper.js, modules that scripts/glue.mjs puts into the widget's;
// src/page/*.ts → target/boot/page.js, the static page's own.

import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { transform } from "esbuild";
import { bundled, minified, minifiedBoot } from "./minify.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const out = `${root}target/boot/`;
// Where the compiler puts its data; more than one would double the data, none would lose it.
const PLACE = "__SUDARE__";
// Where the compiler puts the address of the folder, in the script that has none of its own.
const BASE = "__SUDARE_BASE__";

const withOne = (script, name) => {
    const places = script.split(name).length - 1;
    if (places !== 1) throw new Error(`the boot script has ${places} places for ${name}, not one`);
    return script;
};
await mkdir(`${out}parts`, { recursive: true });
const script = await minifiedBoot(await bundled("main.ts", "iife", { [BASE]: '""' }));
await writeFile(`${out}consent.js`, `${withOne(script, PLACE)}\n`);
const inline = await minifiedBoot(await bundled("main.ts", "iife"));
await writeFile(`${out}inline.js`, `${withOne(withOne(inline, PLACE), BASE)}\n`);

for (const entry of ["later/later.ts", "../browser/keeper.ts"]) {
    const module = await bundled(entry, "esm");
    await writeFile(`${out}${basename(entry, ".ts")}.js`, module);
}

// What a part exports, as an expression that the compiler can put into its literal.
const EXPORT = /export \{\s*(\w+) as default\s*\};\s*$/;
// What they share, and no part itself.
const SHARED = ["part.ts"];
for (const file of await readdir(`${root}src/boot/parts`)) {
    if (SHARED.includes(file)) continue;
    const module = await bundled(`parts/${file}`, "esm");
    if (!EXPORT.test(module)) throw new Error(`${file} exports no part`);
    // Everything of the part's within one function, whose name only serves to take it off again.
    const code = await minified(`PART = () => {${module.replace(EXPORT, "return $1;")}}`);
    const part = `(${code.replace(/^PART=|;$/g, "")})()`;
    if (part.includes(PLACE)) throw new Error(`${file} reaches for the compiled data`);
    // The literal stands in a script that may stand in a page.
    if (/<[/!]/.test(part)) throw new Error(`${file} could end the script that holds it`);
    await writeFile(`${out}parts/${file.replace(/ts$/, "js")}`, part);
}

// The static page's own script: it is no part of consent.js.
const pageScript = await minified(await bundled("../page/main.ts", "iife"));
await writeFile(`${out}page.js`, `${pageScript}\n`);

await mkdir(`${out}first-layer`, { recursive: true });
const pieces = (await readdir(`${root}styles/first-layer`)).map((name) => `first-layer/${name}`);
for (const name of [...pieces, "notice.css", "page.css"]) {
    const css = await readFile(`${root}styles/${name}`, "utf8");
    // No target here: esbuild would lower light-dark() and double the colours.
    const sheet = await transform(css, { loader: "css", minify: true, charset: "utf8" });
    await writeFile(`${out}${name}`, sheet.code.trim());
}
