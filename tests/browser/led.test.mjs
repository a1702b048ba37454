// Who is led to a place in the notice gets there and stays there: in view, clear of the notice's head,
// whatever comes in above it, on a large screen, on a phone, and at 400 % zoom.

import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { ALL_THERE, engine, page, start } from "./harness.mjs";
import { resize } from "./look.mjs";

/** Width and height in CSS pixels; 320 × 256 is 1280 × 1024 at 400 %. Only Chromium's window is as small. */
const SIZES = [
    [1280, 900],
    ...(engine === "chromium"
        ? [
              [320, 640],
              [320, 256],
              [640, 320],
          ]
        : [[500, 700]]),
];

/** An engine that keeps the reader's place lays out the rest half a second after the opening. */
const WHOLE = `!CSS.supports("overflow-anchor: auto") || [...deep("dialog").querySelectorAll(".part + .part")]
    .every((part) => getComputedStyle(part).contentVisibility === "visible")`;

describe("who is led to a place in the notice", () => {
    let world;
    before(async () => (world = await start()));
    after(() => world.stop());
    beforeEach(() => world.newVisitor());

    /** How far below the head something begins, and how much there is of the screen. */
    const below = async (id) => {
        await world.waitFor(ALL_THERE);
        await world.waitFor(WHOLE);
        await world.paintings(20);
        return world.ask(`(() => {
            const top = deep("#${id}").getBoundingClientRect().top;
            return [top - deep(".bar").getBoundingClientRect().bottom, innerHeight - top];
        })()`);
    };

    const inView = ([distance, left], where) => {
        assert.ok(distance >= -2, `${where} begins ${-distance} behind the head`);
        assert.ok(
            distance < 120 && left > 50,
            `${where} begins ${distance} below the head, of ${left} that are left`,
        );
    };

    for (const [width, height] of SIZES) {
        for (const [where, id] of [
            ["choices", "sudare-choices"],
            ["cookies", "sudare-head-cookies"],
        ]) {
            test(`stays at ${where} while the rest comes, though nothing was fetched before: ${width} × ${height}`, async () => {
                await resize(world, width, height);
                await world.visit(page());
                await world.run(`consent.show("${where}")`);
                inView(await below(id), where);
            });
        }

        test(`sees it below all that the head says of a search: ${width} × ${height}`, async () => {
            await resize(world, width, height);
            await world.visit(page());
            await world.run("consent.show()");
            await world.waitFor(ALL_THERE);
            await world.run(`
                const box = deep("#sudare-search");
                box.value = "cookie";
                box.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
            `);
            await world.waitFor(`deep(".found").textContent !== ""`);
            await world.run(`consent.show("cookies")`);
            await world.waitFor(`deep("#sudare-head-cookies").getAttribute("aria-expanded") === "true"`);
            inView(await below("sudare-head-cookies"), "cookies");
        });
    }
});
