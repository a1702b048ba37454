// The notice in the visitor's own language and direction, with that language's dates.

import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { ALL_THERE, page, start } from "./harness.mjs";

// Where midnight UTC is still the day before.
process.env.TZ = "America/Los_Angeles";

describe("a language", () => {
    let world;
    before(async () => (world = await start()));
    after(() => world.stop());
    beforeEach(() => world.newVisitor());

    const visit = (lang) => world.visit(page({ folder: "/fern/consent", lang }));

    /** An element's room to the left and to the right, in whole pixels. */
    const room = (selector) =>
        world.ask(`(() => {
            const { left, right } = deep(${JSON.stringify(selector)}).getBoundingClientRect();
            return [left, document.documentElement.clientWidth - right].map(Math.round);
        })()`);

    const dates = (root) =>
        world.ask(
            `[...${root}.querySelectorAll("#sudare-changes time[datetime]")].map((time) => [time.dateTime, time.textContent])`,
        );

    /** Opens the notice and waits until it is painted. */
    const open = async () => {
        await world.run("consent.show()");
        await world.waitFor(ALL_THERE);
    };

    for (const [lang, dir, end] of [
        ["en", "ltr", "right"],
        ["ar", "rtl", "left"],
    ]) {
        test(`is read in its own direction on the first layer and in the notice (${lang})`, async () => {
            await visit(lang);
            await world.waitFor(`!!deep("sudare-choice")`);
            assert.equal(await world.ask(`getComputedStyle(deep("section")).direction`), dir);
            const [left, right] = await room("section");
            assert.equal(end === "left" ? left : right, 0, "the corner is where the lines end");
            assert.ok((end === "left" ? right : left) > 0);

            await open();
            assert.equal(await world.ask(`getComputedStyle(deep("dialog")).direction`), dir);
            const [start, close] = [await room(".operator"), await room("[data-consent-action=close]")];
            assert.equal(start[0] < close[0], dir === "ltr", "the operator comes before the button");
            const across = `deep("dialog").scrollWidth <= deep("dialog").clientWidth`;
            assert.ok(await world.ask(across), "nothing scrolls sideways");
        });
    }

    test("has the dates of its page, the same day in every time zone", async () => {
        for (const lang of ["en", "ar"]) {
            world.newVisitor();
            await world.driver.get(world.url(`/fern/consent/index.${lang}.html`));
            const onPage = await dates("document");
            await visit(lang);
            await open();
            assert.equal(await world.ask(`new Date("2026-03-15").getDate()`), 14);
            const found = await dates(`deep("dialog")`);
            assert.ok(found.length > 1);
            assert.deepEqual(found, onPage);
            // Of Arabic's figures not all browsers think alike.
            for (const [iso, words] of lang === "en" ? found : []) {
                const expected = `new Intl.DateTimeFormat("${lang}", { dateStyle: "long", timeZone: "UTC" })
                    .format(new Date("${iso}"))`;
                assert.equal(words, await world.ask(expected));
            }
        }
    });

    test("is there without the browser's tables: asking for them takes it longer than a screen", async () => {
        const before = `<script nonce="test">
            window.asked = [];
            for (const name of ["Collator", "DateTimeFormat", "DisplayNames", "ListFormat", "NumberFormat"]) {
                const Its = Intl[name];
                Intl[name] = class extends Its {
                    constructor(...given) { super(...given); asked.push(name); }
                };
            }
            for (const [owner, name] of [[String, "localeCompare"], [Number, "toLocaleString"], [Date, "toLocaleString"],
                [Date, "toLocaleDateString"], [Date, "toLocaleTimeString"]]) {
                const its = owner.prototype[name];
                owner.prototype[name] = function (...given) { asked.push(name); return its.apply(this, given); };
            }
            new Intl.NumberFormat("en");
            (1).toLocaleString();
            window.noticed = asked.splice(0);
        </script>`;
        await world.visit(page({ folder: "/fern/consent", before }));
        await world.act("choose");
        await world.waitFor(ALL_THERE);
        const toggle = await world.ask(
            `deep("[data-consent-toggle]:not([aria-disabled])").dataset.consentToggle`,
        );
        await world.toggle(toggle);
        await world.waitFor(`!!deep("#sudare-record time")`);
        assert.deepEqual(await world.ask("asked"), []);
        assert.deepEqual(await world.ask("noticed"), ["NumberFormat", "toLocaleString"], "whoever asks is");
    });

    test("dates a choice by the day that it is where the visitor is", async () => {
        await visit("en");
        await world.act("refuse-all");
        // At three in the morning of yesterday, UTC.
        await world.run(`
            const record = JSON.parse(localStorage["sudare-fern"]);
            const day = 86_400_000;
            record.at = Math.floor(record.at / day - 1) * day + day / 8;
            localStorage["sudare-fern"] = JSON.stringify(record);
        `);
        await visit("en");
        await open();
        const at = `deep("#sudare-record time")`;
        assert.equal(
            await world.ask(`${at}.textContent`),
            await world.ask(
                `new Intl.DateTimeFormat("en", { dateStyle: "long" }).format(new Date(${at}.dateTime))`,
            ),
        );
        for (const lang of ["en", "ar"]) {
            await visit(lang);
            await open();
            const said = await world.ask(`${at}.textContent`);
            await world.driver.get(world.url(`/fern/consent/index.${lang}.html`));
            const onPage = `document.querySelector("[data-record] [data-chosen-at]").textContent`;
            await world.waitFor(`!!${onPage}`);
            assert.equal(await world.ask(onPage), said, `${lang}: the page says another day than the dialog`);
        }
    });

    test("turns the notice round when it is switched there", async () => {
        await visit("en");
        await open();
        await world.run(`deep("button[lang=ar]").click()`);
        await world.waitFor(`deep("dialog").dir === "rtl"`);
        assert.equal(await world.ask(`deep("dialog").lang`), "ar");
        assert.equal(await world.ask(`deep("button[aria-current]").lang`), "ar");
        await world.run(`deep("button[lang=en]").click()`);
        await world.waitFor(`deep("dialog").dir === "ltr"`);
    });

    test("is the page's where that is right to left, with nothing that scrolls sideways", async () => {
        await world.driver.get(world.url("/fern/consent/index.ar.html"));
        const root = "document.documentElement";
        assert.equal(await world.ask(`${root}.dir`), "rtl");
        assert.ok(await world.ask(`${root}.scrollWidth <= ${root}.clientWidth`));
        const found = await dates("document");
        assert.ok(found.length > 1 && found.every(([iso, words]) => words && words !== iso));
    });
});
