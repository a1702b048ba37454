/** `window.consent`. */

import type { Consent } from "./consent.d.ts";
import { allows, publish, record, snapshot } from "./decision.ts";
import { on } from "./events.ts";
import { hide, show } from "./notice.ts";
import { receipt } from "./receipt.ts";
import { draw } from "./screen.ts";
import { known } from "./snapshot.ts";
import { clear } from "./store.ts";

const set = (answers: Record<string, boolean>): void => {
    const ids = Object.keys(answers);
    for (const id of ids) {
        if (typeof answers[id] !== "boolean" || !known.includes(id) || snapshot.why[id] === "required") {
            throw new TypeError(
                `consent.set: no ${id}: ${String(answers[id])}; give true or false for ${known}`,
            );
        }
    }
    if (ids[0]) record({ ...answers }, "api");
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
    reset: () => {
        clear();
        publish();
        draw(false);
    },
    receipt,
    push: ([method, ...details]: [string, ...unknown[]]) => {
        (api as unknown as Record<string, (...details: unknown[]) => unknown>)[method]!(...details);
    },
} as Consent;
