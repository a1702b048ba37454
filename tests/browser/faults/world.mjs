// What the cases of tests/browser/faults.test.mjs share: the page, the folder's files, and what must
// hold whatever is broken.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { dist, page } from "../harness.mjs";

const names = readdirSync(`${dist}/consent`);
const named = (pattern) => `/consent/${names.find((name) => pattern.test(name))}`;

/** The files of the folder that a browser asks for. */
export const FILES = {
    consent: "/consent/consent.js",
    module: "/consent/consent.mjs",
    notice: named(/^notice\.en\.[\w-]+\.json$/),
    japanese: named(/^notice\.ja\.[\w-]+\.json$/),
    widget: named(/^widget\.[\w-]+\.js$/),
    wasm: named(/^widget\.[\w-]+\.wasm$/),
    page: "/consent/index.en.html",
    style: named(/^page\.[\w-]+\.css$/),
    script: named(/^page\.[\w-]+\.js$/),
};

/** Where the record of the demo's notice lies. */
export const KEY = "sudare-aster";

export const RECORD = `JSON.parse(localStorage.getItem("${KEY}"))`;
export const OPEN = `!!deep("dialog[open]")`;

/** What no visit may let go without a yes. */
const HELD = `<script nonce="test" type="text/plain" data-consent="ads">ran.push("ads")</script>
<img data-consent="media" data-src="/held.png" alt="">`;

/**
 * What went wrong on a page that is left is told to the next one: at the end, and with each warning,
 * since Firefox may lose what is told at the end of a page whose next one is another process's.
 */
const TELL = `<script nonce="test">
const tell = () => {
    try { sessionStorage.told = JSON.stringify({ lines, errors, violations }); } catch {}
};
addEventListener("pagehide", tell);
const warned = console.warn;
console.warn = (...what) => { warned(...what); tell(); };
</script>`;

/** The host page; `options` as those of the harness. */
export const host = ({ after = "", before = "", ...options } = {}) =>
    page({ ...options, before: TELL + before, after: HELD + after });

/** The static page as it is built, telling what goes wrong on it. */
export const watched = (html) =>
    String(html).replace(
        "<head>",
        `<head><script>
            window.errors = []; window.violations = []; window.lines = []; window.ran = [];
            addEventListener("error", (e) => errors.push(String(e.error ?? e.message)));
            addEventListener("unhandledrejection", (e) => errors.push("rejected: " + e.reason));
            for (const level of ["log", "warn", "error"]) console[level] = (...what) => lines.push(what.join(" "));
        </script>${TELL}`,
    );

/** A file as it is built, as text or bytes. */
export const built = async (world, path) => (await world.site.read(path)).content;

/** The first half. */
export const cut = (content) => content.subarray(0, content.length / 2);

/** No error, no violation, no rejection, and at most that many lines on the console. */
export const quiet = async (world, lines = 0) => {
    assert.deepEqual(await world.troubles(), []);
    const said = await world.ask("lines");
    assert.ok(said.length <= lines, said.join("\n"));
};

/** Nothing is allowed, and nothing has run. */
export const denied = async (world) => {
    const { purposes, services } = await world.snapshot();
    const allowed = Object.entries({ ...purposes, ...services }).filter(([, yes]) => yes);
    assert.deepEqual(allowed, [["necessary", true]]);
    await nothingRan(world);
};

export const nothingRan = async (world) => {
    assert.deepEqual(await world.ask("ran"), []);
    const asked = world.site.requests.slice(world.seen).filter((line) => line.endsWith("/held.png"));
    assert.deepEqual(asked, []);
};

/**
 * Resolves when what the page has let go has been asked for: after the painting that answers a click. Else
 * its picture may come to the server when the next page is already held to have asked for none.
 */
const settled = (world) =>
    world.waitFor(`(() => {
        const picture = document.querySelector("img[data-consent='media']");
        return !picture || !window.consent?.get?.("media") || (!!picture.src && picture.complete);
    })()`);

/** Opens the host page. */
export const arrive = async (world, options, headers) => {
    await settled(world);
    world.name = `${world.host}:${world.site.port}`;
    world.seen = world.site.requests.length;
    world.path = await world.visit(host(options), headers);
};

/** The host page in a frame, which a driver does not wait for. */
export const INSIDE = `document.querySelector("iframe").contentWindow`;

export const arriveInFrame = async (world, options) => {
    await world.visit("<h1>Outside</h1>");
    world.name = `${world.host}:${world.site.port}`;
    world.path = world.site.put(host(options));
    await world.run(
        `document.body.append(Object.assign(document.createElement("iframe"), { src: "${world.path}" }))`,
    );
};

export const quietInside = async (world) =>
    assert.deepEqual(await world.ask(`[...${INSIDE}.errors, ...${INSIDE}.ran, ...${INSIDE}.lines]`), []);

/** Opens the host page once more. */
export const comeBack = async (world) => {
    await settled(world);
    world.seen = world.site.requests.length;
    await world.driver.get(world.url(world.path));
};

/** Resolves when nothing in the notice has changed for some paintings: no part of it is still to be drawn. */
export const drawn = (world) =>
    world.driver.executeAsyncScript(`
        const [done] = arguments;
        const root = document.querySelector("sudare-notice").shadowRoot;
        let still = 0;
        new MutationObserver(() => (still = 0)).observe(root, {
            attributes: true, characterData: true, childList: true, subtree: true,
        });
        const look = () => (still++ < 10 ? requestAnimationFrame(() => setTimeout(look)) : done());
        look();
    `);

/** Says no with the question, which still works, and sees it hold on the next page. */
export const refuses = async (world) => {
    await world.act("refuse-all");
    await world.waitFor("consent.get().decided");
    await comeBack(world);
    const { decided, why } = await world.snapshot();
    assert.deepEqual([decided, why.ads], [true, "denied"]);
    await denied(world);
};

/** Waits for the static page in the place of the notice; one line on the console has said why. */
export const standsIn = async (world) => {
    await world.waitFor(
        `location.pathname.endsWith("/index.en.html") && document.readyState === "complete" && !!window.errors`,
    );
    const { lines, errors, violations } = await world.ask("JSON.parse(sessionStorage.told)");
    assert.deepEqual([...errors, ...violations], []);
    assert.equal(lines.length, 1, lines.join("\n"));
    assert.match(lines[0], /^Sudare: opens as a page: /);
};

/** The notice opens as the static page, with switches that work; what is chosen there holds. */
export const opensAsPage = async (world) => {
    await world.act("choose");
    await standsIn(world);
    assert.equal(await world.ask("location.hash"), "#choices");
    await denied(world);
    await switchesWork(world);
};

/** On the static page. */
export const switchesWork = async (world) => {
    await world.toggle("analytics");
    await world.waitFor("consent.get('analytics')");
    await quiet(world);
    await comeBack(world);
    assert.deepEqual(await world.ask("[consent.get('analytics'), consent.get('ads')]"), [true, false]);
    assert.equal(await world.asks(), false);
    await quiet(world);
};

/** The notice opens over the page, and a switch in it works. */
export const opensOver = async (world, lines) => {
    await world.act("choose");
    await world.waitFor(OPEN);
    await world.toggle("analytics");
    await world.waitFor("consent.get('analytics')");
    assert.equal(await world.ask("consent.get('ads')"), false);
    await quiet(world, lines);
};
