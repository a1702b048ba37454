/** What stands on the page: the question while there is one, else the way back in. */

import { compiled, Word } from "./compiled.ts";
import { snapshot } from "./decision.ts";
import { make, makeHost } from "./elements.ts";
import { makeFirstLayer } from "./first-layer.ts";
import { speech } from "./tag.ts";

const enum Wanted {
    Nothing,
    Question,
    Launcher,
}

const [layout, corner] = compiled.look;
let wanted = Wanted.Nothing;
let host: HTMLElement | undefined;

/** The visitor has just forgotten the choice: not asked again at once. */
let quiet = false;

const makeLauncher = (): HTMLElement =>
    makeHost(
        "sudare-launcher",
        make("button", { type: "button", class: corner, "data-consent-open": "" }, speech.words[Word.Launcher]!),
    );

const want = (): Wanted => {
    if (snapshot.reprompt && layout !== "none" && !quiet) return Wanted.Question;
    // A page's own link may still be on its way.
    if (document.readyState === "loading" || corner === "none") return Wanted.Nothing;
    return document.querySelector("[data-consent-open]") ? Wanted.Nothing : Wanted.Launcher;
};

/** Brings the screen in line with the decision. */
export const draw = (hush = quiet): void => {
    quiet = hush;
    const next = want();
    if (next !== wanted) {
        host?.remove();
        host = undefined;
        wanted = next;
    }
    place();
};

/** Puts it in as soon as there is a body, and again where a page has replaced its body. */
export const place = (): void => {
    const { body } = document;
    if (!wanted || !body || host?.isConnected) return;
    const question = wanted === Wanted.Question;
    host ??= question ? makeFirstLayer() : makeLauncher();
    // The first stop of the keyboard, or the last.
    body[question ? "prepend" : "append"](host);
    // The top layer, where there is one: above every z-index, without a race.
    host.popover = "manual";
    host.showPopover?.();
};
