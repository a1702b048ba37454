/**
 * Events are events of the document, named `consent:…`; `consent.on` is a shorter way to hear them.
 * The engine calls each listener, reports what one throws and goes on to the next.
 */

import type { EventName } from "./consent.d.ts";

export const emit = (event: EventName, detail?: unknown): void => {
    document.dispatchEvent(new CustomEvent("consent:" + event, { detail }));
};
