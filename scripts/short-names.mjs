// Gives what the widget's wasm and its module call each other short names: wasm-bindgen's have a hash
// each, which nobody compresses. One hash over all of them stays, as the name of the module that the
// wasm imports from: a script of another release does not fit.

import { createHash } from "node:crypto";
import { EXPORTS, IMPORTS, Reader, moduleOf, name, number, sectionsOf } from "./wasm.mjs";

const LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
/** How many numbers (LEB128) follow the kind of an import: function, table, memory, global, tag. */
const FUNCTION = 0;
const TABLE = 1;
const MEMORY = 2;
const GLOBAL = 3;

const shortName = (place) => {
    const first = LETTERS[place % LETTERS.length];
    return place < LETTERS.length ? first : shortName(Math.floor(place / LETTERS.length) - 1) + first;
};

const limits = (reader) => {
    const flags = reader.number();
    reader.number();
    if (flags & 1) reader.number();
};

/** What an import is, after its names. */
const importType = (reader) => {
    const kind = reader.number();
    if (kind === FUNCTION) reader.number();
    else if (kind === TABLE) (reader.slice(1), limits(reader));
    else if (kind === MEMORY) limits(reader);
    else if (kind === GLOBAL) reader.slice(2);
    else throw new Error(`an import of kind ${kind}: short-names.mjs does not know it`);
};

const renameImports = (section, names) => {
    const reader = new Reader(section);
    const count = reader.number();
    const types = [];
    for (let place = 0; place < count; place++) {
        names.modules.add(reader.name());
        const before = reader.name();
        if (!names.imports.has(before)) names.imports.set(before, shortName(names.imports.size));
        types.push(name(names.imports.get(before)), reader.span(importType));
    }
    if (names.modules.size > 1) throw new Error("the wasm imports from more than one module");
    const module = name(`_${names.module}`);
    return Buffer.concat([number(count), ...types.flatMap((part, at) => (at % 2 ? [part] : [module, part]))]);
};

const renameExports = (section, names) => {
    const reader = new Reader(section);
    const count = reader.number();
    const parts = [number(count)];
    for (let place = 0; place < count; place++) {
        names.exports.set(reader.name(), shortName(place));
        parts.push(
            name(shortName(place)),
            reader.span((its) => (its.slice(1), its.number())),
        );
    }
    return Buffer.concat(parts);
};

/** A hash over all the names by which wasm and module know each other. */
const bondOf = (wasm) => {
    const { imports, exports } = WebAssembly.Module;
    const module = new WebAssembly.Module(wasm);
    const known = [imports(module), exports(module)].flat().map(({ name }) => name);
    return createHash("sha256").update(known.join()).digest("hex").slice(0, 6);
};

/** The wasm with short names, and which name each was. */
const renameWasm = (wasm) => {
    const names = {
        module: bondOf(wasm),
        modules: new Set(),
        imports: new Map(),
        exports: new Map(),
    };
    const sections = sectionsOf(wasm).map(({ id, body }) => {
        if (id === IMPORTS) return { id, body: renameImports(body, names) };
        if (id === EXPORTS) return { id, body: renameExports(body, names) };
        return { id, body };
    });
    return { wasm: moduleOf(sections), names };
};

const literally = (text) => text.replace(/[^\w]/g, "\\$&");

/** wasm and module, not yet minified, with short names in both. */
export const shorten = (wasm, module) => {
    const renamed = renameWasm(wasm);
    let text = module;
    const replace = (pattern, by) => {
        const before = text;
        text = text.replace(pattern, by);
        if (text === before) throw new Error(`nothing in the module is ${pattern}`);
    };
    for (const before of renamed.names.modules) {
        replace(new RegExp(`"${literally(before)}"`, "g"), `_${renamed.names.module}`);
    }
    for (const [before, after] of renamed.names.imports) {
        replace(new RegExp(`\\b${literally(before)}(?=:|\\()`, "g"), after);
    }
    for (const [before, after] of renamed.names.exports) {
        // Not each export is called.
        text = text.replace(new RegExp(`\\bwasm\\.${literally(before)}\\b`, "g"), `wasm.${after}`);
    }
    return { wasm: renamed.wasm, module: text };
};
