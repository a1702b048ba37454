// Puts the functions of a wasm module in another order, each beside the ones that it is most like:
// brotli writes what was there before as a distance and a length, and a near distance is a short
// number. Nothing else changes; a function's number is nowhere seen but in the module itself.

import { brotliCompressSync, constants } from "node:zlib";
import { CODE, ELEMENTS, EXPORTS, FUNCTIONS, Reader, moduleOf, number, sectionsOf } from "./wasm.mjs";

/**
 * Sections that name no function: types, imports, tables, memories, globals, data, how many data. Those
 * for tools, which may, are not in a widget.
 */
const WITHOUT_FUNCTIONS = new Set([1, 2, 4, 5, 6, 11, 12]);

const CALLS = new Set([0x10, 0x12, 0xd2]);
const BRANCH_TABLE = 0x0e;
const TYPED_SELECT = 0x1c;
const F32 = 0x43;
const F64 = 0x44;
const PREFIX = 0xfc;

/** Instructions from one to another one, and how many numbers (LEB128) follow each. */
const NUMBERS = [
    [0x00, 0x01, 0],
    [0x02, 0x04, 1],
    [0x05, 0x05, 0],
    [0x0b, 0x0b, 0],
    [0x0c, 0x0d, 1],
    [0x0f, 0x0f, 0],
    [0x10, 0x10, 1],
    [0x11, 0x11, 2],
    [0x12, 0x12, 1],
    [0x13, 0x13, 2],
    [0x1a, 0x1b, 0],
    [0x20, 0x26, 1],
    [0x28, 0x3e, 2],
    [0x3f, 0x42, 1],
    [0x45, 0xc4, 0],
    [0xd0, 0xd0, 1],
    [0xd1, 0xd1, 0],
    [0xd2, 0xd2, 1],
];
/** The same for what comes after the prefix. */
const PREFIXED = [
    [0, 7, 0],
    [8, 8, 2],
    [9, 9, 1],
    [10, 10, 2],
    [11, 11, 1],
    [12, 12, 2],
    [13, 13, 1],
    [14, 14, 2],
    [15, 17, 1],
];

const countIn = (table, code) => {
    const row = table.find(([from, to]) => from <= code && code <= to);
    if (!row) throw new Error(`an instruction ${code}: alike.mjs does not know it`);
    return row[2];
};

/** Reads past an instruction's operands. */
const skipOperands = (code, reader) => {
    if (code === F32) return reader.slice(4);
    if (code === F64) return reader.slice(8);
    let count;
    if (code === BRANCH_TABLE) count = reader.number() + 1;
    else if (code === TYPED_SELECT) count = reader.number();
    else if (code === PREFIX) count = countIn(PREFIXED, reader.number());
    else count = countIn(NUMBERS, code);
    while (count--) reader.number();
};

/** A function's body, cut where it names functions: the parts between, and which ones it names. */
const cut = (body) => {
    const reader = new Reader(body);
    for (let groups = reader.number(); groups > 0; groups--) (reader.number(), reader.slice(1));
    const parts = [];
    const named = [];
    let from = 0;
    while (reader.at < body.length) {
        const [code] = reader.slice(1);
        if (CALLS.has(code)) {
            parts.push(body.subarray(from, reader.at));
            named.push(reader.number());
            from = reader.at;
        } else {
            skipOperands(code, reader);
        }
    }
    parts.push(body.subarray(from));
    return { parts, named };
};

/** So many bytes in a row are worth finding again. */
const RUN = 4;

/** The runs of bytes in a function, whoever it calls. */
const runsOf = ({ parts }) => {
    const runs = new Set();
    for (const part of parts) {
        for (let at = 0; at + RUN <= part.length; at++) runs.add(part.readUInt32LE(at));
    }
    return runs;
};

/** As much are two functions of the same type more alike. */
const SAME_TYPE = 0.06;

/**
 * An order in which each function is followed by the one that is most like it and the ones before it,
 * which count less the further away they are: `fade` times as much with each step.
 */
