/**
 * What is held back until it is allowed: `<script type="text/plain" data-consent="id">`, and
 * anything with `data-consent` and `data-src` or `data-href` in place of `src` or `href`.
 *
 * A no cannot undo what a script has done; a frame, picture or style sheet is taken away again.
 */

import { allows } from "./decision.ts";
import { debug, warn } from "./log.ts";

/** What has been let go. */
const released = new WeakSet<Element>();
/** What names nothing that this notice has; said once for each. */
const strange = new WeakSet<Element>();

const idOf = (element: Element): string => element.getAttribute("data-consent")!;

/** Scripts that may run, in document order, each waiting for the one before. */
const line: HTMLScriptElement[] = [];
let waiting = false;

/** Scripts that the parser may not have read to their end. */
let unread: Element[] = [];

const runNext = (): void => {
    let script;
    while (!waiting && (script = line.shift())) {
        if (!script.isConnected) continue;
        const type = script.getAttribute("data-type");
        if (type) script.type = type;
        else script.removeAttribute("type");
        if (!script.hasAttribute("async")) {
            // The parser has marked it as one that need not wait.
            script.async = false;
            if (script.src && !type) {
                waiting = true;
                script.onload = script.onerror = () => {
                    waiting = false;
                    runNext();
                };
            }
        }
        debug("released", script);
        putBack(script);
    }
};

/**
 * A script that was never run is tried again when it comes back into the page. It stays the same
 * element: its nonce holds, and Trusted Types have nothing to object to in a text that the parser
 * read. A frame that comes back starts afresh, without a step in the page's history.
 */
const putBack = (element: Element): void => element.replaceWith(element);

const isRead = (element: Element): boolean => {
    if (document.readyState !== "loading") return true;
    for (let node: Node | null = element; node; node = node.parentNode) {
        if (node.nextSibling) return true;
    }
    return false;
};

const consider = (element: Element): void => {
    const yes = allows(idOf(element));
    if (yes === undefined) {
        if (!strange.has(element)) warn(`no purpose or service "${idOf(element)}"; held back for good`);
        strange.add(element);
    } else if (yes !== released.has(element)) {
        if (element instanceof HTMLScriptElement) {
            if (!yes) return;
            if (!isRead(element)) {
                unread.push(element);
                return;
            }
            line.push(element);
        } else {
            for (const name of ["src", "href"]) {
                const address = element.getAttribute("data-" + name);
                if (address && yes) element.setAttribute(name, address);
                else if (address) {
                    element.removeAttribute(name);
                    if (name === "src") putBack(element);
                }
            }
        }
        released[yes ? "add" : "delete"](element);
    }
};

const within = (root: ParentNode): void => {
    root.querySelectorAll("[data-consent]").forEach(consider);
    runNext();
};

/** Lets go what may go, and takes away what may not stay. */
export const release = (): void => within(document);

/** Looks at what has come into the page, and at nothing else. */
export const see = (changes: MutationRecord[]): void => {
    const again = unread;
    unread = [];
    again.forEach(consider);
    for (const { addedNodes } of changes) {
        addedNodes.forEach((node) => {
            if (!(node instanceof Element)) return;
            if (node.hasAttribute("data-consent")) consider(node);
            if (node.firstElementChild) within(node);
        });
    }
    runNext();
};
