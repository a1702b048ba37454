/** The tag that brought this script: where it came from, and what its owner says on it. */

import { compiled } from "./compiled.ts";

/**
 * Taken once, while the script runs: later there is no current script. An element *named*
 * `currentScript` takes that property's place, so it is checked to be a script; the search is for
 * that and for pages that bring the script in as a module.
 */
export const tag = [
    document.currentScript,
    document.querySelector('script[src*="consent.js"]'),
].find((element): element is HTMLScriptElement => element instanceof HTMLScriptElement);

/** The address of a file beside this script. */
export const beside = (file: string): string =>
    new URL(file, tag?.src || document.baseURI).href;

/** ISO 3166-1 or -2, where the owner's server knows it. */
export const region = tag?.dataset.region || null;

/** What the tag may say; `main.ts` names anything else. */
export const TAG_DATA = ["lang", "region", "debug"];

const languages = Object.keys(compiled.speech);

/** The tag's language, then the page's, then the visitor's, then the notice's first. */
const pickLanguage = (): string => {
    const wanted = [tag?.dataset.lang, document.documentElement.lang, ...navigator.languages];
    for (const language of wanted) {
        if (!language) continue;
        const same = (a: string, b: string) => (a + "-").toLowerCase().startsWith((b + "-").toLowerCase());
        const found =
            languages.find((known) => same(known, language) && same(language, known)) ??
            languages.find((known) => same(known, language) || same(language, known));
        if (found) return found;
    }
    return languages[0]!;
};

export const language = pickLanguage();
export const speech = compiled.speech[language]!;
