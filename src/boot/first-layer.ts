/** The question: one region at the edge of the page, which neither moves nor locks it. */

import { compiled, Word } from "./compiled.ts";
import { record, snapshot } from "./decision.ts";
import { make, makeHost } from "./elements.ts";
import { optional } from "./ids.ts";
import { speech } from "./tag.ts";

const { words } = speech;

const makeButton = (action: string, word: Word, opens?: string): HTMLElement =>
    make(
        "button",
        { "data-consent-action": action, ...(opens !== undefined && { "data-consent-open": opens }) },
        words[word]!,
    );

/** The same weight for both answers: siblings, and one style. */
const makeAnswer = (action: string, word: Word, yes: boolean): HTMLElement => {
    const button = makeButton(action, word);
    button.onclick = () => record(Object.fromEntries(optional.map((id) => [id, yes])), "first-layer");
    return button;
};

export const makeFirstLayer = (): HTMLElement => {
    const notes = [words[Word.AnyTime]!];
    if (snapshot.gpc) notes.push(words[Word.GpcHonoured]!);
    const region = make(
        "section",
        { "aria-label": words[Word.FirstLayer]!, class: compiled.look[0] },
        make(
            "div",
            {},
            make("h2", {}, speech.title),
            make("p", {}, speech.text),
            make("ul", {}, ...speech.names.map((name) => make("li", {}, name))),
            ...(speech.surprise ? [make("p", {}, speech.surprise)] : []),
            ...notes.map((note) => make("small", {}, note)),
        ),
        make(
            "footer",
            {},
            makeAnswer("refuse-all", Word.RefuseAll, false),
            makeAnswer("accept-all", Word.AcceptAll, true),
            makeButton("choose", Word.Choose, "choices"),
            makeButton("read", Word.Read, ""),
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
