// Makes the widget's module of what wasm-bindgen wrote: only what boot calls, minified.
//   node scripts/glue.mjs <from> <to>

import { writeFile } from "node:fs/promises";
import { build } from "esbuild";
import { minify } from "terser";

const [from, to] = process.argv.slice(2);
const { outputFiles } = await build({
    stdin: {
        // Boot's `WidgetModule`, in src/boot/notice.ts.
        contents: `export { default, mount } from ${JSON.stringify(from)};`,
        resolveDir: process.cwd(),
    },
    bundle: true,
    minifySyntax: true,
    format: "esm",
    charset: "utf8",
    write: false,
});
const { code } = await minify(outputFiles[0].text, {
    ecma: 2020,
    module: true,
    compress: { passes: 3, pure_getters: true, unsafe_arrows: true },
});
await writeFile(to, `${code}\n`);
