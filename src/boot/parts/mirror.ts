/**
 * The record a second time, as a cookie that a server can read, and that brings back a record which
 * localStorage has lost: some browsers empty it after a week. Where a browser allows no localStorage,
 * it is the only copy. What was said later on a neighbouring host comes here the same way.
 *
 * Its value is a list with "/" between: version, id, revision, text, language, source, at, until, and
 * the ids that were granted, granted over GPC, denied, and known beside these, each with "." between;
 * at the end the layer, where the record has one. Earlier decisions are not in it.
 */

import { warn } from "../log.ts";
import type { Past, StoredRecord } from "../record.ts";
import { follow, hear, type Part } from "./part.ts";

type Data = [noticeId: string, name: string, domain: string | null];

/** A server may refuse requests whose cookies are long. */
const LONGEST = 1500;
const VERSION = "1";
const CHOICES = ["granted", "granted-over-gpc", "denied"];
// What a record is, as `src/boot/record.ts` has it; that one needs the compiled data.
const SOURCES = ["first-layer", "notice", "api", "gpc", "import"];
const CLOCK_SLACK_MS = 300_000;
const PAST_KEPT = 20;
const LONGEST_RECORD = 1 << 18;

const isText = (value: unknown): boolean => typeof value === "string";
const isTime = (value: unknown): boolean => typeof value === "number" && !isNaN(+new Date(value));

/** Throws or says no where a value has another shape. */
const isDecision = ({ revision, source, layer, at, choices }: Past): boolean =>
    isText(revision) &&
    SOURCES.includes(source) &&
    [2, 3].includes(layer ?? 2) &&
    isTime(at) &&
    Object.values(choices).every((choice) => CHOICES.includes(choice)) &&
    `${choices}` === "[object Object]";

/** The record in a text, run out or not; null for any other text. */
const toSound = (text: string, notice: string): StoredRecord | null => {
    try {
        const record = JSON.parse(text.length < LONGEST_RECORD ? text : "null") as StoredRecord;
        const { v, id, text: words, lang, at, until, known, past } = record;
        const isSound =
            [1, 2].includes(v) &&
            record.notice === notice &&
            [id, words, lang, ...known].every(isText) &&
            isTime(until) &&
            [record, ...past].every(isDecision) &&
            at <= until &&
            at <= Date.now() + CLOCK_SLACK_MS;
        return isSound ? record : null;
    } catch {
        return null;
    }
};

const toValue = ({ choices, known, layer, ...record }: StoredRecord): string => {
    const said = (choice: string | undefined, ids: string[]): string =>
        ids.filter((id) => choices[id] === choice).join(".");
    const { id, revision, text, lang, source, at, until } = record;
    return [
        VERSION,
        ...[id, revision, text, lang, source, at, until].map(encodeURIComponent),
        ...CHOICES.map((choice) => said(choice, Object.keys(choices))),
        said(undefined, known),
        ...(layer ? [layer] : []),
    ].join("/");
};

/** Whether it is a record that counts is judged as with any text that was stored: here or by boot. */
const toRecord = (value: string, notice: string): StoredRecord | null => {
    const [version, ...fields] = value.split("/");
    if (version !== VERSION || fields.length < 11 || fields.length > 12) return null;
    const [id, revision, text, lang, source, at, until] = fields.map(decodeURIComponent);
    const lists = fields.slice(7, 11).map((list) => list.split(".").filter(Boolean));
    // Whether it is one is judged with the rest.
    const layer = fields[11] && { layer: +fields[11] as 2 };
    const choices = Object.fromEntries(
        CHOICES.flatMap((choice, place) => lists[place]!.map((id) => [id, choice])),
    );
    const own = { revision: revision!, source: source as StoredRecord["source"], at: +at!, choices };
    return {
        ...{ v: 2, id: id!, notice, text: text!, lang: lang!, until: +until! },
        ...{ ...own, ...layer, known: lists.flat(), past: [] },
    };
};

