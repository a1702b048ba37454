// Google Consent Mode v2, in a page whose dataLayer is recorded.

import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { page, start } from "./harness.mjs";

/** `command` of each consent command in dataLayer. */
const COMMANDS = `dataLayer.filter((command) => String(command) === "[object Arguments]" && command[0] === "consent")
    .map((command) => command[1])`;
const LAST = "({ ...dataLayer[dataLayer.length - 1][2] })";
const TAG = `<script type="text/plain" data-consent="ads">ran.push(dataLayer.length)</script>`;

describe("Consent Mode", () => {
    let world;
    before(async () => (world = await start()));
    after(() => world.stop());
    beforeEach(() => world.newVisitor());

    const visit = () =>
        world.visit(
            page({
                folder: "/lantern/consent",
                after: `<script>window.atTag = window.dataLayer?.length</script>`,
                body: `<a id="dataLayer" href="#">Data</a>${TAG}`,
            }),
        );

    test("is told the default before any tag, and each decision once", async () => {
        await visit();
        assert.equal(await world.ask("atTag"), 1);
        assert.deepEqual(await world.ask("({ ...dataLayer[0][2] })"), {
            ad_storage: "denied",
            ad_user_data: "denied",
            ad_personalization: "denied",
            analytics_storage: "denied",
            functionality_storage: "granted",
            personalization_storage: "denied",
            security_storage: "granted",
            wait_for_update: 500,
        });
        await world.act("accept-all");
        await world.waitFor("ran.length === 1");
        assert.deepEqual(await world.ask("ran"), [2], "the update is there before the tag runs");
        assert.deepEqual(await world.ask(COMMANDS), ["default", "update"]);
        assert.equal((await world.ask(LAST)).ad_storage, "granted");
        await world.reload();
        assert.equal(await world.ask("atTag"), 2, "stored, it is told at load");
        assert.deepEqual(await world.ask(COMMANDS), ["default", "update"]);
        assert.deepEqual(await world.troubles(), []);
    });

    test("is told what another tab and the notice decide, once each", async () => {
        await visit();
        const first = await world.driver.getWindowHandle();
        await world.driver.switchTo().newWindow("tab");
        await visit();
        await world.run("consent.show('choices')");
        await world.toggle("analytics");
        await world.waitFor("consent.get('analytics')");
        assert.deepEqual(await world.ask(COMMANDS), ["default", "update"]);
        assert.equal((await world.ask(LAST)).analytics_storage, "granted");
        await world.driver.close();
        await world.driver.switchTo().window(first);
        await world.waitFor("consent.get('analytics')");
        assert.deepEqual(await world.ask(COMMANDS), ["default", "update"]);
    });
});
