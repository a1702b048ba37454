// What changed since the visitor chose; and the static page, which comes alive where scripts run.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { engine, page, start } from "./harness.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const sudare = process.env.SUDARE ?? join(root, "target/debug/sudare");

/** A notice that is published twice: the folders of its first revision and of its second. */
const twice = () => {
    const place = mkdtempSync(join(tmpdir(), "sudare-changes-"));
    const source = join(place, "privacy");
    cpSync(join(root, "demo/notices/fern"), source, { recursive: true });
    rmSync(join(source, "notice.lock"), { force: true });
    const build = (output) => execFileSync(sudare, ["build", source, "-o", join(place, output)]);
    const edit = (file, from, to) => {
        const path = join(source, file);
        const text = readFileSync(path, "utf8");
        assert.ok(text.includes(from), `${file} has no ${from}`);
        writeFileSync(path, text.replace(from, to));
    };
    const files = (folder) =>
        readdirSync(join(place, folder)).map((name) => [name, readFileSync(join(place, folder, name))]);
    build("first");
    edit("notice.toml", 'revision = "2026-03"', 'revision = "2026-12"');
    edit(
        "notice.toml",
        "[[change]]",
        '[[change]]\nrevision = "2026-12"\ndate = 2026-12-01\nsummary = "Two months."\narticles = ["care"]\n\n[[change]]',
    );
    edit("en.md", "\nThe connection to our site", "\nA new sentence of ours. The connection to our site");
    for (const name of readdirSync(source).filter((file) => file.endsWith(".md"))) {
        edit(name, "\n## ", "\n## What nobody knew {#unknown}\n\nNow it is said.\n\n## ");
    }
    build("second");
    const built = { first: files("first"), second: files("second") };
    rmSync(place, { recursive: true });
    return built;
};

const SELF =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; img-src 'self'";

const source = readFileSync(join(root, "node_modules/axe-core/axe.min.js"), "utf8");

/** What axe finds on the page as it stands, shadow roots included. */
const axe = async (world) => {
    await world.driver.executeScript(source);
    return world.driver.executeAsyncScript(`
        const done = arguments[arguments.length - 1];
        axe.run({ resultTypes: ["violations"] }).then(
            ({ violations }) => done(violations.map(({ id, nodes }) => id + ": " + nodes[0].html.slice(0, 200))),
            (problem) => done(["" + problem]),
        );`);
};

describe("what changed", () => {
    let world;
    let built;
    before(async () => {
        built = twice();
        world = await start();
    });
    after(() => world.stop());
    beforeEach(() => world.newVisitor());

    /** Serves a revision's folder, as an owner does who uploads it over the last one. */
    const publish = (revision, headers = {}) => {
        for (const [name, content] of built[revision]) world.site.put(content, headers, `/twice/${name}`);
    };
    const host = () => page({ folder: "/twice", body: "<main><h1>Shop</h1></main>" });
    const texts = (selector) =>
        world.run(
            `const all = (root) => [...root.querySelectorAll(${JSON.stringify(selector)}),
                ...[...root.querySelectorAll("*")].flatMap((e) => e.shadowRoot ? all(e.shadowRoot) : [])];
             return all(document).filter((e) => e.checkVisibility()).map((e) => e.textContent.trim());`,
        );

    /** A visitor who chose on the first revision and comes back to the second. */
    const comeBack = async () => {
        publish("first");
        await world.visit(host());
        await world.act("refuse-all");
        await world.waitFor("consent.get().decided");
        publish("second");
        const path = await world.visit(host());
        await world.waitFor("!!window.consent?.get");
        return path;
    };

    test("is named, marked on the cards and shown in words to whoever chose before", async () => {
        await comeBack();
        assert.equal((await world.snapshot()).reprompt, "revised");
        await world.run("consent.show('what-changed')");
        await world.waitFor(`!!deep("dialog[open] .since")`);
        assert.deepEqual(await texts(".since .mark"), ["New since you chose", "Changed since you chose"]);
        const marked = await texts(".card > .mark");
        assert.deepEqual(marked, ["Changed since you chose"]);
        assert.deepEqual(await texts("ins"), [], "the words wait until somebody asks");
        await world.click(".since li:last-child button");
        await world.waitFor(`!!deep(".since ins")`);
        const [added] = await texts(".since ins");
        assert.match(added, /A new sentence of ours\./);
        assert.match(added, /Added words/);
        assert.equal(await world.ask(`deep(".since li:last-child button").ariaExpanded`), "true");
    });

    test("stays told while the visitor chooses anew, and is gone the next time", async () => {
        await comeBack();
        await world.run("consent.show('choices')");
        await world.toggle("analytics");
        await world.waitFor("consent.get('analytics')");
        assert.equal((await texts(".since .mark")).length, 2);
        await world.reload();
        await world.waitFor("document.readyState === 'complete'");
        await world.run("consent.show()");
        await world.waitFor(`!!deep("dialog[open]")`);
        assert.deepEqual(await texts(".since, .card > .mark"), []);
    });

    test("is not told to somebody who has never chosen", async () => {
        publish("second");
        await world.visit(host());
        await world.run("consent.show()");
        await world.waitFor(`!!deep("dialog[open]")`);
        assert.deepEqual(await texts(".since, .mark"), []);
    });

    test("can be read by everybody: axe finds nothing in it", async () => {
        await comeBack();
        await world.run("consent.show('what-changed')");
        await world.click(".since li:last-child button");
        await world.waitFor(`!!deep(".since ins")`);
        assert.deepEqual(await axe(world), []);
    });

    test("is told on the static page as well", async () => {
        await comeBack();
        await world.driver.get(world.url("/twice/index.html"));
        await world.waitFor(`!!document.querySelector(".card > .mark")`);
        assert.deepEqual(await texts(".since .mark"), ["New since you chose", "Changed since you chose"]);
        assert.match((await texts(".since h3"))[0], /\d{4}/);
        assert.equal(await world.ask(`document.querySelector(".since time").dateTime.length`), 24);
    });
});

