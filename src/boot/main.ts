/** What happens when the tag runs, in order. */

import { api } from "./api.ts";
import { compiled } from "./compiled.ts";
import { follow, publish } from "./decision.ts";
import { report } from "./events.ts";
import { release, see } from "./gate.ts";
import { warn } from "./log.ts";
import { prefetch, show } from "./notice.ts";
import { draw, place } from "./screen.ts";
import { keep } from "./store.ts";
import { tag, TAG_DATA } from "./tag.ts";

const OPENER = "[data-consent-open]";

/** The link or button that an event went through, in the page or in a shadow of it. */
const openerOf = (event: Event): Element | undefined =>
    event.composedPath().find((node): node is Element => node instanceof Element && node.matches(OPENER));

/** `#privacy/<article>` opens the notice there. */
const openAddress = (): void => {
    const [, where] = /^#privacy\/(.*)/.exec(location.hash) ?? [];
    if (where !== undefined) show(decodeURIComponent(where));
};

const start = (queue: unknown): void => {
    window.consent = api;
    for (const name of Object.keys(tag?.dataset ?? {})) {
        if (!TAG_DATA.includes(name)) warn(`data-${name} on the tag means nothing; ${TAG_DATA} do`);
    }

    // The screen answers a click first; tags may take their time. A page that nobody sees paints
    // nothing, so nothing waits for it there.
    follow(draw);
    follow(() => {
        if (document.hidden) setTimeout(release);
        else requestAnimationFrame(() => setTimeout(release));
    });

    // Other tabs; a page back from the back-forward cache; one that was out of sight.
    addEventListener("storage", ({ key }) => {
        if (key !== null && key !== compiled.key) return;
        // Somebody could write: it is not for this page alone any more.
        keep(undefined);
        publish();
    });
    addEventListener("pageshow", (event) => event.persisted && publish());
    document.addEventListener("visibilitychange", publish);

    draw();
    release();
    new MutationObserver((changes) => {
        place();
        see(changes);
    }).observe(document, { childList: true, subtree: true });
    document.addEventListener("DOMContentLoaded", () => {
        draw();
        release();
    });

    // Captured, so that a page which stops events does not close the way in.
    document.addEventListener("click", (event) => {
        const opener = openerOf(event);
        if (!opener || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        show(opener.getAttribute("data-consent-open") || undefined);
    }, true);
    for (const intent of ["pointerover", "focusin", "touchstart"]) {
        document.addEventListener(intent, (event) => {
            if (openerOf(event)) prefetch();
        }, { capture: true, passive: true });
    }
    addEventListener("hashchange", openAddress);

    if (Array.isArray(queue)) {
        for (const call of queue) {
            try {
                api.push(call);
            } catch (mistake) {
                report(mistake);
            }
        }
    }
    openAddress();
};

// An element named `consent` is no reason to stay away; this script's own object is.
const present: unknown = window.consent;
if (typeof (present as { receipt?: unknown } | undefined)?.receipt === "function") {
    warn("the tag is on this page twice; the second does nothing");
} else {
    start(present);
}
