/**
 * Where the record is kept: one key of localStorage, or this page's memory where the browser
 * allows no storage. Nothing is written to find out which.
 */

import { compiled } from "./compiled.ts";

const { key } = compiled;

/** The record while localStorage cannot be used; undefined while it can. */
let memory: string | null | undefined;

export const persistence = (): "local" | "memory" => (memory === undefined ? "local" : "memory");

/** The record's text as it is kept now. */
export const read = (): string | null => {
    if (memory === undefined) {
        try {
            return localStorage.getItem(key);
        } catch {
            memory = null;
        }
    }
    return memory;
};

/** Holds the record for this page only; undefined goes back to localStorage. */
export const keep = (text: string | null | undefined): void => {
    memory = text;
};

/** Writes the record; `aside` is what stands there, if it cannot be gone by. */
export const write = (text: string, aside: string | null): void => {
    const put = (): void => localStorage.setItem(key, text);
    if (memory === undefined) {
        if (aside !== null) attempt(() => localStorage.setItem(key + ".aside", aside));
        if (attempt(put)) return;
        // Full. The old record makes room, and an old yes does not come back with the next page.
        if (attempt(() => localStorage.removeItem(key)) && attempt(put)) return;
    }
    memory = text;
};

/** Forgets the record, and what was kept aside. */
export const clear = (): void => {
    attempt(() => {
        localStorage.removeItem(key);
        localStorage.removeItem(key + ".aside");
    });
    if (memory !== undefined) memory = null;
};

const attempt = (act: () => void): boolean => {
    try {
        act();
        return true;
    } catch {
        return false;
    }
};
