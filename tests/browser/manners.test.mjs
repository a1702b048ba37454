// The keyboard, the focus and the accessibility tree; by the documented hooks where there are some.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, beforeEach, describe, test } from "node:test";
import { Key } from "selenium-webdriver";
import { ALL_THERE, page, start } from "./harness.mjs";

const AXE = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

/** The element that has the keyboard, however deep in shadow roots. */
const FOCUSED = `(() => {
    let active = document.activeElement;
    while (active.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active;
})()`;

describe("the manners of the notice", () => {
    let world;
    before(async () => (world = await start()));
    after(() => world.stop());
    beforeEach(() => world.newVisitor());

    const open = ALL_THERE;
    const closed = `!deep("dialog[open]")`;
    const press = (...keys) =>
        world.driver
            .actions()
            .sendKeys(...keys)
            .perform();

    /** What axe-core finds wrong with the page as it is, each as "rule: place". */
    const findings = async () => {
        await world.driver.executeScript(AXE);
        return world.driver.executeAsyncScript((done) => {
            // eslint-disable-next-line no-undef -- runs in the page
            axe.run(document, {
                runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"],
            }).then(({ violations }) =>
                done(
                    violations.flatMap(({ id, nodes }) =>
                        nodes.map(({ target }) => id + ": " + target.flat().join(" ")),
                    ),
                ),
            );
        });
    };

    /** A host page with which nothing is wrong. */
    const sound = (lang = "en") =>
        page({ lang, body: "<main><h1>Shop</h1><p>Things to buy.</p><a href='/shop'>Buy</a></main>" });

    test("the keyboard goes in with the notice, goes round in it, and comes back with it", async () => {
        await world.visit(page({ body: "<h1>Shop</h1><button id='own' data-consent-open>Privacy</button>" }));
        await world.act("refuse-all");
        await world.waitFor(`!document.querySelector("sudare-choice")`);
        await world.run("document.getElementById('own').focus()");
        await press(Key.ENTER);
        await world.waitFor(open);
        const inside = `${FOCUSED}.getRootNode().host?.localName === "sudare-notice"`;
        await world.waitFor(inside);
        // Back from the first stop is the last one of the notice or the browser's own frame, not the page.
        for (let stop = 0; stop < 3; stop += 1) {
            await press(Key.chord(Key.SHIFT, Key.TAB));
            assert.equal(await world.ask(`${FOCUSED}.id === "own"`), false);
        }
        await press(Key.ESCAPE);
        await world.waitFor(closed);
        await world.waitFor(`${FOCUSED}.id === "own"`);
        assert.equal((await world.snapshot()).purposes.ads, false);
    });

    test("an article is a button alone in its heading, and opens by the keyboard", async () => {
        await world.visit(page());
        await world.run("consent.show()");
        await world.waitFor(open);
        const head = `deep("article#cookies").querySelector("h3 > button")`;
        assert.equal(await world.ask(`${head}.parentElement.children.length`), 1);
        assert.equal(await world.ask(`${head}.getAttribute("aria-expanded")`), "false");
        await world.run(`${head}.focus()`);
        await press(Key.ENTER);
        await world.waitFor(`${head}.getAttribute("aria-expanded") === "true"`);
        const body = `deep("article#cookies").querySelector("#" + ${head}.getAttribute("aria-controls"))`;
        assert.ok((await world.ask(`${body}.getBoundingClientRect().height`)) > 50);
        await press(Key.SPACE);
        await world.waitFor(`${head}.getAttribute("aria-expanded") === "false"`);
        assert.equal(await world.ask(`${FOCUSED} === ${head}`), true);
    });

    test("a switch works by the keyboard, says its state in words, and is heard", async () => {
        await world.visit(page());
        await world.run("consent.show('choices')");
        await world.waitFor(open);
        const button = `deep('#sudare-choices').parentElement.querySelector('[data-consent-toggle="ads"]')`;
        await world.waitFor(`!!${button}`);
        assert.equal(await world.ask(`${button}.getAttribute("role")`), "switch");
        assert.equal(await world.ask(`${button}.getAttribute("aria-checked")`), "false");
        await world.run(`${button}.focus()`);
        await press(Key.SPACE);
        await world.waitFor("consent.get('ads')");
        await world.waitFor(`${button}.getAttribute("aria-checked") === "true"`);
        await world.waitFor(`deep('.status[role="status"]').textContent.includes("Targeted ads: allowed")`);
        assert.equal(await world.ask(`${FOCUSED} === ${button}`), true, "the switch keeps the keyboard");
    });

    test("an address leads to an article, open and in view, with the keyboard on it", async () => {
        await world.visit(
            page({ body: "<h1>Shop</h1><p style='height: 300vh'></p>" }),
            {},
            "#privacy/advertising",
        );
        await world.waitFor(open);
        await world.waitFor(
            `deep("article#advertising")?.querySelector("h3 > button").getAttribute("aria-expanded") === "true"`,
        );
        await world.waitFor(`${FOCUSED}.closest("article")?.id === "advertising"`);
        const { top, height } = await world.ask(`(({ top }) => ({ top, height: innerHeight }))(
            deep("article#advertising").getBoundingClientRect())`);
        assert.ok(top >= 0 && top < height, `${top} of ${height}`);
    });

    test("what is typed in the notice does not reach the page", async () => {
        const after = `<script nonce="test">addEventListener("keydown", ({ key }) => ran.push(key));</script>`;
        await world.visit(page({ after }));
        await world.run("consent.show()");
        await world.waitFor(open);
        await press("s", "/", Key.ESCAPE);
        await world.waitFor(closed);
        assert.deepEqual(await world.ask("ran.filter((key) => key.length === 1)"), []);
    });

    test("a click beside the notice closes it and grants nothing", async () => {
        // On a small screen the notice fills it, and there is nothing beside.
        await world.driver.manage().window().setRect({ width: 1100, height: 900 });
        await world.visit(page());
        await world.run("consent.show()");
        await world.waitFor(open);
        await world.waitFor(`deep("dialog").getBoundingClientRect().left > 20`);
        await world.driver.actions().move({ x: 5, y: 5 }).click().perform();
        await world.waitFor(closed);
        assert.equal((await world.snapshot()).decided, false);
    });

    for (const [what, stored] of [
        ["that cannot be read", "{torn"],
        ["of a newer version", '{"v":3,"notice":"aster","choices":{"ads":"granted"}}'],
    ]) {
        test(`a record ${what} is kept aside, and both writers keep it`, async () => {
            for (const writer of ["the first layer", "the notice"]) {
                world.newVisitor();
                await world.visit(page());
                await world.run(`localStorage.setItem("sudare-aster", ${JSON.stringify(stored)})`);
                await world.reload();
                await world.waitFor("document.readyState === 'complete'");
                assert.equal((await world.snapshot()).reprompt, "recovered");
                assert.equal(await world.ask("consent.get('ads')"), false);
                assert.equal(await world.ask(`localStorage.getItem("sudare-aster")`), stored, "untouched");
                if (writer === "the first layer") {
                    await world.act("accept-all");
                } else {
                    await world.act("choose");
                    await world.toggle("ads");
                }
                await world.waitFor("consent.get('ads')");
                assert.equal(await world.ask(`localStorage.getItem("sudare-aster.aside")`), stored, writer);
                assert.equal(
                    await world.ask(`JSON.parse(localStorage.getItem("sudare-aster")).v`),
                    2,
                    writer,
                );
            }
        });
    }

    test("a yes that is withdrawn in the notice while storage is full does not come back", async () => {
        await world.visit(page());
        await world.act("accept-all");
        await world.waitFor("consent.get('ads')");
        await world.run(`Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
            consent.show("choices")`);
        await world.waitFor(`!!deep("dialog[open]")`);
        await world.toggle("ads");
        await world.waitFor("!consent.get('ads')");
        await world.reload();
        await world.waitFor("document.readyState === 'complete'");
        assert.equal(await world.ask("consent.get('ads')"), false);
    });

    for (const lang of ["en", "ja"]) {
        test(`axe-core finds nothing in the first layer, the notice, or an open article (${lang})`, async () => {
            await world.visit(sound(lang));
            await world.waitFor(`!!document.querySelector("sudare-choice")`);
            assert.deepEqual(await findings(), []);
            await world.act("choose");
            await world.waitFor(open);
            assert.deepEqual(await findings(), []);
            await world.run(`deep("article#cookies").querySelector("h3 > button").click()`);
            await world.waitFor(
                `deep("article#cookies").querySelector("h3 > button").getAttribute("aria-expanded") === "true"`,
            );
            assert.deepEqual(await findings(), []);
            const { content } = await world.site.read(
                lang === "ja" ? "/consent/index.ja.html" : "/consent/index.html",
            );
            assert.ok(content);
            await world.driver.get(
                world.url(lang === "ja" ? "/consent/index.ja.html" : "/consent/index.html"),
            );
            assert.deepEqual(await findings(), []);
        });
    }

    test("axe-core finds nothing while the visitor searches, filters and ticks off", async () => {
        const host = { folder: "/lantern/consent", body: "<main><h1>Shop</h1><p>Things to buy.</p></main>" };
        await world.visit(page(host));
        await world.run("consent.show('choices')");
        await world.waitFor(open);
        await (await world.run(`return deep("#sudare-search")`)).sendKeys("cookies", Key.ENTER);
        await world.waitFor(`/^1 \\//.test(deep("#sudare-found").textContent)`);
        await (await world.run(`return deep("#sudare-filter")`)).sendKeys("fox");
        await world.waitFor(`!!deep("details[open] .service:not([hidden]) .tick")`);
        assert.equal(await world.ask(`deep("#sudare-choices .found").textContent`), "1 company");
        await world.run(`deep("details[open] .service:not([hidden]) .tick").click()`);
        await world.waitFor(`!!deep('.tick[aria-checked="true"]')`);
        assert.deepEqual(await findings(), []);
    });
});
