// What stops in the notice's program: a fresh one takes its place, and nothing that was chosen is lost.
// The page makes it stop: what its own `setAttribute` throws, Yew takes for the end of everything, and
// the wasm traps as it does where an engine compiles it wrongly.

import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { page, start } from "./harness.mjs";

/** Throws as often as `window.stops` says, of what is drawn in the notice. */
const STOPS = `<script nonce="test">
    window.stops = 0;
    window.told = [];
    const { setAttribute } = Element.prototype;
    Element.prototype.setAttribute = function (...its) {
        if (stops && this.getRootNode().host?.localName === "sudare-notice") {
            stops--;
            throw Error("not here");
        }
        return setAttribute.apply(this, its);
    };
    for (const event of ["show", "hide", "error"]) {
        document.addEventListener("consent:" + event, ({ detail }) => {
            told.push(detail instanceof WebAssembly.RuntimeError ? event + ": trap" : event);
        });
    }
</script>`;

describe("a notice whose program stops", () => {
    let world;
    before(async () => (world = await start()));
    after(() => world.stop());
    beforeEach(async () => {
        world.newVisitor();
        await world.visit(page({ before: STOPS }));
        await world.act("refuse-all");
        await world.waitFor(`!document.querySelector("sudare-choice")`);
    });

    const open = `!!deep("dialog[open]")`;
    const isOn = (id) => `deep('[data-consent-toggle="${id}"]').getAttribute("aria-checked") === "true"`;
    const openAt = async (place) => {
        await world.run("consent.show(arguments[0])", place);
        await world.waitFor(open);
    };
    const told = () => world.ask("told");

    test("shows what was chosen, and goes on", async () => {
        await openAt("choices");
        await world.run("window.stops = 1");
        await world.toggle("ads");
        await world.waitFor(`told.includes("error: trap") && ${open} && ${isOn("ads")}`);
        assert.equal(await world.ask("consent.get('ads')"), true, "stored before it was drawn");

        await world.toggle("ads");
        await world.waitFor(`!(${isOn("ads")})`);
        assert.equal(await world.ask("consent.get('ads')"), false);
        await world.act("close");
        await world.waitFor(`told.includes("hide")`);
        assert.deepEqual(await told(), ["show", "error: trap", "hide"]);
        await openAt("choices");
        assert.equal(await world.ask(isOn("ads")), false);
        assert.deepEqual(await world.troubles(), []);
        const lines = await world.ask("lines");
        assert.equal(lines.length, 1, "a developer reads of it");
        assert.match(lines[0], /^Sudare: the notice stopped and is started afresh: RuntimeError/);
    });

    test("gives the keyboard back to where it was before", async () => {
        await world.run(`
            document.body.insertAdjacentHTML("beforeend", "<button id=asking>Privacy</button>");
            asking.focus();
        `);
        await openAt("choices");
        await world.run("window.stops = 1");
        await world.toggle("ads");
        await world.waitFor(`told.includes("error: trap") && ${open}`);
        await world.act("close");
        await world.waitFor(`told.includes("hide")`);
        assert.equal(await world.ask("document.activeElement.id"), "asking");
    });

    test("opens where it was asked to, though it stops on the way", async () => {
        await world.run("window.stops = 1; consent.show('cookies')");
        await world.waitFor(`told.includes("error: trap") && ${open}`);
        await world.waitFor(`told.includes("show") && deep("#cookies h3 button").ariaExpanded === "true"`);
        await world.act("close");
        await world.waitFor(`told.includes("hide")`);
        assert.equal(await world.ask(open), false);
    });

    test("keeps the language that the visitor has turned to", async () => {
        await openAt("choices");
        const japanese = `deep("dialog").lang === "ja"`;
        await world.run(`deep("button[lang=ja]").click()`);
        await world.waitFor(japanese);
        await world.run("window.stops = 1");
        await world.toggle("ads");
        await world.waitFor(`told.includes("error: trap") && ${open} && ${isOn("ads")}`);
        assert.equal(await world.ask(japanese), true);
    });

    test("is closed where it stops each time, and the next wish opens it as a page", async () => {
        await openAt("choices");
        for (let time = 0; time < 4; time++) {
            await world.waitFor(open);
            await world.run("window.stops = 1");
            await world.toggle("ads");
            await world.waitFor(`told.filter((event) => event === "error: trap").length === ${time + 1}`);
        }
        await world.waitFor(`told.includes("hide")`);
        assert.equal(await world.ask(open), false);
        assert.equal(await world.ask("consent.get('ads')"), false, "thrown four times, stored four times");
        await world.run("consent.show('cookies')");
        await world.waitFor(`location.pathname.endsWith("index.en.html") && location.hash === "#cookies"`);
    });
});
