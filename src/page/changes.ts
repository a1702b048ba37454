/** What has changed since the visitor chose: the part of their own text is shown, its cards marked. */

import { all, fillTimes, live } from "./words.ts";

/** The part that tells of that text; of its revision's last one where the very text is not known. */
const partOf = (revision: string, text: string): HTMLElement | undefined => {
    const parts = all("[data-since]").filter((part) => part.dataset.since === revision);
    return parts.find((part) => part.dataset.text === text) ?? parts[0];
};

/** Shows it. What was chosen before this page was opened counts: a choice made here hides nothing. */
export const showChanges = (): void => {
    const chosen = window.consent.receipt();
    if (!chosen) return;
    fillTimes("[data-since] [data-chosen-at]", new Date(chosen.at).toISOString());
    const part = partOf(chosen.revision, chosen.text);
    const altered = part ? all("[data-altered]", part) : [];
    if (!altered.length) {
        for (const line of all("[data-nothing-since]")) {
            line.hidden = !part && chosen.revision !== live.revision;
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
