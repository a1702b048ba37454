// The ES module beside the classic script.

import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { page, start, STRICT } from "./harness.mjs";

const IMPORT = `<script type="module" nonce="test">
import consent from "/consent/consent.mjs";
window.same = consent === window.consent;
ran.push(consent.get("ads"));
</script>`;

describe("the module", () => {
    let world;
    before(async () => (world = await start()));
    after(() => world.stop());
    beforeEach(() => world.newVisitor());

    test("gives the object of the tag, under the strictest policy", async () => {
        await world.visit(page({ body: IMPORT }), { "content-security-policy": STRICT });
        await world.waitFor("ran.length === 1");
        assert.equal(await world.ask("same"), true);
        assert.deepEqual(await world.troubles(), []);
    });

    test("brings the classic script in where the page has none, once", async () => {
        // Two modules of one graph want it.
        world.site.put(
            `import consent from "/consent/consent.mjs"; ran.push(consent.get("ads"))`,
            {},
            "/other.mjs",
        );
        const two = IMPORT.replace("import", `import "/other.mjs";\nimport`);
        const [head, rest] = page({ body: two }).split(
            '<script nonce="test" src="/consent/consent.js"></script>',
        );
        await world.visit(head + rest);
        await world.waitFor("ran.length === 2");
        assert.equal(await world.ask("same"), true);
        assert.equal(await world.ask("document.querySelectorAll('[src$=\"consent.js\"]').length"), 1);
        await world.act("accept-all");
        await world.waitFor("consent.get('ads')");
        assert.deepEqual(await world.troubles(), []);
        assert.deepEqual(await world.ask("lines"), []);
    });

    test("waits for a tag that is still on its way", async () => {
        const [head, rest] = page().split('<script nonce="test" src="/consent/consent.js"></script>');
        await world.visit(`${head}<script async src="/consent/consent.js"></script>${IMPORT}${rest}`);
        await world.waitFor("ran.length === 1");
        assert.equal(await world.ask("same"), true);
        assert.deepEqual(await world.ask("lines"), []);
    });
});
