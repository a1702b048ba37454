/** `window.consent`. */

import type { Consent } from "./consent.d.ts";
import { allows, found, record, snapshot } from "./decision.ts";
import { on } from "./events.ts";
import { forget, hide, show } from "./notice.ts";
import { known } from "./ids.ts";

const set = (answers: Record<string, boolean>): void => {
    for (const id of Object.keys(answers)) {
        if (typeof answers[id] !== "boolean" || !known.includes(id) || snapshot.why[id] === "required") {
            throw new TypeError(`consent.set: "${id}": give true or false for any of ${known}`);
        }
    }
    record(answers, "api");
};

export const api = {
    // By the number of arguments: `get(undefined)` asks for an id, and is not the whole snapshot,
    // which would read as a yes.
    get: (...id: string[]) => (id.length ? allows(id[0]!) : snapshot),
    set,
    on: (event: never, listener: never) => on(event, listener, () => snapshot),
    ready: Promise.resolve(snapshot),
    show: (where?: string) => void show(where),
    hide,
    reset: () => forget(false),
    receipt: () => found()[0] ?? null,
    push: ([method, ...details]: [string, ...unknown[]]) => {
        (api as unknown as Record<string, (...details: unknown[]) => unknown>)[method]!(...details);
    },
} as Consent;
