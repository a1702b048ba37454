// The placeholder of a held-back frame: what needs no layout.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { compiled } from "./fixture.mjs";
import { closeAll, settled, visit } from "./page.mjs";

after(closeAll);

const LABELS = { media: ["Held back", "Always allow", null] };
const FRAME = '<iframe data-consent="media" data-src="about:blank"></iframe>';

/** A page with a held-back frame; jsdom lays nothing out, so its size is given. */
const start = async ([width, height] = [0, 0]) => {
    const page = visit(compiled({ parts: { frames: ["light", { en: ["ltr", "Show once", LABELS] }] } }), {
        html: `<main><section>${FRAME}</section></main>`,
        before: ({ HTMLElement }) => {
            Object.defineProperty(HTMLElement.prototype, "offsetWidth", { get: () => width });
            Object.defineProperty(HTMLElement.prototype, "offsetHeight", { get: () => height });
        },
    });
    await settled(page);
    return page;
};
const covers = (root) => root.querySelectorAll("sudare-frame");
const style = ({ document }) => covers(document)[0].shadowRoot.querySelector("div").style;

test("has the frame's size", async () => {
    const { width, minHeight } = style(await start([400, 225]));
    assert.deepEqual([width, minHeight], ["400px", "225px"]);
});

test("of a frame that is not shown has a size of its own", async () => {
    const { width, minHeight } = style(await start());
    assert.deepEqual([width, minHeight], ["", ""]);
});

test("goes with what the page takes away around the frame, and comes back with it", async () => {
    const page = await start();
    const section = page.document.querySelector("section");
    const frame = section.querySelector("iframe");
    page.document.querySelector("main").remove();
    await settled(page);
    assert.equal(covers(section).length, 0);
    assert.equal(frame.style.display, "");
    page.document.body.append(section);
    await settled(page);
    assert.equal(covers(section).length, 1);
    assert.equal(frame.style.display, "none");
    page.consent.set({ media: true });
    assert.equal(covers(section).length, 0);
    assert.deepEqual(page.errors, []);
});

test("is one, and goes with a yes, where a page puts back a copy of a covered frame", async () => {
    const page = await start();
    const section = page.document.querySelector("section");
    const copy = section.cloneNode(true);
    section.remove();
    page.document.body.append(copy);
    await settled(page);
    assert.equal(covers(copy).length, 1);
    page.consent.set({ media: true });
    assert.equal(covers(copy).length, 0);
    assert.equal(copy.querySelector("iframe").style.display, "");
    assert.deepEqual(page.errors, []);
});

test("stays where a frame is moved in one go", async () => {
    const page = await start();
    page.document.body.append(page.document.querySelector("section"));
    await settled(page);
    assert.equal(covers(page.document).length, 1);
});

test("that comes and goes at once is not kept", async () => {
    const page = await start();
    const { document } = page;
    const section = document.querySelector("section").cloneNode(true);
    section.innerHTML = FRAME;
    document.body.append(section);
    section.remove();
    await settled(page);
    assert.equal(covers(section).length, 0);
});
