// The line, the storage, the clock and the tab. The names are the rows of docs/faults.md.

import assert from "node:assert/strict";
import {
    arrive,
    built,
    comeBack,
    denied,
    FILES,
    host,
    KEY,
    OPEN,
    opensOver,
    quiet,
    RECORD,
    refuses,
} from "./world.mjs";

/** Counts what has come of `fetch`, for better or worse. */
const SETTLED = `<script nonce="test">
    const fetched = window.fetch;
    window.settled = 0;
    window.fetch = (...all) => {
        const answer = fetched(...all);
        answer.catch(() => {}).then(() => (window.settled += 1));
        return answer;
    };
</script>`;

/** The first sign of intent. */
const POINT = `deep('[data-consent-action="choose"]').dispatchEvent(
    new PointerEvent("pointerover", { bubbles: true, composed: true }))`;

const line = {
    "the line: gone once the page is there": async (world) => {
        await arrive(world);
        await world.site.goDown();
        await world.run(`deep('[data-consent-action="accept-all"]').click()`);
        await world.waitFor("consent.get('ads')");
        await quiet(world);
        await world.site.comeUp();
        await comeBack(world);
        assert.equal(await world.ask("consent.get('ads')"), true);
    },
    "the line: gone when the notice is wanted": async (world) => {
        await arrive(world);
        await world.site.goDown();
        await world.run(`deep('[data-consent-action="choose"]').click()`).catch(() => {});
        // The browser's own page, as behind any link.
        await world.waitFor("typeof consent === 'undefined' && document.readyState !== 'loading'");
        await world.site.comeUp();
        // Firefox's driver may take the browser's own page, that late, for the one it is asked for next.
        await world.driver.get("about:blank").catch(() => {});
        await comeBack(world);
        const told = await world.ask("JSON.parse(sessionStorage.told ?? 'null')");
        if (told) assert.deepEqual([told.errors, told.lines.length], [[], 1]);
        await denied(world);
        await refuses(world);
    },
    "the line: failing when the pointer was over the button, back at the click": async (world) => {
        const paths = [FILES.notice, FILES.widget, FILES.wasm];
        await arrive(world, { before: SETTLED });
        for (const path of paths) world.site.break(path, { status: 503 });
        await world.run(POINT);
        await world.waitFor(`settled === ${paths.length}`);
        world.site.mend();
        await opensOver(world);
    },
    "the line: failing for the wasm alone, and back when the pointer comes again": async (world) => {
        await arrive(world, { before: SETTLED });
        world.site.break(FILES.wasm, { status: 503 });
        await world.run(POINT);
        await world.waitFor("settled === 3");
        world.site.mend();
        // Until what has failed is known to have: it is then asked for once more.
        await world.waitFor(`(() => { ${POINT}; return settled > 3; })()`);
        await opensOver(world);
    },
};

const DENIED = `<script nonce="test">Object.defineProperty(window, "localStorage", {
    get() { throw new DOMException("no", "SecurityError") } });</script>`;

/** A second tab of the same site. */
const OTHER = `(document.querySelector("iframe") ?? document.body.appendChild(document.createElement("iframe"))).contentWindow`;

/** Fills the storage to the last sign. */
const FILL = `let part = "x".repeat(1 << 20);
    for (let at = 0; part; at += 1) {
        try { localStorage.setItem("filler-" + at, part); } catch { part = part.slice(1 + part.length / 2); }
    }`;

