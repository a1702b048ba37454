/** `window.consent`. */

import type { Consent, EventName, Snapshot, Source } from "./consent.d.ts";
import { allows, record, snapshot } from "./decision.ts";
import { known } from "./ids.ts";
import { bridge, forget, hide, show } from "./notice.ts";
import { SOURCES } from "./record.ts";

/** The first two tell a late listener how things stand. */
const EVENTS: EventName[] = ["ready", "change", "show", "hide", "error"];
const REPLAYED = 2;

const on = (event: EventName, listener: (detail: unknown) => void): (() => void) => {
    const place = EVENTS.indexOf(event);
    if (place < 0 || typeof listener !== "function") {
        throw new TypeError(`consent.on: ${event}; known: ${EVENTS}`);
    }
    const type = "consent:" + event;
    const hear = (({ detail }: CustomEvent): void => listener(detail)) as EventListener;
    document.addEventListener(type, hear);
    let replay = place < REPLAYED;
    // Once `on` has returned.
    queueMicrotask(() => replay && listener(snapshot));
    return () => {
        replay = false;
        document.removeEventListener(type, hear);
    };
};

const set = (answers: Record<string, boolean>, source: Source = "api"): void => {
    // What a page may give as the source: the switches of the notice's own page, the page's controls,
    // a signal that its server saw, a move.
    const passedOn = SOURCES.slice(1);
    const ids = Object.keys(answers);
    const wrong = ids.find(
        (id) =>
            answers[id] !== !!answers[id] ||
            !known.includes(id) ||
            snapshot.why[id] === "required" ||
            // A signal that means no is no yes.
            (answers[id] && source === "gpc"),
    );
    if (wrong != null || !passedOn.includes(source)) {
        throw new TypeError(
            `consent.set: ${wrong}=${answers[wrong!]}, ${source}; known: ${known}; ${passedOn}`,
        );
    }
    record(ids, (id) => answers[id], source);
};

let api: Record<string, unknown>;

/** Once, when the present decision is known: that is what it is ready with. */
export const makeApi = (): Consent => {
    api = {
        // By the number of arguments: `get(undefined)` asks for an id, and is not the whole
        // snapshot, which would read as a yes.
        get: (...id: string[]): unknown => (id.length ? allows(id[0]!) : snapshot),
        on,
        set,
        ready: Promise.resolve<Snapshot>(snapshot),
        show,
        hide,
        reset: () => forget(false),
        receipt: bridge.receipt,
        push: ([method, ...details]: [string, ...unknown[]]) => {
            (api[method] as (...details: unknown[]) => void)(...details);
        },
    };
    return api as unknown as Consent;
};
