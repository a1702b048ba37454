import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { page, start, STRICT } from "./harness.mjs";

describe("the first layer", () => {
    let world;
    before(async () => (world = await start()));
    after(() => world.stop());
    beforeEach(() => world.newVisitor());

    const choice = `document.querySelector("sudare-choice")`;

    test("asks on a first visit, before anything is stored", async () => {
        await world.visit(page({ after: "<script>window.next = consent.get('ads')</script>" }));
        await world.waitFor(`!!${choice}`);
        assert.equal(await world.ask("window.next"), false, "the next line already knows");
        const { decided, reprompt } = await world.snapshot();
        assert.deepEqual({ decided, reprompt }, { decided: false, reprompt: "first-visit" });
        assert.equal(await world.ask("localStorage.length"), 0);
        assert.equal(await world.ask("document.cookie"), "");
        assert.deepEqual(await world.ask("lines"), [], "the console is empty");
    });

    test("is a labelled region of four buttons, the first stop of the keyboard", async () => {
        await world.visit(page({ body: "<a href='#'>Home</a>" }));
        await world.waitFor(`!!${choice}`);
        assert.equal(await world.ask("document.activeElement === document.body"), true, "focus is not taken");
        assert.ok(await world.ask(`deep("section").ariaLabel ?? deep("section").getAttribute("aria-label")`));
        assert.deepEqual(
            await world.ask(
                `[...deep("section").querySelectorAll("button")].map((b) => b.dataset.consentAction)`,
            ),
            ["refuse-all", "accept-all", "choose", "read"],
        );
        assert.equal(await world.ask("document.body.firstElementChild.localName"), "sudare-choice");
    });

    test("gives both answers the same weight", async () => {
        await world.visit(page());
        await world.waitFor(`!!${choice}`);
        const look = (action) =>
            world.ask(`(() => {
            const button = deep('[data-consent-action="${action}"]');
            const { width, height } = button.getBoundingClientRect();
            const { color, backgroundColor, fontWeight, fontSize, borderColor } = getComputedStyle(button);
            return { width, height, color, backgroundColor, fontWeight, fontSize, borderColor };
        })()`);
        assert.deepEqual(await look("refuse-all"), await look("accept-all"));
    });

    test("lets a visitor refuse, which lasts", async () => {
        await world.visit(page());
        await world.act("refuse-all");
        await world.waitFor(`!${choice}`);
        assert.equal(await world.ask("consent.get('ads')"), false);
        await world.reload();
        await world.waitFor("document.readyState === 'complete'");
        const { decided, why, source } = await world.snapshot();
        assert.equal(decided, true);
        assert.equal(why.ads, "denied");
        assert.equal(source, "first-layer");
        assert.equal(await world.asks(), false, "nobody is asked twice");
    });

    test("lets a visitor accept, which lasts", async () => {
        await world.visit(page());
        await world.act("accept-all");
        await world.waitFor(`!${choice}`);
        await world.reload();
        await world.waitFor("document.readyState === 'complete'");
        const { purposes } = await world.snapshot();
        assert.ok(Object.values(purposes).every(Boolean));
        assert.equal(await world.asks(), false);
    });

    test("goes with the painting that answers a click, and leaves the way in with the next", async () => {
        await world.visit(page());
        await world.waitFor(`!!${choice}`);
        const standing = await world.driver.executeAsyncScript(`
            const [done] = arguments;
            document.querySelector("sudare-choice").shadowRoot.querySelector("button").click();
            const stands = (name) => !!document.querySelector(name);
            requestAnimationFrame(() => done([stands("sudare-choice"), stands("sudare-launcher")]));
        `);
        assert.deepEqual(standing, [false, false]);
        await world.waitFor(`!!document.querySelector("sudare-launcher")`);
    });

    test("grants nothing by Escape, by scrolling or by a click beside it", async () => {
        await world.visit(page({ body: "<h1>Shop</h1><p style='height: 300vh'>Pictures</p>" }));
        await world.waitFor(`!!${choice}`);
        await world.driver.actions().sendKeys("\uE00C").perform();
        await world.run("scrollTo(0, 500)");
        await world.click("h1");
        assert.equal(await world.asks(), true);
        assert.equal(await world.ask("localStorage.length"), 0);
    });

    test("neither moves nor locks the page, and makes room for the keyboard", async () => {
        await world.visit(
            page({
                // A page that comes in two pieces gets its scroll bar with the second, which narrows all
                // that is as wide as the window: the page's own doing.
                before: `<style>html { overflow-y: scroll }</style><script nonce="test">
            window.shift = 0;
            try {
                new PerformanceObserver((list) => list.getEntries().forEach((entry) => (shift += entry.value)))
                    .observe({ type: "layout-shift", buffered: true });
            } catch {}
        </script>`,
                body: "<h1>Shop</h1><p style='height: 300vh'>Pictures</p>",
            }),
        );
        await world.waitFor("parseFloat(document.documentElement.style.scrollPaddingBottom) > 0");
        assert.equal(await world.ask("shift"), 0);
        await world.run("scrollTo(0, 500)");
        assert.ok(await world.ask("scrollY > 0"), "the page scrolls");
        await world.act("refuse-all");
        await world.waitFor("document.documentElement.style.scrollPaddingBottom === ''");
    });

    test("comes back where a page replaces its body", async () => {
        await world.visit(page());
        await world.waitFor(`!!${choice}`);
        await world.run(
            `const body = document.createElement("body"); body.append("Next page"); document.body = body`,
        );
        await world.waitFor(`!!${choice}`);
        await world.act("refuse-all");
        await world.waitFor(`!${choice}`);
    });

    test("speaks the page's language, and says so", async () => {
        await world.visit(page({ lang: "ja-JP" }));
        await world.waitFor(`!!${choice}`);
        assert.equal(await world.ask(`deep("section").lang`), "ja");
        await world.visit(page({ lang: "ja", tag: { "data-lang": "en" } }));
        await world.waitFor(`!!${choice}`);
        assert.equal(await world.ask(`deep("section").lang`), "en");
    });

    test("asks nobody where the region needs no question, and leaves a way in", async () => {
        await world.visit(page({ tag: { "data-region": "US" } }));
        await world.waitFor(`!!document.querySelector("sudare-launcher")`);
        assert.equal(await world.asks(), false);
        assert.equal((await world.snapshot()).regime, "opt-out");
        await world.visit(
            page({
                tag: { "data-region": "US" },
                body: "<a data-consent-open href='/consent/index.html'>Privacy</a>",
            }),
        );
        await world.waitFor("document.readyState === 'complete'");
        assert.equal(
            await world.ask(`!!document.querySelector("sudare-launcher")`),
            false,
            "the page's own link is enough",
        );
    });

    test("runs under the strictest policy without a violation", async () => {
        await world.visit(
            page({
                after: `<script nonce="test" type="text/plain" data-consent="ads">ran.push("ads")</script>`,
            }),
            { "content-security-policy": STRICT },
        );
        await world.act("accept-all");
        await world.waitFor("ran.includes('ads')");
        assert.deepEqual(await world.troubles(), []);
    });
});
