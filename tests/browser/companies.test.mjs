// The companies' directory: found by typing, switched off here, ticked off there.

import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { Key } from "selenium-webdriver";
import { page, start } from "./harness.mjs";

describe("the companies' directory", () => {
    let world;
    before(async () => (world = await start()));
    after(() => world.stop());
    beforeEach(() => world.newVisitor());

    const host = { folder: "/lantern/consent" };
    const openChoices = async (wishes = host) => {
        await world.visit(page(wishes));
        await world.run("consent.show('choices')");
        await world.waitFor(`!!deep("dialog[open]")`);
        await world.waitFor(drawn);
    };
    const names = `[...deep("dialog").querySelectorAll(".service")].filter((its) => its.checkVisibility()).map((its) => its.querySelector("h4").textContent)`;
    /** Every company is there: what is drawn in idle time is drawn. */
    const drawn = `deep("dialog").querySelectorAll(".service h4").length === Object.keys(consent.get().services).length`;
    const left = `deep("#sudare-choices .found").textContent`;
    /** The count comes with the key, the company in the next painting. */
    const onlyOne = `${left} === "1 company" && ${names}.length === 1`;
    const progress = `deep(".directory .why").firstChild.textContent`;
    const kept = `Object.entries(localStorage).filter(([key]) => key.endsWith(".ticks")).map(([, ids]) => ids)`;
    const type = async (...keys) => (await world.run(`return deep("#sudare-filter")`)).sendKeys(...keys);
    const tick = async (place) => {
        const element = await world.run(`
            const tick = deep("dialog").querySelectorAll(".tick")[${place}];
            tick.closest("details").open = true;
            tick.scrollIntoView({ block: "center" });
            return tick;`);
        await element.click();
    };

    test("narrows as the visitor types, over all purposes, and says how many are left", async () => {
        await openChoices();
        await type("foxm");
        await world.waitFor(onlyOne);
        assert.deepEqual(await world.ask(names), ["Foxmantle"]);
        await type(Key.BACK_SPACE, Key.BACK_SPACE, Key.BACK_SPACE, Key.BACK_SPACE, "zzz");
        await world.waitFor(`${left} === "No company matches"`);
        assert.deepEqual(await world.ask(names), []);
        await type(Key.ESCAPE);
        await world.waitFor(`${left} === ""`);
        assert.ok(await world.ask(`deep("dialog").open`), "Escape clears before it closes");
    });

    test("shows the first company without a rest, though the visitor types on", async () => {
        await openChoices();
        // First one that all of the next do not have; then a key a painting, without a rest.
        const paintings = await world.driver.executeAsyncScript(`
            const [done] = arguments;
            const inside = (selector) => document.querySelector("sudare-notice").shadowRoot.querySelectorAll(selector);
            const [box] = inside("#sudare-filter");
            const type = (words) => {
                box.value = words;
                box.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
            };
            const seen = () => [...inside(".service:not([hidden]) h4")].some((name) => name.textContent === "Foxmantle" && name.checkVisibility());
            type("tallow");
            let count = 0;
            const next = () => {
                if (seen() || count++ === 120) return done(count);
                type(count % 2 ? "fox" : "foxm");
                requestAnimationFrame(() => setTimeout(next));
            };
            requestAnimationFrame(() => setTimeout(next));
        `);
        assert.ok(paintings < 120, "not before the visitor rests");
    });

    test("finds a company by its cookie", async () => {
        await openChoices();
        await type("_tlw_s");
        await world.waitFor(onlyOne);
        assert.deepEqual(await world.ask(names), ["Tallowcount"]);
    });

    test("says of each opt-out page that it leaves the site, what it stops, and when it was checked", async () => {
        await openChoices();
        await type("foxmantle");
        await world.waitFor(onlyOne);
        const said = await world.ask(
            `[...deep("dialog").querySelectorAll(".service")].find((its) => its.checkVisibility()).innerText`,
        );
        assert.match(said, /leaves this site/);
        assert.match(said, /Opting out there stops|not stated/);
        assert.match(said, /Link last checked on \w+ \d+, \d{4}/);
    });

    test("keeps the visitor's own list of ticks, in this browser, and only once there is one", async () => {
        await openChoices();
        assert.match(await world.ask(progress), /^0 of \d+ done$/);
        assert.deepEqual(await world.ask(kept), []);
        await tick(0);
        await world.waitFor(`/^1 of/.test(${progress})`);
        await tick(2);
        await world.waitFor(`/^2 of/.test(${progress})`);
        assert.equal((await world.ask(kept))[0].split(" ").length, 2);
        assert.equal((await world.snapshot()).decided, false, "a tick is no choice");

        await world.reload();
        await world.run("consent.show('choices')");
        await world.waitFor(`/^2 of/.test(${progress})`);
        await world.waitFor(drawn);
        await tick(0);
        await world.waitFor(`/^1 of/.test(${progress})`);
    });

    test("forgets the ticks with the choice", async () => {
        await openChoices();
        await world.click('dialog [data-consent-action="refuse-all"]');
        await world.waitFor("consent.get().decided");
        await tick(0);
        await world.waitFor(`/^1 of/.test(${progress})`);
        await world.waitFor(`deep("#sudare-record").querySelectorAll("button").length === 2`);
        await world.run(`[...deep("#sudare-record").querySelectorAll("button")].at(-1).click()`);
        await world.waitFor(`/^0 of/.test(${progress})`);
        assert.deepEqual(await world.ask(kept), []);
    });

    test("ticks where storage is blocked, for as long as the page stays", async () => {
        const before = `<script nonce="test">Object.defineProperty(window, "localStorage", { get() { throw new DOMException("blocked", "SecurityError"); } });</script>`;
        await openChoices({ ...host, before });
        await tick(0);
        await world.waitFor(`/^1 of/.test(${progress})`);
        assert.deepEqual(await world.troubles(), []);
    });

    test("says in words that a purpose is only partly allowed", async () => {
        await openChoices();
        await world.click('dialog [data-consent-action="accept-all"]');
        await world.waitFor("consent.get('foxmantle')");
        await type("foxmantle");
        await world.waitFor(onlyOne);
        await world.toggle("foxmantle");
        await world.waitFor("consent.get('foxmantle') === false");
        await world.waitFor(
            `deep("#sudare-choice-state-ads").textContent === "Targeted ads: partly allowed"`,
        );
        assert.equal(await world.ask("consent.get('ads')"), true);
    });
});

describe("do not sell or share", () => {
    let world;
    before(async () => (world = await start()));
    after(() => world.stop());
    beforeEach(() => world.newVisitor());

    const status = `deep("dialog > .sheet > .status").textContent`;

    test("is a control of its own, one step, and confirmed", async () => {
        await world.visit(page({ tag: { "data-region": "US-CA" } }));
        assert.equal(
            await world.ask("consent.get('ads')"),
            true,
            "opt-out: allowed until the visitor says no",
        );
        await world.run("consent.show('choices')");
        await world.act("do-not-sell");
        await world.waitFor("consent.get('ads') === false");
        await world.waitFor(`${status} === "You have opted out of sale and sharing."`);
        const { why, purposes } = await world.snapshot();
        assert.equal(why.ads, "denied");
        assert.equal(purposes.analytics, true, "the rest stands");
        await world.waitFor(`!deep('[data-consent-action="do-not-sell"]')`);
        assert.match(await world.ask(`deep("#sudare-choices .said").textContent`), /opted out/);
    });
});
