/**
 * What the compiler puts into this script: the notice's ids, its words and the decision as tables.
 * `src/bundle/compiled.rs` writes it; `docs/contracts.md` describes it. By place and not by name:
 * the names would cost every visit some 120 bytes.
 */

import type { Started } from "./parts/part.ts";

/** 0 is opt-in (no until yes), 1 is opt-out (yes until no). */
type RegimeIndex = 0 | 1;

/** Everything that is said in one language. */
type Speech = [
    dir: string,
    /** Of the words shown: a record says which text the choice was made on. */
    hash: string,
    /** Of the notice's file: it stands in its name, and the file is checked by it. */
    notice: string,
    /** Of the purposes that may be refused, in order. */
    names: string[],
    title: string,
    text: string,
    surprise: string,
    /** In the order of `BOOT_WORDS`. */
    words: [
        acceptAll: string,
        refuseAll: string,
        choose: string,
        read: string,
        firstLayer: string,
        launcher: string,
        anyTime: string,
        gpcHonoured: string,
    ],
];

type Compiled = [
    noticeId: string,
    key: string,
    revision: string,
    /** Revisions whose choices still count, each with the ids of which a yes does not. */
    accepted: [revision: string, ...again: string[]][],
    /** How many days a choice holds; how many a refusal of everything. */
    days: [number, number],
    /** What holds where nobody has chosen: by default, and by region in capitals. */
    regimes: [RegimeIndex, Record<string, RegimeIndex>],
    /** One digit a state; see `snapshot.ts`. The first is that of required purposes. */
    rows: string[],
    serviceRow: string,
    /** Without a regime where the region's holds. */
    purposes: [id: string, row: number, regime?: RegimeIndex][],
    /** The purpose by its place. */
    services: [id: string, purpose: number][],
    /** Whether there is a first layer and a launcher. */
    look: [asks: 0 | 1, launches: 0 | 1],
    /** By language tag; the first is the default. `[tag]` alone is another name for that one. */
    speeches: Record<string, Speech>,
    css: string,
    /** Of the widget's two files, likewise: its script and its wasm. */
    script: string,
    wasm: string,
    /** The abilities that this notice uses, of `parts/`; they start before the decision is read. */
    ...parts: Started[],
];

declare const __SUDARE__: Compiled;

/** Named once: the data would otherwise be in the script twice. */
export const [
    noticeId,
    key,
    revision,
    accepted,
    days,
    [otherwise, regions],
    rows,
    serviceRow,
    purposes,
    services,
    [asks, launches],
    speeches,
    css,
    script,
    wasm,
    ...parts
] = __SUDARE__;
