/** What happens when the tag runs, in order. */

import { makeApi } from "./api.ts";
import { parts } from "./compiled.ts";
import type { Consent, ConsentCall } from "./consent.d.ts";
import { publish } from "./decision.ts";
import { release, see } from "./gate.ts";
import { warn } from "./log.ts";
import { bridge, later, prefetch, refresh, show } from "./notice.ts";
import { draw, place } from "./screen.ts";
import { data, language } from "./tag.ts";

const TAG_DATA = ["lang", "region", "debug"];

/** `#privacy/<article>` opens the notice there. */
const openAddress = (): void => {
    const where = location.hash.split("#privacy/")[1];
    if (where !== undefined) show(where);
};

/** A link or button that opens the notice: fetched at the first sign of intent, opened by a click. */
const attend = (event: Event): void => {
    const opener = (event.composedPath() as HTMLElement[]).find((node) =>
        // The path ends in the document and the window.
        node.matches?.("[data-consent-open]"),
    );
    if (!opener) return;
    if (event.type !== "click") {
        prefetch();
    } else if (!(event as MouseEvent).ctrlKey && !(event as MouseEvent).metaKey) {
        event.preventDefault();
        show(opener.dataset.consentOpen);
    }
};

const settle = (): void => {
    draw();
    release();
};

/**
 * The screen answers a click first; tags may take their time. A page that nobody sees paints
 * nothing: there they wait until somebody looks.
 */
const follow = (): void => {
    draw();
    requestAnimationFrame(() =>
        setTimeout(() => {
            refresh();
            release();
        }),
    );
};

const LISTENERS: Record<string, (event: Event) => void> = {
    "consent:change": follow,
    // Other tabs; a page back from the back-forward cache; one that was out of sight.
    storage: publish,
    pageshow: publish,
    visibilitychange: publish,
    DOMContentLoaded: settle,
    hashchange: openAddress,
    click: attend,
    pointerover: attend,
    focusin: attend,
};

const start = (queue: ConsentCall[] | undefined): void => {
    for (const name of Object.keys(data)) {
        if (!TAG_DATA.includes(name)) warn(`data-${name}; known: ${TAG_DATA}`);
    }
    for (const part of parts) part(bridge, language);
    publish();
    const api = (window.consent = makeApi());

    // Captured, so that a page which stops events does not close the way in.
    for (const pair of Object.entries(LISTENERS)) addEventListener(...pair, true);
    settle();
    new MutationObserver((changes) => {
        place();
        see(changes);
    }).observe(document, { childList: true, subtree: true });

    // One by one, once this script has ended and before the next one: a wrong call is reported as
    // its own and stops no other.
    // An element of that name is no queue.
    queue?.forEach?.((call) => queueMicrotask(() => api.push(call)));
    openAddress();
    if ("debug" in data) later("explain");
};

// An element named `consent` is no reason to stay away; this script's own object is.
const present = window.consent as (Partial<Consent> & ConsentCall[]) | undefined;
if (present?.receipt) warn("the tag is here twice");
else start(present);
