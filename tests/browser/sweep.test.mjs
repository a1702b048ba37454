// Withdrawing, with real cookies on real host names.

import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { page, start } from "./harness.mjs";

const PAGE = page({ folder: "/lantern/consent" });

describe("withdrawing", () => {
    let world;
    before(async () => (world = await start()));
    after(() => world.stop());
    beforeEach(() => {
        world.newVisitor();
        // A host below another one: cookies of both are seen.
        world.host = `shop.${world.host}`;
    });
    const parent = () => world.host.replace("shop.", "");
    /** All but the record's mirror, which is no service's. */
    const cookies = async () => {
        const all = await world.ask(`document.cookie.split("; ").filter(Boolean).sort()`);
        return all.filter((cookie) => !cookie.startsWith("lantern-consent="));
    };

    test("deletes cookies of this host and the one above it, on every path above, and keys", async () => {
        const path = world.site.put(PAGE, {}, `/a/deep-${process.pid}/page.html`);
        await world.driver.get(world.url(path));
        await world.run(
            `
            consent.set({ analytics: true, media: true });
            const [parent, folder] = arguments;
            document.cookie = "_tlw=1;max-age=900";
            document.cookie = "_tlw_s=1;path=/;domain=" + parent;
            document.cookie = "_tlw_s=2;path=" + folder;
            document.cookie = "_tlw_s=3;path=/a;max-age=900";
            document.cookie = "skr=1;path=/";
            document.cookie = "own=1";
            localStorage.setItem("tlw.visitor", "1");
            sessionStorage.setItem("tlw.visit", "1");
            sessionStorage.setItem("own", "1");
        `,
            parent(),
            path.replace("/page.html", ""),
        );
        assert.deepEqual(await cookies(), ["_tlw=1", "_tlw_s=1", "_tlw_s=2", "_tlw_s=3", "own=1", "skr=1"]);
        await world.run("consent.set({ analytics: false })");
        await world.waitFor(`!document.cookie.includes("_tlw")`);
        assert.deepEqual(await cookies(), ["own=1", "skr=1"]);
        await world.waitFor(`!sessionStorage.getItem("tlw.visit")`);
        assert.deepEqual(await world.ask("Object.keys(localStorage)"), ["sudare-lantern"]);
        assert.deepEqual(await world.ask("Object.keys(sessionStorage)"), ["own"]);
        assert.deepEqual(await world.ask("lines"), []);
        assert.deepEqual(await world.troubles(), []);
    });

    test("says in one line what only the server can delete", async () => {
        await world.visit(PAGE, { "set-cookie": ["skr_id=1; Path=/; HttpOnly", "skr=1; Path=/"] });
        await world.run("consent.set({ media: true })");
        await world.run("consent.set({ media: false })");
        await world.waitFor("lines.length > 0");
        const lines = await world.ask("lines");
        assert.deepEqual(
            [lines.length, lines[0]],
            [1, "Sudare: no script can delete skr_id; your server can"],
        );
        assert.deepEqual(await cookies(), []);
    });

    test("in one tab sweeps what the other tab holds", async () => {
        await world.visit(PAGE);
        await world.run(`
            consent.set({ analytics: true });
            sessionStorage.setItem("tlw.visit", "1");
        `);
        const first = await world.driver.getWindowHandle();
        await world.driver.switchTo().newWindow("tab");
        await world.visit(PAGE);
        await world.run("consent.set({ analytics: false })");
        await world.driver.close();
        await world.driver.switchTo().window(first);
        await world.waitFor(`!sessionStorage.getItem("tlw.visit")`);
    });
});
