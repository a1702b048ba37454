/**
 * In the place of a frame that is held back: what it would send to whom, and two buttons, for this
 * once and for good.
 */

import type { Snapshot } from "../consent.d.ts";
import { isParsed } from "../parsed.ts";
import { follow, hear, type Part } from "./part.ts";

/** What is said of a purpose or service. */
type Label = [
    heldBack: string,
    alwaysAllow: string,
    /** Of a service, its purpose: without that one it does not run. */
    purpose: string | null,
    /** What is sent, and to whom. */
    ...facts: string[],
];

type Data = [
    colourScheme: string,
    speeches: Record<string, [dir: string, showOnce: string, labels: Record<string, Label>]>,
];

const CSS = `:host{all:initial!important}div{box-sizing:border-box;display:flex;flex-direction:column;justify-content:center;gap:.5em;max-width:100%;padding:1em;overflow:auto;border:1px solid;font:1em/1.5 var(--sudare-font,system-ui);color:var(--sudare-ink,CanvasText);background:var(--sudare-paper,Canvas)}p{margin:0}button{margin-inline-end:.5em;padding:.5em 1em;min-height:2.5em;border:1px solid;border-radius:var(--sudare-radius,2px);font:inherit;color:inherit;background:none;cursor:pointer}`;
const SELECTOR = "iframe[data-consent][data-src]";

const make = (name: string, ...content: (Node | string)[]): HTMLElement => {
    const element = document.createElement(name);
    element.append(...content);
    return element;
};

/** An element whose content the page's styles do not reach. */
const makeHost = (content: HTMLElement): HTMLElement => {
    const host = make("sudare-frame");
    const root = host.attachShadow({ mode: "open" });
    try {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(CSS);
        root.adoptedStyleSheets = [sheet];
    } catch {
        // An engine without constructed sheets.
        root.append(make("style", CSS));
    }
    root.append(content);
    return host;
};

const frames: Part<Data> =
    ([colourScheme, speeches]) =>
    (bridge, language) => {
        const [dir, showOnce, labels] = speeches[language]!;
        /** What stands before a frame, and how the frame was displayed. */
        const covers = new Map<HTMLIFrameElement, [cover: HTMLElement, display: string]>();
        /** Shown for this once: for which id, and after which decision. */
        const shown = new Map<HTMLIFrameElement, [id: string, decidedAt: string | null]>();

        const may = (id: string): boolean | undefined => {
            const { purposes, services }: Snapshot = bridge.snapshot();
            return purposes[id] ?? services[id];
        };

        const uncover = (frame: HTMLIFrameElement): void => {
            const [cover, display] = covers.get(frame)!;
            covers.delete(frame);
            cover.remove();
            frame.style.display = display;
        };

        const makeButton = (action: string, label: string, act: () => void): HTMLElement => {
            const button = make("button", label);
            button.dataset.consentAction = action;
            button.part = "answer";
            button.onclick = act;
            return button;
        };

        const cover = (frame: HTMLIFrameElement): void => {
            // A copy that a page kept of a covered one comes back with an empty cover, and hidden.
            const copied = frame.previousElementSibling;
            if (copied?.localName === "sudare-frame" && !copied.shadowRoot) {
                copied.remove();
                frame.style.display = "";
            }
            const id = frame.dataset.consent!;
            const label = labels[id];
            // One that has gone again is covered when it comes back.
            if (!label || may(id) || covers.has(frame) || !frame.isConnected) return;
            const [heldBack, , purpose, ...facts] = label;
            // The smallest yes that lets it run.
            const asked = purpose && !may(purpose) ? purpose : id;
            const box = make(
                "div",
                make("p", heldBack),
                ...facts.map((fact) => make("p", fact)),
                make(
                    "p",
                    makeButton("show-once", showOnce, () => {
                        uncover(frame);
                        // The gate looks at it no more, and a later yes does not start it afresh.
                        frame.removeAttribute("data-consent");
                        shown.set(frame, [id, bridge.snapshot().decidedAt]);
                        frame.src = frame.dataset.src!;
                        frame.focus();
                    }),
                    makeButton("always-allow", labels[asked]![1], () => {
                        window.consent.set({ [asked]: true, [id]: true });
                        frame.focus();
                    }),
                ),
            );
            box.lang = language;
            box.dir = dir;
            box.part = "paper";
            box.setAttribute("role", "group");
            box.setAttribute("aria-label", frame.title || heldBack);
            box.style.colorScheme = colourScheme;
            // One that the page does not show yet has no size.
            if (frame.offsetWidth) box.style.width = `${frame.offsetWidth}px`;
            if (frame.offsetHeight) box.style.minHeight = `${frame.offsetHeight}px`;
            const host = makeHost(box);
            covers.set(frame, [host, frame.style.display]);
            frame.before(host);
            frame.style.display = "none";
        };

        const look = (root: ParentNode): void =>
            root.querySelectorAll<HTMLIFrameElement>(SELECTOR).forEach(cover);

        /** One that is put back, or elsewhere, is covered again. */
        const dropGone = (): void => {
            for (const [frame, [host]] of [...covers])
                if (!frame.isConnected || frame.parentNode !== host.parentNode) uncover(frame);
        };

        const settle = (): void => {
            dropGone();
            for (const frame of [...covers.keys()]) if (may(frame.dataset.consent!)) uncover(frame);
            const { why, decidedAt } = bridge.snapshot();
            for (const [frame, [id, before]] of shown) {
                // A no that was said after it.
                if (may(id) || why[id] !== "denied" || decidedAt === before) continue;
                shown.delete(frame);
                frame.removeAttribute("src");
                frame.dataset.consent = id;
                // Empties it without a step in the page's history.
                frame.replaceWith(frame);
            }
            if (isParsed()) look(document);
        };

        follow(settle);
        hear("DOMContentLoaded", settle);
        new MutationObserver((changes) => {
            if (!isParsed()) return;
            // By whichever of the elements around it a frame went.
            if (changes.some(({ removedNodes }) => removedNodes.length)) dropGone();
            for (const { addedNodes } of changes) {
                addedNodes.forEach((node) => {
                    if (node instanceof HTMLIFrameElement && node.matches(SELECTOR)) cover(node);
                    else if (node instanceof HTMLElement) look(node);
                });
            }
        }).observe(document, { childList: true, subtree: true });
    };

export default frames;
