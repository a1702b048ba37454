/** What happens when the tag runs, in order. */

import { api } from "./api.ts";
import { follow, publish } from "./decision.ts";
import { tell } from "./events.ts";
import { release, see } from "./gate.ts";
import { warn } from "./log.ts";
import { prefetch, refresh, show } from "./notice.ts";
import { draw, place } from "./screen.ts";

/** `#privacy/<article>` opens the notice there. */
const openAddress = (): void => {
    const [prefix, where] = location.hash.split("/");
    if (prefix === "#privacy") show(where && decodeURIComponent(where));
};

/** A link or button that opens the notice: fetched at the first sign of intent, opened by a click. */
const attend = (event: Event): void => {
    const opener = event
        .composedPath()
        .find((node): node is Element => node instanceof Element && node.matches("[data-consent-open]"));
    if (!opener) return;
    if (event.type !== "click") {
        prefetch();
    } else if (!(event as MouseEvent).ctrlKey && !(event as MouseEvent).metaKey) {
        event.preventDefault();
        show(opener.getAttribute("data-consent-open")!);
    }
};

const lookAgain = (): void => publish();

const settle = (): void => {
    draw();
    release();
};

const start = (queue: unknown): void => {
    window.consent = api;

    // The screen answers a click first; tags may take their time. A page that nobody sees paints
    // nothing, so nothing waits for it there.
    follow((byWidget) => {
        draw();
        if (!byWidget) refresh();
        if (document.hidden) release();
        else requestAnimationFrame(() => setTimeout(release));
    });

    const listeners: Record<string, (event: Event) => void> = {
        // Other tabs; a page back from the back-forward cache; one that was out of sight.
        storage: lookAgain,
        pageshow: lookAgain,
        visibilitychange: lookAgain,
        DOMContentLoaded: settle,
        hashchange: openAddress,
        click: attend,
        pointerover: attend,
        focusin: attend,
    };
    // Captured, so that a page which stops events does not close the way in.
    for (const type of Object.keys(listeners)) addEventListener(type, listeners[type]!, true);

    settle();
    new MutationObserver((changes) => {
        place();
        see(changes);
    }).observe(document, { childList: true, subtree: true });

    if (Array.isArray(queue)) queue.forEach((call) => tell(() => api.push(call)));
    openAddress();
};

// An element named `consent` is no reason to stay away; this script's own object is.
const present: unknown = window.consent;
if (typeof (present as { receipt?: unknown } | undefined)?.receipt === "function") {
    warn("the tag is on this page twice; the second does nothing");
} else {
    start(present);
}