const storage = {
    "the storage: denied": async (world) => {
        await arrive(world, { before: DENIED });
        await world.act("accept-all");
        await world.waitFor("consent.get('ads')");
        assert.equal((await world.snapshot()).persistence, "memory");
        await world.run("consent.show('choices')");
        await world.toggle("ads");
        await world.waitFor("!consent.get('ads')");
        await quiet(world);
        await comeBack(world);
        await denied(world);
        assert.equal(await world.asks(), true);
    },
    "the storage: full at the first choice": async (world) => {
        await arrive(world);
        await world.run(FILL);
        await world.act("accept-all");
        await world.waitFor("consent.get('ads')");
        assert.equal((await world.snapshot()).persistence, "memory");
        await quiet(world);
        await comeBack(world);
        await denied(world);
        await world.run("localStorage.clear()");
    },
    "the storage: full when a yes is withdrawn": async (world) => {
        await arrive(world);
        await world.act("accept-all");
        await world.waitFor("consent.get('ads')");
        await world.run(FILL);
        await world.run("consent.show('choices')");
        await world.toggle("ads");
        await world.waitFor("!consent.get('ads')");
        await quiet(world);
        await comeBack(world);
        assert.equal(await world.ask("consent.get('ads')"), false);
        await world.run("localStorage.clear()");
    },
    "the storage: cleared meanwhile by another tab": async (world) => {
        await arrive(world);
        await world.run("consent.set({ analytics: true })");
        assert.equal(await world.asks(), false);
        await world.run(`${OTHER}.localStorage.clear()`);
        await world.waitFor(`!!document.querySelector("sudare-choice")`);
        assert.equal(await world.ask("consent.get('analytics')"), false);
        await quiet(world);
        await refuses(world);
    },
    "the storage: changed by another tab in the middle of a click on the question": async (world) => {
        const path = world.site.put(host());
        await arrive(world, { body: `<h1>Shop</h1><iframe src="${path}"></iframe>` });
        await world.waitFor(`!!${OTHER}.consent?.get`);
        await world.run(`addEventListener("click", () => ${OTHER}.consent.set({ media: true }), true)`);
        await world.act("refuse-all");
        await world.waitFor("consent.get().decided && !consent.get('media')");
        const { past, choices } = await world.ask(RECORD);
        assert.equal(choices.media, "denied");
        assert.deepEqual(
            past.map((decision) => decision.choices),
            [{ media: "granted" }],
            "what was said before is kept",
        );
        await quiet(world);
    },
    "the storage: changed by another tab in the middle of a click in the notice": async (world) => {
        const path = world.site.put(host());
        await arrive(world, { body: `<h1>Shop</h1><iframe src="${path}"></iframe>` });
        await world.run("consent.show('choices')");
        await world.waitFor(`${OPEN} && !!${OTHER}.consent?.get`);
        await world.run(`addEventListener("click", () => ${OTHER}.consent.set({ media: true }), true)`);
        await world.toggle("analytics");
        await world.waitFor("consent.get('analytics') && consent.get('media')");
        await world.waitFor(`${OTHER}.consent.get('analytics')`);
        await quiet(world);
    },
    "the storage: overwritten with something else": async (world) => {
        await arrive(world);
        await world.act("accept-all");
        await world.waitFor("consent.get('ads')");
        await world.run(`${OTHER}.localStorage.setItem("${KEY}", "{torn")`);
        await world.waitFor("!consent.get('ads')");
        assert.equal((await world.snapshot()).reprompt, "recovered");
        await world.act("refuse-all");
        await world.waitFor("consent.get().decided");
        assert.equal(await world.ask(`localStorage.getItem("${KEY}.aside")`), "{torn");
        await quiet(world);
    },
};

const YEAR = 366 * 86_400_000;
const shifted = (ms) =>
    `<script nonce="test">{ const now = Date.now; Date.now = () => now() + ${ms}; }</script>`;

