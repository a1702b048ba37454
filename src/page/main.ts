/**
 * The static page comes alive: with `consent.js` beside it, what waits hidden on the page is shown
 * and works in place. Without a script nothing is missing from the notice but its switches.
 */

import { openAll, openInPrint, openNamed } from "./articles.ts";
import { showChanges } from "./changes.ts";
import { download, drawRecord, forget } from "./record.ts";
import { choose, drawQuestion, drawSwitches } from "./switches.ts";
import { all, live } from "./words.ts";

const DEEDS: Record<string, () => unknown> = {
    "open-all": () => openAll(true),
    "close-all": () => openAll(false),
    download,
    forget,
};

const press = ({ target }: Event): void => {
    const pressed = (target as Element).closest<HTMLElement>(".sudare button");
    if (!pressed) return;
    DEEDS[pressed.dataset.does ?? ""]?.();
    choose(pressed);
};

/** Boot sent the visitor here because the notice could not be had; `src/boot/notice.ts` has the mark. */
const sayWhyHere = (): void => {
    for (const line of all("[data-came]")) line.hidden = !location.href.includes("?#");
};

const start = (): void => {
    sayWhyHere();
    for (const part of all("[data-live]")) part.hidden = false;
    showChanges();
    // Hears how things stand at once.
    window.consent.on("change", (now) => {
        drawSwitches(now);
        drawQuestion(now);
        drawRecord(now);
    });
    addEventListener("click", press);
};

openInPrint();
openNamed();
addEventListener("hashchange", openNamed);
// It may have been kept from running.
if (live && (window.consent as { receipt?: unknown } | undefined)?.receipt) start();
