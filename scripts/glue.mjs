// Makes the widget of what wasm-bindgen wrote: only what boot calls, minified, and short names between
// module and wasm; and with it what few visits need, src/boot/later, which scripts/boot.mjs has built.
//   node scripts/glue.mjs <module> <wasm> <folder>

import { readFile, writeFile } from "node:fs/promises";
import { build } from "esbuild";
import { minify } from "terser";
import { shorten } from "./short-names.mjs";

const [from, wasmFrom, folder] = process.argv.slice(2);
const { outputFiles } = await build({
    stdin: {
        // Boot's `WidgetModule`, in src/boot/notice.ts.
        contents: `export { default, mount } from ${JSON.stringify(from)};
            export { explain, receipt } from "./target/boot/later.js";`,
        resolveDir: process.cwd(),
    },
    bundle: true,
    minifySyntax: true,
    format: "esm",
    charset: "utf8",
    write: false,
});
const { wasm, module } = shorten(await readFile(wasmFrom), outputFiles[0].text);
const { code } = await minify(module, {
    ecma: 2020,
    module: true,
    compress: { passes: 3, pure_getters: true, unsafe_arrows: true },
});
await writeFile(`${folder}/widget.js`, `${code}\n`);
await writeFile(`${folder}/widget.wasm`, wasm);
