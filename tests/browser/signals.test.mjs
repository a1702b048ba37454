// What comes from outside: other tabs, the browser's signal, storage that is not there.

import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { engine, page, start } from "./harness.mjs";

const GPC = `<script>Object.defineProperty(Navigator.prototype, "globalPrivacyControl", { get: () => true, configurable: true })</script>`;

describe("the world outside", () => {
    let world;
    before(async () => (world = await start()));
    after(() => world.stop());
    beforeEach(() => world.newVisitor());

    test("a choice in one tab holds in the other", async () => {
        const path = await world.visit(page());
        const first = await world.driver.getWindowHandle();
        await world.waitFor(`!!document.querySelector("sudare-choice")`);
        await world.driver.switchTo().newWindow("tab");
        await world.driver.get(world.url(path));
        await world.act("accept-all");
        await world.waitFor("consent.get('ads')");
        const second = await world.driver.getWindowHandle();
        await world.driver.switchTo().window(first);
        await world.waitFor("consent.get('ads')");
        await world.waitFor(`!document.querySelector("sudare-choice")`);
        await world.run("localStorage.clear()");
        await world.driver.switchTo().window(second);
        await world.waitFor("!consent.get('ads')");
        await world.driver.close();
        await world.driver.switchTo().window(first);
    });

    test("the browser's signal is honoured, said, and no choice", async () => {
        await world.visit(page({ before: GPC, tag: { "data-region": "US" } }));
        const { gpc, purposes, why, decided } = await world.snapshot();
        assert.deepEqual(
            { gpc, ads: purposes.ads, why: why.ads, decided },
            { gpc: true, ads: false, why: "gpc", decided: false },
        );
        assert.equal(purposes.analytics, true, "what does not respect it is left alone");
        assert.equal(await world.ask("localStorage.length"), 0, "the signal is not stored");
    });

    test("a yes with the signal in view wins over it", async () => {
        const path = await world.visit(page({ before: GPC }));
        await world.waitFor(`!!document.querySelector("sudare-choice")`);
        const notes = await world.ask(`[...deep("section").querySelectorAll("small")].length`);
        assert.equal(notes, 2, "a line says that it is honoured");
        await world.act("accept-all");
        await world.waitFor("consent.get('ads')");
        await world.driver.get(world.url(path));
        assert.equal(await world.ask("consent.get('ads')"), true);
    });

    test("where storage is blocked, a choice holds for the page", async () => {
        await world.visit(page(), { "content-security-policy": "sandbox allow-scripts" });
        assert.equal((await world.snapshot()).persistence, "memory");
        await world.act("accept-all");
        await world.waitFor("consent.get('ads')");
        await world.waitFor(`!document.querySelector("sudare-choice")`);
        assert.deepEqual(await world.ask("errors"), []);
        await world.reload();
        await world.waitFor(`!!document.querySelector("sudare-choice")`);
        assert.equal(await world.ask("consent.get('ads')"), false);
    });

    test("where storage is full, the choice is kept and an old yes does not come back", async () => {
        await world.visit(page());
        await world.act("accept-all");
        await world.waitFor("consent.get('ads')");
        await world.run(`
            for (let size = 1 << 22; size; size >>= 1) {
                for (;;) {
                    try { localStorage.setItem("filler" + Math.random(), "x".repeat(size)); } catch { break; }
                }
            }
            consent.set({ ads: false });
        `);
        assert.equal(await world.ask("consent.get('ads')"), false);
        await world.reload();
        assert.equal(await world.ask("consent.get('ads')"), false);
    });

    test("a page back from the cache knows what was chosen meanwhile", async () => {
        await world.visit(page());
        await world.waitFor(`!!document.querySelector("sudare-choice")`);
        await world.visit(page());
        await world.act("refuse-all");
        await world.waitFor(`!document.querySelector("sudare-choice")`);
        await world.driver.navigate().back();
        await world.waitFor("consent.get().decided && !document.querySelector('sudare-choice')");
    });

    test("elements with clumsy names are no obstacle", async () => {
        await world.visit(
            page({
                before: "<script>document.documentElement.prepend(Object.assign(document.createElement('form'), { id: 'consent' }), Object.assign(document.createElement('img'), { name: 'currentScript' }))</script>",
            }),
        );
        assert.equal(await world.ask("consent.get('ads')"), false);
        await world.run("consent.show()");
        await world.waitFor(`!!deep("dialog[open]")`);
        assert.deepEqual(await world.troubles(), []);
    });

    test("the tag twice is the tag once, and one line", async () => {
        await world.visit(page({ after: `<script src="/consent/consent.js"></script>` }));
        await world.waitFor(`!!document.querySelector("sudare-choice")`);
        assert.equal(await world.ask("document.querySelectorAll('sudare-choice').length"), 1);
        assert.equal((await world.ask("lines")).length, 1);
    });

    test("what was asked before the script came is done", async () => {
        await world.visit(
            page({
                before: `<script>
                window.consent = window.consent || [];
                consent.push(["nonsense"]);
                consent.push(["on", "change", (snapshot) => ran.push(snapshot.decided)]);
                consent.push(["set", { ads: true }]);
            </script>`,
                after: "<script>window.next = consent.get('ads')</script>",
            }),
        );
        assert.equal(await world.ask("window.next"), true);
        assert.equal(await world.ask("ran.at(-1)"), true);
        assert.equal((await world.ask("errors")).length, 1, "the wrong call is reported and stops no other");
    });
});

describe("Firefox's own signal", { skip: engine !== "firefox" && "only Firefox has it" }, () => {
    let world;
    before(async () => (world = await start({ gpc: true })));
    after(() => world.stop());

    test("is read", async () => {
        await world.visit(page());
        assert.equal((await world.snapshot()).gpc, true);
    });
});
