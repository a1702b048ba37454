/** The question: one region at the edge of the page, which neither moves nor locks it. */

import { asked } from "./asked.ts";
import { record, snapshot } from "./decision.ts";
import { make, makeHost } from "./elements.ts";
import {
    acceptAll,
    anyTime,
    choose,
    firstLayer,
    gpcHonoured,
    read,
    refuseAll,
    surprise,
    title,
} from "./tag.ts";

/** The same weight for both answers: siblings, and one style. */
const makeAnswer = (action: string, label: string, yes: boolean): HTMLElement => {
    const button = make("button", { "data-consent-action": action }, label);
    button.onclick = () => record(asked.ids, () => yes, "first-layer");
    return button;
};

export const makeFirstLayer = (): HTMLElement => {
    const region = make(
        "section",
        { "aria-label": firstLayer },
        make(
            "div",
            {},
            make("h2", {}, title),
            make("p", {}, asked.text),
            make("ul", {}, ...asked.names.map((name) => make("li", {}, name))),
            surprise && make("p", {}, surprise),
            make("small", {}, anyTime),
            snapshot.gpc && make("small", {}, gpcHonoured),
        ),
        make(
            "footer",
            {},
            makeAnswer("refuse-all", refuseAll, false),
            makeAnswer("accept-all", acceptAll, true),
            make("button", { "data-consent-action": "choose", "data-consent-open": "choices" }, choose),
            make("button", { "data-consent-action": "read", "data-consent-open": "" }, read),
        ),
    );
    makeRoom(region);
    return makeHost("sudare-choice", region);
};

/** What the keyboard reaches below the layer is scrolled clear of it; gone with the layer. */
const makeRoom = (region: HTMLElement): void => {
    const { style } = document.documentElement;
    const before = style.scrollPaddingBottom;
    new ResizeObserver(() => {
        style.scrollPaddingBottom = region.offsetHeight ? region.offsetHeight + "px" : before;
    }).observe(region);
};
