// Every file of the folder: missing, cut off, slow, of another type, of other content, of another
// release, on another host. The names are the rows of docs/faults.md.

import assert from "node:assert/strict";
import {
    arrive,
    arriveInFrame,
    built,
    comeBack,
    cut,
    denied,
    FILES,
    INSIDE,
    KEY,
    nothingRan,
    OPEN,
    opensAsPage,
    opensOver,
    quiet,
    quietInside,
    refuses,
    standsIn,
    switchesWork,
    watched,
} from "./world.mjs";

const MISSING = { status: 404, content: "Not found", headers: { "content-type": "text/plain" } };
const TEXT = { "content-type": "text/plain", "x-content-type-options": "nosniff" };
const TYPES = { js: "text/javascript", json: "application/json", wasm: "application/wasm", css: "text/css" };

/** Serves a path with other content under its own type. */
const give = (world, path, content, headers = {}) =>
    world.site.break(path, {
        status: 200,
        content,
        headers: { "content-type": TYPES[path.split(".").pop()] ?? "text/html; charset=utf-8", ...headers },
    });

/** Other content that would do as well: only a hash tells it from the right one. */
const spoiled = (content, path) => {
    if (path.endsWith(".wasm")) return Buffer.concat([content, Buffer.from([0, 2, 1, 0x78])]);
    return path.endsWith(".json") ? String(content).replace("Aster", "Otter") : content + "\n";
};
const spoil = async (world, path) => give(world, path, spoiled(await built(world, path), path));
const cutOff = async (world, path) => give(world, path, cut(await built(world, path)));
const mistype = async (world, path) => give(world, path, await built(world, path), TEXT);

/** The four faults that end alike for a file: what `then` says. */
const alike = (what, path, faults, then) =>
    Object.fromEntries(
        Object.entries(faults).map(([fault, act]) => [
            `${what}: ${fault}`,
            async (world) => {
                await act(world, path);
                await then(world);
            },
        ]),
    );

const miss = (world, path) => world.site.break(path, MISSING);

const FETCHED = { missing: miss, "cut off": cutOff, "of other content": spoil };

/** The page while the file is on its way: it asks, both answers work, and the notice comes in the end. */
const slow = (path) => async (world) => {
    const letGo = world.site.break(path, { held: true });
    await arrive(world);
    await world.act("choose");
    await world.site.requested(`${world.name} ${path}`, true);
    assert.equal(await world.ask(OPEN), false);
    await world.act("refuse-all");
    await world.waitFor("consent.get().decided");
    letGo();
    await world.waitFor(OPEN);
    await denied(world);
    await quiet(world);
};

const arriveAndOpenAsPage = async (world) => {
    await arrive(world);
    await denied(world);
    await opensAsPage(world);
};

/** The page has no consent object: what is held back stays held back. */
const isAbsent = async (world, options, errors = 0) => {
    await arrive(world, options);
    await world.waitFor("document.readyState === 'complete'");
    assert.equal(await world.ask("typeof consent"), "undefined");
    await nothingRan(world);
    assert.equal((await world.troubles()).length, errors);
    assert.deepEqual(await world.ask("lines"), []);
};

