/** The visitor's record: when, until when; to keep, and to forget. */

import type { Snapshot } from "../boot/consent.d.ts";
import { hideChanges } from "./changes.ts";
import { all, fillTimes, live, tell } from "./words.ts";

export const drawRecord = ({ decidedAt, expiresAt }: Snapshot): void => {
    for (const part of all("[data-record]")) {
        part.hidden = (part.dataset.record === "held") === !decidedAt;
    }
    if (decidedAt) fillTimes("[data-record] [data-chosen-at]", decidedAt);
    if (expiresAt) fillTimes("[data-record] [data-chosen-until]", expiresAt);
};

export const download = async (): Promise<void> => {
    // Where the standard's form cannot be had, what holds and since when.
    const receipt = await window.consent.receipt().catch(() => undefined);
    if (receipt === null) return;
    const text = JSON.stringify(receipt ?? window.consent.get(), null, 2);
    const link = document.createElement("a");
    link.href = "data:application/json," + encodeURIComponent(text);
    link.download = `consent-${receipt?.pii_processing.notice_id ?? live.revision}.json`;
    link.click();
};

export const forget = (): void => {
    window.consent.reset();
    hideChanges();
    tell(live.forgotten);
};
