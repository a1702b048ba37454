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
 * Hears of each new snapshot, the first included, which comes while `consent.js` runs. On its way
 * down: before any listener of the page's.
 */
export const follow = (listener: (snapshot: Snapshot) => void): void =>
    addEventListener("consent:change", (event) => listener((event as CustomEvent<Snapshot>).detail), true);
