/**
 * The types of `window.consent`, which `consent.js` puts on the page.
 *
 * Put this file where your compiler sees it, or name it in one of your own:
 * `/// <reference path="./consent/consent.d.ts" />`. The types can be imported as well:
 * `import type { Snapshot } from "./consent/consent";`
 *
 * @example
 * if (consent.get("analytics")) startCounting();
 * consent.on("change", ({ purposes }) => player.setCookies(purposes.media));
 */

export interface Consent {
    /**
     * Everything at once. The object is frozen, and the same one until something changes: `===`
     * tells whether anything has.
     */
    get(): Snapshot;
    /**
     * Whether a purpose or service may run now; `undefined` for an id that this notice does not
     * have. It reads no storage: call it as often as you like.
     */
    get(id: string): boolean | undefined;

    /**
     * Records a choice that the visitor made on a control of yours. What it does not name keeps its
     * earlier choice, or the region's default.
     *
     * @throws TypeError for an unknown id, for one that is always on, and for a value that is
     * neither `true` nor `false`; nothing is recorded then.
     */
    set(choices: Record<string, boolean>): void;

    /**
     * Calls a function each time something happens, and gives back what ends that. A function that
     * throws stops no other one; its error is reported as an uncaught one.
     *
     * - `ready`: once, with the first snapshot. A late listener is told as well.
     * - `change`: with the snapshot, at once after it has changed, here or in another tab. A late
     *   listener is told the present one, as soon as the script that added it has ended.
     * - `show`: the notice has opened; with the article, card or section it opened at, or `""`.
     * - `hide`: the notice has closed.
     * - `error`: the notice could not be loaded; with the reason. It opens as a page instead.
     */
    on(event: "ready" | "change", listener: (snapshot: Snapshot) => void): () => void;
    on(event: "show", listener: (where: string) => void): () => void;
    on(event: "hide", listener: () => void): () => void;
    on(event: "error", listener: (cause: unknown) => void): () => void;

    /** The first snapshot, for those who like to `await`. It is settled from the start. */
    readonly ready: Promise<Snapshot>;

    /**
     * Opens the notice: at the top, at `"choices"`, or at an article, section or card by its id.
     * Where it cannot be loaded, the same text opens as a page.
     */
    show(where?: string): void;

    /** Closes the notice. Nothing is granted by that. */
    hide(): void;

    /** Forgets the choice and, where there is something to ask, asks again. */
    reset(): void;

    /**
     * The visitor's own copy of what they chose, or `null` where nothing is recorded. It names
     * nobody and is not your proof: to keep your own, listen for `change`.
     */
    receipt(): Receipt | null;

    /**
     * A call as a list: `push(["set", { ads: false }])`. It also works before the script has
     * loaded: `window.consent = window.consent || []; consent.push(["on", "change", f])`.
     */
    push(call: ConsentCall): void;
}

/** A method of {@link Consent} by name, and what it is to be called with. */
export type ConsentCall =
    | ["set", Record<string, boolean>]
    | ["on", "ready" | "change", (snapshot: Snapshot) => void]
    | ["on", "show", (where: string) => void]
    | ["on", "hide", () => void]
    | ["on", "error", (cause: unknown) => void]
    | ["show", where?: string]
    | ["hide"]
    | ["reset"];

export type EventName = "ready" | "change" | "show" | "hide" | "error";

/** What holds now. */
export interface Snapshot {
    /** A choice is recorded, and on a text that still counts. */
    readonly decided: boolean;
    /** What holds here where nobody has chosen: `opt-in` is no until yes, `opt-out` yes until no. */
    readonly regime: "opt-in" | "opt-out";
    /** The tag's `data-region`. */
    readonly region: string | null;
    /** The browser's Global Privacy Control signal. */
    readonly gpc: boolean;
    /** Purpose id → may it run now. */
    readonly purposes: Readonly<Record<string, boolean>>;
    /** Service id → may it run now. */
    readonly services: Readonly<Record<string, boolean>>;
    /** Purpose or service id → why it may or may not. */
    readonly why: Readonly<Record<string, Why>>;
    /** The notice's present revision. */
    readonly revision: string;
    /** When the choice was made, ISO 8601 in UTC. */
    readonly decidedAt: string | null;
    /** Until when it holds, ISO 8601 in UTC. */
    readonly expiresAt: string | null;
    /** Where it was made: in the question, in the notice, or by {@link Consent.set}. */
    readonly source: "first-layer" | "notice" | "api" | null;
    /** Where it is kept. `memory`: the browser allows no storage, and it ends with the page. */
    readonly persistence: "local" | "cookie" | "memory";
    /** Why the visitor is asked (again); `null` where there is nothing to ask. */
    readonly reprompt: Reprompt | null;
}

/**
 * `required`: the site does not work without it. `granted`, `denied`: the visitor said so.
 * `default`: nobody has chosen; see {@link Snapshot.regime}. `gpc`: the browser's signal means no.
 */
export type Why = "required" | "granted" | "denied" | "default" | "gpc";

/**
 * `first-visit`: nothing is recorded. `expired`: the record has run out. `revised`: the notice has
 * materially changed since. `new-purpose`, `new-service`: one has come since. `recovered`: what was
 * stored could not be read, and is kept aside.
 */
export type Reprompt = "first-visit" | "expired" | "revised" | "new-purpose" | "new-service" | "recovered";

/**
 * The visitor's own copy of their choices: the record as it is stored. In brackets, the terms of
 * the W3C's Data Privacy Vocabulary and ISO/IEC TS 27560.
 */
export interface Receipt extends Decision {
    /** The version of this shape (schema version). */
    v: 1;
    /** A random number that names this record and nothing else (record identifier). */
    id: string;
    /** The id of the notice (`dpv:PrivacyNotice`). */
    notice: string;
    /** A hash of the words that were shown. */
    text: string;
    /** The language they were shown in (notice language). */
    lang: string;
    /** Until when the choice holds, in milliseconds since 1970 UTC (validity). */
    until: number;
    /** The optional purposes and the services that the notice had. */
    known: string[];
    /** Earlier decisions, oldest first, withdrawals among them; the last twenty. */
    past: Decision[];
}

/** One decision. */
export interface Decision {
    /** The revision of the notice that it was made on (notice version). */
    revision: string;
    /** Where it was made (collection method). */
    source: "first-layer" | "notice" | "api";
    /** When, in milliseconds since 1970 UTC (event time). */
    at: number;
    /**
     * Purpose or service id → what was said; what was not touched is not here (`dpv:ConsentGiven`,
     * `dpv:ConsentRefused`; a no after a yes is `dpv:ConsentWithdrawn`). `granted-over-gpc`: yes,
     * with the browser's signal in view.
     */
    choices: Record<string, "denied" | "granted" | "granted-over-gpc">;
}

declare global {
    /** There as soon as `consent.js` has run, which is on the next line. */
    const consent: Consent;

    interface Window {
        get consent(): Consent;
        /** A queue, before the script has loaded. */
        set consent(value: Consent | ConsentCall[]);
    }

    interface DocumentEventMap {
        /** As {@link Consent.on}'s `change`; the first time while `consent.js` runs. */
        "consent:change": CustomEvent<Snapshot>;
        /** As {@link Consent.on}'s events of these names. */
        "consent:show": CustomEvent<string>;
        "consent:hide": CustomEvent<undefined>;
        "consent:error": CustomEvent<unknown>;
    }
}
