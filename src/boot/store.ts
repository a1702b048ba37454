/**
 * Where the record is kept: one key of localStorage, or this page's memory where the browser
 * allows no storage. Nothing is written to find out which.
 */

import { key } from "./compiled.ts";

const ASIDE = key + ".aside";

/**
 * Where the record is kept while localStorage cannot be used: in this page's memory, unless the
 * mirror takes its place.
 */
export const refuge = { text: null as string | null, persistence: "memory" as "memory" | "cookie" };
let isDenied: boolean | undefined;
/** As localStorage last had it: it may stop to answer while the page stands, and a no holds. */
let kept: string | null = null;

/** Whether localStorage allowed it. */
const attempt = (act: (storage: Storage) => unknown): unknown => {
    try {
        return act(localStorage) || true;
    } catch {
        return false;
    }
};

export const persistence = (): "local" | "memory" | "cookie" => (isDenied ? refuge.persistence : "local");

/** The record's text as it is kept now. */
export const read = (): string | null => {
    isDenied ||= !attempt((storage) => (kept = storage.getItem(key)));
    return (isDenied && refuge.text) || kept;
};

/** Holds the record where localStorage is not asked. */
export const keep = (text: string | null): void => {
    // What was there before is over, even where the mirror's cookie goes.
    kept = null;
    isDenied = true;
    refuge.text = text;
};

/** Writes the record; `aside` is what stands there, if it cannot be gone by. */
export const write = (text: string, aside: string | null): void => {
    const put = (storage: Storage): void => storage.setItem(key, text);
    if (aside) attempt((storage) => storage.setItem(ASIDE, aside));
    // Where it is full, the old record makes room; an old yes does not come back by itself.
    if (isDenied || !(attempt(put) || (attempt(remove) && attempt(put)))) keep(text);
};

const remove = (storage: Storage): void => storage.removeItem(key);

/** Forgets the record, and what was kept aside. */
export const clear = (): void => {
    attempt((storage) => {
        storage.removeItem(ASIDE);
        remove(storage);
    });
    kept = refuge.text = null;
};
