/**
 * What the compiler puts into this script: the notice's ids, its words and the decision as tables.
 * `src/bundle/compiled.rs` writes it; `docs/contracts.md` describes it. By place and not by name:
 * the names would cost every visit 120 bytes. The order is the one that compresses best.
 */

/** 0 is opt-in (no until yes), 1 is opt-out (yes until no). */
type RegimeIndex = 0 | 1;

/** A file beside consent.js and its hash. */
export type File = [name: string, integrity: string];

/** Everything that is said in one language. */
type Speech = [
    dir: string,
    /** Of the words shown: a record says which text the choice was made on. */
    hash: string,
    notice: File,
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
    key: string,
    css: string,
    /** `import()` takes no hash. */
    widget: string,
    /** What holds where nobody has chosen: by default, and by region in capitals. */
    regimes: [RegimeIndex, Record<string, RegimeIndex>],
    look: [layout: string, launcher: string, colourScheme: string, accent: string | null],
    wasm: File,
    /** Revisions whose choices still count. */
    accepted: string[],
    serviceRow: string,
    /** The regime is -1 where the region's holds. */
    purposes: [id: string, row: number, regime: RegimeIndex | -1][],
    /** How many days a choice holds; how many a refusal of everything. */
    days: [number, number],
    /** The purpose by its place. */
    services: [id: string, purpose: number][],
    /** By language tag; the first is the default. */
    speeches: Record<string, Speech>,
    noticeId: string,
    /** One letter a state; see `snapshot.ts`. */
    rows: string[],
    revision: string,
];

declare const __SUDARE__: Compiled;

/** Named once: the data would otherwise be in the script twice. */
export const [
    key,
    css,
    widgetFile,
    regimes,
    [layout, corner, colourScheme, accent],
    wasmFile,
    accepted,
    serviceRow,
    purposes,
    days,
    services,
    speeches,
    noticeId,
    rows,
    revision,
] = __SUDARE__;
