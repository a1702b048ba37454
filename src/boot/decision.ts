/** The present decision: read, taken, published. */

import { bare } from "./bare.ts";
import type { Snapshot } from "./consent.d.ts";
import { emit } from "./events.ts";
import { debug } from "./log.ts";
import { after, parse, type Source } from "./record.ts";
import { known, take } from "./snapshot.ts";
import * as store from "./store.ts";
import { region } from "./tag.ts";

/** Global Privacy Control, read each time: no signal may be `false` or `undefined`. */
const gpc = (): boolean =>
    (navigator as { globalPrivacyControl?: unknown }).globalPrivacyControl === true;

const takeNow = (): Snapshot => {
    const record = parse(store.read(), Date.now());
    return take(record, gpc(), region, store.persistence());
};

/** The same object until something changes. */
export let snapshot = takeNow();

let allowed = bare({ ...snapshot.purposes, ...snapshot.services });

/** Whether a purpose or service may run; undefined for an id that this notice does not have. */
export const allows = (id: string): boolean | undefined => allowed[id];

/** What follows a change, in order; the page has been told by then. */
const followers: (() => void)[] = [];
export const follow = (follower: () => void): void => void followers.push(follower);

/** Reads everything again and tells the page if something is different. */
export const publish = (): void => {
    const next = takeNow();
    if (JSON.stringify(next) === JSON.stringify(snapshot)) return;
    snapshot = next;
    allowed = bare({ ...next.purposes, ...next.services });
    debug("decided", next);
    emit("change", next);
    document.dispatchEvent(new CustomEvent("consent:change", { detail: next }));
    followers.forEach((follower) => follower());
};

/** Records a choice. What it changes is published after it is written, not before. */
export const record = (answers: Record<string, boolean>, source: Source): void => {
    const now = Date.now();
    const text = store.read();
    const before = parse(text, now);
    const next = after(before, answers, source, known, gpc(), now);
    store.write(JSON.stringify(next), typeof before === "string" ? text : null);
    publish();
};
