/** The question: one region at the edge of the page, which neither moves nor locks it. */

import { layout } from "./compiled.ts";
import { record, snapshot } from "./decision.ts";
import { make, makeHost } from "./elements.ts";
import { optional } from "./ids.ts";
import {
    acceptAll,
    anyTime,
    choose,
    firstLayer,
    gpcHonoured,
    names,
    read,
    refuseAll,
    surprise,
    text,
    title,
} from "./tag.ts";

const makeButton = (action: string, label: string, opens?: string): HTMLElement =>
    make(
        "button",
        { "data-consent-action": action, ...(opens !== undefined && { "data-consent-open": opens }) },
        label,
    );

/** The same weight for both answers: siblings, and one style. */
const makeAnswer = (action: string, label: string, yes: boolean): HTMLElement => {
    const button = makeButton(action, label);
    button.onclick = () => record(optional, () => yes, "first-layer");
    return button;
};

export const makeFirstLayer = (): HTMLElement => {
    const notes = [anyTime];
    if (snapshot.gpc) notes.push(gpcHonoured);
    const region = make(
        "section",
        { "aria-label": firstLayer, class: layout },
        make(
            "div",
            {},
            make("h2", {}, title),
            make("p", {}, text),
            make("ul", {}, ...names.map((name) => make("li", {}, name))),
            ...(surprise ? [make("p", {}, surprise)] : []),
            ...notes.map((note) => make("small", {}, note)),
        ),
        make(
            "footer",
            {},
            makeAnswer("refuse-all", refuseAll, false),
            makeAnswer("accept-all", acceptAll, true),
            makeButton("choose", choose, "choices"),
            makeButton("read", read, ""),
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
