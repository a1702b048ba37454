import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { page, start } from "./harness.mjs";

const held = (id, script) => `<script type="text/plain" data-consent="${id}">${script}</script>`;
const heldFile = (id, query, more = "") =>
    `<script type="text/plain" data-consent="${id}" src="/ran.js?id=${query}" ${more}></script>`;

describe("what is held back", () => {
    let world;
    before(async () => (world = await start()));
    after(() => world.stop());
    beforeEach(() => world.newVisitor());

    test("does not run before it is allowed, nor after a refusal", async () => {
        await world.visit(page({ body: held("ads", "ran.push('ads')") + heldFile("analytics", "a") }));
        await world.act("refuse-all");
        await world.waitFor(`!document.querySelector("sudare-choice")`);
        await world.run(
            "return new Promise((done) => requestAnimationFrame(() => setTimeout(() => setTimeout(done))))",
        );
        assert.deepEqual(await world.ask("ran"), []);
    });

    test("runs in document order, each waiting for the file before it", async () => {
        await world.visit(
            page({
                body:
                    heldFile("ads", "1&after=/go") +
                    held("analytics", "ran.push('2')") +
                    heldFile("media", "3", "async") +
                    heldFile("ads", "4") +
                    held("ads", "ran.push('5')"),
            }),
        );
        await world.act("accept-all");
        await world.site.requested(`${world.host}:${world.site.port} /ran.js?id=1`);
        assert.deepEqual(await world.ask("ran"), [], "nothing runs before the first file has come");
        await world.run("fetch('/go')");
        await world.waitFor("ran.includes('5') && ran.includes('3')");
        // The third is async: it may run when it likes.
        assert.deepEqual(await world.ask("ran.filter((id) => id !== '3')"), ["1", "2", "4", "5"]);
    });

    test("does not run where a no comes while it waits its turn", async () => {
        await world.visit(
            page({
                body:
                    heldFile("media", "slow&after=/go") +
                    held("ads", "ran.push('ads')") +
                    held("media", "ran.push('2')"),
            }),
        );
        await world.act("accept-all");
        await world.site.requested(`${world.host}:${world.site.port} /ran.js?id=slow`);
        await world.run("consent.set({ ads: false }); fetch('/go')");
        await world.waitFor("ran.includes('2')");
        assert.deepEqual(await world.ask("ran"), ["slow", "2"]);
        await world.run("consent.set({ ads: true })");
        await world.waitFor("ran.includes('ads')");
    });

    test("keeps its attributes and runs once", async () => {
        await world.visit(
            page({
                body: `<script type="text/plain" data-consent="ads" data-site="7" id="tag">ran.push(document.currentScript.dataset.site)</script>`,
            }),
        );
        await world.act("accept-all");
        await world.waitFor("ran.length > 0");
        await world.run("consent.set({ ads: false }); consent.set({ ads: true })");
        await world.run(
            "return new Promise((done) => requestAnimationFrame(() => setTimeout(() => setTimeout(done))))",
        );
        assert.deepEqual(await world.ask("ran"), ["7"]);
        assert.equal(await world.ask("document.querySelectorAll('#tag').length"), 1);
    });

    test("runs modules", async () => {
        await world.visit(
            page({
                body: `<script type="text/plain" data-type="module" data-consent="ads">ran.push(import.meta.url ? "module" : "")</script>`,
            }),
        );
        await world.act("accept-all");
        await world.waitFor("ran.includes('module')");
    });

    test("runs at load where an earlier visit allowed it", async () => {
        const path = await world.visit(page({ body: held("ads", "ran.push('ads')") }));
        await world.act("accept-all");
        await world.waitFor("ran.includes('ads')");
        await world.driver.get(world.url(path));
        await world.waitFor("ran.includes('ads')");
    });

    test("is looked at when it comes later", async () => {
        await world.visit(page());
        await world.act("accept-all");
        await world.run(`
            const script = document.createElement("script");
            script.type = "text/plain";
            script.dataset.consent = "sorrel";
            script.textContent = "ran.push('late')";
            const box = document.createElement("div");
            box.append(script);
            document.body.append(box);
        `);
        await world.waitFor("ran.includes('late')");
    });

    test("shows a frame and a picture while they are allowed, and takes them away after", async () => {
        const inside = world.site.put("<p>Film</p>");
        await world.visit(
            page({
                body: `<iframe data-consent="media" data-src="${inside}"></iframe><img alt="" data-consent="ads" data-src="/pixel.png">`,
            }),
        );
        assert.equal(await world.ask("document.querySelector('iframe').hasAttribute('src')"), false);
        await world.act("accept-all");
        await world.waitFor("document.querySelector('iframe').contentDocument?.body?.textContent === 'Film'");
        await world.waitFor("document.querySelector('img').getAttribute('src') === '/pixel.png'");
        await world.run("consent.set({ media: false, ads: false })");
        await world.waitFor("!document.querySelector('iframe').contentDocument?.body?.textContent");
        await world.waitFor("!document.querySelector('img').hasAttribute('src')");
    });

    test("that a page kept a copy of comes back with its address: left alone after a yes, taken away after a no", async () => {
        const inside = world.site.put("<p>Film</p>");
        await world.visit(page({ body: `<iframe data-consent="media" data-src="${inside}"></iframe>` }));
        await world.act("accept-all");
        await world.waitFor("document.querySelector('iframe').contentDocument?.body?.textContent === 'Film'");
        await world.run(`
            window.changed = 0;
            const copy = () => document.querySelector("iframe").cloneNode(true);
            new MutationObserver((changes) => (changed += changes.length)).observe(document.body, {
                attributes: true,
                attributeFilter: ["src"],
                subtree: true,
            });
            window.kept = copy();
            document.querySelector("iframe").replaceWith(copy());
        `);
        await world.waitFor("document.querySelector('iframe').contentDocument?.body?.textContent === 'Film'");
        assert.equal(await world.ask("changed"), 0);
        await world.run(`
            document.querySelector("iframe").remove();
            consent.set({ media: false });
            document.body.append(kept);
        `);
        await world.waitFor("!kept.hasAttribute('src') && !kept.contentDocument?.body?.textContent");
        await world.run("consent.set({ media: true })");
        await world.waitFor("kept.contentDocument?.body?.textContent === 'Film'");
    });

    test("stays for good where it names nothing that the notice has, with one line about it", async () => {
        await world.visit(page({ body: held("adz", "ran.push('adz')") }));
        await world.act("accept-all");
        await world.waitFor("lines.length > 0");
        await world.run("consent.set({ ads: false }); consent.set({ ads: true })");
        await world.run(
            "return new Promise((done) => requestAnimationFrame(() => setTimeout(() => setTimeout(done))))",
        );
        assert.deepEqual(await world.ask("ran"), []);
        const lines = await world.ask("lines");
        assert.equal(lines.length, 1);
        assert.match(lines[0], /adz/);
    });
});
