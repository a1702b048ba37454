// axe-core finds nothing: in any state, in any layout, by day and by night, in Latin, Japanese and
// Arabic. Chromium does every state in each language by day and by night, and every layout in English
// by day and by night, in Japanese by night and in Arabic by day; Firefox and
// WebKit the bar, English by day and Arabic by night.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Key } from "selenium-webdriver";
import { ALL_THERE, engine, page, start } from "./harness.mjs";
import { BODY, findings, makeLook, resize } from "./look.mjs";

const WHOLE = engine === "chromium";
const LAYOUTS = [
    ["bar", "bottom-left"],
    ["corner", "bottom-left"],
    ["corner", "bottom-right"],
    ["none", "bottom-left"],
];
const THEMES = ["light", "dark"];
const SAMPLES = { en: "aster", ja: "aster", ar: "fern" };
const TONGUES = Object.keys(SAMPLES).flatMap((lang) => THEMES.map((theme) => [lang, theme]));
/** Where a layout is not tried: what it changes, neither script nor light does. */
const BAR_ONLY = ["ja light", "ar dark"];
const layoutsOf = (lang, theme) =>
    WHOLE && !BAR_ONLY.includes(`${lang} ${theme}`) ? LAYOUTS : LAYOUTS.slice(0, 1);
/** First layers and launchers on a page: the launcher behind every corner. */
const onPage = (layouts) => layouts.flatMap(([name]) => (name === "corner" ? [0, 0] : [0])).length;
const wanted = {
    chromium: TONGUES,
    firefox: [
        ["en", "light"],
        ["ar", "dark"],
    ],
    webkit: [
        ["en", "light"],
        ["ar", "dark"],
    ],
}[engine];

describe("axe-core finds nothing", () => {
    let world;
    let scans = 0;
    const made = new Map();
    const folderOf = (lang, theme, [layout, launcher]) => {
        const look = { layout, launcher, theme, placeholders: true };
        const key = JSON.stringify([SAMPLES[lang], look]);
        if (!made.has(key)) made.set(key, makeLook(world.site, SAMPLES[lang], look));
        return made.get(key);
    };

    before(async () => {
        world = await start();
        await resize(world, 1100, 800);
    });
    after(() => world.stop());

    const scan = async (...where) => {
        scans += 1;
        assert.deepEqual(await findings(world), [], where.join(", "));
    };
    const visit = async (folder, lang) => {
        world.newVisitor();
        await world.visit(page({ folder, lang, body: BODY }));
        await world.waitFor("document.readyState === 'complete'");
    };
    const opened = `${ALL_THERE} && !!deep("address")`;
    const type = async (selector, words, done) => {
        await world.run(`deep(${JSON.stringify(selector)}).focus()`);
        await (await world.run(`return deep(${JSON.stringify(selector)})`)).sendKeys(words);
        await world.waitFor(done);
    };

    for (const [lang, theme] of wanted) {
        test(`on the page: first layer, placeholder, launcher (${lang}, ${theme})`, async () => {
            for (const layout of layoutsOf(lang, theme)) {
                await visit(folderOf(lang, theme, layout), lang);
                const shows = layout[0] === "none" ? "sudare-launcher" : "sudare-choice";
                await world.waitFor(
                    `!!document.querySelector("${shows}") && !!document.querySelector("sudare-frame")`,
                );
                await scan(shows, lang, theme, layout);
                if (layout[0] !== "corner") continue;
                await world.act("refuse-all");
                await world.waitFor(`!!document.querySelector("sudare-launcher")`);
                await scan("launcher", lang, theme, layout);
            }
        });

        test(`in the notice: every state (${lang}, ${theme})`, async () => {
            await visit(folderOf(lang, theme, LAYOUTS[0]), lang);
            await world.run("consent.show()");
            await world.waitFor(opened);
            await scan("notice", lang, theme);

            const article = `deep("article:nth-of-type(2)")`;
            await world.run(`${article}.querySelector("h3 > button").click()`);
            await world.waitFor(`!!${article}.querySelector(".body:not([hidden])")`);
            await scan("article open", lang, theme);

            const word = await world.ask(`${article}.querySelector(".body").textContent.trim().slice(0, 2)`);
            await type(
                "#sudare-search",
                word + Key.ENTER,
                // Arabic's own digits, where the engine writes them.
                `/\\p{Nd}/u.test(deep("#sudare-found")?.textContent ?? "")`,
            );
            await scan("search with matches", lang, theme);

            // A short list of companies has no box to filter it.
            if (await world.ask(`!!deep("#sudare-filter")`)) {
                await type("#sudare-filter", "o", `!!deep("details[open] .service:not([hidden])")`);
            } else {
                await world.run(`deep("#sudare-choices details, .purpose details").open = true`);
                await world.waitFor(`!!deep("details[open] .service")`);
            }
            await scan("companies filtered", lang, theme);

            await world.run(`deep('dialog [data-consent-toggle="ads"]').click()`);
            await world.waitFor(`consent.get("ads")`);
            await world.run(`deep(".changes")?.closest(".part").scrollIntoView();
                for (const details of deep("dialog").querySelectorAll("details")) details.open = true;`);
            await scan("a choice recorded, changes and record", lang, theme);

            await world.run(`deep(".languages button:not([aria-current])").click()`);
            await world.waitFor(`deep("dialog").lang !== ${JSON.stringify(lang)}`);
            await scan("another language", lang, theme);
        });

        test(`on the static page: asking, and answered (${lang}, ${theme})`, async () => {
            world.newVisitor();
            const folder = folderOf(lang, theme, LAYOUTS[0]);
            await world.driver.get(world.url(`${folder}/index.${lang}.html`));
            await world.waitFor(`!!document.querySelector(".ask:not([hidden])")`);
            await scan("static page", lang, theme);
            await world.run(`for (const details of document.querySelectorAll("details")) details.open = true;
                document.querySelector(".ask button").click()`);
            await world.waitFor(`!document.querySelector(".ask:not([hidden])")`);
            await scan("static page, answered and open", lang, theme);
        });
    }

    test("in a table of purposes and data, wide and narrow", async () => {
        for (const [theme, width] of [
            ["light", 1100],
            ["dark", 360],
        ]) {
            await resize(world, width, 800);
            await visit(makeLook(world.site, "lantern", { theme }), "en");
            await world.run("consent.show('choices')");
            await world.waitFor(`${opened} && !!deep("table.data")`);
            await world.run(`deep("table.data").scrollIntoView()`);
            await scan("table", theme, width);
        }
    });

    test("in as many combinations as that makes", (t) => {
        const most = wanted.reduce((sum, tongue) => sum + onPage(layoutsOf(...tongue)) + 6 + 2, 2);
        t.diagnostic(`${scans} combinations of state, layout, theme and language in ${engine}`);
        assert.equal(scans, most);
    });
});
