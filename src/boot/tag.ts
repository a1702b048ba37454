/** The tag that brought this script: where it came from, and what its owner says on it. */

import { bare } from "./bare.ts";
import { speeches } from "./compiled.ts";

/**
 * Taken once, while the script runs: later there is no current script. An element *named*
 * `currentScript` takes that property's place, so it is checked to be a script; the search is for
 * that and for pages that bring the script in as a module.
 */
const tag = [document.currentScript, document.querySelector('[src*="consent.js"]')].find(
    (element): element is HTMLScriptElement => element instanceof HTMLScriptElement,
);

/** Where the folder is served, in the script that stands in a page itself: it has no address. Else "". */
declare const __SUDARE_BASE__: string;
const base = __SUDARE_BASE__;

/** The address of a file beside this script. */
export const beside = (file: string): string =>
    // Asked, not just put before it: a build without a base is then not a byte longer.
    "" + new URL(base ? base + file : file, tag?.src || (location as unknown as URL));

/** What its owner says on it. */
export const data: DOMStringMap = bare(tag?.dataset);

/** ISO 3166-1 or -2, where the owner's server knows it. */
export const region = data.region || null;

/** The tag's language, then the page's, then the visitor's, then the notice's first. */
const pickLanguage = (): string => {
    const languages = Object.keys(speeches);
    const wanted = [data.lang, document.documentElement.lang, ...navigator.languages];
    for (let language of wanted) {
        // `pt-BR` is content with `pt`, and `pt` with `pt-BR`.
        for (; language; language = language.replace(/-?[^-]*$/, "")) {
            const start = language.toLowerCase() + "-";
            const found = languages.find((known) => (known + "-").toLowerCase().startsWith(start));
            if (found) {
                const [as, itself] = speeches[found]!;
                return itself ? found : as;
            }
        }
    }
    return languages[0]!;
};

export const language = pickLanguage();
export const [
    dir,
    hash,
    ,
    names,
    title,
    text,
    surprise,
    [acceptAll, refuseAll, choose, read, firstLayer, launcher, anyTime, gpcHonoured],
] = speeches[language]!;
