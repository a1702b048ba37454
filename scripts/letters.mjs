// Looks for an order of letters (LETTERS in minify.mjs) with which a script is shorter on the wire. By
// hand, when a script has changed much and its budget is tight; it prints what is better as it finds it.
//
//     node scripts/letters.mjs boot|widget [seconds]        after a build

import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { brotliCompressSync, constants } from "node:zlib";
import { bundled, LETTERS, minifiedBoot, minifiedWidget } from "./minify.mjs";
import { compiled, consentJs } from "../tests/boot/fixture.mjs";

const PLACE = "__SUDARE__";
const read = (path) => readFile(new URL(`../${path}`, import.meta.url), "utf8");
const FINGERPRINT = /(?<![\w-])[\w-]{43}(?![\w-])/g;

/** Each script: how it is minified with an order of letters, as often as it is to be weighed. */
const SCRIPTS = {
    /**
     * With the data of the tests and of the demo, and with other hashes in them: what helps with one of
     * them only is luck.
     */
    boot: async () => {
        const script = await bundled("main.ts", "iife", { __SUDARE_BASE__: '""' });
        const [before, after] = (await read("target/boot/consent.js")).trim().split(PLACE);
        const dataOf = (whole) => whole.trim().slice(before.length, -after.length);
        const kinds = [consentJs(compiled()), await read("dist/consent/consent.js")].map(dataOf);
        const renewed = (data) => data.replace(FINGERPRINT, () => randomBytes(32).toString("base64url"));
        const samples = kinds.flatMap((data) => [data, ...Array.from({ length: 9 }, () => renewed(data))]);
        return async (letters) => {
            // As boot.mjs writes it: the end of its line is some bytes more, or less.
            const code = `${await minifiedBoot(script, letters)}\n`;
            return samples.map((sample) => code.replace(PLACE, () => sample));
        };
    },
    widget: async () => {
        const module = await read("target/widget/whole.js");
        return async (letters) => [await minifiedWidget(module, letters)];
    },
};

const [which, seconds = "300"] = process.argv.slice(2);
if (!(which in SCRIPTS)) {
    console.error(
        `letters: say whose names: node scripts/letters.mjs ${Object.keys(SCRIPTS).join("|")} [seconds]`,
    );
    process.exit(2);
}
const write = await SCRIPTS[which]();

const brotli = (text) =>
    brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

/** The longest counts as much as all: a build with unlucky hashes is a build too. */
const weigh = async (letters) => {
    const sizes = (await write(letters)).map(brotli);
    const mean = sizes.reduce((sum, size) => sum + size) / sizes.length;
    return (mean + Math.max(...sizes)) / 2;
};

const anywhere = () => Math.floor(Math.random() * LETTERS[which].length);
/** Two letters changed about, or one put elsewhere. */
const altered = (letters) => {
    const list = [...letters];
    const [from, to] = [anywhere(), anywhere()];
    if (Math.random() < 0.6) [list[from], list[to]] = [list[to], list[from]];
    else list.splice(to, 0, ...list.splice(from, 1));
    return list.join("");
};

let best = { letters: LETTERS[which], weight: await weigh(LETTERS[which]) };
console.log(best.weight, best.letters);
const end = Date.now() + Number(seconds) * 1000;
while (Date.now() < end) {
    const letters = altered(best.letters);
    const weight = await weigh(letters);
    if (weight < best.weight) console.log(weight, letters);
    if (weight <= best.weight) best = { letters, weight };
}
