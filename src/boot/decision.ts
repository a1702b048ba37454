/** The present decision: read, taken, published. */

import { bare } from "./bare.ts";
import type { Snapshot } from "./consent.d.ts";
import { emit } from "./events.ts";
import { after, parse, type Source } from "./record.ts";
import { take } from "./snapshot.ts";
import * as store from "./store.ts";
import { debug, region } from "./tag.ts";

/** The same object until something changes. */
export let snapshot: Snapshot;

let allowed: Record<string, boolean>;

/** Whether a purpose or service may run; undefined for an id that this notice does not have. */
export const allows = (id: string): boolean | undefined => allowed[id];

/** What follows a change once the page has been told; `main.ts` says. */
let follower: (byWidget: boolean) => void;
export const follow = (next: typeof follower): void => {
    follower = next;
};

/** Global Privacy Control, read each time: no signal may be `false` or `undefined`. */
const gpc = (): boolean =>
    (navigator as { globalPrivacyControl?: unknown }).globalPrivacyControl === true;

export const found = () => parse(store.read(), Date.now());

/** Reads everything again; whether something is different. */
export const look = (): boolean => {
    const next = take(found(), gpc(), region, store.persistence());
    if (JSON.stringify(next) === JSON.stringify(snapshot)) return false;
    snapshot = next;
    allowed = bare({ ...next.purposes, ...next.services });
    if (debug) console.debug("Sudare", next);
    return true;
};

/** Tells the page if something is different. */
export const publish = (byWidget = false): void => {
    if (!look()) return;
    emit("change", snapshot);
    document.dispatchEvent(new CustomEvent("consent:change", { detail: snapshot }));
    follower(byWidget);
};

/** Records a choice. What it changes is published after it is written, not before. */
export const record = (answers: Record<string, boolean>, source: Source): void => {
    const now = Date.now();
    const text = store.read();
    const [before] = parse(text, now);
    const next = after(before, answers, source, gpc(), now);
    store.write(JSON.stringify(next), before ? null : text);
    publish();
};

look();
