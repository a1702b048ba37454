/** The question: one region at the edge of the page, which neither moves nor locks it. */

import { compiled, Word } from "./compiled.ts";
import { record, snapshot } from "./decision.ts";
import { make, makeHost } from "./elements.ts";
import { optional } from "./snapshot.ts";
import { speech } from "./tag.ts";

const { words } = speech;

const button = (action: string, word: Word, attributes: Record<string, string> = {}): HTMLElement =>
    make("button", { "data-consent-action": action, type: "button", ...attributes }, words[word]!);

/** The same weight for both answers: siblings, and one style. */
const answer = (action: string, word: Word, yes: boolean): HTMLElement => {
    const element = button(action, word);
    element.onclick = () => {
        const answers: Record<string, boolean> = {};
        for (const id of optional) answers[id] = yes;
        record(answers, "first-layer");
    };
    return element;
};

export const makeFirstLayer = (): HTMLElement => {
    const names = compiled.purposes.flatMap(([id], at) =>
        optional.includes(id) ? make("li", {}, speech.names[at]!) : [],
    );
    const notes = [words[Word.AnyTime]!];
    if (snapshot.gpc) notes.unshift(words[Word.GpcHonoured]!);
    const region = make(
        "div",
        { role: "region", "aria-label": words[Word.FirstLayer]!, class: compiled.look[0] },
        make(
            "div",
            {},
            make("h2", {}, speech.title),
            make("p", {}, speech.text),
            make("ul", {}, ...names),
            ...(speech.surprise ? [make("p", { class: "s" }, speech.surprise)] : []),
            ...notes.map((note) => make("p", { class: "n" }, note)),
        ),
        make(
            "div",
            { class: "b" },
            answer("refuse-all", Word.RefuseAll, false),
            answer("accept-all", Word.AcceptAll, true),
            button("choose", Word.Choose, { "data-consent-open": "choices" }),
            button("read", Word.Read, { "data-consent-open": "" }),
        ),
    );
    makeRoom(region);
    return makeHost("sudare-choice", region);
};

const page = document.documentElement.style;

/** What the keyboard reaches below the layer is scrolled clear of it; gone with the layer. */
const makeRoom = (region: HTMLElement): void => {
    const before = page.scrollPaddingBottom;
    new ResizeObserver(() => {
        page.scrollPaddingBottom = region.offsetHeight ? region.offsetHeight + "px" : before;
    }).observe(region);
};
