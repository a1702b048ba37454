/** What happens when the tag runs, in order. */

import { makeApi } from "./api.ts";
import { bare } from "./bare.ts";
import { parts } from "./compiled.ts";
import type { Consent, ConsentCall } from "./consent.d.ts";
import { publish } from "./decision.ts";
import { release, see } from "./gate.ts";
import { warn } from "./log.ts";
import { bridge, later, prefetch, refresh, show, widget } from "./notice.ts";
import { draw, place } from "./screen.ts";
import { data, language } from "./tag.ts";

/** `#privacy/<article>` opens the notice there. */
const openAddress = (): void => {
    const where = location.hash.split("#privacy/")[1];
    if (where != null) show(where);
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
    } else if (!((event as MouseEvent).ctrlKey || (event as MouseEvent).metaKey)) {
        event.preventDefault();
        show(opener.dataset.consentOpen);
    }
};

const settle = (): void => {
    release();
    draw();
};

/**
 * The screen answers a click first; tags may take their time. A page that nobody sees paints
 * nothing: there they wait until somebody looks.
 */
const follow = (): void => {
    draw();
    requestAnimationFrame(() =>
        setTimeout(() => {
            draw();
            refresh();
            release();
        }),
    );
};

/**
 * What is typed into ours is no shortcut of the page's, and no trap of its hears where the focus is:
 * only the notice's own boxes are told.
 */
const guard = (event: Event): void => {
    attend(event);
    if ((event.target as Element).localName?.match("sudare-")) {
        widget?.press(event);
        event.stopImmediatePropagation();
    }
};

const LISTENERS: Record<string, (event: Event) => void> = bare({
    "consent:change": follow,
    focusin: guard,
    keydown: guard,
    keypress: guard,
    keyup: guard,
    // Other tabs; a page back from the back-forward cache; one that was out of sight.
    storage: publish,
    pageshow: publish,
    visibilitychange: publish,
    DOMContentLoaded: settle,
    hashchange: openAddress,
    click: attend,
    pointerover: attend,
});

/** Captured, so that a page which stops events does not close the way in. */
const listen = (): void => {
    for (const name in LISTENERS) addEventListener(name, LISTENERS[name]!, true);
};

/** A queue, an element of that name, or this script's own object: only that is a reason to stay away. */
const present = window.consent as (Partial<Consent> & ConsentCall[]) | undefined;

const start = (): void => {
    const known = ["lang", "region", "debug"];
    for (const name in data) {
        if (!known.includes(name)) warn(`data-${name}; known: ${known}`);
    }
    parts.forEach((part) => part(bridge, language));
    publish();
    const api = (window.consent = makeApi());

    settle();
    listen();
    new MutationObserver((changes) => {
        listen();
        place();
        see(changes);
    }).observe(document, { childList: true, subtree: true });

    // One by one, once this script has ended and before the next one: a wrong call is reported as
    // its own and stops no other.
    // An element of that name is no queue.
    present?.forEach?.((call) => queueMicrotask(() => api.push(call)));
    openAddress();
    if ("debug" in data) later("explain").catch(warn);
};

if (present?.receipt) warn("second tag");
else start();
