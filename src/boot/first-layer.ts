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

/** The same weight for both answers: siblings, one style, and one part, so that no page can tell them apart. */
const makeAnswer = (action: string, label: string, yes: boolean): HTMLElement => {
    const button = make("button", { "data-consent-action": action, part: "answer" }, label);
    button.onclick = () => record(asked.ids, () => yes, "first-layer");
    return button;
};

export const makeFirstLayer = (): HTMLElement => {
    const region = make(
        "section",
        { "aria-label": firstLayer },
        make(
            "div",
            0,
            make("h2", 0, title),
            make("p", 0, asked.text),
            make("ul", 0, ...asked.names.map((name) => make("li", 0, name))),
            surprise && make("p", 0, surprise),
            make("small", 0, anyTime),
            snapshot.gpc && make("small", 0, gpcHonoured),
        ),
        make(
            "footer",
            0,
            makeAnswer("refuse-all", refuseAll, false),
            makeAnswer("accept-all", acceptAll, true),
            make("button", { "data-consent-action": "choose", "data-consent-open": "choices" }, choose),
            make("button", { "data-consent-action": "read", "data-consent-open": "" }, read),
        ),
    );
    makeRoom(region);
    return makeHost("sudare-choice", region);
};

const { style } = document.documentElement;
const before = style.scrollPaddingBottom;

/**
 * What the keyboard reaches below the layer is scrolled clear of it; gone with the layer. After the
 * frame, not in it: the page would be styled and laid out a second time before anything is seen.
 */
const makeRoom = (region: HTMLElement): void => {
    new ResizeObserver(() => {
        const height = region.offsetHeight;
        setTimeout(() => {
            style.scrollPaddingBottom = height ? height + "px" : before;
        });
    }).observe(region);
};