const orderOf = (runs, types, fade) => {
    const holders = new Map();
    runs.forEach((its, place) => {
        for (const run of its) holders.set(run, [...(holders.get(run) ?? []), place]);
    });
    const likeness = new Float64Array(runs.length);
    const left = new Set(runs.keys());
    const order = [];
    let here = 0;
    for (;;) {
        order.push(here);
        left.delete(here);
        if (!left.size) return order;
        const shared = new Uint32Array(runs.length);
        for (const run of runs[here]) for (const place of holders.get(run)) shared[place]++;
        let best = -1;
        let next;
        for (const place of left) {
            const either = runs[here].size + runs[place].size - shared[place];
            likeness[place] = likeness[place] * fade + shared[place] / (either || 1);
            const its = likeness[place] + (types[place] === types[here] ? SAME_TYPE : 0);
            if (its > best) [best, next] = [its, place];
        }
        here = next;
    }
};

const listOf = (section, read) => {
    const reader = new Reader(section);
    return Array.from({ length: reader.number() }, () => read(reader));
};
const written = (items) => Buffer.concat([number(items.length), ...items]);

const renumberExports = (section, renumbered) =>
    written(
        listOf(section, (reader) => {
            const name = reader.span((its) => its.name());
            const kind = reader.slice(1);
            const its = reader.number();
            return Buffer.concat([name, kind, number(kind[0] === 0 ? renumbered(its) : its)]);
        }),
    );

/** What a table holds from a place on that a constant says: segments of the kinds that LLVM writes. */
const renumberElements = (section, renumbered) =>
    written(
        listOf(section, (reader) => {
            const head = reader.span((its) => {
                const kind = its.number();
                if (kind !== 0 && kind !== 2) throw new Error(`elements of kind ${kind}`);
                if (kind === 2) its.number();
                const [constant] = its.slice(1);
                if (constant !== 0x41) throw new Error(`elements from ${constant} on`);
                its.number();
                its.slice(kind === 2 ? 2 : 1);
            });
            const functions = Array.from({ length: reader.number() }, () =>
                number(renumbered(reader.number())),
            );
            return Buffer.concat([head, written(functions)]);
        }),
    );

const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });

/** No one of these is the best for every module. */
const FADES = [0.5, 0.6, 0.7, 0.8, 0.9];

/** The same module, of what was tried the one that compresses best. */
export const alike = (wasm) => {
    const imported = WebAssembly.Module.imports(new WebAssembly.Module(wasm));
    const first = imported.filter(({ kind }) => kind === "function").length;
    const sections = sectionsOf(wasm);
    const bodyOf = (wanted) => sections.find(({ id }) => id === wanted).body;
    const types = listOf(bodyOf(FUNCTIONS), (reader) => reader.number());
    const functions = listOf(bodyOf(CODE), (reader) => cut(reader.slice(reader.number())));
    const runs = functions.map(runsOf);

    const inOrder = (order) => {
        const places = new Map(order.map((before, place) => [before + first, place + first]));
        const renumbered = (its) => places.get(its) ?? its;
        const code = ({ parts, named }) => {
            const calls = named.map((its) => number(renumbered(its)));
            const body = Buffer.concat(parts.flatMap((part, at) => [part, ...calls.slice(at, at + 1)]));
            return Buffer.concat([number(body.length), body]);
        };
        const write = {
            [FUNCTIONS]: () => written(order.map((place) => number(types[place]))),
            [EXPORTS]: (section) => renumberExports(section, renumbered),
            [ELEMENTS]: (section) => renumberElements(section, renumbered),
            [CODE]: () => written(order.map((place) => code(functions[place]))),
        };
        return moduleOf(
            sections.map(({ id, body }) => {
                if (WITHOUT_FUNCTIONS.has(id)) return { id, body };
                if (!write[id]) throw new Error(`a section ${id}: alike.mjs does not know it`);
                return { id, body: write[id](body) };
            }),
        );
    };

    const tried = FADES.map((fade) => inOrder(orderOf(runs, types, fade)));
    const sizes = tried.map((its) => brotli(its).length);
    return tried[sizes.indexOf(Math.min(...sizes))];
};
