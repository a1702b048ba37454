/** What stands on the page: the question while there is one, else the way back in. */

import { asks, launches } from "./compiled.ts";
import { snapshot } from "./decision.ts";
import { make, makeHost } from "./elements.ts";
import { makeFirstLayer } from "./first-layer.ts";
import { isParsed } from "./parsed.ts";
import { launcher } from "./tag.ts";

/** The maker of what is wanted now. */
let wanted: (() => HTMLElement) | false | 0;
let host: HTMLElement | undefined;

/** The visitor has just forgotten the choice: not asked again at once. */
let quiet: boolean | undefined;

const makeLauncher = (): HTMLElement =>
    makeHost("sudare-launcher", make("button", { "data-consent-open": "" }, launcher));

/** Brings the screen in line with the decision. */
export const draw = (hush = quiet): void => {
    quiet = hush;
    const next =
        snapshot.reprompt && asks && !quiet
            ? makeFirstLayer
            : // Where the question stood, once it is gone: the answer to a click is painted first.
              wanted !== makeFirstLayer &&
              // A page's own link may still be on its way.
              isParsed() &&
              launches &&
              !document.querySelector("[data-consent-open]") &&
              makeLauncher;
    if (next !== wanted) host?.remove();
    wanted = next;
    place();
};

/**
 * Puts it in as soon as there is a body, and again where a page has replaced its body. Made anew: a
 * page that writes itself anew takes every listener off what stood in it.
 */
export const place = (): void => {
    if (!wanted || !document.body || host?.isConnected) return;
    host = wanted();
    // The first stop of the keyboard.
    document.body.prepend(host);
    // The top layer, where there is one: above every z-index, without a race.
    host.popover = "manual";
    host.showPopover?.();
};
