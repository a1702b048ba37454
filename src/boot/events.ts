/** `consent.on`. */

import type { EventName, Snapshot } from "./consent.d.ts";

type Listener = (detail: never) => void;

const listeners: Record<EventName, Set<Listener>> = {
    change: new Set(),
    ready: new Set(),
    show: new Set(),
    hide: new Set(),
    error: new Set(),
};

/** Tells one listener; its mistake is reported as its own and stops nobody else. */
const tell = (listener: Listener, detail: unknown): void => {
    try {
        (listener as (detail: unknown) => void)(detail);
    } catch (mistake) {
        report(mistake);
    }
};

/** As an uncaught error, which is what it is; not every engine has `reportError`. */
export const report = (mistake: unknown): void => {
    setTimeout(() => {
        throw mistake;
    });
};

export const emit = (event: EventName, detail?: unknown): void =>
    [...listeners[event]].forEach((listener) => tell(listener, detail));

/** `present` is what a late listener of `ready` or `change` is told, once `on` has returned. */
export const on = (event: EventName, listener: Listener, present: () => Snapshot): (() => void) => {
    if (!Object.keys(listeners).includes(event) || typeof listener !== "function") {
        throw new TypeError(`consent.on: give one of ${Object.keys(listeners)} and a function`);
    }
    const all = listeners[event];
    all.add(listener);
    if (event === "ready" || event === "change") {
        queueMicrotask(() => {
            if (all.has(listener)) tell(listener, present());
        });
    }
    return () => void all.delete(listener);
};
