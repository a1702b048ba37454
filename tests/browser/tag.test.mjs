// The ways in which an owner may bring the script: as text in the page itself, and with `async`.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, beforeEach, describe, test } from "node:test";
import { page, start, STRICT } from "./harness.mjs";

const TAG = /<script nonce="test" src="[^"]*consent\.js"><\/script>/;

describe("the script in the page itself", () => {
    let world;
    let text;
    let policy;
    before(async () => {
        world = await start();
        text = String((await world.site.read("/consent/consent.inline.js")).content);
        const hash = createHash("sha256").update(text).digest("base64");
        policy = STRICT.replace("'nonce-test'", `'nonce-test' 'sha256-${hash}' 'self'`);
    });
    after(() => world.stop());
    beforeEach(() => world.newVisitor());

    /** A page far from the folder that holds the text between tags and nothing else. */
    const visit = async (options, attributes = "", headers = { "content-security-policy": policy }) => {
        const content = page(options).replace(TAG, () => `<script${attributes}>${text}</script>`);
        const path = world.site.put(content, headers, `/shop/pictures/${crypto.randomUUID()}.html`);
        await world.driver.get(world.url(path));
    };
    const held = `<script nonce="test" type="text/plain" data-consent="ads">ran.push("ads")</script>`;

    test("asks without a request, under the strictest policy and its hash", async () => {
        await visit({ after: held });
        await world.waitFor(`!!document.querySelector("sudare-choice")`);
        const asked = world.site.requests.filter((line) => line.startsWith(world.host + ":"));
        assert.deepEqual(
            asked.filter((line) => line.includes("/consent/")),
            [],
        );
        await world.act("accept-all");
        await world.waitFor("ran.includes('ads')");
        assert.deepEqual(await world.troubles(), []);
    });

    test("is refused by a policy without its hash: nothing else could let it in", async () => {
        await visit({}, "", { "content-security-policy": STRICT });
        await world.waitFor("document.readyState === 'complete'");
        assert.equal(await world.ask("typeof consent"), "undefined");
    });

    test("needs no hash where it has the page's nonce, and neither does what it fetches", async () => {
        await visit({}, ' nonce="test"', { "content-security-policy": STRICT });
        await world.act("read");
        await world.waitFor(`!!deep("dialog[open]")`);
        assert.deepEqual(await world.troubles(), []);
    });

    test("finds the notice from any page", async () => {
        await visit({});
        await world.act("read");
        await world.waitFor(`!!deep("dialog[open]")`);
        assert.deepEqual(await world.troubles(), []);
    });

    test("finds the page that stands in for a notice that cannot be had", async () => {
        await visit({});
        await world.run("window.fetch = () => Promise.reject(new Error('no line')); consent.show('cookies')");
        await world.waitFor("location.pathname === '/consent/index.en.html'");
        assert.equal(await world.ask("location.hash"), "#cookies");
    });

    test("hears what its owner says on its tag", async () => {
        await visit({}, ' data-lang="ja" data-region="US"');
        await world.waitFor(`!!document.querySelector("sudare-launcher")`);
        const { region, regime } = await world.snapshot();
        assert.deepEqual({ region, regime }, { region: "US", regime: "opt-out" });
    });
});

describe("the tag with async", () => {
    let world;
    before(async () => (world = await start()));
    after(() => world.stop());
    beforeEach(() => world.newVisitor());

    const queue = `<script nonce="test">
        window.consent = [];
        consent.push(["on", "change", ({ purposes }) => lines.push("ads: " + purposes.ads)]);
        consent.push(["set", { analytics: true }]);
    </script>`;
    const held = `<script nonce="test" type="text/plain" data-consent="analytics">ran.push("analytics")</script>
        <script nonce="test" type="text/plain" data-consent="ads">ran.push("ads")</script>`;

    test("asks, does what was queued in order, and lets go what is allowed", async () => {
        await world.visit(page({ tag: { async: "" }, before: queue, after: held }), {
            "content-security-policy": STRICT,
        });
        await world.waitFor("ran.includes('analytics')");
        assert.deepEqual(await world.ask("ran"), ["analytics"]);
        await world.run("consent.set({ ads: true })");
        await world.waitFor("ran.includes('ads')");
        assert.deepEqual(await world.ask("lines"), ["ads: false", "ads: false", "ads: true"]);
        assert.deepEqual(await world.troubles(), []);
    });

    test("does the same where it comes long after the page", async () => {
        await world.visit(page({ before: queue, after: held }).replace(TAG, ""));
        await world.waitFor("document.readyState === 'complete'");
        assert.deepEqual(await world.ask("ran"), [], "without the script nothing is let go");
        await world.run(`const tag = document.createElement("script");
            tag.src = "/consent/consent.js";
            document.head.append(tag)`);
        await world.waitFor("ran.includes('analytics')");
        assert.deepEqual(await world.ask("ran"), ["analytics"]);
        assert.equal(await world.ask("consent.get('ads')"), false);
        assert.deepEqual(await world.troubles(), []);
    });
});
