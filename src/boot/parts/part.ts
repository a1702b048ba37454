/**
 * An ability that only some notices use. The compiler writes it into `consent.js` with its data,
 * behind the rest, where the notice asks for it; other visits do not pay for it.
 *
 * A part knows its data, the bridge and the platform, and hears of the decision as a page does.
 */

import type { Snapshot } from "../consent.d.ts";
import type { Bridge } from "../notice.ts";

/** A part that has its data. It is started before the decision is first read. */
export type Started = (bridge: Bridge, language: string) => void;

export type Part<Data> = (data: Data) => Started;

/**
 * Hears an event on its way down: before any listener of the page's. A page that writes itself anew
 * takes all listeners away and brings another root: they come back with it, as boot's own do, and
 * before those, because this observer is the older one.
 */
export const hear = (name: string, listener: (event: Event) => void): void => {
    const listen = (): void => addEventListener(name, listener, true);
    listen();
    new MutationObserver(listen).observe(document, { childList: true });
};

/** Hears of each new snapshot, the first included, which comes while `consent.js` runs. */
export const follow = (listener: (snapshot: Snapshot) => void): void =>
    hear("consent:change", (event) => listener((event as CustomEvent<Snapshot>).detail));
