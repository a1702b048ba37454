// What each file of the demo's folder weighs, and what the widget's wasm is made of: bytes of code
// by crate, read from the names that the compiler leaves in the widget before they are stripped.
// Writes bench/results/sizes.md, for whoever reviews a change.
//
//     node bench/sizes.mjs [a widget that still has its names, target/bench/named.wasm]

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { brotli } from "./server.mjs";
import { root } from "./sudare.mjs";

const line = (cells) => `| ${cells.join(" | ")} |`;
const number = (size) => size.toLocaleString("en");

const files = () => {
    const folder = `${root}dist/consent`;
    const plain = readdirSync(folder).filter((name) => !/\.(br|gz)$/.test(name));
    const rows = plain.map((name) => {
        const bytes = readFileSync(`${folder}/${name}`);
        // Hashes change with every word; a report that is compared has none.
        const stem = name.replace(/\.[\w-]{43}\./, ".");
        return line([
            stem,
            number(bytes.length),
            number(brotli(bytes).length),
            number(gzipSync(bytes, { level: 9 }).length),
        ]);
    });
    return [
        line(["file of the demo's notice", "bytes", "brotli", "gzip"]),
        line(["---", "---:", "---:", "---:"]),
        ...rows,
    ];
};

/** The sections of a wasm module: id, and where the content lies. */
const sections = (bytes) => {
    const found = [];
    const cursor = { at: 8 };
    while (cursor.at < bytes.length) {
        const id = bytes[cursor.at];
        cursor.at += 1;
        const size = varint(bytes, cursor);
        found.push({ id, from: cursor.at, to: cursor.at + size });
        cursor.at += size;
    }
    return found;
};

const varint = (bytes, cursor) => {
    let [value, shift, byte] = [0, 0, 0];
    do {
        byte = bytes[cursor.at];
        cursor.at += 1;
        value += (byte & 127) * 2 ** shift;
        shift += 7;
    } while (byte & 128);
    return value;
};

const textAt = (bytes, cursor) => {
    const size = varint(bytes, cursor);
    cursor.at += size;
    return bytes.toString("utf8", cursor.at - size, cursor.at);
};

/** The names of functions, by number: the custom section `name`, its part 1. */
const functionNames = (bytes, all) => {
    for (const { from, to } of all.filter(({ id }) => id === 0)) {
        const cursor = { at: from };
        if (textAt(bytes, cursor) !== "name") continue;
        while (cursor.at < to) {
            const part = bytes[cursor.at];
            cursor.at += 1;
            const end = varint(bytes, cursor) + cursor.at;
            if (part === 1) {
                const names = new Map();
                for (let count = varint(bytes, cursor); count > 0; count -= 1) {
                    names.set(varint(bytes, cursor), textAt(bytes, cursor));
                }
                return names;
            }
            cursor.at = end;
        }
    }
    return new Map();
};

const importedFunctions = (bytes, all) => {
    const section = all.find(({ id }) => id === 2);
    if (!section) return 0;
    const cursor = { at: section.from };
    let functions = 0;
    for (let count = varint(bytes, cursor); count > 0; count -= 1) {
        textAt(bytes, cursor);
        textAt(bytes, cursor);
        const kind = bytes[cursor.at];
        cursor.at += 1;
        if (kind === 0) {
            functions += 1;
            varint(bytes, cursor);
        } else if (kind === 3) {
            cursor.at += 2;
        } else {
            // A table has its type before its limits; a memory only limits.
            if (kind === 1) cursor.at += 1;
            const limits = bytes[cursor.at];
            cursor.at += 1;
            varint(bytes, cursor);
            if (limits & 1) varint(bytes, cursor);
        }
    }
    return functions;
};

/** `<yew::html::Node as core::fmt::Debug>::fmt` is yew's: the first crate that is not the language's own. */
const crateOf = (name) => {
    const crates = [...name.matchAll(/(?:^|[<&( ,*]|dyn |mut )([a-z_][a-z0-9_]*)(?:\[[0-9a-f]+\])?::/g)].map(
        ([, crate]) => crate,
    );
    const own = crates.find((crate) => !["core", "alloc", "std"].includes(crate));
    return own ?? crates[0] ?? "other";
};

/** `_RNv…` and `_ZN…`: enough of either mangling to see whose it is. */
const readable = (name) => {
    if (name.startsWith("_ZN")) {
        const parts = [];
        let rest = name.slice(3);
        for (let size; (size = /^\d+/.exec(rest)?.[0]); rest = rest.slice(size.length + Number(size))) {
            parts.push(rest.slice(size.length, size.length + Number(size)));
        }
        return parts
            .join("::")
            .replace(/\$LT\$/g, "<")
            .replace(/\$GT\$/g, ">")
            .replace(/\$u20\$/g, " ")
            .replace(/\.\./g, "::");
    }
    if (name.startsWith("_R")) {
        // Crate roots are `C` with an optional `s…_`, then a length and the name.
        return [...name.matchAll(/C(?:s[0-9a-zA-Z]*_)?(\d+)_?([a-z_]\w*)/g)]
            .map(([, size, rest]) => `${rest.slice(0, Number(size))}::`)
            .join(" ");
    }
    return name;
};

const crates = (file) => {
    const bytes = readFileSync(file);
    const all = sections(bytes);
    const names = functionNames(bytes, all);
    if (!names.size) return ["No names are left in the widget that was given."];
    const code = all.find(({ id }) => id === 10);
    const cursor = { at: code.from };
    const first = importedFunctions(bytes, all);
    const sizes = new Map();
    const count = varint(bytes, cursor);
    for (let at = 0; at < count; at += 1) {
        const size = varint(bytes, cursor);
        cursor.at += size;
        const crate = crateOf(readable(names.get(first + at) ?? ""));
        sizes.set(crate, (sizes.get(crate) ?? 0) + size);
    }
    const data = all.filter(({ id }) => id === 11).reduce((sum, { from, to }) => sum + to - from, 0);
    const total = code.to - code.from;
    const rows = [...sizes]
        .sort(([, a], [, b]) => b - a)
        .map(([crate, size]) => line([crate, number(size), `${((100 * size) / total).toFixed(1)} %`]));
    return [
        `${number(total)} bytes of code in ${number(count)} functions, ${number(data)} bytes of data, before they are stripped and compressed.`,
        "",
        line(["crate", "bytes of code", "share"]),
        line(["---", "---:", "---:"]),
        ...rows,
    ];
};

const named = process.argv[2] ?? `${root}target/bench/named.wasm`;
const text = [
    "# What is shipped, and what it is made of",
    "",
    "Written by `node bench/sizes.mjs`. The gates are in `scripts/budgets.mjs`.",
    "",
    ...files(),
    "",
    "## The widget by crate",
    "",
    ...(existsSync(named)
        ? crates(named)
        : ["`scripts/named-widget.sh` builds a widget that keeps its names; then run this again."]),
    "",
].join("\n");
mkdirSync(`${root}bench/results`, { recursive: true });
writeFileSync(`${root}bench/results/sizes.md`, text);
console.log(text);
