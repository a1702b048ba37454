// The record: between hosts, between tabs, in a standard's fields, and asked about again.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, beforeEach, describe, test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { page, start } from "./harness.mjs";
import { make } from "./made.mjs";

const schema = JSON.parse(readFileSync(new URL("../../docs/receipt.schema.json", import.meta.url), "utf8"));
const ajv = new Ajv({ strict: true, allErrors: true });
formats(ajv);
const isReceipt = ajv.compile(schema);

describe("the record", () => {
    let world;
    before(async () => (world = await start()));
    after(() => world.stop());
    beforeEach(() => world.newVisitor());

    test("made on one host counts on its neighbours, where the owner shares the cookie", async () => {
        const parent = world.host;
        const shared = (text) =>
            text.replace('cookie = "lantern-consent"', `$&\ncookie-domain = "${parent}"`);
        const folder = make(world.site, "lantern", shared);
        world.host = `shop.${parent}`;
        await world.visit(page({ folder }));
        await world.run("consent.set({ analytics: true, media: false })");
        world.host = `help.${parent}`;
        await world.visit(page({ folder }));
        assert.deepEqual(await world.ask("[consent.get('analytics'), consent.get('media')]"), [true, false]);
        assert.deepEqual(await world.ask("[consent.get().decided, consent.get().reprompt]"), [true, null]);
        assert.equal(await world.asks(), false);
        assert.deepEqual(await world.troubles(), []);
    });

    test("gives way to a later one that was made on a neighbouring host", async () => {
        const parent = world.host;
        const shared = (text) =>
            text.replace('cookie = "lantern-consent"', `$&\ncookie-domain = "${parent}"`);
        const folder = make(world.site, "lantern", shared);
        const visit = async (name) => {
            world.host = `${name}.${parent}`;
            await world.visit(page({ folder }));
        };
        await visit("shop");
        await world.run("consent.set({ ads: true })");
        await visit("help");
        assert.equal(await world.ask("consent.get('ads')"), true);
        await visit("shop");
        await world.run("consent.set({ ads: false })");
        await visit("help");
        assert.deepEqual(await world.ask("[consent.get('ads'), consent.get().decided]"), [false, true]);
        await world.run("consent.set({ media: true })");
        await visit("shop");
        assert.deepEqual(await world.ask("[consent.get('ads'), consent.get('media')]"), [false, true]);
        assert.deepEqual(await world.troubles(), []);
    });

    test("where localStorage is denied is kept in the cookie, and says so", async () => {
        const denied = `<script>Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError") } })</script>`;
        const folder = "/lantern/consent";
        await world.visit(page({ folder, before: denied }));
        assert.equal(await world.ask("consent.get().persistence"), "cookie");
        await world.act("accept-all");
        await world.waitFor("consent.get('ads')");
        await world.visit(page({ folder, before: denied }));
        assert.equal(await world.ask("consent.get('ads')"), true);
        assert.equal(await world.asks(), false);
        await world.run("consent.show('choices')");
        await world.toggle("ads");
        await world.waitFor("consent.get('ads') === false");
        await world.visit(page({ folder, before: denied }));
        assert.deepEqual(await world.ask("[consent.get('ads'), consent.get('media')]"), [false, true]);
        assert.deepEqual(await world.troubles(), []);
    });

    test("of two tabs that write at once ends in one state, the later", async () => {
        const path = world.site.put(page({}));
        await world.visit(
            `<iframe name="one" src="${path}"></iframe><iframe name="other" src="${path}"></iframe>`,
        );
        await world.waitFor("!!(frames.one.consent?.get && frames.other.consent?.get)");
        // In one go: neither has heard of the other's by then.
        await world.run(`
            frames.one.consent.set({ ads: true, analytics: true });
            frames.other.consent.set({ ads: false });
        `);
        const both = (id) => `[frames.one.consent.get("${id}"), frames.other.consent.get("${id}")].join()`;
        await world.waitFor(`${both("ads")} === "false,false"`);
        await world.waitFor(`${both("analytics")} === "true,true"`);
        const { past, choices } = JSON.parse(await world.ask(`localStorage.getItem("sudare-aster")`));
        assert.deepEqual(choices, { ads: "denied", analytics: "granted" });
        assert.deepEqual(
            past.map((decision) => decision.choices),
            [{ ads: "granted", analytics: "granted" }],
        );
    });

    test("as a receipt holds to its schema, and is fetched only when it is asked for", async () => {
        await world.visit(page({}));
        await world.act("accept-all");
        await world.waitFor("consent.get('ads')");
        const asked = (ending) =>
            world.site.requests.filter((line) => line.startsWith(world.host) && line.endsWith(ending));
        assert.deepEqual(asked(".json"), []);
        const receipt = await world.driver.executeAsyncScript("consent.receipt().then(arguments[0])");
        assert.ok(isReceipt(receipt), ajv.errorsText(isReceipt.errors));
        // The notice's file and the script, and not the widget itself.
        assert.ok(asked(".json").length === 1 && asked(".js").some((line) => line.includes("/widget.")));
        assert.deepEqual(asked(".wasm"), []);
        assert.deepEqual(
            receipt.event.map(({ subject, state, source, layer }) => [subject, state, source, layer]),
            ["analytics", "media", "ads"].map((id) => [id, "dpv:ConsentGiven", "first-layer", 1]),
        );
        assert.equal(receipt.party_identification[0].party_name, "Aster Pictures Ltd.");
        assert.deepEqual(await world.troubles(), []);
    });

    test("says on which layer of the notice a choice was made", async () => {
        await world.visit(page({}));
        await world.run("consent.show('advertising')");
        const layer = `JSON.parse(localStorage.getItem("sudare-aster") ?? "{}").layer`;
        await world.click(`#advertising [data-consent-toggle="ads"]`);
        await world.waitFor(`${layer} === 3`);
        await world.click(`.purpose [data-consent-toggle="media"]`);
        await world.waitFor(`${layer} === 2`);
    });

    test("asks only about what has changed, where the owner wants it so, and says what", async () => {
        const folder = make(world.site, "aster", (text) =>
            text.replace("says-what = false", "says-what = false\nonly-changes = true"),
        );
        await world.visit(page({ folder }));
        await world.run(`
            consent.set({ analytics: true, media: true, ads: true });
            const record = JSON.parse(localStorage.getItem("sudare-aster"));
            record.revision = "2025-06-10";
            localStorage.setItem("sudare-aster", JSON.stringify(record));
        `);
        await world.reload();
        await world.waitFor("consent.get().reprompt === 'revised'");
        assert.deepEqual(await world.ask("[consent.get('media'), consent.get('ads')]"), [true, false]);
        const asked = `[...deep("sudare-choice").shadowRoot.querySelectorAll("li")].map((item) => item.textContent)`;
        assert.deepEqual(await world.ask(asked), ["Targeted ads"]);
        await world.act("refuse-all");
        await world.waitFor("consent.get().decided");
        assert.deepEqual(await world.ask("[consent.get('media'), consent.get('ads')]"), [true, false]);
        assert.equal(await world.ask("consent.get().why.ads"), "denied");
    });

    test("data-debug explains each decision on the console, and only that", async () => {
        await world.visit(page({ tag: { "data-debug": "" } }));
        await world.waitFor(`infos.some((line) => line.includes("ads: held back; nobody has chosen"))`);
        await world.run("consent.set({ ads: true })");
        await world.waitFor(`infos.some((line) => line.includes("ads: may run; the visitor said yes"))`);
        assert.deepEqual(await world.ask("lines"), []);
    });
});

describe("withdrawing, where the owner wants the page loaded again", () => {
    let world;
    before(async () => (world = await start()));
    after(() => world.stop());
    beforeEach(() => world.newVisitor());

    test("does so once the notice is closed, and a yes does not", async () => {
        const folder = make(world.site, "lantern", (text) =>
            text.replace("[withdrawal]", "[withdrawal]\nreload = true"),
        );
        await world.visit(page({ folder }));
        const loads = `performance.getEntriesByType("navigation")[0].type`;
        await world.run("consent.set({ media: true })");
        assert.equal(await world.ask(loads), "navigate");
        await world.run("consent.show('choices')");
        await world.toggle("media");
        await world.waitFor("consent.get('media') === false");
        assert.equal(await world.ask(loads), "navigate", "not under the visitor's hands");
        await world.act("close");
        await world.waitFor(`${loads} === "reload"`);
        assert.equal(await world.ask("consent.get('media')"), false);
        assert.deepEqual(await world.troubles(), []);
    });
});
