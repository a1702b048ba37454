// Bundles and minifies the scripts of src/boot and src/page, and the widget's module, for boot.mjs,
// glue.mjs and letters.mjs.

import { fileURLToPath } from "node:url";
import { parse } from "acorn";
import { build } from "esbuild";
import { minify } from "terser";

const root = fileURLToPath(new URL("..", import.meta.url));
// Every engine of the last five years; what is newer is feature-detected.
const target = "es2021";

/**
 * The letters in the order in which names get them. Which letter stands where is worth ten to twenty
 * bytes of consent.js and as many of the widget: brotli finds it in a word that was there before, or does
 * not. No rule gives the order; letters.mjs found it by trying.
 */
export const LETTERS = {
    boot: "etifsacrd$FmnYRVHzLWkKvwTCXSOgGBMhlxDbPpAINQJZqUuEj_oy",
    widget: "nbtsqdzcvaxTrMDA_iGkpFCgLSWP$HfYueVlyoZBhmXQjUENwKJORI",
};
const DIGITS = "0123456789";

/**
 * What a first visit runs until the layer stands there, by its name in src/boot. In parentheses an
 * engine compiles it together with the script, off the main thread where the script came over the
 * line; else it reads it twice: once to find its end, and again when it is called.
 * tests/boot/at-once.test.mjs holds the list against what runs.
 */
const AT_ONCE = [
    "emit",
    "said",
    "parse",
    "take",
    "attempt",
    "read",
    "publish",
    "make",
    "makeHost",
    "makeAnswer",
    "makeRoom",
    "makeFirstLayer",
    "isNew",
    "enter",
    "draw",
    "place",
    "openAddress",
    "listen",
];
// A call that terser leaves alone; it goes with the name, and its parentheses stay.
const MARK = "AT_ONCE";

/** The script with a mark around those functions. */
const marked = (script) => {
    const marks = [];
    const found = [];
    const look = (node) => {
        if (!node || typeof node !== "object") return;
        const { type, id, init } = node;
        if (type === "VariableDeclarator" && init?.type === "ArrowFunctionExpression") {
            // esbuild numbers what has a name that another file has too.
            const name = id.name.replace(/\d+$/, "");
            if (AT_ONCE.includes(name)) {
                found.push(name);
                marks.push([init.start, `${MARK}(`], [init.end, ")"]);
            }
        }
        Object.values(node).forEach(look);
    };
    look(parse(script, { ecmaVersion: "latest" }));
    const wrong = AT_ONCE.filter((name) => found.filter((its) => its === name).length !== 1);
    if (wrong.length) throw new Error(`not one function each of the boot script is ${wrong}: see AT_ONCE`);
    return marks
        .sort(([one], [other]) => other - one)
        .reduce((text, [at, sign]) => text.slice(0, at) + sign + text.slice(at), script);
};

/** terser's list of names, of other letters. */
const namesOf = (letters) => ({
    get: (place) => {
        const first = letters[place % letters.length];
        let rest = "";
        for (let left = Math.floor(place / letters.length); left > 0;) {
            left -= 1;
            const others = letters + DIGITS;
            rest += others[left % others.length];
            left = Math.floor(left / others.length);
        }
        return first + rest;
    },
    // How often a letter stands in the text is not asked.
    reset: () => {},
    sort: () => {},
    consider: () => {},
});

/** A script with all that it imports, by its path from src/boot. */
export const bundled = async (entry, format, define = {}) => {
    const { outputFiles } = await build({
        entryPoints: [`${root}src/boot/${entry}`],
        bundle: true,
        minifySyntax: true,
        format,
        target,
        charset: "utf8",
        write: false,
        define,
        // The budget is what every visit pays; "use strict" changes nothing for this code.
        tsconfigRaw: {},
    });
    return outputFiles[0].text;
};

const minifier =
    (options) =>
    async (text, letters = options.letters) => {
        const { code } = await minify(text, {
            ...options.input,
            compress: { passes: 3, pure_getters: true, unsafe_arrows: true, ...options.compress },
            mangle: { nth_identifier: namesOf(letters) },
            format: { ascii_only: false },
        });
        return code.trim();
    };

/** terser inlines across the modules what esbuild leaves apart: four per cent of the whole. */
export const minified = minifier({
    letters: LETTERS.boot,
    input: { ecma: 2020, toplevel: true },
    // No comparison there meets a NaN; times are checked before they are compared.
    compress: { unsafe_comps: true },
});

/** The boot script: what runs at once is marked before, and the marks are taken off again. */
export const minifiedBoot = async (script, letters) =>
    (await minified(marked(script), letters)).replaceAll(`${MARK}(`, "(");

/**
 * Nearly all of it runs when a notice opens: an engine that knows the hint compiles it as it comes, off
 * the main thread, and not one function after the other while the visitor waits.
 */
const HINT = "//# allFunctionsCalledOnLoad\n";

const minifiedModule = minifier({ letters: LETTERS.widget, input: { ecma: 2020, module: true } });

export const minifiedWidget = async (script, letters) => HINT + (await minifiedModule(script, letters));