/** Says yes, comes back with another clock, and then with the right one. */
const clockIs = (ms, reprompt) => async (world) => {
    await arrive(world);
    await world.act("accept-all");
    await world.waitFor("consent.get('ads')");
    const right = world.path;
    const before = await world.ask(`localStorage.getItem("${KEY}")`);
    await arrive(world, { before: shifted(ms) });
    const snapshot = await world.snapshot();
    assert.deepEqual([snapshot.purposes.ads, snapshot.reprompt], [false, reprompt]);
    assert.equal(await world.ask(`localStorage.getItem("${KEY}")`), before, "reading writes nothing");
    await quiet(world);
    await world.driver.get(world.url(right));
    assert.equal(await world.ask("consent.get('ads')"), true);
    await arrive(world, { before: shifted(ms) });
    await world.act("refuse-all");
    await world.waitFor("consent.get().decided");
    assert.equal(await world.ask(`localStorage.getItem("${KEY}.aside")`), before, "kept aside");
    await quiet(world);
};

const clock = {
    "the clock: a year ahead of the last visit": clockIs(YEAR, "expired"),
    "the clock: a year behind the last visit": clockIs(-YEAR, "recovered"),
    "the clock: standing still at 1970": async (world) => {
        await arrive(world, { before: `<script nonce="test">Date.now = () => 0;</script>` });
        await world.act("accept-all");
        await world.waitFor("consent.get('ads')");
        await quiet(world);
        await arrive(world);
        assert.deepEqual(
            [(await world.snapshot()).reprompt, await world.ask("consent.get('ads')")],
            ["expired", false],
        );
    },
    "the clock: no number": async (world) => {
        await arrive(world);
        await world.act("refuse-all");
        await world.waitFor("consent.get().decided");
        const before = await world.ask(`localStorage.getItem("${KEY}")`);
        await arrive(world, { before: `<script nonce="test">Date.now = () => NaN;</script>` });
        await denied(world);
        await world.act("accept-all");
        await denied(world);
        assert.equal(await world.ask(`localStorage.getItem("${KEY}.aside")`), before, "kept aside");
        await quiet(world);
    },
};

/** Does something in a tab of its own and ends that tab at once. */
const inATab = async (world, act) => {
    const { driver } = world;
    const home = await driver.getWindowHandle();
    await driver.switchTo().newWindow("tab");
    try {
        await act();
    } finally {
        await driver.close();
        await driver.switchTo().window(home);
    }
};

/** The record once the notice's switch was clicked, before the browser turns to anything else. */
const written = (world) =>
    world.run(`deep('[data-consent-toggle="analytics"]').click();
        const { port1, port2 } = new MessageChannel();
        port2.postMessage(0);
        return new Promise((done) => (port1.onmessage = () => done(localStorage.getItem("${KEY}"))));`);

const tab = {
    "the tab: killed right after a click on the question": async (world) => {
        await inATab(world, async () => {
            await arrive(world);
            // Written before the click has been dealt with.
            await world.waitFor(`!!deep("sudare-choice")`);
            assert.ok(
                await world.run(`deep('[data-consent-action="refuse-all"]').click();
                return localStorage.getItem("${KEY}")`),
            );
        });
        await comeBack(world);
        assert.deepEqual(await world.ask(`[consent.get().decided, consent.get().why.ads]`), [true, "denied"]);
    },
    "the tab: killed right after a click in the notice": async (world) => {
        await inATab(world, async () => {
            await arrive(world);
            await world.act("choose");
            await world.waitFor(`!!deep('dialog[open] [data-consent-toggle="analytics"]')`);
            assert.ok(await written(world));
        });
        await comeBack(world);
        assert.deepEqual(await world.ask(`[consent.get('analytics'), consent.get('ads')]`), [true, false]);
    },
    "the tab: killed right after a click on the static page": async (world) => {
        await inATab(world, async () => {
            await arrive(world);
            await world.driver.get(world.url(FILES.page));
            assert.ok(
                await world.run(`deep('[data-consent-toggle="analytics"]').click();
                return localStorage.getItem("${KEY}")`),
            );
        });
        await comeBack(world);
        assert.deepEqual(await world.ask(`[consent.get('analytics'), consent.get('ads')]`), [true, false]);
    },
};

export const visits = { ...line, ...storage, ...clock, ...tab };
