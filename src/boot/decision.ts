/** The present decision: read, taken, published. */

import { bare } from "./bare.ts";
import type { Snapshot, Source } from "./consent.d.ts";
import { emit } from "./events.ts";
import { after, isText, parse } from "./record.ts";
import { take } from "./snapshot.ts";
import * as store from "./store.ts";

/** The same object until something changes. */
export let snapshot: Snapshot;

let allowed: Record<string, boolean>;

/** Whether a purpose or service may run; undefined for an id that this notice does not have. */
export const allows = (id: string): boolean | undefined => allowed[id];

/** Global Privacy Control, read each time: no signal may be `false` or `undefined`. */
const gpc = (): boolean => (navigator as { globalPrivacyControl?: unknown }).globalPrivacyControl === true;

/** Reads everything again, and tells the page if something is different. */
export const publish = (): void => {
    const next = take(parse(store.read()), gpc(), store.persistence());
    if (JSON.stringify(next) === JSON.stringify(snapshot)) return;
    snapshot = next;
    allowed = bare({ ...next.purposes, ...next.services });
    emit("change", next);
};

/** Records a choice. What it changes is published after it is written, not before. */
export const record = (ids: string[], says: (id: string) => boolean | undefined, source: Source): void => {
    const text = store.read();
    const found = parse(text);
    const before = isText(found) ? null : found;
    store.write(JSON.stringify(after(before, ids, says, source, gpc())), before ? null : text);
    publish();
};
