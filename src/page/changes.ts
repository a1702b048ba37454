/** What has changed since the visitor chose: the part of their own text is shown, its cards marked. */

import { all, fillTimes, live } from "./words.ts";

/** The part that tells of that text; of its revision's last one where the very text is not known. */
const partOf = (revision: string, text: string): HTMLElement | undefined => {
    const parts = all("[data-since]").filter((part) => part.dataset.since === revision);
    return parts.find((part) => part.dataset.text === text) ?? parts[0];
};

/** Shows it. What was chosen before this page was opened counts: a choice made here hides nothing. */
export const showChanges = async (): Promise<void> => {
    const { decidedAt } = window.consent.get();
    if (!decidedAt) return;
    // Without it nothing is said of changes; the dated list stands above.
    const receipt = await window.consent.receipt().catch(() => null);
    if (!receipt) return;
    const { notice_revision: revision, notice_text: text } = receipt.pii_processing;
    fillTimes("[data-since] [data-chosen-at]", decidedAt);
    const part = partOf(revision, text);
    const altered = part ? all("[data-altered]", part) : [];
    if (!altered.length) {
        for (const line of all("[data-nothing-since]")) {
            line.hidden = !part && revision !== live.revision;
        }
        return;
    }
    part!.hidden = false;
    for (const line of altered) {
        const mark = line.querySelector(".mark")!.cloneNode(true);
        document.getElementById("sudare-card-" + line.dataset.altered)?.prepend(mark);
    }
};

/** The record is forgotten: there is nothing to have changed since. */
export const hideChanges = (): void => {
    for (const part of all("[data-since], [data-nothing-since]")) part.hidden = true;
    for (const mark of all(".card > .mark")) mark.remove();
};
