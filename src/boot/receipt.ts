/**
 * The visitor's own copy of the record, in the terms of the W3C's Data Privacy Vocabulary and
 * ISO/IEC TS 27560. It is not the controller's proof, and names nobody.
 */

import type { Receipt, ReceiptEvent } from "./consent.d.ts";
import { iso, parse, type Past } from "./record.ts";
import { read } from "./store.ts";

const NO = "denied";

/** A no after a yes is a withdrawal. */
const event = (past: Past, at: number, all: Past[]): ReceiptEvent => ({
    time: iso(past.at),
    source: past.source,
    noticeRevision: past.revision,
    status: Object.fromEntries(
        Object.entries(past.choices).map(([id, choice]) => [
            id,
            choice !== NO
                ? "ConsentGiven"
                : all.slice(0, at).some(({ choices }) => (choices[id] ?? NO) !== NO)
                  ? "ConsentWithdrawn"
                  : "ConsentRefused",
        ]),
    ),
});

export const receipt = (): Receipt | null => {
    const record = parse(read(), Date.now());
    if (typeof record === "string") return null;
    return {
        schema: "sudare-receipt-1",
        recordId: record.id,
        notice: record.notice,
        noticeHash: record.text,
        language: record.lang,
        expires: iso(record.until),
        events: [...record.past, record].map(event),
    };
};