const mirror: Part<Data> =
    ([notice, name, domain]) =>
    (bridge) => {
        const read = (): string | undefined =>
            document.cookie
                .split("; ")
                .find((cookie) => cookie.startsWith(`${name}=`))
                ?.slice(name.length + 1);
        const write = (value: string, seconds: number): void => {
            const attributes = [`${name}=${value}`, `max-age=${seconds}`, "path=/", "samesite=lax"];
            if (domain) attributes.push(`domain=${domain}`);
            if (location.protocol === "https:") attributes.push("secure");
            try {
                document.cookie = attributes.join(";");
            } catch {
                // It is read again to see whether it is there.
            }
        };

        /** Whether the cookie has taken the record. */
        const put = (text: string): boolean => {
            const record = JSON.parse(text) as StoredRecord;
            const value = toValue(record);
            if (value.length > LONGEST) {
                // Better none than an old one.
                write("", 0);
                warn(`the record is too long for the cookie ${name}: ${value.length} of ${LONGEST}`);
                return false;
            }
            write(value, Math.ceil((record.until - Date.now()) / 1000));
            const isThere = read() === value;
            if (!isThere) warn(`the cookie ${name} could not be set; domain: ${domain}`);
            return isThere;
        };

        /** The cookie's record as a text; null where it holds none. */
        const take = (): string | null => {
            try {
                const record = toRecord(read() ?? "", notice);
                return record && JSON.stringify(record);
            } catch {
                // Not ours: the visitor is asked.
                return null;
            }
        };

        try {
            read();
        } catch {
            // A frame of no origin has no cookies: all is as without a mirror.
            return;
        }

        const { refuge } = bridge;
        /** What the cookie would not take: in this page's memory after all. */
        let held: string | null = null;
        refuge.persistence = navigator.cookieEnabled ? "cookie" : "memory";
        Object.defineProperty(refuge, "text", {
            get: () => held ?? take(),
            set: (text: string | null) => {
                held = null;
                if (text === null) return write("", 0);
                if (put(text)) return;
                held = text;
                refuge.persistence = "memory";
            },
        });

        /**
         * Brings the cookie's record here where it is the later one, or where none is stored. Says
         * whether it has.
         */
        const bring = (isStart: boolean): boolean => {
            const record = toSound(take() ?? "", notice);
            if (!record || record.until <= Date.now()) return false;
            try {
                const text = localStorage.getItem(bridge.key);
                const before = text === null ? null : toSound(text, notice);
                // One that cannot be gone by stays for boot to find.
                if (before ? before.at >= record.at : text !== null || !isStart) return false;
                if (before) {
                    const { revision, source, layer, at, choices } = before;
                    record.past = [...before.past, { revision, source, layer, at, choices }];
                    record.past = record.past.slice(-PAST_KEPT);
                }
            } catch {
                // No storage: it is read where it is.
                return false;
            }
            const text = JSON.stringify(record);
            try {
                localStorage.setItem(bridge.key, text);
            } catch {
                bridge.keep(text);
                try {
                    // The old one may outlast the cookie, and a yes does not come back by itself.
                    localStorage.removeItem(bridge.key);
                } catch {
                    // Then it gives way on each page.
                }
            }
            return true;
        };
        bring(true);
        // A page that was out of sight, or beside another in sight, before boot reads its record again
        // and before a button of ours adds to it; what has gone meanwhile was forgotten.
        for (const event of ["pageshow", "visibilitychange", "focus", "click"]) {
            hear(event, () => {
                if (bring(false)) bridge.published();
            });
        }

        follow(({ decidedAt, persistence }) => {
            // Anywhere else the cookie is what was written.
            if (persistence !== "local") return;
            // A change that was no choice made here: what a neighbour has said since is the later one.
            if (bring(false)) return bridge.published();
            const text = bridge.read();
            if (text && decidedAt) put(text);
            else if (read() !== undefined) write("", 0);
        });
    };

export default mirror;
