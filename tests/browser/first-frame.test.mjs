// When the first layer is painted: with the frame that would have been painted without it.

import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { page, start } from "./harness.mjs";

/** For each frame, before it is painted: whether the page has a body by then, and what the layer is. */
const FRAMES = `<script nonce="test">
window.painted = [];
(function look() {
    requestAnimationFrame(() => {
        const layer = document.querySelector("sudare-choice");
        if (document.body) painted.push([document.readyState, !!layer?.shadowRoot, !!layer?.matches(":popover-open")]);
        look();
    });
})();
</script>`;

/**
 * What has a page laid out at once, when it has changed since it was last; and what has it styled
 * and laid out anew within the frame that it was laid out for.
 */
const MEASURES = `<script nonce="test">
window.measured = [];
{
    let inObserver = false;
    const note = (name) => inObserver || measured.push(name);
    const wrap = (owner, name) => {
        const { get, set, value, ...rest } = Object.getOwnPropertyDescriptor(owner, name) ?? {};
        if (get) {
            Object.defineProperty(owner, name, { ...rest, set, get() { note(name); return get.call(this); } });
        } else if (value) {
            owner[name] = function (...given) { note(name); return value.apply(this, given); };
        }
    };
    const sides = (kind) => ["Height", "Left", "Top", "Width"].map((side) => kind + side);
    for (const name of ["checkVisibility", "getBoundingClientRect", "getClientRects", "scrollIntoView",
        ...sides("client"), ...sides("scroll")]) wrap(Element.prototype, name);
    for (const name of ["focus", "innerText", "offsetParent", ...sides("offset")]) wrap(HTMLElement.prototype, name);
    for (const name of ["getComputedStyle", "innerHeight", "innerWidth", "pageXOffset", "pageYOffset", "scroll",
        "scrollBy", "scrollTo", "scrollX", "scrollY", "getSelection"]) wrap(window, name);
    for (const name of ["caretRangeFromPoint", "elementFromPoint", "elementsFromPoint"]) wrap(Document.prototype, name);
    for (const name of ["getBoundingClientRect", "getClientRects"]) wrap(Range.prototype, name);
    // What an observer of sizes hears has been laid out.
    window.ResizeObserver = class extends ResizeObserver {
        constructor(hear) {
            super((...given) => {
                const root = document.documentElement.style;
                const before = root.cssText;
                inObserver = true;
                try { hear(...given); } finally { inObserver = false; }
                // With what it leaves to be done at its end, which is within the frame too.
                queueMicrotask(() => root.cssText !== before && note("the page's style, in an observer of sizes"));
            });
        }
    };
}
</script>`;

describe("the first layer's first frame", () => {
    let world;
    before(async () => (world = await start()));
    after(() => world.stop());
    beforeEach(() => world.newVisitor());

    const INSIDE = `document.querySelector("iframe").contentWindow`;

    /** A page of which the rest comes when the one around it asks for `/go-on`: a driver waits for none in a frame. */
    const visitSlowly = async (options) => {
        await world.visit("<h1>Outside</h1>");
        const goOn = `/go-on-${crypto.randomUUID()}`;
        const body = `<h1>Shop</h1><script nonce="test" src="/ran.js?id=late&after=${goOn}"></script><p>The rest.</p>`;
        const path = world.site.put(page({ ...options, body }));
        await world.run(
            `document.body.append(Object.assign(document.createElement("iframe"), { src: "${path}", width: 900, height: 700 }))`,
        );
        return () => world.run(`void fetch("${goOn}")`);
    };

    test("is the first of a page that has a body, however long the rest of it takes", async () => {
        const goOn = await visitSlowly({ before: FRAMES });
        await world.waitFor(`${INSIDE}.painted?.length > 3`);
        const seen = await world.ask(`${INSIDE}.painted`);
        assert.deepEqual(seen[0], ["loading", true, true]);
        assert.deepEqual(
            seen.filter(([, stands, isOnTop]) => !stands || !isOnTop),
            [],
            "there is no frame of the page without it",
        );
        assert.equal(
            await world.ask(`${INSIDE}.document.querySelector("p")`),
            null,
            "the rest is still to come",
        );
        await goOn();
        await world.waitFor(`${INSIDE}.document.readyState === "complete"`);
    });

    test("is the next one where the tag stands in the body: the layer is there once the script has run", async () => {
        // A script's own event comes in its turn; a frame may come between it and the next line.
        const before = `<script nonce="test">document.addEventListener("load", ({ target }) => {
            if (target.localName === "script") ran.push(!!document.querySelector("sudare-choice")?.matches(":popover-open"));
        }, true)</script>`;
        const tag = `<script nonce="test" src="/consent/consent.js"></script>`;
        // The harness's own tag, in the head, is the first of its kind.
        await world.visit(page({ before, body: `<h1>Shop</h1>${tag}` }).replace(tag, ""));
        assert.deepEqual(await world.ask("ran"), [true]);
    });

    test("waits for nothing of the layer's to be laid out by force, or twice", async () => {
        await world.visit(page({ before: MEASURES }));
        // Its own sign that the layer has been laid out.
        await world.waitFor("parseFloat(document.documentElement.style.scrollPaddingBottom) > 0");
        assert.deepEqual(await world.ask("measured"), []);
        await world.run(
            `document.body.offsetHeight; getComputedStyle(document.body); innerHeight; scrollTo(0, 0);
            new ResizeObserver(() => document.documentElement.style.color = "red").observe(document.body);`,
        );
        await world.waitFor("measured.length > 4");
        assert.deepEqual(
            await world.ask("measured"),
            [
                "offsetHeight",
                "getComputedStyle",
                "innerHeight",
                "scrollTo",
                "the page's style, in an observer of sizes",
            ],
            "whoever measures is noticed",
        );
    });
});
