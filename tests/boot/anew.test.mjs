// A page that writes itself anew takes every listener away; what a notice's parts do goes on.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { compiled } from "./fixture.mjs";
import { closeAll, settled, visit, writableAnew } from "./page.mjs";

after(closeAll);

const NEW = "<!doctype html><title>Shop</title><h1>New</h1>";
/** A page with some parts, and what writes it anew. */
const start = (parts) => {
    let write;
    const page = visit(compiled({ parts }), { before: (window) => (write = writableAnew(window)) });
    return { page, write: (html = NEW) => write(html) };
};

test("boot itself hears again", async () => {
    const { page, write } = start({});
    await write();
    assert.ok(page.document.querySelector("sudare-choice"));
    page.consent.set({ ads: true, media: true, analytics: true });
    await settled(page);
    assert.equal(page.document.querySelector("sudare-choice"), null);
});

test("the mirror cookie follows a no", async () => {
    const { page, write } = start({ mirror: ["aster", "mirror", null] });
    page.consent.set({ ads: true });
    assert.match(page.document.cookie, /\/ads\/\//);
    await write();
    page.consent.set({ ads: false });
    assert.match(page.document.cookie, /\/\/ads\//);
    assert.deepEqual(page.errors, []);
});

test("Consent Mode sends each decision once, however often the page is written", async () => {
    const { page, write } = start({ "consent-mode": [{ ad_storage: ["ads"] }, 0, []] });
    await write();
    await write();
    page.consent.set({ ads: true });
    const states = Array.from(page.window.dataLayer, ([, command, state]) => [command, state.ad_storage]);
    assert.deepEqual(states, [
        ["default", "denied"],
        ["update", "granted"],
    ]);
});

test("what is withdrawn is swept", async () => {
    const { page, write } = start({ sweep: [{ oxlip: [["oxlip"], [], []] }, false] });
    page.consent.set({ ads: true });
    page.document.cookie = "oxlip=1";
    await write();
    page.consent.set({ ads: false });
    await settled(page);
    assert.equal(page.document.cookie, "");
});

test("a frame in what it writes is covered, and the cover goes with a yes", async () => {
    const labels = { media: ["Held back", "Always allow", null] };
    const { page, write } = start({ frames: ["light", { en: ["ltr", "Show once", labels] }] });
    await write(`${NEW}<iframe data-consent="media" data-src="about:blank"></iframe>`);
    await settled(page);
    assert.equal(page.document.querySelectorAll("sudare-frame").length, 1);
    page.consent.set({ media: true });
    assert.equal(page.document.querySelector("sudare-frame"), null);
    assert.deepEqual(page.errors, []);
});
