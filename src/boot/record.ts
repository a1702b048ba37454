/**
 * What a visitor's browser keeps. The shape and its rules are `src/consent/record.rs`; boot and
 * widget both write it.
 */

import { bare } from "./bare.ts";
import { compiled } from "./compiled.ts";
import { language, speech } from "./tag.ts";

/** In the order of the tables: 1 denied, 2 granted, 3 granted over GPC; 0 is nothing. */
const CHOICES = ["denied", "granted", "granted-over-gpc"];
const SOURCES = ["first-layer", "notice", "api"];

/** A clock may have gone back this far since a record was written. */
const CLOCK_SLACK_MS = 300_000;
const DAY_MS = 86_400_000;
const PAST_KEPT = 20;
/** No record is that long; to parse what is would keep the page waiting. */
const LONGEST = 1 << 18;

export type Source = "first-layer" | "notice" | "api";

export interface Past {
    revision: string;
    source: Source;
    at: number;
    choices: Record<string, string>;
}

export interface StoredRecord extends Past {
    v: 1;
    id: string;
    notice: string;
    text: string;
    lang: string;
    until: number;
    known: string[];
    past: Past[];
}

/** Why there is no record to go by, in the words of `reprompt`. */
export type Absent = "first-visit" | "expired" | "recovered";

const isText = (value: unknown): value is string => typeof value === "string";
const isObject = (value: unknown): value is Record<string, unknown> =>
    typeof value === "object" && value !== null && !Array.isArray(value);

const isPast = (value: unknown): boolean =>
    isObject(value) &&
    isText(value.revision) &&
    SOURCES.includes(value.source as string) &&
    Number.isFinite(value.at) &&
    isObject(value.choices) &&
    Object.values(value.choices).every((choice) => CHOICES.includes(choice as string));

const isRecord = (value: Record<string, unknown>): value is Record<string, unknown> & StoredRecord =>
    value.v === 1 &&
    value.notice === compiled.id &&
    [value.id, value.text, value.lang].every(isText) &&
    Array.isArray(value.known) &&
    value.known.every(isText) &&
    Array.isArray(value.past) &&
    value.past.every(isPast) &&
    isPast(value);

/** The record in a text, or the reason that there is none. Any text at all: it never throws. */
export const parse = (text: string | null, now: number): StoredRecord | Absent => {
    if (text === null) return "first-visit";
    try {
        const record: Record<string, unknown> = bare(text.length < LONGEST ? JSON.parse(text) : null);
        if (isRecord(record) && record.at <= record.until && record.at <= now + CLOCK_SLACK_MS) {
            // Throws for a time that is none.
            iso(record.until);
            iso(record.at);
            record.choices = bare(record.choices);
            return record.until > now ? record : "expired";
        }
    } catch {
        // Not JSON, or nested too deep for this engine.
    }
    return "recovered";
};

export const iso = (ms: number): string => new Date(ms).toISOString();

/** Whether the text that it was made on still counts. */
export const isCurrent = (record: StoredRecord): boolean =>
    compiled.accepted.includes(record.revision);

/**
 * The place in the tables of what a record says of an id. On a text that no longer counts a no
 * still stands and a yes does not: agreement was to the words that were shown.
 */
export const said = (record: StoredRecord, id: string): number => {
    const place = CHOICES.indexOf(record.choices[id]!) + 1;
    return place < 2 || isCurrent(record) ? place : 0;
};

/** The record after the visitor has said yes or no to some ids. */
export const after = (
    before: StoredRecord | Absent,
    answers: Record<string, boolean>,
    source: Source,
    known: string[],
    gpc: boolean,
    now: number,
): StoredRecord => {
    const choices: Record<string, string> = bare();
    let past: Past[] = [];
    let id: string;
    if (isText(before)) {
        id = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) =>
            (byte + 256).toString(16).slice(1),
        ).join("");
    } else {
        id = before.id;
        for (const key of Object.keys(before.choices)) {
            if (said(before, key)) choices[key] = before.choices[key]!;
        }
        const { revision, source, at } = before;
        past = [...before.past, { revision, source, at, choices: before.choices }].slice(-PAST_KEPT);
    }
    for (const key of Object.keys(answers)) {
        choices[key] = CHOICES[!answers[key] ? 0 : gpc ? 2 : 1]!;
    }
    const anyYes = Object.values(choices).some((choice) => choice !== CHOICES[0]);
    return {
        v: 1,
        id,
        notice: compiled.id,
        revision: compiled.revision,
        text: speech.hash,
        lang: language,
        source,
        at: now,
        until: now + compiled.days[anyYes ? 0 : 1] * DAY_MS,
        choices,
        known,
        past,
    };
};
