/**
 * Where the record is kept: one key of localStorage, or this page's memory where the browser
 * allows no storage. Nothing is written to find out which.
 */

import { key } from "./compiled.ts";

const ASIDE = key + ".aside";

/** The record while localStorage cannot be used; undefined while it can. */
let memory: string | null | undefined;

/** Whether localStorage allowed it. */
const attempt = (act: (storage: Storage) => unknown): boolean => {
    try {
        act(localStorage);
        return true;
    } catch {
        return false;
    }
};

export const persistence = (): "local" | "memory" => (memory === undefined ? "local" : "memory");

/** The record's text as it is kept now. */
export const read = (): string | null => {
    let text = memory;
    if (text === undefined && !attempt((storage) => (text = storage.getItem(key)))) memory = null;
    return text ?? null;
};

/** Holds the record for this page only. */
export const keep = (text: string | null): void => {
    memory = text;
};

/** Writes the record; `aside` is what stands there, if it cannot be gone by. */
export const write = (text: string, aside: string | null): void => {
    const put = (storage: Storage): void => storage.setItem(key, text);
    if (aside) attempt((storage) => storage.setItem(ASIDE, aside));
    // Where it is full, the old record makes room; an old yes does not come back by itself.
    if (persistence() === "memory" || !(attempt(put) || (attempt(remove) && attempt(put)))) keep(text);
};

const remove = (storage: Storage): void => storage.removeItem(key);

/** Forgets the record, and what was kept aside. */
export const clear = (): void => {
    attempt((storage) => {
        remove(storage);
        storage.removeItem(ASIDE);
    });
    if (memory) keep(null);
};
