// The mirror cookie, with a server that sees it.

import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { page, start } from "./harness.mjs";

const PAGE = page({ folder: "/lantern/consent" });
const COOKIE = `document.cookie.split("; ").find((cookie) => cookie.startsWith("lantern-consent="))`;
/** Leaves no room in localStorage. */
const FILL = `let part = "x".repeat(1 << 20);
    for (let at = 0; part; at += 1) {
        try { localStorage.setItem("filler-" + at, part); } catch { part = part.slice(1 + part.length / 2); }
    }`;

describe("the mirror cookie", () => {
    let world;
    before(async () => (world = await start()));
    after(() => world.stop());
    beforeEach(() => world.newVisitor());

    test("reaches the server, and brings a lost record back", async () => {
        await world.visit(PAGE);
        assert.equal((await world.ask(COOKIE)) ?? null, null);
        await world.act("accept-all");
        await world.waitFor("consent.get('ads')");
        let seen;
        world.site.server.on("request", ({ headers }) => (seen = headers.cookie));
        await world.run("return fetch('/seen').then(() => true)");
        assert.match(
            seen,
            /lantern-consent=1\/.*\/first-layer\/\d+\/\d+\/analytics\.surveys\.media\.ads\/\/\//,
        );
        // Where the tag runs, a record that goes is one that was forgotten.
        await world.visit("<p>A page without the tag</p>");
        await world.run("localStorage.clear()");
        await world.visit(PAGE);
        assert.equal(await world.ask("consent.get('ads')"), true);
        assert.equal(await world.ask("!!localStorage.getItem('sudare-lantern')"), true);
        assert.equal(await world.asks(), false);
        await world.run("consent.reset()");
        assert.equal((await world.ask(COOKIE)) ?? null, null);
        assert.deepEqual(await world.troubles(), []);
    });

    test("follows what the notice's switches say", async () => {
        await world.visit(PAGE);
        await world.run("consent.show('choices')");
        await world.toggle("analytics");
        await world.waitFor(`(${COOKIE} ?? "").includes("/notice/")`);
        assert.match(await world.ask(COOKIE), /\/analytics\/\/\//);
    });

    test("keeps a choice that localStorage has no room for, on the next page too", async () => {
        await world.visit(PAGE);
        await world.run(FILL);
        await world.act("accept-all");
        await world.waitFor("consent.get('ads')");
        for (let next = 0; next < 2; next += 1) {
            await world.visit(PAGE);
            assert.deepEqual(await world.ask("[consent.get('ads'), consent.get().persistence]"), [
                true,
                "cookie",
            ]);
            assert.equal(await world.asks(), false);
        }
        assert.deepEqual(await world.troubles(), []);
        await world.run("localStorage.clear()");
    });

    test("is done without in a sandboxed frame, which has no cookies", async () => {
        const inner = world.site.put(PAGE);
        await world.visit(`<title>Shop</title>
            <iframe title="Inside" sandbox="allow-scripts" width="800" height="700" src="${inner}"></iframe>`);
        await world.driver.switchTo().frame(0);
        await world.act("refuse-all");
        await world.waitFor(`!document.querySelector("sudare-choice")`);
        await world.run("consent.set({ ads: true })");
        assert.deepEqual(await world.ask("[consent.get('ads'), consent.get().persistence]"), [
            true,
            "memory",
        ]);
        assert.deepEqual(await world.troubles(), []);
    });

    test("goes on with the other parts on a page that writes itself anew", async () => {
        const frame = '<iframe title="A film" data-consent="media" data-src="/none.html"></iframe>';
        const anew = `<!doctype html><title>Shop</title><h1>New</h1>${frame}`;
        await world.visit(PAGE);
        await world.waitFor("document.readyState === 'complete'");
        await world.run("consent.set({ ads: true })");
        await world.run(`document.open(); document.write(${JSON.stringify(anew)}); document.close();`);
        await world.waitFor(`!!document.querySelector("sudare-frame")`);
        const told = await world.ask("dataLayer.length");
        await world.run("consent.set({ ads: false })");
        assert.match(await world.ask(COOKIE), /\d\/\/\/ads\//);
        assert.equal(await world.ask("dataLayer.length"), told + 1);
        assert.deepEqual(await world.troubles(), []);
    });
});
