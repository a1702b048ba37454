/** The present decision: read, taken, published. */

import { bare } from "./bare.ts";
import type { Snapshot, Source } from "./consent.d.ts";
import { emit } from "./events.ts";
import { after, type Found, isText, parse, type StoredRecord } from "./record.ts";
import { take } from "./snapshot.ts";
import * as store from "./store.ts";
import { region } from "./tag.ts";

/** The same object until something changes. */
export let snapshot: Snapshot;

let allowed: Record<string, boolean>;

/** Whether a purpose or service may run; undefined for an id that this notice does not have. */
export const allows = (id: string): boolean | undefined => allowed[id];

/** Global Privacy Control, read each time: no signal may be `false` or `undefined`. */
const gpc = (): boolean => (navigator as { globalPrivacyControl?: unknown }).globalPrivacyControl === true;

const find = (): Found => parse(store.read(), Date.now());

/** The record that may be gone by. */
const present = (): StoredRecord | null => {
    const found = find();
    return isText(found) ? null : found;
};

/** Reads everything again, and tells the page if something is different. */
export const publish = (): void => {
    const next = take(find(), gpc(), region, store.persistence());
    if (JSON.stringify(next) === JSON.stringify(snapshot)) return;
    snapshot = next;
    allowed = bare({ ...next.purposes, ...next.services });
    emit("change", next);
};

/** Records a choice. What it changes is published after it is written, not before. */
export const record = (ids: string[], says: (id: string) => boolean | undefined, source: Source): void => {
    const before = present();
    const aside = before ? null : store.read();
    store.write(JSON.stringify(after(before, ids, says, source, gpc(), Date.now())), aside);
    publish();
};
