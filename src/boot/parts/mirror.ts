/**
 * The record a second time, as a cookie that a server can read, and that brings back a record which
 * localStorage has lost: some browsers empty it after a week.
 *
 * Its value is a list with "/" between: version, id, revision, text, language, source, at, until, and
 * the ids that were granted, granted over GPC, denied, and known beside these, each with "." between.
 * Earlier decisions are not in it.
 */

import { warn } from "../log.ts";
import type { StoredRecord } from "../record.ts";
import { follow, type Part } from "./part.ts";

type Data = [noticeId: string, name: string, domain: string | null];

/** A server may refuse requests whose cookies are long. */
const LONGEST = 1500;
const VERSION = "1";
const CHOICES = ["granted", "granted-over-gpc", "denied"];

const toValue = ({ choices, known, ...record }: StoredRecord): string => {
    const said = (choice: string | undefined, ids: string[]): string =>
        ids.filter((id) => choices[id] === choice).join(".");
    const { id, revision, text, lang, source, at, until } = record;
    return [
        VERSION,
        ...[id, revision, text, lang, source, at, until].map(encodeURIComponent),
        ...CHOICES.map((choice) => said(choice, Object.keys(choices))),
        said(undefined, known),
    ].join("/");
};

/** Whether it is a record that counts, boot judges as with any text that was stored. */
const toRecord = (value: string, notice: string): StoredRecord | null => {
    const [version, ...fields] = value.split("/");
    if (version !== VERSION || fields.length !== 11) return null;
    const [id, revision, text, lang, source, at, until] = fields.map(decodeURIComponent);
    const lists = fields.slice(7).map((list) => list.split(".").filter(Boolean));
    const choices = Object.fromEntries(
        CHOICES.flatMap((choice, place) => lists[place]!.map((id) => [id, choice])),
    );
    const own = { revision: revision!, source: source as StoredRecord["source"], at: +at!, choices };
    return {
        ...{ v: 1, id: id!, notice, text: text!, lang: lang!, until: +until! },
        ...{ ...own, known: lists.flat(), past: [] },
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
            document.cookie = attributes.join(";");
        };

        try {
            const value = read();
            const record = value && bridge.read() === null ? toRecord(value, notice) : null;
            if (record) localStorage.setItem(bridge.key(), JSON.stringify(record));
        } catch {
            // Not ours, or no storage: the visitor is asked.
        }

        follow(({ decidedAt }) => {
            const text = bridge.read();
            if (!text || !decidedAt) {
                if (read() !== undefined) write("", 0);
                return;
            }
            const record = JSON.parse(text) as StoredRecord;
            const value = toValue(record);
            if (value.length > LONGEST) {
                // Better none than an old one.
                write("", 0);
                warn(`the record is too long for the cookie ${name}: ${value.length} of ${LONGEST}`);
                return;
            }
            write(value, Math.ceil((record.until - Date.now()) / 1000));
            if (read() !== value) warn(`the cookie ${name} could not be set; domain: ${domain}`);
        });
    };

export default mirror;
