/** `consent.on`. */

import type { EventName, Snapshot } from "./consent.d.ts";

type Listener = (detail?: unknown) => void;

/** The first two tell a late listener how things stand. */
const EVENTS: EventName[] = ["ready", "change", "show", "hide", "error"];
const REPLAYED = 2;

let listeners: [event: EventName, listener: Listener][] = [];

/** Calls a function of the page; its mistake is its own and stops nobody else. */
export const tell = (listener: Listener, detail?: unknown): void => {
    try {
        listener(detail);
    } catch (mistake) {
        // As an uncaught error, which is what it is; not every engine has `reportError`.
        setTimeout(() => {
            throw mistake;
        });
    }
};

export const emit = (event: EventName, detail?: unknown): void =>
    listeners.forEach(([name, listener]) => name === event && tell(listener, detail));

/** `present` is what a late listener is told, once `on` has returned. */
export const on = (event: EventName, listener: Listener, present: () => Snapshot): (() => void) => {
    const place = EVENTS.indexOf(event);
    if (place < 0 || typeof listener !== "function") {
        throw new TypeError(`consent.on: give one of ${EVENTS} and a function`);
    }
    const entry: (typeof listeners)[0] = [event, listener];
    listeners = [...listeners, entry];
    if (place < REPLAYED) {
        queueMicrotask(() => listeners.includes(entry) && tell(listener, present()));
    }
    return () => {
        listeners = listeners.filter((other) => other !== entry);
    };
};
