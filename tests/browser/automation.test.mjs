// What privacy extensions do for a visitor: DuckDuckGo's autoconsent with the rule that we publish,
// in docs/autoconsent. Its content script runs in the page; this test is its background.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, beforeEach, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { page, start } from "./harness.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const rule = JSON.parse(readFileSync(`${root}docs/autoconsent/sudare.json`, "utf8"));
const { autoconsent: others } = JSON.parse(
    readFileSync(`${root}node_modules/@duckduckgo/autoconsent/rules/rules.json`, "utf8"),
);

/** The content script as extensions build it, and a background that answers it. */
const contentScript = async (rules, autoAction) => {
    const { outputFiles } = await build({
        stdin: {
            contents: `
                import AutoConsent, { evalSnippets } from "@duckduckgo/autoconsent";
                import { EVAL_SUDARE_TEST } from "./docs/autoconsent/snippet.js";
                evalSnippets.EVAL_SUDARE_TEST = EVAL_SUDARE_TEST;
                window.heard = [];
                const content = new AutoConsent(async (message) => {
                    heard.push(message);
                    // It speaks while it is being made, and hears once it is.
                    const answer = async (message) => (await null, content.receiveMessageCallback(message));
                    if (message.type === "init") {
                        const config = { autoAction: ${JSON.stringify(autoAction)}, isMainWorld: false };
                        await answer({ type: "initResp", config, rules: { autoconsent: ${JSON.stringify(rules)} } });
                    } else if (message.type === "eval") {
                        await answer({ type: "evalResp", id: message.id, result: (0, eval)(message.code) });
                    } else if (message.type === "autoconsentDone") {
                        await answer({ type: "selfTest" });
                    }
                });`,
            resolveDir: root,
        },
        bundle: true,
        format: "iife",
        write: false,
    });
    return outputFiles[0].text;
};

describe("automation from outside", () => {
    let world;
    before(async () => (world = await start()));
    after(() => world.stop());
    beforeEach(() => world.newVisitor());

    const heard = (type) => world.ask(`heard.filter((message) => message.type === "${type}")`);
    const visit = async (rules, autoAction) => {
        const path = world.site.put(await contentScript(rules, autoAction), {}, `/content-${autoAction}.js`);
        await world.visit(page({ body: `<h1>Shop</h1><script src="${path}"></script>` }));
    };

    test("an extension finds the question among all the others it knows, refuses, and sees that it holds", async () => {
        await visit([...others, rule], "optOut");
        await world.waitFor(`heard.some(({ type }) => type === "selfTestResult")`);
        const detected = await heard("cmpDetected");
        assert.deepEqual(
            detected.map(({ cmp }) => cmp),
            ["sudare"],
        );
        assert.deepEqual(
            (await heard("popupFound")).map(({ cmp }) => cmp),
            ["sudare"],
        );
        assert.deepEqual(
            [...(await heard("optOutResult")), ...(await heard("selfTestResult"))].map(
                ({ result }) => result,
            ),
            [true, true],
        );
        const { decided, why, source } = await world.snapshot();
        assert.deepEqual([decided, why.ads, source], [true, "denied", "first-layer"]);
        assert.deepEqual(await heard("autoconsentError"), []);
        assert.deepEqual(await world.troubles(), []);
    });

    test("the self-test is no yes of itself: it fails where somebody accepts", async () => {
        await visit([rule], "optIn");
        await world.waitFor(`heard.some(({ type }) => type === "selfTestResult")`);
        assert.deepEqual(
            [...(await heard("optInResult")), ...(await heard("selfTestResult"))].map(({ result }) => result),
            [true, false],
        );
        assert.equal(await world.ask("consent.get('ads')"), true);
    });

    /** Every CSS selector anywhere in a rule, to find, hide or click something by. */
    const selectors = (part, key = "") => {
        if (typeof part === "string") {
            const isSelector = ![
                "name",
                "vendorUrl",
                "eval",
                "method",
                "check",
                "cookieContains",
                "urlPattern",
                "comment",
            ].includes(key);
            return isSelector && !/^(xpath|text|aria|pierce)\//.test(part) ? [part] : [];
        }
        if (Array.isArray(part)) return part.flatMap((one) => selectors(one, key));
        return Object.entries(part ?? {}).flatMap(([name, one]) => selectors(one, name));
    };

    test("nothing of ours answers to a selector that extensions find or hide other notices by", async () => {
        // What names no class, no id and no attribute of its own, as `dialog header`, is anybody's; a
        // shadow root keeps it out.
        const own = /[.#]|\[(?!role|type|aria)/;
        const all = [...new Set(others.flatMap((one) => selectors(one)))].filter((one) => own.test(one));
        assert.ok(all.length > 1500, `${all.length} selectors`);
        await world.visit(page({ body: "" }));
        await world.waitFor(`!!document.querySelector("sudare-choice")`);
        const hits = `
            const root = arguments[0] === "question" ? deep("sudare-choice") : deep("sudare-notice");
            const ours = [root, ...root.shadowRoot.querySelectorAll("*")];
            const bad = [];
            const found = arguments[1].filter((selector) => {
                try { return ours.some((element) => element.matches(selector)); }
                catch { bad.push(selector); return false; }
            });
            return [found, bad.length, ours.length];`;
        for (const where of ["question", "notice"]) {
            if (where === "notice") {
                await world.run("consent.show('choices')");
                await world.waitFor(`!!deep("dialog[open]")`);
            }
            const [found, bad, ours] = await world.run(hits, where, all);
            assert.deepEqual(found, [], `${where}: ${ours} elements`);
            assert.ok(bad < 200, `${bad} selectors that this engine cannot read`);
        }
    });
});
