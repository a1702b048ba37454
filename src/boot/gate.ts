/**
 * What is held back until it is allowed: `<script type="text/plain" data-consent="id">`, and
 * anything with `data-consent` and `data-src`, else `data-href`, in place of `src` or `href`.
 *
 * A no cannot undo what a script has done; a frame, picture or style sheet is taken away again.
 */

import { allows } from "./decision.ts";
import { known } from "./ids.ts";
import { warn } from "./log.ts";
import { isParsed } from "./parsed.ts";

/** What has been let go, and what never will be because it names nothing that this notice has. */
const settled = new WeakSet<Element>();

/** Of the scripts, those that have run: one that was let go may still wait its turn. */
const ran = new WeakSet<Element>();

/** Scripts that may run do so in document order, each file once the one before has come or failed. */
let line: Promise<unknown> = Promise.resolve();

/**
 * Takes an element out and puts it back. A script that was never run is tried again then. It stays
 * the same element: its nonce holds, and Trusted Types have nothing to object to in a text that the
 * parser read. A frame starts afresh, without a step in the page's history.
 */
const putBack = (element: Element): void => element.replaceWith(element);

const run = (script: HTMLScriptElement): unknown => {
    // Asked again: a no may have come while it waited.
    if (ran.has(script) || !allows(script.dataset.consent!) || !script.isConnected) return;
    ran.add(script);
    script.type = script.dataset.type ?? "";
    // The parser has marked it as one that need not wait, whatever its attributes say.
    script.async = script.hasAttribute("async");
    putBack(script);
    return (
        script.src &&
        !script.type &&
        !script.async &&
        new Promise((goOn) => ["load", "error"].map((event) => script.addEventListener(event, goOn)))
    );
};

const consider = (element: HTMLElement): void => {
    const id = element.dataset.consent!;
    const yes = allows(id);
    const was = settled.has(element);
    const name = element.dataset.src ? "src" : "href";
    const address = element.dataset[name];
    if (yes == null) {
        if (!was) warn(`data-consent: ${id}; known: ${known}`);
    } else if (element instanceof HTMLScriptElement) {
        // What has run has run.
        if (yes) line = line.then(() => run(element));
    } else if (address && yes !== (was || element.getAttribute(name) === address)) {
        // A copy of one that was let go has come with its address.
        if (yes) element.setAttribute(name, address);
        else {
            element.removeAttribute(name);
            putBack(element);
        }
    }
    if (yes === false) settled.delete(element);
    else settled.add(element);
};

const SELECTOR = "[data-consent]";

const within = (root: ParentNode): void => root.querySelectorAll<HTMLElement>(SELECTOR).forEach(consider);

/**
 * Lets go what may go, and takes away what may not stay. Not before the page is parsed, as if each
 * had `defer`: until then an element may be half read, and order is not known.
 */
export const release = (): void => {
    if (isParsed()) within(document);
};

/** Looks at what has come into the page, and at nothing else. */
export const see = (changes: MutationRecord[]): void => {
    if (!isParsed()) return;
    for (const { addedNodes } of changes) {
        for (const node of addedNodes as NodeListOf<HTMLElement>) {
            // Text has none.
            if (!node.dataset) continue;
            if (node.matches(SELECTOR)) consider(node);
            within(node);
        }
    }
};
