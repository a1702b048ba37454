// The notice on paper: whole, and nothing of the page around.

import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { page, start } from "./harness.mjs";

describe("the notice in print", () => {
    let world;
    before(async () => (world = await start()));
    after(() => world.stop());
    beforeEach(() => world.newVisitor());

    const bodies = `[...deep("dialog").querySelectorAll("article .body")]`;
    const WHOLE = `${bodies}.length > 5 && ${bodies}.every((body) => body.textContent.trim())`;

    test("is asked for by its button, once everything is there", async () => {
        const before = `<script nonce="test">window.print = () => ran.push("printed");</script>`;
        await world.visit(page({ before }));
        await world.run("consent.show()");
        await world.waitFor(`!!deep("dialog[open]")`);
        const button = await world.run(
            `return [...deep("dialog").querySelectorAll(".bar button")].find((its) => its.textContent === "Print")`,
        );
        await button.click();
        await world.waitFor(`ran.includes("printed")`);
        assert.ok(await world.ask(WHOLE));
    });

    test("is whole the moment it opens, before the browser has its next turn", async () => {
        await world.visit(page());
        await world.run(`
            const { showModal } = HTMLDialogElement.prototype;
            HTMLDialogElement.prototype.showModal = function () {
                showModal.call(this);
                setTimeout(async () => {
                    ran.push(${WHOLE});
                    dispatchEvent(new Event("beforeprint"));
                    for (let turn = 0; turn < 50; turn++) await null;
                    ran.push(${WHOLE} && !!deep("dialog .service"));
                });
            };
            consent.show();
        `);
        await world.waitFor("ran.length === 2");
        assert.deepEqual(await world.ask("ran"), [false, true]);
    });

    test("leaves the page out while the notice is open, and puts it back", async () => {
        await world.visit(page());
        const sheets = "document.adoptedStyleSheets.length";
        await world.run(`dispatchEvent(new Event("beforeprint"))`);
        assert.equal(await world.ask(sheets), 0);
        await world.run("consent.show()");
        await world.waitFor(`!!deep("dialog[open]")`);
        await world.run(`dispatchEvent(new Event("beforeprint"))`);
        assert.equal(await world.ask(sheets), 1);
        await world.waitFor(WHOLE);
        await world.run(`dispatchEvent(new Event("afterprint"))`);
        assert.equal(await world.ask(sheets), 0);
        await world.run("consent.hide()");
        await world.waitFor(`!deep("dialog[open]")`);
        await world.run(`dispatchEvent(new Event("beforeprint"))`);
        assert.equal(await world.ask(sheets), 0, "a page that is printed without it is printed as it is");
    });

    test("is there for the browser's own search, closed articles too", async () => {
        await world.visit(page());
        await world.run("consent.show()");
        await world.waitFor(`!!deep("dialog[open]")`);
        await world.waitFor(WHOLE);
        assert.ok(await world.ask(`${bodies}.every((body) => body.hidden)`));
    });
});

describe("the visitor's record", () => {
    let world;
    before(async () => (world = await start()));
    after(() => world.stop());
    beforeEach(() => world.newVisitor());

    test("says when, what, how it was given, until when, and what was chosen before", async () => {
        await world.visit(page());
        await world.act("accept-all");
        await world.waitFor("consent.get('ads')");
        await world.run("consent.show('choices')");
        await world.toggle("ads");
        await world.waitFor("consent.get('ads') === false");
        const record = `deep("#sudare-record").textContent`;
        await world.waitFor(`/Given in this notice/.test(${record})`);
        const said = await world.ask(record);
        assert.match(said, /Chosen on \w+ \d+, \d{4}, kept until \w+ \d+, \d{4}/);
        assert.match(said, /Targeted ads: blocked/);
        assert.match(said, /Counting visits: allowed/);
        assert.match(said, /Earlier choices.*Given on the first layer.*Targeted ads: allowed/s);
    });
});
