// The search over the whole notice, in the visitor's own way: by keyboard.

import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { Key } from "selenium-webdriver";
import { ALL_THERE, page, start, STRICT } from "./harness.mjs";

describe("the search", () => {
    let world;
    before(async () => (world = await start()));
    after(() => world.stop());
    beforeEach(() => world.newVisitor());

    const found = `deep("#sudare-found").textContent`;
    const isOpen = (id) => `!deep("#sudare-body-${id}").hidden`;
    const marked = `[...deep("dialog").querySelectorAll("article:has(h3 small)")].map((article) => article.id)`;
    /** The words that are highlighted, as they stand in the text. */
    const painted = (name) => `[...(CSS.highlights?.get("${name}") ?? [])].map(String)`;

    const openNotice = async (wishes = {}, headers = {}) => {
        await world.visit(page(wishes), headers);
        await world.run("consent.show()");
        await world.waitFor(ALL_THERE);
    };
    const box = () => world.run(`return deep("#sudare-search")`);
    const type = async (...keys) => (await box()).sendKeys(...keys);

    test("counts the matches, opens the articles that have them, and marks them", async () => {
        await openNotice();
        await type("tax office");
        await world.waitFor(`${found} === "2 matches in 2 articles"`);
        await world.waitFor(`${marked}.join() === "sharing,rights"`);
        for (const id of ["sharing", "rights"]) await world.waitFor(isOpen(id));
        assert.equal(await world.ask(isOpen("who")), false);
        assert.equal(await world.ask(`deep("#sudare-found").getAttribute("role")`), "status");
    });

    test("highlights what it has found, and nothing in the text changes", async () => {
        await openNotice();
        const words = `deep("[data-policy]").textContent.length`;
        await world.waitFor(
            `[...deep("dialog").querySelectorAll(".body")].every((body) => body.textContent.trim())`,
        );
        const before = await world.ask(words);
        await type("TAX office");
        await world.waitFor(`${painted("sudare-match")}.length === 2`);
        assert.deepEqual(await world.ask(painted("sudare-match")), ["tax office", "tax office"]);
        await type(Key.ESCAPE);
        await world.waitFor(`${painted("sudare-match")}.length === 0`);
        await world.waitFor(`${found} === ""`);
        assert.equal(await world.ask(words), before);
    });

    // In the picture, not by `getComputedStyle`: Chromium answers otherwise there than it paints.
    test("highlights in the colours of the notice's own theme", async () => {
        const shown = async () => {
            const picture = await world.driver.takeScreenshot();
            return world.driver.executeAsyncScript(
                `const [picture, done] = arguments;
                const image = new Image();
                image.onload = () => {
                    const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
                    canvas.drawImage(image, 0, 0);
                    const { data } = canvas.getImageData(0, 0, image.width, image.height);
                    const pixels = new Uint32Array(data.buffer);
                    const count = (colour) => pixels.filter((pixel) => pixel === colour).length;
                    // Red, green, blue from the lowest byte on.
                    done({ day: count(0xff0047b3), night: count(0xff66b3ff) });
                };
                image.src = "data:image/png;base64," + picture;`,
                picture,
            );
        };
        await openNotice();
        await type("tax office", Key.ENTER);
        for (const [theme, other] of [
            ["day", "night"],
            ["night", "day"],
        ]) {
            await world.run(
                `deep("dialog").getRootNode().host.dataset.theme = arguments[0]`,
                { day: "light", night: "dark" }[theme],
            );
            await world.paintings(2);
            let seen;
            await world.driver.wait(
                async () => (seen = await shown())[theme] > 100,
                15_000,
                `no ${theme}`,
                10,
            );
            assert.equal(seen[other], 0, JSON.stringify(seen));
        }
    });

    test("goes to the next match with Enter, back with Shift, and round at the ends", async () => {
        await openNotice();
        await type("tax office");
        await world.waitFor(`/^2 matches/.test(${found})`);
        const at = [];
        for (const keys of [[Key.ENTER], [Key.ENTER], [Key.ENTER], [Key.SHIFT, Key.ENTER]]) {
            const before = await world.ask(found);
            await type(...keys);
            await world.waitFor(`${found} !== ${JSON.stringify(before)}`);
            at.push(await world.ask(found));
        }
        assert.deepEqual(at, ["1 / 2", "2 / 2", "1 / 2", "2 / 2"]);
        await world.waitFor(`${painted("sudare-at")}.length === 1`);
        await world.waitFor(`(() => {
            const [range] = CSS.highlights.get("sudare-at");
            const there = range.getBoundingClientRect();
            const dialog = deep("dialog").getBoundingClientRect();
            return there.top > dialog.top && there.bottom < dialog.bottom;
        })()`);
        const active = await world.ask(`deep("dialog").getRootNode().activeElement.id`);
        assert.equal(active, "sudare-search", "the keyboard stays in the box");
    });

    test("is cleared by Escape, and only then closed by it", async () => {
        await openNotice();
        await type("cookies");
        await world.waitFor(`/match/.test(${found})`);
        await type(Key.ESCAPE);
        await world.waitFor(`deep("#sudare-search").value === "" && ${found} === ""`);
        assert.ok(await world.ask(`deep("dialog").open`));
        await world.waitFor(`${marked}.length === 0`);
        // What the search opened closes with it.
        await world.waitFor(`!${isOpen("cookies")}`);
        await type(Key.ESCAPE);
        await world.waitFor(`!deep("dialog").open`);
    });

    test("opens one article at once, and the others when the visitor rests", async () => {
        await openNotice();
        // No time passes, and so nobody rests.
        await world.run("window.clock = Date.now; const now = clock(); Date.now = () => now");
        await type("e");
        await world.waitFor(`/match/.test(${found})`);
        await world.paintings(10);
        assert.equal(await world.ask(`${marked}.length`), 1);
        await world.run("Date.now = clock");
        const articles = `deep("dialog").querySelectorAll("article").length`;
        await world.waitFor(`${marked}.length === ${articles}`);
    });

    test("says so where there is nothing to find", async () => {
        await openNotice();
        await type("qqzz");
        await world.waitFor(`${found} === "No matches"`);
        assert.deepEqual(await world.ask(marked), []);
    });

    test("finds kana by kana, and full width by half width", async () => {
        await openNotice({ lang: "ja" });
        await type("くっきー");
        await world.waitFor(`/\\d/.test(${found})`);
        await world.waitFor(`${painted("sudare-match")}.includes("クッキー")`);
        const count = await world.ask(found);
        await (await box()).clear();
        await type("ｸｯｷｰ");
        await world.waitFor(
            `${painted("sudare-match")}.includes("クッキー") && ${found} === ${JSON.stringify(count)}`,
        );
    });

    test("reads the notice when somebody searches, and not before", async () => {
        const COUNT = `<script nonce="test">
            window.plain = 0;
            const { normalize } = String.prototype;
            String.prototype.normalize = function (form) {
                plain += 1;
                return normalize.call(this, form);
            };
        </script>`;
        await openNotice({ lang: "ja", before: COUNT });
        assert.equal(await world.ask("plain"), 0);
        await type("くっきー");
        await world.waitFor(`/\\d/.test(${found})`);
        assert.notEqual(await world.ask("plain"), 0);
    });

    test("goes on in the other language when the visitor changes it", async () => {
        await openNotice();
        await type("Quillfinch");
        await world.waitFor(`/match/.test(${found})`);
        await world.click('dialog button[lang="ja"]');
        await world.waitFor(`deep("dialog").lang === "ja" && /件/.test(${found})`);
    });

    test("runs under the strictest policy", async () => {
        await openNotice({}, { "content-security-policy": STRICT });
        await type("tax office");
        await world.waitFor(`/^2 matches/.test(${found})`);
        await type(Key.ENTER);
        await world.waitFor(`${found} === "1 / 2"`);
        assert.deepEqual(await world.troubles(), []);
    });
});