const consentJs = {
    "consent.js: missing": async (world) => {
        miss(world, FILES.consent);
        await isAbsent(world);
    },
    "consent.js: cut off": async (world) => {
        await cutOff(world, FILES.consent);
        // The browser's own word on a script that ends too soon.
        await isAbsent(world, {}, 1);
    },
    "consent.js: slow": async (world) => {
        const letGo = world.site.break(FILES.consent, { held: true });
        await arriveInFrame(world);
        await world.site.requested(`${world.name} ${FILES.consent}`, true);
        assert.deepEqual(await world.ask(`[typeof ${INSIDE}.consent, ${INSIDE}.ran?.length]`), [
            "undefined",
            0,
        ]);
        letGo();
        await world.waitFor(`!!${INSIDE}.document.querySelector("sudare-choice")`);
        await quietInside(world);
    },
    "consent.js: of another type": async (world) => {
        await mistype(world, FILES.consent);
        await isAbsent(world);
    },
    "consent.js: of other content than its tag's hash": async (world) => {
        await isAbsent(world, { tag: { integrity: `sha256-${"A".repeat(43)}=`, crossorigin: "" } });
    },
    "consent.js: of the last build, kept by the browser": async (world) => {
        let script = String(await built(world, FILES.consent));
        for (const [hash] of script.matchAll(/(?<=")[\w-]{43}(?=")/g)) {
            script = script.replace(hash, "0".repeat(43));
        }
        give(world, FILES.consent, script);
        await arriveAndOpenAsPage(world);
    },
    "consent.js: of another notice": async (world) => {
        await arrive(world);
        await world.act("accept-all");
        await world.waitFor("consent.get('ads')");
        give(world, FILES.consent, await built(world, "/fern/consent/consent.js"));
        await comeBack(world);
        assert.equal(await world.ask("consent.get('ads')"), false);
        assert.equal(await world.asks(), true);
        world.site.mend();
        await comeBack(world);
        assert.equal(await world.ask("consent.get('ads')"), true);
        await quiet(world);
    },
};

const notice = {
    ...alike("the notice's file", FILES.notice, FETCHED, arriveAndOpenAsPage),
    "the notice's file: slow": slow(FILES.notice),
    "the notice's file: of another type": async (world) => {
        await mistype(world, FILES.notice);
        await arrive(world);
        await opensOver(world);
    },
    "the notice's file: that of another revision or language": async (world) => {
        give(world, FILES.notice, await built(world, FILES.japanese));
        await arriveAndOpenAsPage(world);
    },
    "the notice's file: missing in the language that is switched to": async (world) => {
        miss(world, FILES.japanese);
        await arrive(world);
        await world.act("read");
        await world.waitFor(OPEN);
        await world.run(`deep("button[lang=ja]").click()`);
        await world.waitFor(`deep(".status").textContent.includes("could not be loaded")`);
        assert.equal(await world.ask(`deep("dialog").lang`), "en");
        await world.toggle("analytics");
        await world.waitFor("consent.get('analytics')");
        await quiet(world);
    },
    "the notice's file: missing when the visitor downloads a receipt": async (world) => {
        await arrive(world);
        await world.act("refuse-all");
        await world.run("consent.show()");
        await world.waitFor(OPEN);
        miss(world, FILES.notice);
        await world.run(
            `HTMLAnchorElement.prototype.click = function () { infos.push(decodeURIComponent(this.href)); }`,
        );
        await world.click("#sudare-record button");
        await world.waitFor(`infos.some((text) => text.includes('"known"'))`);
        await quiet(world);
    },
};

const widget = {
    ...alike(
        "the widget's script",
        FILES.widget,
        { ...FETCHED, "of another type": mistype },
        arriveAndOpenAsPage,
    ),
    "the widget's script: slow": slow(FILES.widget),
};

const wasm = {
    ...alike("the widget's wasm", FILES.wasm, FETCHED, arriveAndOpenAsPage),
    "the widget's wasm: slow": slow(FILES.wasm),
    "the widget's wasm: of another type": async (world) => {
        await mistype(world, FILES.wasm);
        await arrive(world);
        await opensOver(world, 1);
    },
    "the widget's wasm: of its type with a charset": async (world) => {
        const type = { "content-type": "application/wasm; charset=utf-8" };
        give(world, FILES.wasm, await built(world, FILES.wasm), type);
        await arrive(world);
        await opensOver(world, 1);
    },
    "the widget's wasm: of another release": async (world) => {
        give(world, FILES.wasm, Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]));
        await arriveAndOpenAsPage(world);
    },
};

const DEBUG = { tag: { "data-debug": "" } };

