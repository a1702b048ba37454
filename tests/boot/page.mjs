// Runs the built boot script in two kinds of page: a bare one, for thousands of states a second,
// and jsdom's, for everything that has to do with elements.

import { JSDOM, VirtualConsole } from "jsdom";
import { consentJs } from "./fixture.mjs";

/** As small a browser as the script starts in: a document that never gets a body. */
class Bare extends EventTarget {}
class HTMLScriptElement {}

const GLOBALS = [
    "window",
    "document",
    "navigator",
    "localStorage",
    "location",
    "addEventListener",
    "Date",
    "HTMLScriptElement",
    "MutationObserver",
    "requestAnimationFrame",
    "setTimeout",
    "console",
    "Math",
];

/** localStorage over a Map. */
const storageOver = (map) => ({
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, text) => void map.set(key, text),
    removeItem: (key) => void map.delete(key),
});

/** The storage of a page that writes nothing. */
const holding = (stored, ownKey) => ({ getItem: (key) => (key === ownKey ? stored : null) });

/** The script as a function of its surroundings: parsed once, run for each state. */
export const prepare = (compiled) => {
    const run = new Function(...GLOBALS, consentJs(compiled));
    // By place, as Rust writes it, or by name, as the fixture does.
    const ownKey = compiled.key ?? compiled[1];
    /**
     * `consent` for a stored text (or for a `storage` of several, as a Map), a signal, a region and
     * a time. A test that goes on from there gives a `world` instead: `localStorage`, `navigator`,
     * `now()`, `random()`, and `listen`, which is handed every listener of the window.
     */
    return ({ stored, storage, gpc, region, now, world = {} }) => {
        const tag = Object.assign(new HTMLScriptElement(), {
            dataset: region === null ? {} : { region },
            src: "https://shop.test/consent/consent.js",
        });
        const window = {};
        const document = Object.assign(new Bare(), {
            body: null,
            createElement: () => ({ append() {} }),
            currentScript: tag,
            documentElement: { lang: "", style: {} },
            querySelector: () => null,
            readyState: "loading",
        });
        const DateThen = class extends Date {
            static now = world.now ?? (() => now);
        };
        run(
            window,
            document,
            world.navigator ?? { globalPrivacyControl: gpc, languages: ["en"] },
            world.localStorage ?? (storage ? storageOver(storage) : holding(stored, ownKey)),
            { hash: "" },
            world.listen ?? (() => {}),
            DateThen,
            HTMLScriptElement,
            class {
                observe() {}
            },
            () => {},
            () => {},
            console,
            Object.create(Math, { random: { value: world.random ?? Math.random } }),
        );
        return window.consent;
    };
};

const OPEN = [];

/**
 * A page of jsdom with the script in its head. `storage` is what is stored before; `before` runs in
 * the page first; `html` is its body.
 */
export const visit = (
    compiled,
    { storage = {}, before, html = "", tag = "", lang = "en", hash = "" } = {},
) => {
    const said = [];
    const errors = [];
    const virtualConsole = new VirtualConsole();
    for (const level of ["log", "warn", "error", "debug"]) {
        virtualConsole.on(level, (...what) => said.push(what.join(" ")));
    }
    virtualConsole.on("jsdomError", (error) => errors.push(error.cause ?? error.detail ?? error));
    const dom = new JSDOM(
        `<!doctype html><html lang="${lang}"><head><script id="tag" src="https://shop.test/consent/consent.js" ${tag}></script></head><body>${html}</body></html>`,
        {
            url: `https://shop.test/${hash}`,
            runScripts: "dangerously",
            pretendToBeVisual: true,
            virtualConsole,
            beforeParse(window) {
                // What jsdom lacks, and no more of it than is used.
                window.ResizeObserver = class {
                    observe() {}
                };
                window.CSSStyleSheet = class {
                    replaceSync() {}
                };
                for (const [key, value] of Object.entries(storage)) window.localStorage.setItem(key, value);
            },
        },
    );
    const { window } = dom;
    OPEN.push(window);
    before?.(window);
    // jsdom fetches scripts later; run as the tag would, synchronously.
    Object.defineProperty(window.document, "currentScript", {
        value: window.document.getElementById("tag"),
        configurable: true,
    });
    window.eval(consentJs(compiled));
    return {
        window,
        document: window.document,
        consent: window.consent,
        get storage() {
            return window.localStorage;
        },
        said,
        errors,
    };
};

/**
 * For `before`: gives what writes the page anew. `document.open` takes all listeners of the window
 * and the document away; jsdom's leaves them, so they are taken away here.
 */
export const writableAnew = (window) => {
    const heard = [];
    for (const target of [window, window.document]) {
        const own = target.addEventListener;
        target.addEventListener = (...what) => {
            heard.push([target, what]);
            own.apply(target, what);
        };
    }
    return async (html) => {
        for (const [target, what] of heard.splice(0)) target.removeEventListener(...what);
        window.document.open();
        window.document.write(html);
        window.document.close();
        // The observers are called in a microtask.
        await null;
    };
};

/** Lets microtasks, the next frame and what follows it pass. */
export const settled = ({ window }) =>
    new Promise((done) =>
        window.requestAnimationFrame(() => window.setTimeout(() => window.setTimeout(done))),
    );

export const closeAll = () => {
    for (const window of OPEN.splice(0)) window.close();
};
