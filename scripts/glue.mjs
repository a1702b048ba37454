// Makes the widget of what wasm-bindgen wrote: only what boot calls, minified, short names between
// module and wasm, functions in an order that compresses; with it what keeps it running,
// src/browser/keeper.ts, its style sheet, and what few visits need, src/boot/later, all of which
// scripts/boot.mjs has built.
//   node scripts/glue.mjs <module> <wasm> <folder>

import { readFile, writeFile } from "node:fs/promises";
import { build } from "esbuild";
import { alike } from "./alike.mjs";
import { minifiedWidget } from "./minify.mjs";
import { shorten } from "./short-names.mjs";

const [from, wasmFrom, folder] = process.argv.slice(2);
const bundled = async (contents) => {
    const { outputFiles } = await build({
        stdin: { contents, resolveDir: process.cwd() },
        bundle: true,
        minifySyntax: true,
        format: "esm",
        charset: "utf8",
        write: false,
    });
    return outputFiles[0].text;
};
const replaceOne = (text, before, after) => {
    const parts = text.split(before);
    if (parts.length !== 2)
        throw new Error(`wasm-bindgen's module has ${parts.length - 1} × ${before}, not one`);
    return parts.join(after);
};

// wasm-bindgen's module is one program, once. As a function it is a fresh one at each call, on code that
// is compiled already, and the keeper stands between it and its wasm.
const CALLED = ["draw", "hide", "mount", "press", "refresh", "show"];
const once = await bundled(`export { default, ${CALLED} } from ${JSON.stringify(from)};`);
const { wasm, module } = shorten(await readFile(wasmFrom), once);
const EXPORTS = /export \{\s*__wbg_init as default,[\s\w,]*\};\s*$/;
if (!EXPORTS.test(module)) throw new Error("wasm-bindgen's module does not end in what it exports");
// For browsers that were old before consent.js could run in them (es2021), and for a caller that there is
// not.
const NEEDLESS = [
    /typeof FinalizationRegistry > "u" \? \{\s*register: [^?]*? : (?=new Finali)/,
    /"encodeInto" in cachedTextEncoder \|\| \([^]*?\}\);/,
    /if \(realloc === void 0\) \{[^}]*\}/,
];
const lean = NEEDLESS.reduce((text, needless) => replaceOne(text, needless, ""), module);
const css = await readFile("target/boot/notice.css", "utf8");
const body = replaceOne(lean, "wasm = instance.exports", "wasm = guard(instance.exports)").replace(
    EXPORTS,
    `const init = async (code) =>
        __wbg_finalize_init(await WebAssembly.instantiate(code, __wbg_get_imports()), code);
    return { init, ${CALLED} };`,
);
const widget = await bundled(`import { keep } from "./target/boot/keeper.js";
    export { explain, receipt } from "./target/boot/later.js";
    export const mount = keep((guard) => {${body}}, ${JSON.stringify(css)});`);
await writeFile(`${folder}/whole.js`, widget);
await writeFile(`${folder}/widget.js`, await minifiedWidget(widget));
await writeFile(`${folder}/widget.wasm`, alike(wasm));
