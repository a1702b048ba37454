// A page that stays open all day: what it holds after a thousand rounds is what it held after a
// hundred. Only Chromium says how large its heap is and counts what is no longer on the page;
// elsewhere the page counts its own elements and listeners, and everywhere the widget's memory.

import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { engine, page, start } from "./harness.mjs";

/** What is drawn cannot leak, and to draw it a thousand times over takes minutes. */
const UNDRAWN = `<style>sudare-notice { display: none !important; }</style>`;

/** Counts listeners as they come and go, and keeps the widget's memory where it can be asked. */
const COUNTS = `<script nonce="test">
    window.listeners = 0;
    for (const [name, by] of [["addEventListener", 1], ["removeEventListener", -1]]) {
        const own = EventTarget.prototype[name];
        const seen = (window.seen ??= new WeakMap());
        EventTarget.prototype[name] = function (type, heard, options) {
            const target = this ?? window;
            const key = type + (options === true || !!options?.capture);
            const all = seen.get(target) ?? new Map();
            seen.set(target, all);
            const those = all.get(key) ?? new Set();
            all.set(key, those);
            if (heard && those.has(heard) === by < 0) {
                listeners += by;
                if (by > 0) those.add(heard);
                else those.delete(heard);
            }
            return own.call(target, type, heard, options);
        };
    }
    for (const name of ["instantiate", "instantiateStreaming"]) {
        const own = WebAssembly[name];
        WebAssembly[name] = async (...all) => {
            const made = await own.apply(WebAssembly, all);
            window.memory = (made.instance ?? made).exports.memory;
            return made;
        };
    }
</script>`;

describe("long life", () => {
    let world;
    before(async () => {
        world = await start();
        await world.driver.manage().setTimeouts({ script: 120_000 });
        if (engine === "chromium") await world.driver.sendDevToolsCommand("Performance.enable", {});
    });
    after(() => world.stop());
    beforeEach(() => world.newVisitor());

    /** What the page holds now. */
    const look = async () => {
        const own = await world.run(`
            const count = (root) => [...root.querySelectorAll("*")].reduce(
                (sum, one) => sum + 1 + (one.shadowRoot ? count(one.shadowRoot) : 0), 0);
            return { elements: count(document), added: listeners, wasm: window.memory?.buffer.byteLength ?? 0 };`);
        if (engine !== "chromium") return own;
        await world.driver.sendDevToolsCommand("HeapProfiler.collectGarbage", {});
        const { metrics } = await world.driver.sendAndGetDevToolsCommand("Performance.getMetrics", {});
        const metric = (name) => metrics.find((one) => one.name === name).value;
        return {
            ...own,
            nodes: metric("Nodes"),
            listeners: metric("JSEventListeners"),
            heap: metric("JSHeapUsedSize"),
        };
    };

    /** Nothing has grown with the rounds: the engine's own books may differ by a little. */
    const assertFlat = (early, late) => {
        const grown = Object.fromEntries(Object.keys(early).map((name) => [name, late[name] - early[name]]));
        const said = `${engine}: ${JSON.stringify(early)} → ${JSON.stringify(late)}`;
        for (const [name, room] of [
            ["elements", 2],
            ["added", 2],
            ["wasm", 0],
            ["nodes", 100],
            ["listeners", 10],
            ["heap", 200_000],
        ]) {
            assert.ok(!(grown[name] > room), `${name} has grown; ${said}`);
        }
        return said;
    };

    /** So many rounds of what an async function in the page does. */
    const rounds = (count, round) =>
        world.driver.executeAsyncScript(`
            const done = arguments[arguments.length - 1];
            const next = () => new Promise((goOn) => setTimeout(goOn));
            const event = (name) => new Promise((goOn) => {
                const type = "consent:" + name;
                const hear = () => (document.removeEventListener(type, hear), goOn());
                document.addEventListener(type, hear);
            });
            const round = ${round};
            (async () => {
                for (let turn = 0; turn < ${count}; turn += 1) await round(turn);
            })().then(() => done(""), (problem) => done(problem + " " + problem?.stack));`);

    const OPEN_TOGGLE_CLOSE = `async () => {
        const root = () => document.querySelector("sudare-notice")?.shadowRoot;
        consent.show("choices");
        while (!root()?.querySelector("dialog[open]")) await next();
        const changed = event("change");
        root().querySelector('[data-consent-toggle="ads"]').click();
        await changed;
        const hidden = event("hide");
        consent.hide();
        await hidden;
    }`;

    test("1,000 rounds of opening, switching and closing leave the page as it was after 100", async (t) => {
        await world.visit(page({ before: UNDRAWN + COUNTS }));
        await world.act("refuse-all");
        assert.equal(await rounds(100, OPEN_TOGGLE_CLOSE), "");
        const early = await look();
        for (let hundred = 0; hundred < 9; hundred += 1) {
            assert.equal(await rounds(100, OPEN_TOGGLE_CLOSE), "");
        }
        t.diagnostic(assertFlat(early, await look()));
        assert.deepEqual(await world.troubles(), []);
    });

    const NAVIGATE = `async (turn) => {
        history.pushState({}, "", "/page-" + turn);
        const body = document.createElement("body");
        const held = document.createElement("img");
        held.dataset.consent = "media";
        held.dataset.src = "/demo/none.png";
        body.append("Page " + turn, held);
        document.body.replaceWith(body);
        await next();
        if (!document.body.querySelector("sudare-choice")) throw Error("the question is gone");
        await new Promise(requestAnimationFrame);
    }`;

    test("100 navigations in one page leave it as it was after 10", async (t) => {
        await world.visit(page({ before: UNDRAWN + COUNTS }));
        await world.waitFor(`!!document.querySelector("sudare-choice")`);
        assert.equal(await rounds(10, NAVIGATE), "");
        const early = await look();
        assert.equal(await rounds(90, NAVIGATE), "");
        t.diagnostic(assertFlat(early, await look()));
        await world.act("accept-all");
        await world.waitFor(`!!document.querySelector("img").src`);
        await world.waitFor("document.documentElement.style.scrollPaddingBottom === ''");
        assert.deepEqual(await world.troubles(), []);
    });
});