describe("the static page", () => {
    let world;
    before(async () => (world = await start()));
    after(() => world.stop());
    beforeEach(() => world.newVisitor());

    /** A page of the demo site, under a policy of its own. */
    const open = async (policy, file = "/lantern/consent/index.html", hash = "") => {
        const folder = file.slice(0, file.lastIndexOf("/"));
        const { content } = await world.site.read(file);
        const path = `${folder}/alone.html`;
        world.site.put(content, policy ? { "content-security-policy": policy } : {}, path);
        await world.driver.get(world.url(path + hash));
        await world.waitFor("document.readyState === 'complete'");
    };
    const visible = (selector) =>
        world.ask(
            `[...document.querySelectorAll(${JSON.stringify(selector)})].filter((e) => e.checkVisibility()).length`,
        );

    test("comes alive where scripts run: its switches work in place", async () => {
        await open(SELF);
        await world.waitFor("!!window.consent?.get");
        assert.equal(await visible("[data-said=still]"), 0);
        await world.click("main [data-consent-toggle='analytics']");
        await world.waitFor("consent.get('analytics')");
        const said = await world.ask("document.querySelector('.status').textContent");
        assert.match(said, /Measuring visits: allowed/);
        const states = await world.ask(
            `[...document.querySelectorAll("main [data-consent-toggle='analytics']")].map((e) => e.ariaChecked)`,
        );
        assert.ok(states.length > 1 && states.every((state) => state === "true"), "every copy of it");
        assert.match(await world.ask(`document.querySelector("[data-why=analytics]").textContent`), /choice/);
        await world.reload();
        await world.waitFor("!!window.consent?.get");
        assert.equal(await world.ask("consent.get('analytics')"), true);
        await world.waitFor(
            `document.querySelector("main [data-consent-toggle='analytics']").ariaChecked === "true"`,
        );
        await world.click("[data-does=forget]");
        await world.waitFor("!consent.get().decided");
        assert.equal(await visible("[data-record=held]"), 0);
    });

    test("accepts and refuses all in one press each", async () => {
        await open(SELF);
        await world.click("main [data-consent-action=accept-all]");
        await world.waitFor("consent.get('ads')");
        await world.click("main [data-consent-action=refuse-all]");
        await world.waitFor("consent.get('ads') === false");
        assert.deepEqual(Object.values((await world.snapshot()).purposes).filter(Boolean), [true]);
    });

    test("does not switch a service whose purpose is not allowed", async () => {
        await open(SELF);
        await world.run(`document.querySelectorAll("main details").forEach((e) => (e.open = true))`);
        await world.click("main [data-consent-toggle='tallowcount']");
        assert.equal(await world.ask("consent.get('tallowcount')"), false);
        assert.equal((await world.snapshot()).decided, false);
    });

    test("shows nothing that waits for a script where none runs", async () => {
        await open("script-src 'none'");
        assert.equal(await visible("main button, [data-live], [data-since]"), 0);
        assert.equal(await visible("[data-said=still]"), 1);
        assert.ok((await visible("article[id] summary h3")) > 10);
    });

    test("opens the article that an address names, with and without a script", async () => {
        for (const policy of [SELF, "script-src 'none'"]) {
            await open(policy, "/lantern/consent/index.html", "#recipients");
            await world.waitFor(
                `document.querySelector("#recipients .body p").getBoundingClientRect().height > 0 &&
                 document.querySelector("#recipients .body p").checkVisibility({ contentVisibilityAuto: true })`,
            );
        }
    });

    test("has its table of data without a sideways scroll on a small screen", async () => {
        await world.driver.manage().window().setRect({ width: 500, height: 800 });
        await open(SELF);
        // Narrower than any window can be made here.
        await world.run(`document.documentElement.style.inlineSize = "320px"`);
        const [page, table] = await world.ask(
            `[document.body.scrollWidth, document.querySelector(".data").getBoundingClientRect().width]`,
        );
        assert.ok(page <= 320, `${page}`);
        assert.ok(table > 200 && table <= 320, `${table}`);
        const label = await world.ask(
            `getComputedStyle(document.querySelector(".data td"), "::before").content`,
        );
        // Firefox gives the rule as it is written.
        assert.match(label, /Running the gallery|attr\(data-label\)/);
        await world.driver.manage().window().setRect({ width: 1280, height: 900 });
    });

    test("can be read by everybody: axe finds nothing, open or closed", async () => {
        for (const open_ of [false, true]) {
            await open(SELF);
            await world.waitFor("!!window.consent?.get");
            await world.run(
                `document.querySelectorAll("main details").forEach((e) => (e.open = arguments[0]))`,
                open_,
            );
            assert.deepEqual(await axe(world), []);
        }
    });

    test("is made for an engine that can print what is rolled up", async () => {
        await open(SELF);
        assert.ok(await world.ask(`CSS.supports("selector(details::details-content)")`));
    });

    test("prints whole", { skip: engine !== "chromium" && "only Chromium's driver prints" }, async () => {
        for (const policy of [SELF, "script-src 'none'"]) {
            await open(policy);
            await world.driver.sendAndGetDevToolsCommand("Emulation.setEmulatedMedia", { media: "print" });
            assert.ok(await world.ask("matchMedia('print').matches"));
            const hidden = await world.ask(
                `[...document.querySelectorAll("[data-policy] details .body")].filter((e) => !e.getBoundingClientRect().height).length`,
            );
            assert.equal(hidden, 0);
        }
    });
});
