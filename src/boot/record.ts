/**
 * What a visitor's browser keeps. The shape and its rules are `src/consent/record.rs`; boot and
 * widget both write it.
 */

import { bare } from "./bare.ts";
import { accepted, days, noticeId, revision } from "./compiled.ts";
import type { Source } from "./consent.d.ts";
import { known } from "./ids.ts";
import { hash, language } from "./tag.ts";

/** In the order of the tables: 1 denied, 2 granted, 3 granted over GPC; 0 is nothing. */
const CHOICES = ["denied", "granted", "granted-over-gpc"];
export const SOURCES: Source[] = ["first-layer", "notice", "api", "gpc", "import"];

/** A clock may have gone back this far since a record was written. */
const CLOCK_SLACK_MS = 300_000;
const DAY_MS = 86_400_000;
const PAST_KEPT = 20;
/** No record is that long; to parse what is would keep the page waiting. */
const LONGEST = 1 << 18;

export interface Past {
    revision: string;
    source: Source;
    layer?: 2 | 3 | undefined;
    at: number;
    choices: Record<string, string>;
}

export interface StoredRecord extends Past {
    v: 1 | 2;
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

/** The record that may be gone by, or why there is none. */
export type Found = StoredRecord | Absent;

/** Throws for a number that is no time. */
export const iso = (ms: number): string => new Date(ms).toISOString();

export const isText = (value: unknown): value is string => typeof value === "string";
/** Throws or says no where a value has another shape; so do the next two. */
const isTime = (value: number): unknown => value === +value && iso(value);

const isPast = (past: Past): unknown =>
    isText(past.revision) &&
    SOURCES.includes(past.source) &&
    // Of the notice's layers, where a choice in it was made: at the summaries, in an article.
    [2, 3].includes(past.layer ?? 2) &&
    isTime(past.at) &&
    Object.values(past.choices).every((choice) => CHOICES.includes(choice)) &&
    "" + past.choices === "[object Object]";

const isRecord = (record: StoredRecord): unknown =>
    // The first version knew no layers; nothing else is different.
    [1, 2].includes(record.v) &&
    record.notice === noticeId &&
    [record.id, record.text, record.lang].every(isText) &&
    record.known.every(isText) &&
    isTime(record.until) &&
    isPast(record) &&
    record.past.map(bare).every(isPast);

/** Finds the record in a text. Any text at all: it never throws. */
export const parse = (text: string | null): Found => {
    const now = Date.now();
    if (text === null) return "first-visit";
    try {
        const record = bare((text.length < LONGEST ? JSON.parse(text) : {}) as StoredRecord);
        if (isRecord(record) && record.at <= record.until && record.at <= now + CLOCK_SLACK_MS) {
            record.choices = bare(record.choices);
            return record.until > now ? record : "expired";
        }
    } catch {
        // Not JSON, too deep for this engine, or of another shape.
    }
    return "recovered";
};

/** The revision that it was made on and the ids to ask about again; nothing where all are. */
const standing = (record: StoredRecord): string[] | undefined =>
    accepted.find(([known]) => known === record.revision);

/** Whether the text that it was made on still counts, for everything. */
export const isCurrent = (record: StoredRecord): boolean => standing(record)?.length === 1;

/**
 * The place in the tables of what a record says of an id; 0 where there is no record. On a text that
 * no longer counts a no still stands and a yes does not: agreement was to the words that were shown.
 */
export const said = (record: StoredRecord | null, id: string): number => {
    const place = CHOICES.indexOf(record?.choices[id] as string) + 1;
    return place < 2 || standing(record!)?.includes(id) === false ? place : 0;
};

/** The record after the visitor has said yes or no to some ids. */
export const after = (
    before: StoredRecord | null,
    ids: string[],
    says: (id: string) => boolean | undefined,
    source: Source,
    gpc: boolean,
): StoredRecord => {
    const now = Date.now();
    const choices = bare(before?.choices);
    // No prototype, so nothing but its own.
    for (const id in choices) {
        if (!said(before, id)) delete choices[id];
    }
    for (const id of ids) choices[id] = CHOICES[says(id) ? 1 + (gpc as unknown as number) : 0]!;
    const onlyNoes = Object.values(choices).every((choice) => choice === CHOICES[0]);
    return {
        v: 2,
        id: before?.id ?? randomId(),
        notice: noticeId,
        revision,
        text: hash,
        lang: language,
        source,
        at: now,
        until: now + days[+onlyNoes]! * DAY_MS,
        choices,
        known,
        past: before ? [...before.past, toPast(before)].slice(-PAST_KEPT) : [],
    };
};

const toPast = ({ revision, source, layer, at, choices }: Past): Past => ({
    revision,
    source,
    layer,
    at,
    choices,
});

/** A name for the record and nothing else: no secret, so the plain random numbers do. */
const randomId = (): string => Math.random() + "";
