// The demo page as a visitor finds it, with each of the five notices.

import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { start } from "./harness.mjs";

describe("the demo page", () => {
    let world;
    before(async () => (world = await start()));
    after(() => world.stop());
    beforeEach(() => world.newVisitor());

    const go = async (path) => {
        await world.driver.get(world.url(path));
        await world.waitFor("document.readyState === 'complete'");
    };
    const shown = () => world.ask("JSON.parse(document.getElementById('snapshot').textContent).purposes");
    const counted = "document.getElementById('counted').textContent";

    for (const [name, path] of [
        ["aster", "/index.html"],
        ["fern", "/fern/index.html"],
        ["lantern", "/lantern/index.html"],
        ["quaver", "/quaver/index.html"],
    ]) {
        test(`holds everything back until it is allowed, and tells what the page is told (${name})`, async () => {
            await go(path);
            assert.equal(
                await world.ask("document.querySelector('[aria-current=page]').dataset.notice"),
                name,
            );
            assert.match(await world.ask(counted), /held back/);
            assert.equal(await world.ask("document.querySelector('iframe[data-consent]').src"), "");
            assert.equal((await shown()).ads, false);

            await world.act("accept-all");
            await world.waitFor(`/counted at/.test(${counted})`);
            await world.waitFor(
                "document.querySelector('iframe[data-consent]').src.endsWith('/demo/video.html')",
            );
            await world.waitFor("!!document.querySelector('#space img')");
            assert.equal((await shown()).ads, true, "the panel follows");

            await world.run("consent.show('choices')");
            await world.act("refuse-all");
            await world.waitFor(`/stopped/.test(${counted})`);
            await world.waitFor("!document.querySelector('iframe[data-consent]').src");
            assert.equal((await shown()).ads, false);
        });
    }

    test("starts without a question where the notice's regime needs none (beacon)", async () => {
        await go("/beacon/index.html");
        const { regime, reprompt, purposes } = await world.snapshot();
        assert.equal(await world.asks(), reprompt !== null);
        assert.equal((await shown()).analytics, purposes.analytics);
        assert.ok(["opt-in", "opt-out"].includes(regime));
    });

    test("switches between the five notices, each with a choice of its own", async () => {
        await go("/index.html");
        await world.act("refuse-all");
        await world.waitFor(`!document.querySelector("sudare-choice")`);
        await world.run("document.querySelector('[data-notice=lantern]').click()");
        await world.waitFor(
            "location.pathname.startsWith('/lantern/') && document.readyState === 'complete'",
        );
        assert.equal((await world.snapshot()).decided, false);
        await world.run("document.querySelector('[data-notice=aster]').click()");
        await world.waitFor("location.pathname === '/' && document.readyState === 'complete'");
        assert.equal((await world.snapshot()).decided, true);
    });
});
