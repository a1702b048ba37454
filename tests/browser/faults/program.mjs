// What stops in the notice's program: a fresh one takes its place, and nothing that was chosen is lost.
// The page makes it stop: what its own `setAttribute` or `insertBefore` throws, Yew takes for the end of
// everything, and the wasm traps as it does where an engine compiles it wrongly. The names are rows of
// docs/faults.md.

import assert from "node:assert/strict";
import { arrive, drawn, OPEN, quiet, standsIn } from "./world.mjs";

/** Throws as often as `window.stops` says, of what is drawn in the notice: by attributes or elements. */
const STOPS = `<script nonce="test">
    window.stops = { setAttribute: 0, insertBefore: 0 };
    window.told = [];
    for (const [of, name] of [[Element, "setAttribute"], [Node, "insertBefore"]]) {
        const does = of.prototype[name];
        of.prototype[name] = function (...its) {
            if (stops[name] && this.getRootNode().host?.localName === "sudare-notice") {
                stops[name]--;
                throw Error("not here");
            }
            return does.apply(this, its);
        };
    }
    for (const event of ["show", "hide", "error"]) {
        document.addEventListener("consent:" + event, ({ detail }) => {
            told.push(detail instanceof WebAssembly.RuntimeError ? "stop" : event);
        });
    }
</script>`;

const isOn = (id) => `deep('[data-consent-toggle="${id}"]').getAttribute("aria-checked") === "true"`;

const refuseAndOpen = async (world) => {
    await arrive(world, { before: STOPS });
    await world.act("refuse-all");
    await world.run("consent.show('choices')");
    await world.waitFor(OPEN);
};

/** A click on a switch, stored and published, is never drawn. */
const stopAtSwitch = async (world) => {
    // It is the click's drawing that stops, and not what was still to be drawn before.
    await drawn(world);
    await world.run("stops.setAttribute = 1");
    await world.toggle("ads");
    await world.waitFor(`told.includes("stop") && ${OPEN} && ${isOn("ads")}`);
};

const close = async (world) => {
    await world.act("close");
    await world.waitFor(`told.includes("hide")`);
    assert.equal(await world.ask(OPEN), false);
};

export const program = {
    "the notice's program: stops after a click on a switch": async (world) => {
        await refuseAndOpen(world);
        await stopAtSwitch(world);
        assert.equal(await world.ask("consent.get('ads')"), true);
        await world.toggle("ads");
        await world.waitFor(`!(${isOn("ads")})`);
        assert.equal(await world.ask("consent.get('ads')"), false);
        await close(world);
        assert.deepEqual(await world.ask("told"), ["show", "stop", "hide"]);
        await world.run("consent.show('choices')");
        await world.waitFor(OPEN);
        assert.equal(await world.ask(isOn("ads")), false);
        const lines = await world.ask("lines");
        assert.match(lines[0], /^Sudare: the notice stopped and is started afresh: RuntimeError/);
        await quiet(world, 1);
    },
    "the notice's program: stops while it is first drawn": async (world) => {
        await arrive(world, { before: STOPS });
        await world.run("stops.insertBefore = 1; consent.show('cookies')");
        await world.waitFor(`told.includes("stop") && told.includes("show") && ${OPEN}`);
        await world.waitFor(`deep("#cookies h3 button").getAttribute("aria-expanded") === "true"`);
        await close(world);
        await quiet(world, 1);
    },
    "the notice's program: stops while it opens": async (world) => {
        await arrive(world, { before: STOPS });
        await world.run(`deep('[data-consent-action="read"]').dispatchEvent(
            new PointerEvent("pointerover", { bubbles: true, composed: true }))`);
        await world.waitFor(`!!deep("#cookies h3 button")`);
        await world.run("stops.setAttribute = 1; consent.show('cookies')");
        await world.waitFor(`told.includes("stop") && told.includes("show") && ${OPEN}`);
        await world.waitFor(`deep("#cookies h3 button").getAttribute("aria-expanded") === "true"`);
        await close(world);
        await quiet(world, 1);
    },
    "the notice's program: stops in the language that was switched to": async (world) => {
        await refuseAndOpen(world);
        await world.run(`deep("button[lang=ja]").click()`);
        await world.waitFor(`deep("dialog").lang === "ja"`);
        await stopAtSwitch(world);
        assert.equal(await world.ask(`deep("dialog").lang`), "ja");
        await quiet(world, 1);
    },
    "the notice's program: stops with the keyboard in it": async (world) => {
        await arrive(world, { before: STOPS, body: "<button id=asking>Privacy</button>" });
        await world.act("refuse-all");
        await world.run("asking.focus(); consent.show('choices')");
        await world.waitFor(OPEN);
        await stopAtSwitch(world);
        assert.equal(await world.ask("document.activeElement.localName"), "sudare-notice");
        await close(world);
        assert.equal(await world.ask("document.activeElement.id"), "asking");
        await quiet(world, 1);
    },
    "the notice's program: stops each time": async (world) => {
        await refuseAndOpen(world);
        for (let time = 1; time <= 4; time++) {
            await world.waitFor(OPEN);
            await drawn(world);
            await world.run("stops.setAttribute = 1");
            await world.toggle("ads");
            await world.waitFor(`told.filter((event) => event === "stop").length === ${time}`);
        }
        await world.waitFor(`told.includes("hide")`);
        assert.equal(await world.ask(OPEN), false);
        assert.equal(await world.ask("consent.get('ads')"), false, "thrown four times, stored four times");
        await quiet(world, 4);
        await world.run("lines.length = 0; consent.show('cookies')");
        await standsIn(world);
        assert.equal(await world.ask("location.hash"), "#cookies");
    },
};