/** `data-debug` says so in one line, and a receipt is refused to who asks for it. */
const noReceipt = async (world) => {
    await arrive(world, DEBUG);
    await world.waitFor("lines.length === 1");
    assert.match((await world.ask("lines"))[0], /^Sudare: /);
    await world.act("refuse-all");
    await world.waitFor("consent.get().decided");
    await world.run("consent.receipt().catch(() => ran.push('refused'))");
    await world.waitFor("ran[0] === 'refused'");
    await world.run("ran.length = 0");
    await denied(world);
    await quiet(world, 1);
};

const receipts = {
    ...alike(
        "the widget's script, for a receipt",
        FILES.widget,
        { missing: miss, "cut off": cutOff, "of another type": mistype },
        noReceipt,
    ),
    "the widget's script, for a receipt: slow": async (world) => {
        const letGo = world.site.break(FILES.widget, { held: true });
        await arriveInFrame(world, DEBUG);
        await world.site.requested(`${world.name} ${FILES.widget}`, true);
        await world.waitFor(`!!${INSIDE}.document.querySelector("sudare-choice")`);
        letGo();
        await world.waitFor(`${INSIDE}.infos.length === 1`);
        await quietInside(world);
    },
    "the widget's script, for a receipt: missing, on the static page": async (world) => {
        miss(world, FILES.widget);
        await arrive(world);
        await world.act("refuse-all");
        await world.driver.get(world.url(FILES.page));
        await world.run(
            `HTMLAnchorElement.prototype.click = function () { lines.push(decodeURIComponent(this.href)); }`,
        );
        await world.click('[data-does="download"]');
        await world.waitFor(`lines.some((text) => text.includes('"decidedAt"'))`);
        assert.deepEqual(await world.troubles(), []);
    },
};

/** The widget cannot be had, so the static page is where the visitor is sent. */
const openNoNotice = async (world) => {
    miss(world, FILES.widget);
    await arrive(world);
    await world.act("choose");
};

/** The same in a frame: a driver waits for what a page of its own still waits for. */
const slowPage = (path) => async (world) => {
    miss(world, FILES.widget);
    const letGo = world.site.break(path, { held: true });
    await arriveInFrame(world);
    const choose = `${INSIDE}.document.querySelector("sudare-choice")?.shadowRoot.querySelector('[data-consent-action="choose"]')`;
    await world.waitFor(`!!${choose}`);
    await world.run(`${choose}.click()`);
    // The page is told that it stands in for the notice.
    const asked = path === FILES.page ? `${path}?` : path;
    await world.site.requested(`${world.name} ${asked}`, true);
    letGo();
    const ready = `${INSIDE}.document.readyState === "complete" && !!${INSIDE}.errors`;
    await world.waitFor(`${INSIDE}.location.pathname === "${FILES.page}" && ${ready}`);
    await world.run(`${INSIDE}.document.querySelector('[data-consent-toggle="analytics"]').click()`);
    await quietInside(world);
    await comeBack(world);
    assert.deepEqual(await world.ask("[consent.get('analytics'), consent.get('ads')]"), [true, false]);
};

/** The text is whole; there is nothing to press. */
const isInert = async (world) => {
    await openNoNotice(world);
    await standsIn(world);
    assert.equal(await world.ask(`document.querySelectorAll("[data-policy] article").length`), 12);
    assert.equal(
        await world.ask(`[...document.querySelectorAll("[data-live]")].every((part) => part.hidden)`),
        true,
    );
    await denied(world);
    await quiet(world);
    await comeBack(world);
    await refuses(world);
};

