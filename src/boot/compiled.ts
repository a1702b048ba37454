/**
 * What the compiler puts into this script: the notice's ids, its words and the decision as tables.
 * `src/bundle/compiled.rs` writes it; `docs/contracts.md` describes it.
 */

/** 0 is opt-in (no until yes), 1 is opt-out (yes until no). */
export type RegimeIndex = 0 | 1;

/** A file beside consent.js and its hash. */
export type File = [name: string, integrity: string];

export interface Compiled {
    id: string;
    key: string;
    revision: string;
    /** Revisions whose choices still count. */
    accepted: string[];
    /** How many days a choice holds; how many a refusal of everything. */
    days: [number, number];
    /** What holds where nobody has chosen: by default, and by region in capitals. */
    regimes: [RegimeIndex, Record<string, RegimeIndex>];
    /** One letter a state; see `snapshot.ts`. */
    rows: string[];
    serviceRow: string;
    /** The regime is -1 where the region's holds. */
    purposes: [id: string, row: number, regime: RegimeIndex | -1][];
    services: [id: string, purpose: number][];
    look: [layout: string, launcher: string, theme: string, accent: string | null];
    /** By language tag; the first is the default. */
    speech: Record<string, Speech>;
    css: string;
    /** `import()` takes no hash. */
    widget: string;
    wasm: File;
}

/** Everything that is said in one language. */
export interface Speech {
    dir: string;
    /** Of the words shown: a record says which text the choice was made on. */
    hash: string;
    notice: File;
    /** The names of the purposes that may be refused, in order. */
    names: string[];
    title: string;
    text: string;
    surprise: string;
    /** In the order of {@link Word}. */
    words: string[];
}

/** Places in `Speech.words`: `BOOT_WORDS` in `src/bundle/compiled.rs`. */
export const enum Word {
    AcceptAll,
    RefuseAll,
    Choose,
    Read,
    FirstLayer,
    Launcher,
    AnyTime,
    GpcHonoured,
}

declare const __SUDARE__: Compiled;

/** Named once: the data would otherwise be in the script twice. */
export const compiled = __SUDARE__;
