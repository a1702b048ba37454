// No dark pattern: both answers weigh the same, everywhere and to the eye, the hand and the keyboard;
// a yes is taken back with the clicks that it was given with; and nothing else says yes.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Key } from "selenium-webdriver";
import { page, start } from "./harness.mjs";
import { COLOURS, looking, makeLook, resize } from "./look.mjs";
import { make } from "./made.mjs";

const LAYOUTS = ["bar", "corner"];
const THEMES = ["light", "dark"];
const SIZES = [
    [320, 568],
    [1280, 800],
];

describe("the two answers", () => {
    let world;
    before(async () => (world = await start()));
    after(() => world.stop());

    const FOCUSED = `(() => {
        let active = document.activeElement;
        while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
        return active?.dataset?.consentAction ?? null;
    })()`;
    const press = (...keys) =>
        world.driver
            .actions()
            .sendKeys(...keys)
            .perform();
    const TALL = "<main><h1>Shop</h1><p style='height: 300vh'>Pictures</p></main>";

    const visit = async (folder, rest = {}) => {
        world.newVisitor();
        await world.visit(page({ folder, body: TALL, ...rest }));
        await world.waitFor(`!!document.querySelector("sudare-choice")`);
    };

    /** Everything of the two that anybody could tell apart, but for the words and the place. */
    const looks = (host) =>
        world.run(
            `${COLOURS}
            return [...document.querySelector(arguments[0]).shadowRoot.querySelectorAll("[part=answer]")].map((button) => {
                const box = button.getBoundingClientRect();
                const style = getComputedStyle(button);
                const all = {};
                // Where it stands and how wide its words are is its own; the rest is not.
                for (const name of style) {
                    if (!/origin|inset|^(top|left|right|bottom)$/.test(name)) all[name] = style.getPropertyValue(name).replace(/\\d+\\.\\d+/g, (number) => (+number).toFixed(1));
                }
                const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                return {
                    all, width: Math.round(box.width * 10), height: Math.round(box.height * 10),
                    inView: box.top >= 0 && box.bottom <= innerHeight + .5 && box.left >= 0 && box.right <= innerWidth + .5,
                    onTop: at === document.querySelector(arguments[0]),
                    fits: button.scrollWidth <= button.clientWidth && button.scrollHeight <= button.clientHeight,
                    contrast: contrast(style.color, style.backgroundColor),
                };
            })`,
            host,
        );

    const assertEqual = ([refuse, accept], where) => {
        assert.deepEqual(refuse, accept, where);
        assert.ok(
            refuse.inView && refuse.onTop && refuse.fits,
            `${where}: ${JSON.stringify({ ...refuse, all: 0 })}`,
        );
        assert.ok(refuse.contrast >= 4.5, `${where}: contrast ${refuse.contrast}`);
        assert.ok(refuse.height >= 440, `${where}: ${refuse.height / 10} px high`);
    };

    for (const layout of LAYOUTS) {
        test(`are the same to the eye and the hand: ${layout}, light and dark, phone and desk, en, ja, ar`, async () => {
            for (const [sample, langs] of [
                ["aster", ["en", "ja"]],
                ["fern", ["ar"]],
            ]) {
                for (const theme of THEMES) {
                    const folder = makeLook(world.site, sample, { layout, theme });
                    for (const [width, height] of SIZES) {
                        await resize(world, width, height);
                        for (const lang of langs) {
                            await visit(folder, { lang });
                            await world.waitFor(`deep("[part=answer]").getBoundingClientRect().height > 0`);
                            assertEqual(await looks("sudare-choice"), `${layout} ${theme} ${width} ${lang}`);
                        }
                    }
                }
            }
        });
    }

    test("are the same to the keyboard: two stops side by side, no first of all", async () => {
        await visit("/consent");
        const stops = [];
        for (let stop = 0; stop < 4; stop += 1) {
            await press(Key.TAB);
            stops.push(await world.ask(FOCUSED));
        }
        assert.deepEqual(stops, ["refuse-all", "accept-all", "choose", "read"]);
        assert.equal(await world.ask(`[...deep("section").querySelectorAll("[autofocus]")].length`), 0);
        for (const action of ["refuse-all", "accept-all"]) {
            await visit("/consent");
            for (let stop = 0; (await world.ask(FOCUSED)) !== action; stop += 1) {
                assert.ok(stop < 3);
                await press(Key.TAB);
            }
            await press(Key.ENTER);
            await world.waitFor(`consent.get().decided`);
            assert.equal(await world.ask("consent.get('ads')"), action === "accept-all");
        }
    });

    test("are the same in the notice, and on its page", async () => {
        await resize(world, 1280, 900);
        await visit("/consent");
        await world.act("choose");
        await world.waitFor(`!!deep("dialog[open] [part=answer]")`);
        await world.run(`deep("dialog [part=answer]").scrollIntoView({ block: "center" })`);
        assertEqual(await looks("sudare-notice"), "notice");
        world.newVisitor();
        await world.driver.get(world.url("/consent/index.html"));
        await world.waitFor(`!!document.querySelector(".ask:not([hidden])")`);
        const both = await world.run(`return [...document.querySelectorAll(".ask button")].map((button) => {
            const { width, height, bottom } = button.getBoundingClientRect();
            const { color, backgroundColor, fontWeight, fontSize, borderColor } = getComputedStyle(button);
            return [width, height, color, backgroundColor, fontWeight, fontSize, borderColor, bottom < innerHeight];
        })`);
        assert.deepEqual(both[0], both[1]);
        assert.equal(both[0].at(-1), true, "in view without scrolling");
    });

    test("cost the same to give and to take back, clicks counted", async () => {
        let clicks = 0;
        const click = async (selector) => {
            clicks += 1;
            await world.click(selector);
        };
        const counted = async (deed) => {
            clicks = 0;
            await deed();
            return clicks;
        };
        // From where somebody finds it when there is no first layer any more, by the launcher.
        const turn = async (holds) => {
            await click("sudare-launcher button, [data-consent-open]");
            await world.waitFor(`!!deep("dialog[open]")`);
            await click('dialog [data-consent-toggle="ads"]');
            await world.waitFor(`consent.get("ads") === ${holds}`);
            await world.run(`deep("dialog").close()`);
        };
        const all = async (action, holds) => {
            await click("sudare-launcher button, [data-consent-open]");
            await world.waitFor(`!!deep("dialog[open]")`);
            await click(`dialog [data-consent-action="${action}"]`);
            await world.waitFor(`consent.get("ads") === ${holds}`);
            await world.run(`deep("dialog").close()`);
        };
        for (const action of ["refuse-all", "accept-all"]) {
            await visit("/consent");
            assert.equal(await counted(() => click(`[data-consent-action="${action}"]`)), 1, action);
            await world.waitFor("consent.get().decided");
        }
        await world.waitFor(
            `!!document.querySelector("sudare-launcher") || !!document.querySelector("[data-consent-open]")`,
        );
        assert.equal(await counted(() => turn(false)), await counted(() => turn(true)), "one purpose");
        assert.equal(
            await counted(() => all("refuse-all", false)),
            await counted(() => all("accept-all", true)),
            "all",
        );
    });

    test("are the only way to say yes: Escape, back, scrolling, clicks beside, waiting and closing grant nothing", async () => {
        const nothing = async (what) => {
            assert.deepEqual(
                await world.run(
                    `return [localStorage.length, document.cookie, consent.get().decided, consent.get("ads")]`,
                ),
                [0, "", false, false],
                what,
            );
            assert.equal(await world.asks(), true, what);
        };
        await visit("/consent");
        const here = await world.driver.getCurrentUrl();
        await press(Key.ESCAPE);
        await nothing("Escape on the page");
        await world.run("scrollTo(0, 900); dispatchEvent(new Event('scroll'))");
        await nothing("scrolling");
        await world.click("main p");
        await nothing("a click on the page");
        await press(Key.TAB, Key.ESCAPE);
        await nothing("Escape in the first layer");
        await world.run(`deep("section h2").click(); deep("section").click()`);
        await nothing("a click on the layer itself");
        for (const close of [
            () => press(Key.ESCAPE),
            () => world.act("close"),
            () => world.run(`deep("dialog").close()`),
            () => world.run("consent.hide()"),
        ]) {
            await world.run("consent.show()");
            await world.waitFor(`!!deep("dialog[open]")`);
            await world.run(`deep("dialog").scrollTo(0, 5000)`);
            await close();
            await world.waitFor(`!deep("dialog[open]")`);
            await nothing(`the notice closed by ${close}`);
        }
        // Away and back again.
        await world.visit("<title>Elsewhere</title>");
        await world.driver.navigate().back();
        await world.waitFor(
            `location.href === ${JSON.stringify(here)} && !!window.consent && !!document.querySelector("sudare-choice")`,
        );
        await nothing("back");
        // A visitor who waits: timers and frames run, and a page that went out of sight comes back.
        await world.run(`dispatchEvent(new Event("pageshow")); document.dispatchEvent(new Event("visibilitychange"));
            dispatchEvent(new Event("blur")); dispatchEvent(new Event("focus"));`);
        await world.waitFor(
            `new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(true), 0)))`,
        );
        await nothing("waiting");
        assert.equal(
            await world.ask(
                `[...performance.getEntriesByType("resource")].every(({ initiatorType }) => initiatorType !== "beacon")`,
            ),
            true,
        );
    });

    test("stay in view with fifty purposes, on the smallest phone and on a desk", async () => {
        const many = Array.from(
            { length: 50 },
            (_, at) =>
                `\n[[purpose]]\nid = "more-${at}"\nname = { en = "Purpose number ${at}", ja = "目的その${at}" }\n` +
                `text = { en = "It is one of many.", ja = "そのひとつです。" }\narticle = "visits"\n`,
        ).join("");
        for (const layout of LAYOUTS) {
            const folder = make(world.site, "aster", (manifest) => looking({ layout })(manifest) + many);
            for (const [width, height] of SIZES) {
                await resize(world, width, height);
                await visit(folder);
                await world.waitFor(
                    `deep("section").scrollHeight >= 0 && deep("[part=answer]").getBoundingClientRect().height > 0`,
                );
                const seen = await world.run(`
                    const section = deep("section");
                    const box = section.getBoundingClientRect();
                    return { inside: box.top >= 0 && box.bottom <= innerHeight + .5, wide: section.scrollWidth <= section.clientWidth,
                        names: section.querySelectorAll("li").length, page: document.documentElement.scrollWidth <= innerWidth };`);
                assert.deepEqual(
                    seen,
                    { inside: true, wide: true, names: 53, page: true },
                    `${layout} ${width}`,
                );
                assertEqual(await looks("sudare-choice"), `${layout} ${width}, fifty purposes`);
            }
        }
    });
});
