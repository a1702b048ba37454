// Untrusted text in a browser: what a build accepts is words and safe links wherever it is shown; a
// notice's JSON that somebody has changed shows nothing that runs.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, beforeEach, describe, test } from "node:test";
import { page, start, STRICT } from "./harness.mjs";
import { make } from "./made.mjs";

const POLICY = { "content-security-policy": STRICT };
const OPEN = `!!deep("dialog[open]")`;

/** Attacks that are words to a build: none is refused, none may do anything. */
const WORDS = [
    "&lt;script&gt;ran.push(1)&lt;/script&gt;",
    "`<img src=x onerror=ran.push(1)>`",
    "\\<svg onload=ran.push(1)>",
    "[javascript:ran.push(1)](https://a.example/?javascript:ran.push(1))",
    '[x](https://a.example/"onmouseover="ran.push(1))',
    '[x](https://a.example/ "onclick=ran.push(1)")',
    "{{constructor.constructor('ran.push(1)')()}} ${ran.push(1)}",
    "\u202eno\u202c \u200bhidden\u200b b\u0430nk.example",
    "</script></style></textarea></title>".replaceAll("<", "\\<"),
].join("\n\n");

const VALUE = JSON.stringify(
    `</script><script>ran.push(1)</script>" onload="ran.push(1)" javascript:ran.push(1)`,
);

/** Every link that stands anywhere, and every attribute that would run. */
const FOUND = `(() => {
    const found = [];
    const walk = (root) => {
        for (const element of root.querySelectorAll("*")) {
            if (element.href) found.push(String(element.href.baseVal ?? element.href));
            for (const { name } of element.attributes) if (/^on|^style$|^srcdoc$/.test(name)) found.push(name);
            if (element.shadowRoot) walk(element.shadowRoot);
        }
    };
    walk(document);
    return [...new Set(found)];
})()`;

/** Up to the first block before the articles. */
const PREAMBLE = /"preamble":\{.*?"blocks":\[/;

describe("untrusted text", () => {
    let world;
    before(async () => (world = await start()));
    after(() => world.stop());
    beforeEach(() => world.newVisitor());

    const nothingRuns = async () => {
        for (const found of await world.ask(FOUND)) assert.match(found, /^(https?|mailto|tel):|^style$/);
        assert.deepEqual(
            (await world.ask(FOUND)).filter((found) => found.startsWith("javascript")),
            [],
        );
        assert.deepEqual(await world.ask("ran"), []);
        // The harness's page asks for a picture of its own that Firefox reports.
        assert.deepEqual(
            (await world.troubles()).filter((line) => !line.includes("favicon")),
            [],
        );
    };

    test("that a build accepts is words in the question, the notice and the static page", async () => {
        const folder = make(
            world.site,
            "aster",
            (text) =>
                text
                    .replace(/^title = \{ en = "[^"]*"/m, `title = { en = ${VALUE}`)
                    .replace(/^name = \{ en = "Targeted ads"/m, `name = { en = ${VALUE}`)
                    .replace("Sorrel Counts", `${VALUE.slice(1, -1)}`),
            (text) => `${text}\n\n${WORDS}\n`,
        );
        await world.visit(page({ folder }), POLICY);
        await world.waitFor(`!!document.querySelector("sudare-choice")`);
        assert.match(
            await world.ask(`deep("sudare-choice").shadowRoot.querySelector("h2").textContent`),
            /<script>/,
        );
        await nothingRuns();
        await world.act("read");
        await world.waitFor(OPEN);
        await world.waitFor(`deep("dialog").textContent.includes("constructor.constructor")`);
        await world.run(
            `for (const button of deep("dialog").querySelectorAll("h3 > button")) button.click()`,
        );
        await world.waitFor(`deep("dialog").querySelectorAll('[aria-expanded="true"]').length > 5`);
        await nothingRuns();
        const html = await world.run(
            `const { origin } = location;
            return fetch("${folder}/index.html").then((answer) => answer.text())`,
        );
        const recorder = /<script nonce="test">[^]*?<\/script>/.exec(page())[0];
        await world.visit(
            html
                .replace("<head>", `<head><base href="${folder}/">${recorder}`)
                .replaceAll(/<script src/g, '<script nonce="test" src'),
            POLICY,
        );
        await world.waitFor(`document.readyState === "complete"`);
        assert.ok(await world.ask(`document.body.textContent.includes("constructor.constructor")`));
        await nothingRuns();
    });

    /** A bundle whose notice file somebody has changed, hash and all. */
    const tampered = async (change) => {
        const script = String((await world.site.read("/consent/consent.js")).content);
        const [, hash] = script.match(/"([\w-]{43})"/);
        const file = `/consent/notice.en.${hash}.json`;
        const sound = String((await world.site.read(file)).content);
        const text = change(sound);
        assert.notEqual(text, sound);
        const fits = createHash("sha256").update(text).digest("base64url");
        world.site.break(file.replace(hash, fits), {
            status: 200,
            content: text,
            headers: { "content-type": "application/json" },
        });
        world.site.break("/consent/consent.js", {
            status: 200,
            content: script.replace(hash, fits),
            headers: { "content-type": "text/javascript" },
        });
    };

    for (const [what, change] of [
        ["other types", (text) => text.replace(/"articles":\[/, '"articles":{"x":[')],
        ["a list where a text is", (text) => text.replace(/"revision":"[^"]*"/, '"revision":[]')],
        ["a number beyond all", (text) => text.replace(/"days":\d+/, '"days":1e999')],
        ["half of it", (text) => text.slice(0, text.length / 2)],
        [
            "a hundred thousand levels",
            (text) => text.replace(PREAMBLE, `$&${'{"quote":['.repeat(1e5)}${"]}".repeat(1e5)},`),
        ],
        ["no schema", (text) => text.replace('"schema":', '"scheme":')],
    ]) {
        test(`in a notice's JSON (${what}) opens the notice as a page`, async () => {
            await tampered(change);
            try {
                await world.visit(page());
                await world.act("choose");
                await world.waitFor(`location.pathname.endsWith("/index.en.html") && !!window.consent?.get`);
                assert.equal(await world.ask("consent.get('ads')"), false);
            } finally {
                world.site.mend();
            }
        });
    }

    test("in a notice's JSON (addresses that run) is words and no links", async () => {
        const link =
            '{"paragraph":[{"link":{"href":"javascript:ran.push(1)","content":[{"text":"press here"}]}}]}';
        await tampered((text) =>
            text
                .replace(PREAMBLE, `$&${link},`)
                .replace(/"policy":"[^"]*"/g, '"policy":"java\\tscript:ran.push(1)"')
                .replace(/"url":"[^"]*"/, '"url":"data:text/html,<script>1</script>"')
                .replace(/"opt_out":\[[^\]]*\]/g, '"opt_out":["vbscript:1"," javascript:ran.push(1)"]'),
        );
        try {
            await world.visit(page(), POLICY);
            await world.act("read");
            await world.waitFor(OPEN);
            await world.waitFor(`deep("dialog").textContent.includes("press here")`);
            await nothingRuns();
        } finally {
            world.site.mend();
        }
    });
});
