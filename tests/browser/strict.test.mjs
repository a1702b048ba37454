// The whole product under the strictest policy, in one visit each: no violation, no error.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { Key } from "selenium-webdriver";
import { page, start, STRICT } from "./harness.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const HELD = `<script nonce="test" type="text/plain" data-consent="ads">ran.push("ads")</script>`;
const PICTURE = `<img data-consent="media" data-src="/demo/none.png" alt="">`;
const OPEN = `!!deep("dialog[open]")`;
const CLOSED = `!deep("dialog[open]")`;

describe("strict pages", () => {
    let world;
    before(async () => (world = await start()));
    after(() => world.stop());
    beforeEach(() => world.newVisitor());

    const visit = (options, policy = STRICT) =>
        world.visit(page({ after: HELD, body: `<h1>Shop</h1>${PICTURE}`, ...options }), {
            "content-security-policy": policy,
        });
    const type = async (box, ...keys) => (await world.run(`return deep("${box}")`)).sendKeys(...keys);
    const button = (words) =>
        world.run(
            `return [...deep("dialog").querySelectorAll("button")].find((its) => its.textContent === "${words}")`,
        );
    const press = async (words) => {
        await world.waitFor(
            `[...deep("dialog").querySelectorAll("button")].some((its) => its.textContent === "${words}")`,
        );
        const element = await button(words);
        await world.run(`arguments[0].scrollIntoView({ block: "center" })`, element);
        await element.click();
    };

    test("build prints the line that these tests run under, and nothing more", () => {
        const place = mkdtempSync(join(tmpdir(), "sudare-strict-"));
        try {
            const said = execFileSync(
                process.env.SUDARE ?? `${root}target/debug/sudare`,
                ["build", `${root}demo/notices/aster`, "-o", join(place, "consent")],
                { encoding: "utf8" },
            );
            const lines = said.split("\n").map((line) => line.trim());
            assert.deepEqual(
                lines.filter((line) => line.startsWith("default-src")),
                [STRICT.replace("nonce-test", "nonce-…")],
            );
        } finally {
            rmSync(place, { recursive: true });
        }
    });

    test("first layer, gate, notice, search, languages, print, record and download", async () => {
        const stubs = `<script nonce="test">window.print = () => ran.push("printed");
            HTMLAnchorElement.prototype.click = function () { ran.push(this.download); };
        </script>`;
        await visit({ before: stubs });
        await world.act("accept-all");
        await world.waitFor("ran.includes('ads') && !!document.querySelector('img').src");
        await world.run("consent.show()");
        await world.waitFor(OPEN);
        await type("#sudare-search", "cookies", Key.ENTER);
        await world.waitFor(`/^1 \\//.test(deep("#sudare-found").textContent)`);
        await type("#sudare-search", Key.ESCAPE);
        await press("Print");
        await world.waitFor("ran.includes('printed')");
        await world.run("dispatchEvent(new Event('beforeprint')); dispatchEvent(new Event('afterprint'))");
        await world.toggle("ads");
        await world.waitFor("consent.get('ads') === false");
        await press("Download my record");
        await world.waitFor("ran.includes('consent-aster.json')");
        await world.click('dialog button[lang="ja"]');
        await world.waitFor(`deep("dialog").lang === "ja"`);
        await world.act("close");
        await world.waitFor(CLOSED);
        await world.run("consent.reset()");
        assert.deepEqual(await world.troubles(), []);
        assert.deepEqual(await world.ask("lines"), []);
    });

    test("the companies of a long notice, its placeholders and its mirror", async () => {
        await visit({
            folder: "/lantern/consent",
            body: `<iframe title="Film" data-consent="media" data-src="/none.html"></iframe>`,
        });
        await world.waitFor(`!!document.querySelector("sudare-frame")`);
        await world.run("consent.show('choices')");
        await world.waitFor(OPEN);
        await world.waitFor(`!!deep("#sudare-filter")`);
        await type("#sudare-filter", "foxm");
        await world.waitFor(`!!deep("details[open] .service:not([hidden]) .tick")`);
        assert.equal(await world.ask(`deep("#sudare-choices .found").textContent`), "1 company");
        await world.run(`deep("details[open] .service:not([hidden]) .tick").click()`);
        await world.waitFor(`!!deep('.tick[aria-checked="true"]')`);
        await world.toggle("ads");
        await world.waitFor("consent.get('ads')");
        assert.deepEqual(await world.troubles(), []);
        assert.deepEqual(await world.ask("lines"), []);
    });

    test("the static page, by the same line with 'self' for the nonce that a file has none of", async () => {
        const policy = STRICT.replace("'nonce-test'", "'self'");
        const { content } = await world.site.read("/consent/index.en.html");
        // What counts is said to the console by the engines that say it, and to this script.
        const watch = `<script src="/watch.js"></script>`;
        world.site.put(
            `window.violations = [];
            document.addEventListener("securitypolicyviolation", (e) => violations.push(e.violatedDirective + e.blockedURI));
            addEventListener("error", (e) => violations.push(e.message));`,
            {},
            "/watch.js",
        );
        const text = String(content).replace("<head>", `<head>${watch}`);
        assert.ok(text.includes(watch));
        const path = world.site.put(text, { "content-security-policy": policy }, "/consent/strict.html");
        await world.driver.get(world.url(path));
        await world.waitFor(`!!document.querySelector('[data-consent-toggle="ads"]:not([hidden])')`);
        await world.toggle("ads");
        await world.waitFor("consent.get('ads')");
        assert.deepEqual(await world.ask("violations"), []);
    });

    test("without 'wasm-unsafe-eval' all but the notice works, and one line says why it opens as a page", async () => {
        const policy = STRICT.replace(" 'wasm-unsafe-eval'", "");
        const keep = `<script nonce="test">
            addEventListener("pagehide", () => sessionStorage.setItem("said", lines.join("|")));
        </script>`;
        await visit({ after: HELD + keep }, policy);
        await world.waitFor(`!!document.querySelector("sudare-choice")`);
        assert.equal(await world.ask("consent.get('ads')"), false);
        await world.act("refuse-all");
        await world.waitFor(`!document.querySelector("sudare-choice")`);
        assert.equal(await world.ask("consent.get().why.ads"), "denied");
        await world.run("consent.set({ media: true, ads: true })");
        await world.waitFor("ran.includes('ads') && !!document.querySelector('img').src");
        assert.deepEqual(await world.troubles(), [], "nothing has been refused so far");
        await world.run("consent.show('advertising')");
        await world.waitFor("location.pathname === '/consent/index.en.html'");
        assert.equal(await world.ask("location.hash"), "#advertising");
        const said = await world.ask("sessionStorage.getItem('said')");
        assert.match(
            said,
            /^Sudare: opens as a page: [^|]*(wasm|WebAssembly|Content Security Policy)[^|]*$/i,
        );
        await world.toggle("ads");
        await world.waitFor("consent.get('ads') === false");
    });
});
