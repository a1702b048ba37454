// There is room for everything: from the smallest phone to a wall, at 400 % zoom, with wider spaces
// between letters, and whatever an owner has written. Nothing scrolls sideways, nothing is cut off,
// everything can be reached.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { ALL_THERE, engine, page, start } from "./harness.mjs";
import { BODY, looking, resize } from "./look.mjs";
import { make } from "./made.mjs";

/**
 * Width and height in CSS pixels; 320 × 256 is 1280 × 1024 at 400 % (WCAG 2.2, 1.4.10). What there is
 * room for does not depend much on the engine: all sizes in one, two in the others.
 */
const SIZES =
    engine === "chromium"
        ? [
              [320, 568],
              [320, 256],
              [3840, 2160],
          ]
        : [
              [320, 568],
              [1200, 800],
          ];

/** What somebody may set to read better, and everything must bear (WCAG 2.2, 1.4.12). */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-block-end: 2em !important }`;

/** Script: what is wrong with how the elements within `root` are laid out in `box`. */
const WRONG = `const wrong = (root, box) => {
    const found = [];
    if (box.scrollWidth > box.clientWidth) found.push("scrolls sideways: " + box.scrollWidth + " > " + box.clientWidth);
    const edges = box.getBoundingClientRect();
    const [left, right] = box === document.documentElement ? [0, innerWidth] : [edges.left, edges.right];
    for (const element of root.querySelectorAll("*")) {
        const { width, height, left: start, right: end } = element.getBoundingClientRect();
        if (!width || element.closest(".unseen, thead, script")) continue;
        const name = element.localName + "." + element.className + " " + element.textContent.slice(0, 30);
        if (start < left - 1 || end > right + 1) found.push("sticks out: " + name + " " + start + "–" + end);
        const { overflowX, overflowY } = getComputedStyle(element);
        if (element !== box && (overflowX + overflowY).includes("hidden")
            && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)) found.push("cuts off: " + name);
        const pressed = element.matches("button, input, summary, [role=switch]") || (element.localName === "a" && !element.closest("p:not(.more), li:not(nav li), td, dd"));
        // Within a sentence a link is as high as its line (WCAG 2.2, 2.5.8).
        if (pressed && (width < 24 || height < 24)) found.push("too small: " + name + " " + width + " × " + height);
    }
    return found.slice(0, 10);
};`;

describe("there is room", () => {
    let world;
    before(async () => (world = await start()));
    after(() => world.stop());

    const space = (host) =>
        world.run(
            `const sheet = new CSSStyleSheet();
            sheet.replaceSync(arguments[1]);
            const root = arguments[0] ? document.querySelector(arguments[0]).shadowRoot : document;
            root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];`,
            host,
            SPACING,
        );

    const choiceWrong = () =>
        world.run(`${WRONG}
            const section = deep("section");
            const box = section.getBoundingClientRect();
            // What does not fit scrolls, and starts at its start.
            const found = wrong(section, section);
            if (box.top < -1 || box.bottom > innerHeight + 1) found.push("out of view: " + box.top + "–" + box.bottom);
            return found;`);

    /** The notice with all articles and companies open, scrolled to its end. */
    const noticeWrong = async () => {
        await world.waitFor(ALL_THERE);
        await world.run(`for (const details of deep("dialog").querySelectorAll("details")) details.open = true;
            deep(".rolls button").click();`);
        await world.waitFor(
            `[...deep("dialog").querySelectorAll("article")].every((article) => article.querySelector(".body:not([hidden])"))`,
        );
        return world.run(`${WRONG}
            const dialog = deep("dialog");
            const found = wrong(dialog, dialog);
            dialog.scrollTo(0, dialog.scrollHeight);
            if (dialog.scrollTop + dialog.clientHeight < dialog.scrollHeight - 2) found.push("does not scroll to its end");
            const close = deep('[data-consent-action="close"]').getBoundingClientRect();
            const { top, bottom } = dialog.getBoundingClientRect();
            if (close.top < top - 1 || close.bottom > bottom + 1) found.push("the way out is out of view");
            return found;`);
    };

    const visit = async (folder, lang = "en") => {
        world.newVisitor();
        await world.visit(page({ folder, lang, body: BODY }));
        await world.waitFor(`!!document.querySelector("sudare-choice")`);
    };

    const whole = async (folder, lang, where, spaced = false) => {
        await visit(folder, lang);
        if (spaced) await space("sudare-choice");
        await world.waitFor(`deep("section").getBoundingClientRect().height > 0`);
        assert.deepEqual(await choiceWrong(), [], `first layer, ${where}`);
        await world.run("consent.show()");
        await world.waitFor(`!!deep("dialog[open]")`);
        if (spaced) await space("sudare-notice");
        assert.deepEqual(await noticeWrong(), [], `notice, ${where}`);
    };

    for (const [width, height] of SIZES) {
        test(`at ${width} × ${height}, in a Latin, a Japanese and an Arabic notice, spaced out`, async () => {
            await resize(world, width, height);
            for (const [folder, lang] of [
                ["/lantern/consent", "en"],
                ["/consent", "ja"],
                ["/fern/consent", "ar"],
            ]) {
                await whole(folder, lang, `${lang} ${width}`, true);
            }
            for (const path of [
                "/lantern/consent/index.html",
                "/consent/index.ja.html",
                "/fern/consent/index.ar.html",
            ]) {
                world.newVisitor();
                await world.driver.get(world.url(path));
                await world.waitFor(`!!document.querySelector(".ask:not([hidden])")`);
                const wrong = () =>
                    world.run(`${WRONG} return wrong(document.body, document.documentElement)`);
                assert.deepEqual(await wrong(), [], path);
                await space(null);
                await world.run(
                    `for (const details of document.querySelectorAll("details")) details.open = true`,
                );
                assert.deepEqual(await wrong(), [], `${path}, spaced out and open`);
            }
        });
    }

    // Firefox and WebKit have no window that low.
    const narrow = engine !== "chromium" && "only Chromium's window is as low";
    test(
        "below the head at 400 %: it is one row with the ways out, and two while somebody types",
        { skip: narrow },
        async () => {
            await resize(world, 320, 256);
            await visit("/consent");
            await world.run(`consent.show("cookies")`);
            await world.waitFor(ALL_THERE);
            const head = `deep(".bar").getBoundingClientRect()`;
            const close = `deep('[data-consent-action="close"]').getBoundingClientRect()`;
            await world.waitFor(`${head}.top < -40 && ${close}.top >= 0`);
            await world.run(`deep("#sudare-search").focus()`);
            await world.waitFor(
                `${head}.top >= 0 && deep("#sudare-search").getBoundingClientRect().top >= 0`,
            );
            await world.act("close");
            await world.waitFor(`!deep("dialog[open]")`);
        },
    );

    const WORD = "Donaudampfschiff".repeat(19).slice(0, 300);
    const HEADING = "A heading that does not know when to stop, ".repeat(12).slice(0, 500);
    const LONG = "We say the same again, in other words and at length, until nobody reads on.\n\n".repeat(
        2600,
    );

    /** Notices as nobody should write them: manifest and policy. */
    const ODD = {
        "an article of 200 KB": [(text) => text, (text) => text.replace(/(\n## .*\n)/, `$1\n${LONG}`)],
        "a heading of 500 characters, a word of 300 letters everywhere": [
            (text) =>
                text
                    .replace("Counting visits", WORD)
                    .replace("Sorrel Counts GmbH, Germany", WORD)
                    .replace('name = "Sorrel Counts"', `name = "${WORD}"`)
                    .replace("Aster Pictures Ltd.", WORD)
                    .replace("You choose what this shop may do", WORD),
            (text) =>
                text
                    .replace(/^# .*$/m, `# ${WORD}`)
                    .replace(/\n## [^{\n]*/, `\n## ${HEADING}`)
                    .replace(/\n> \*\*[^*]*\*\*/, `\n> **${WORD}** ${WORD}`)
                    .replace(
                        /\n## ([^\n]*)\n/g,
                        `\n## $1\n\n${WORD} [${WORD}](https://aster.example/${WORD})\n\n| ${WORD} | b | c |\n|-|-|-|\n| a | ${WORD} | c |\n\n- ${WORD}\n\n`,
                    ),
            true,
        ],
        "no cards": [(text) => text, (text) => text.replace(/\n> .*/g, "")],
        "one article": [
            (text) =>
                text
                    .replace(/^article = .*/gm, 'article = "only"')
                    .replace(/^articles = .*/gm, 'articles = ["only"]')
                    .replace(/#[a-z-]+"/g, '#only"'),
            (text) => `${text.match(/^# .*/m)[0]}\n\n## 1. All {#only}\n\nThat is all.\n`,
        ],
        "fifty purposes and what they use": [
            (text) => {
                const ids = Array.from({ length: 50 }, (_, at) => `more-${at}`);
                const both = (words) => `{ en = "${words}", ja = "${words}" }`;
                return (
                    text +
                    ids
                        .map(
                            (id) =>
                                `\n[[purpose]]\nid = "${id}"\nname = ${both(`Purpose ${id}`)}\ntext = ${both("One of many.")}\narticle = "visits"\n`,
                        )
                        .join("") +
                    `\n[[data]]\nid = "address"\nname = ${both("Your address")}\npurposes = ${JSON.stringify(ids)}\n`
                );
            },
            (text) => text,
            true,
        ],
    };

    for (const [what, [manifest, policy, wide]] of Object.entries(ODD)) {
        test(`for ${what}`, async () => {
            const folder = make(
                world.site,
                "aster",
                (text) => manifest(looking({ layout: "corner" })(text)),
                policy,
            );
            for (const [width, height] of wide
                ? [
                      [320, 568],
                      [1200, 800],
                  ]
                : [[320, 568]]) {
                await resize(world, width, height);
                await whole(folder, "en", `${what}, ${width}`);
                world.newVisitor();
                await world.driver.get(world.url(`${folder}/index.html`));
                await world.waitFor(`!!document.querySelector(".ask:not([hidden])")`);
                await world.run(
                    `for (const details of document.querySelectorAll("details")) details.open = true`,
                );
                const wrong = await world.run(
                    `${WRONG} return wrong(document.body, document.documentElement)`,
                );
                assert.deepEqual(wrong, [], `static page, ${what}, ${width}`);
            }
        });
    }
});
