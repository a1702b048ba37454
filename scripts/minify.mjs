// Bundles and minifies the scripts of src/boot and src/page, and the widget's module, for boot.mjs,
// glue.mjs and letters.mjs.

import { fileURLToPath } from "node:url";
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
    boot: "etnifsacldHmpFDZCAPyOvKuwz$k_rUogWRLbMNIJGQqjXVSxYhEBT",
    widget: "nbtsqdHc_axgryiWEVGUpMlo$mDFKJQhvjPNIXBOZRSzwCufekTLYA",
};
const DIGITS = "0123456789";

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

export const minifiedWidget = minifier({ letters: LETTERS.widget, input: { ecma: 2020, module: true } });
