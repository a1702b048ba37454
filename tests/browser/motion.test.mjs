// Nothing moves for a visitor who asks for reduced motion; for the others it is over in 200 ms.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { engine, page, start } from "./harness.mjs";

/** What moves or changes over time, of every element on the page, ours included: "element: property, ms". */
const MOTION = `
const everything = (root) =>
    [...root.querySelectorAll("*")].flatMap((element) =>
        [element, ...(element.shadowRoot ? everything(element.shadowRoot) : [])]);
const ms = (times) => Math.max(...times.split(", ").map((time) => parseFloat(time) * (time.endsWith("ms") ? 1 : 1000)));
return everything(document).flatMap((element) =>
    [null, "::before", "::after"].flatMap((part) => {
        const style = getComputedStyle(element, part);
        return [
            [style.animationName, style.animationDuration],
            [style.transitionProperty, style.transitionDuration],
        ].filter(([, times]) => ms(times) > 0).map(([what, times]) => [element.localName, what, ms(times)]);
    }));`;

const motionOf = async (world) => {
    await world.visit(page());
    await world.waitFor(`!!document.querySelector("sudare-choice")`);
    const asking = await world.run(MOTION);
    await world.act("choose");
    await world.waitFor(`!!deep("dialog[open]")`);
    return [...asking, ...(await world.run(MOTION))];
};

const skip = engine === "webkit" && "WebKitWebDriver cannot ask for reduced motion";
describe("motion", () => {
    test("none where reduced motion is asked for", { skip }, async () => {
        const world = await start({ still: true });
        try {
            assert.deepEqual(await motionOf(world), []);
        } finally {
            await world.stop();
        }
    });

    test("under 200 ms, and of transform and opacity only", async () => {
        const world = await start();
        try {
            const motion = await motionOf(world);
            assert.ok(motion.length > 0);
            for (const [where, what, ms] of motion) {
                assert.ok(ms < 200, `${where}: ${ms} ms`);
                assert.match(what, /^(transform|opacity|sudare-unroll)$/, where);
            }
        } finally {
            await world.stop();
        }
    });
});
