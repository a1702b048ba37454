// The privacy of the product itself: where a visit's requests go, what is stored before a choice, and
// what a record says of anybody.

import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { ALL_THERE, page, start } from "./harness.mjs";

/** Everything in which a browser lets a page keep something. */
const STORED = `return (async () => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(document.cookie ? [document.cookie] : []),
    ...((await indexedDB.databases?.()) ?? []).map(({ name }) => name),
    ...("caches" in window ? await caches.keys() : []),
    ...((await navigator.serviceWorker?.getRegistrations()) ?? []).map(({ scope }) => scope),
    ...(window.name ? [window.name] : []),
])()`;

describe("Sudare's own privacy", () => {
    let world;
    before(async () => (world = await start()));
    after(() => world.stop());
    beforeEach(() => world.newVisitor());

    const stored = () => world.run(STORED);
    const record = () => world.ask(`JSON.parse(localStorage.getItem("sudare-aster"))`);

    test("a whole visit asks the owner's folder and nobody else, and keeps nothing before a choice", async () => {
        const from = world.site.requests.length;
        const path = await world.visit(page());
        await world.waitFor(`!!document.querySelector("sudare-choice")`);
        assert.deepEqual(await stored(), []);
        await world.act("read");
        await world.waitFor(ALL_THERE);
        const search = await world.run(`return deep("#sudare-search")`);
        await search.sendKeys("cookies");
        await world.waitFor(`/\\d/.test(deep("#sudare-found").textContent)`);
        await world.run(`deep("article#cookies").querySelector("h3 > button").click()`);
        await world.run(`deep("button[lang=ja]").click()`);
        await world.waitFor(`deep("dialog").lang === "ja"`);
        await world.run(`deep("button[lang=en]").click()`);
        await world.waitFor(`deep("dialog").lang === "en"`);
        // The count is a line of the head: what is below it has moved once the line is there again.
        await world.waitFor(`/\\d/.test(deep("#sudare-found").textContent)`);
        assert.deepEqual(await stored(), [], "still nothing chosen");
        await world.toggle("analytics");
        await world.waitFor("consent.get('analytics')");
        assert.deepEqual(await stored(), ["sudare-aster"]);
        await world.run(`HTMLAnchorElement.prototype.click = () => ran.push("downloaded")`);
        await world.click("#sudare-record button");
        await world.waitFor("ran.includes('downloaded')");
        await world.act("close");
        await world.waitFor(`!deep("dialog[open]")`);
        await world.run("consent.reset()");
        assert.deepEqual(await stored(), [], "forgotten is forgotten");
        const here = `${world.host}:${world.site.port} `;
        const asked = world.site.requests.slice(from);
        const own = (line) =>
            line.startsWith(`${here}/consent/`) || line === here + path || line.endsWith("/favicon.ico");
        assert.deepEqual(
            asked.filter((line) => !own(line)),
            [],
        );
        // What went to any other server would be here.
        const named = await world.ask(`performance.getEntriesByType("resource").map(({ name }) => name)`);
        const folder = world.url("/consent/");
        assert.deepEqual(
            named.filter((name) => !name.startsWith(folder) && !/^data:|favicon\.ico$/.test(name)),
            [],
        );
        assert.ok(
            asked.some((line) => line.endsWith(".wasm")) && asked.some((line) => line.includes("notice.ja.")),
        );
    });

    test("the static page asks its own folder and keeps nothing before a choice", async () => {
        await world.driver.get(world.url("/consent/index.html"));
        await world.waitFor("!!window.consent?.get");
        const named = await world.ask(`performance.getEntriesByType("resource").map(({ name }) => name)`);
        assert.deepEqual(
            named.filter((name) => !name.startsWith(world.url("/consent/")) && !name.endsWith("favicon.ico")),
            [],
        );
        assert.deepEqual(await stored(), []);
    });

    const KEYS = "v id notice revision text lang source layer at until choices known past".split(" ");
    /** The same moment for everybody. */
    const CLOCK = `<script nonce="test">Date.now = () => 1795000000000;</script>`;

    for (const [where, choose] of [
        ["the question", () => world.act("refuse-all")],
        ["the notice", () => world.act("choose").then(() => world.toggle("analytics"))],
        ["a page's own script", () => world.run("consent.set({ ads: true })")],
    ]) {
        test(`a record made by ${where} holds the choice and a random name, and nothing else`, async () => {
            const records = [];
            for (let visitor = 0; visitor < 2; visitor += 1) {
                world.newVisitor();
                await world.visit(page({ before: CLOCK }));
                await choose();
                await world.waitFor(`!!localStorage.getItem("sudare-aster")`);
                records.push(await record());
            }
            const [one, other] = records;
            for (const key of Object.keys(one)) assert.ok(KEYS.includes(key), key);
            assert.match(one.id, /^(0\.\d+(e-\d+)?|[0-9a-f]{1,16})$/);
            // The record's name, by which an owner's server can tell a receipt from its neighbour: it
            // is random, made here, and stands in no request.
            assert.notEqual(one.id, other.id);
            assert.ok(!world.site.requests.some((line) => line.includes(one.id)));
            delete one.id;
            delete other.id;
            assert.equal(JSON.stringify(one), JSON.stringify(other));
        });
    }
});
