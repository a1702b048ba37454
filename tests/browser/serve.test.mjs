// `sudare serve` as its owner sees it: the page follows every edit, and the toolbar tries the notice.

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { start } from "./harness.mjs";

const sudare = fileURLToPath(new URL("../../target/debug/sudare", import.meta.url));

describe("sudare serve", () => {
    let world, place, server, address, policy, words;
    before(async () => {
        place = mkdtempSync(join(tmpdir(), "sudare-serve-"));
        assert.equal(spawnSync(sudare, ["init"], { cwd: place }).status, 0);
        policy = join(place, "privacy/en.md");
        words = readFileSync(policy, "utf8");
        server = spawn(sudare, ["serve", "--port", "0"], { cwd: place });
        const [line] = await once(server.stdout, "data");
        address = String(line).split("\n")[0];
        world = await start();
    });
    after(async () => {
        await world?.stop();
        server.kill();
        rmSync(place, { recursive: true });
    });
    beforeEach(async () => {
        writeFileSync(policy, words);
        await go("/");
        await world.run("localStorage.clear()");
        await go("/");
    });

    const go = async (path) => {
        await world.driver.get(new URL(path, address).href);
        await world.waitFor("document.readyState === 'complete' && !!window.consent");
    };

    test("an edit brings the page back with it, and the policy is not violated", async () => {
        await world.run("window.earlier = true");
        writeFileSync(policy, words + "\n## Sparrows {#sparrows}\n\nThey visit.\n");
        await world.waitFor("!window.earlier && document.readyState === 'complete' && !!window.consent");
        await world.run("window.violations = []");
        await world.run(
            "addEventListener('securitypolicyviolation', (e) => violations.push(e.violatedDirective))",
        );
        await world.act("read");
        await world.waitFor("!!deep('article#sparrows')");
        assert.deepEqual(await world.ask("violations"), []);
    });

    test("a fault is shown in the page as text, and goes when it is mended", async () => {
        await world.run("window.earlier = true");
        writeFileSync(policy, words + "\n<b>bold</b>\n");
        await world.waitFor(
            "/raw HTML is refused/.test(document.querySelector('.serve-faults pre')?.textContent)",
        );
        assert.equal(await world.ask("window.earlier"), true, "the page stays as it was");
        assert.equal(await world.ask("!!document.querySelector('.serve-faults b')"), false);
        await world.driver.get(address);
        assert.match(await world.ask("document.querySelector('h1').textContent"), /cannot be built/);
        writeFileSync(policy, words);
        await world.waitFor("!!window.consent && document.readyState === 'complete'");
    });

    test("the toolbar tries a layout, a region and the signal", async () => {
        const choose = async (name, value) => {
            await world.run("window.earlier = true");
            await world.run(
                `const field = document.querySelector("[name=" + arguments[0] + "]");
                 if (field.type === "checkbox") field.click();
                 else { field.value = arguments[1]; field.dispatchEvent(new Event("change", { bubbles: true })); }`,
                name,
                value,
            );
            await world.waitFor("!window.earlier && document.readyState === 'complete' && !!window.consent");
        };
        await choose("layout", "corner");
        assert.match(await world.ask("document.scripts[0].src"), /\/as\/corner\/consent\.js$/);
        await choose("region", "DE");
        assert.equal((await world.snapshot()).regime, "opt-in");
        await choose("gpc");
        assert.equal((await world.snapshot()).gpc, true);
        assert.match(await world.ask("location.search"), /layout=corner/);
    });

    test("a visitor who has decided comes back after a revision, and is asked why again", async () => {
        await world.act("refuse-all");
        await world.waitFor("consent.get().reprompt === null");
        await go("/?revised=1");
        assert.equal((await world.snapshot()).reprompt, "revised");
        await go("/");
        assert.equal((await world.snapshot()).reprompt, null);
    });
});