const staticPage = {
    "the static page: missing as well": async (world) => {
        miss(world, FILES.page);
        await openNoNotice(world);
        await world.waitFor(`location.pathname.endsWith("/index.en.html")`);
        await comeBack(world);
        assert.equal((await world.ask("JSON.parse(sessionStorage.told ?? '{}').errors ?? []")).length, 0);
        await refuses(world);
    },
    "the static page: cut off": async (world) => {
        const text = watched(await built(world, FILES.page));
        give(world, FILES.page, text.slice(0, text.indexOf('"optional":')));
        await isInert(world);
    },
    "the static page: slow": slowPage(FILES.page),
    "the static page: of another type": async (world) => {
        await mistype(world, FILES.page);
        await openNoNotice(world);
        await world.waitFor(`location.pathname.endsWith("/index.en.html")`);
        await comeBack(world);
        await refuses(world);
    },
    "the static page: of a newer build than consent.js": async (world) => {
        const text = watched(await built(world, FILES.page));
        give(world, FILES.page, text.replaceAll('"media"', '"maps"'));
        await openNoNotice(world);
        await standsIn(world);
        assert.equal(
            await world.ask(`document.querySelector('[data-consent-toggle="maps"]').offsetHeight`),
            0,
        );
        await world.click('main [data-consent-action="accept-all"]');
        await world.waitFor("consent.get('ads')");
        assert.equal(await world.ask("consent.get('media')"), false);
        await quiet(world);
    },
    ...alike(
        "the static page's style sheet",
        FILES.style,
        { missing: miss, "cut off": cutOff, "of another type": mistype, "of other content": spoil },
        async (world) => {
            await openNoNotice(world);
            await standsIn(world);
            assert.equal(
                await world.ask(`getComputedStyle(document.querySelector("main .unseen")).position`),
                "static",
            );
            await switchesWork(world);
        },
    ),
    "the static page's style sheet: slow": slowPage(FILES.style),
    ...alike(
        "the static page's script",
        FILES.script,
        { missing: miss, "cut off": cutOff, "of another type": mistype, "of other content": spoil },
        isInert,
    ),
    "the static page's script: slow": slowPage(FILES.script),
};

/** What a page made of modules is told: whether it is the page's object, or why it cannot be had. */
const IMPORT = `<script nonce="test">import("/consent/consent.mjs").then(
    (module) => (window.imported = module.default === consent),
    (cause) => (window.imported = String(cause)),
);</script>`;

const byModule = (world) => arrive(world, { after: IMPORT });

const module = {
    ...alike(
        "consent.mjs",
        FILES.module,
        { missing: miss, "cut off": cutOff, "of another type": mistype },
        async (world) => {
            await byModule(world);
            await world.waitFor("typeof imported === 'string'");
            await denied(world);
            await quiet(world);
            await refuses(world);
        },
    ),
    "consent.mjs: slow": async (world) => {
        const letGo = world.site.break(FILES.module, { held: true });
        await arriveInFrame(world, { after: IMPORT });
        await world.site.requested(`${world.name} ${FILES.module}`, true);
        await world.waitFor(`!!${INSIDE}.document.querySelector("sudare-choice")`);
        letGo();
        await world.waitFor(`${INSIDE}.imported === true`);
        await quietInside(world);
    },
    "consent.mjs: there, and consent.js missing": async (world) => {
        miss(world, FILES.consent);
        await byModule(world);
        await world.waitFor("/^Error: Sudare: .*could not be loaded$/.test(imported)");
        await nothingRan(world);
        await quiet(world);
    },
};

let hosts = 0;
const elsewhere = (world) => `http://cdn-${++hosts}-${process.pid}.localhost:${world.site.port}/consent`;

const folder = {
    "the folder: on another host, with its leave": async (world) => {
        world.site.headers = { "access-control-allow-origin": "*" };
        await arrive(world, { folder: elsewhere(world) });
        await opensOver(world);
        assert.equal(await world.ask(`!!localStorage.getItem("${KEY}")`), true);
    },
    "the folder: on another host, without its leave": async (world) => {
        await arrive(world, { folder: elsewhere(world) });
        await denied(world);
        await world.act("choose");
        await world.waitFor(`location.host.startsWith("cdn-") && document.readyState === "complete"`);
        await denied(world);
        await comeBack(world);
        const { lines, errors } = await world.ask("JSON.parse(sessionStorage.told)");
        assert.deepEqual([errors.length, lines.length], [0, 1]);
        await refuses(world);
    },
};

export const files = {
    ...consentJs,
    ...notice,
    ...widget,
    ...wasm,
    ...receipts,
    ...staticPage,
    ...module,
    ...folder,
};
