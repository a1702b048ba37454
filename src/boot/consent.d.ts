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
     * The source is told in the record. `"api"`: a control of yours. `"notice"`: the notice's
     * switches, as on its own page. `"gpc"`: your server saw the
     * header `Sec-GPC` and your page passes that on; only ever a no. `"import"`: a choice that you
     * take over from another consent tool.
     *
     * @throws TypeError for an unknown id, for one that is always on, for a value that is neither
     * `true` nor `false`, for another source, and for a yes by `"gpc"`; nothing is recorded then.
     */
    set(choices: Record<string, boolean>, source?: "notice" | "api" | "gpc" | "import"): void;

    /**
     * Calls a function each time something happens, and gives back what ends that. A function that
     * throws stops no other one; its error is reported as an uncaught one.
     *
     * - `ready`: once, with the first snapshot. A late listener is told as well.
     * - `change`: with the snapshot, at once after it has changed, here or in another tab. A late
     *   listener is told the present one, as soon as the script that added it has ended.
     * - `show`: the notice has opened; with the article, card or section it opened at, or `""`.
     * - `hide`: the notice has closed.
     * - `error`: the notice could not be loaded, and opens as a page instead; or it stopped, and is
     *   started afresh (docs/faults.md). With the reason.
     */
    on(event: "ready" | "change", listener: (snapshot: Snapshot) => void): () => void;
    on(event: "show", listener: (where: string) => void): () => void;
    on(event: "hide", listener: () => void): () => void;
    on(event: "error", listener: (cause: unknown) => void): () => void;

    /** The first snapshot, for those who like to `await`. It is settled from the start. */
    readonly ready: Promise<Snapshot>;

    /**
     * Opens the notice: at the top, at `"choices"`, at `"what-changed"`, at an article or section by
     * its id, or at a card by `"card-"` and its article's id. Where it cannot be loaded, the same text opens as a page.
     */
    show(where?: string): void;

    /** Closes the notice. Nothing is granted by that. */
    hide(): void;

    /** Forgets the choice and, where there is something to ask, asks again. */
    reset(): void;

    /**
     * The visitor's own copy of what they chose, or `null` where nothing is recorded. It names
     * nobody and is not your proof: to keep your own, listen for `change`. What writes it is
     * fetched when it is first asked for; the promise is rejected where that cannot be had.
     */
    receipt(): Promise<Receipt | null>;

    /**
     * A call as a list: `push(["set", { ads: false }])`. It also works before the script has
     * loaded: `window.consent = window.consent || []; consent.push(["on", "change", f])`.
     */
    push(call: ConsentCall): void;
}

/** A method of {@link Consent} by name, and what it is to be called with. */
export type ConsentCall =
    | ["set", Record<string, boolean>, source?: "notice" | "api" | "gpc" | "import"]
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
    /** Where it was made. */
    readonly source: Source | null;
    /**
     * Where it is kept. `cookie`: in the cookie that the owner named, because the browser allows no
     * localStorage. `memory`: it allows no storage, and the choice ends with the page.
     */
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
 * Where a decision was made: in the question, in the notice, on a control of the page's own; by a
 * signal that the page's server saw; or taken over from another consent tool.
 */
export type Source = "first-layer" | "notice" | "api" | "gpc" | "import";

/**
 * The visitor's own copy of their choices, in the fields of ISO/IEC TS 27560:2023 and with the terms
 * of the W3C's Data Privacy Vocabulary 2.2 (`dpv:`). Its JSON schema is `docs/receipt.schema.json`.
 * It says what the notice says and no more: what an owner has not stated is not there.
 */
export interface Receipt {
    record: {
        schema_version: "https://w3id.org/dpv/schema/dpv-27560#receipt";
        /** A random number that names this record. */
        record_id: string;
        /** The same number: a record knows nobody's name. */
        pii_principal_id: string;
    };
    pii_processing: {
        /** The address of the notice as a page. */
        privacy_notice: string;
        notice_id: string;
        /** The revision that the last decision was made on. */
        notice_revision: string;
        /** A hash of the words that were shown. */
        notice_text: string;
        /** The language they were shown in, BCP 47. */
        language: string;
        /** Every purpose of the notice as it stands now. */
        purposes: ReceiptPurpose[];
    };
    party_identification: ReceiptParty[];
    /** What was said, oldest first: the last twenty-one decisions. */
    event: ReceiptEvent[];
    /** Until when the last decision holds, ISO 8601 in UTC. */
    valid_until: string;
}

export interface ReceiptPurpose {
    purpose_id: string;
    purpose: string;
    purpose_description: string;
    /** Where the visitor is asked first. What it rests on elsewhere is the owner's to say. */
    lawful_basis?: "dpv:Consent" | undefined;
    /** Whether it may run now, and why. */
    allowed: boolean;
    reason: Why;
    /** `party_id` of who asks. */
    pii_controllers: string[];
    /** What is sent to the services behind it. */
    pii_information: { pii_type: string }[];
    /** The names of the services behind it. */
    services: string[];
    /** `party_id` of who receives data. */
    recipient_third_parties: string[];
    /** The address where it can be taken back. */
    withdrawal_method?: string | undefined;
}

export interface ReceiptParty {
    party_id: string;
    party_role: "dpv:DataController" | "dpv:Recipient";
    party_name: string;
    party_address?: string | undefined;
    party_email?: string | undefined;
    party_phone?: string | undefined;
    party_url?: string | undefined;
}

export interface ReceiptEvent {
    /** ISO 8601 in UTC. */
    event_time: string;
    /** The record's number. */
    entity_id: string;
    /** The id of the purpose or service. */
    subject: string;
    type: "dpv:ExpressedConsent";
    /** A no after a yes is a withdrawal. */
    state: "dpv:ConsentGiven" | "dpv:ConsentRefused" | "dpv:ConsentWithdrawn";
    /** How many seconds it holds; of the last decision only. */
    duration?: number | undefined;
    notice_revision: string;
    source: Source;
    /** 1 the question, 2 the summaries and switches, 3 an article. */
    layer?: 1 | 2 | 3 | undefined;
    /** The yes was given with the browser's signal in view. */
    over_signal?: true | undefined;
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
