// The placeholder of a held-back frame.

import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { page, start, STRICT } from "./harness.mjs";

describe("a held-back frame", () => {
    let world;
    let film;
    before(async () => {
        world = await start();
        film = world.site.put("<p>Film</p>");
    });
    after(() => world.stop());
    beforeEach(() => world.newVisitor());

    const frame = (id) =>
        `<iframe title="A film" width="400" height="225" data-consent="${id}" data-src="${film}"></iframe>`;
    const visit = (body) =>
        world.visit(page({ folder: "/lantern/consent", body: `<h1>Shop</h1>${body}` }), {
            // The film is the page's own.
            "content-security-policy": `${STRICT}; frame-src 'self'`,
        });
    const said = (selector = "sudare-frame") =>
        world.ask(`document.querySelector("${selector}")?.shadowRoot.querySelector("div").textContent`);
    const plays = () =>
        world.waitFor(`document.querySelector("iframe").contentDocument?.body?.textContent === "Film"`);
    const stored = () => world.ask(`localStorage.getItem("sudare-lantern")`);

    test("says what it would send to whom, at its size, outside the page's styles", async () => {
        await visit(frame("sketchreel"));
        await world.waitFor(`!!document.querySelector("sudare-frame")`);
        const words = await said();
        for (const part of [
            "Sketchreel",
            "Sketchreel B.V.",
            "Your IP address",
            "Show once",
            "Drawing films",
        ]) {
            assert.ok(words.includes(part), `${part} in ${words}`);
        }
        const [width, height] = await world.ask(
            `(({ width, height }) => [width, height])(deep("[role=group]").getBoundingClientRect())`,
        );
        assert.ok(width >= 400 && height >= 225, `${width} × ${height}`);
        assert.equal(await world.ask(`deep("[role=group]").getAttribute("aria-label")`), "A film");
        assert.deepEqual(await world.troubles(), []);
    });

    test("shown once records nothing, and goes with a no that is said after it", async () => {
        await visit(frame("media") + frame("media"));
        await world.click('[data-consent-action="show-once"]');
        await plays();
        assert.equal(await stored(), null);
        assert.equal(await world.ask(`document.querySelectorAll("sudare-frame").length`), 1, "only this one");
        await world.run("consent.set({ analytics: true })");
        assert.equal(await world.ask(`document.querySelectorAll("sudare-frame").length`), 1);
        await world.run("consent.set({ media: false })");
        await world.waitFor(`document.querySelectorAll("sudare-frame").length === 2`);
        assert.equal(await world.ask(`document.querySelector("iframe").hasAttribute("src")`), false);
        assert.deepEqual(await world.troubles(), []);
    });

    test("always allowed records the choice, for all frames of it", async () => {
        await visit(frame("sketchreel") + frame("media"));
        await world.act("refuse-all");
        await world.waitFor(`!document.querySelector("sudare-choice")`);
        await world.click('[data-consent-action="always-allow"]');
        await plays();
        await world.waitFor(`!document.querySelector("sudare-frame")`);
        const { choices, source } = JSON.parse(await stored());
        const yes = Object.keys(choices).filter((id) => choices[id] === "granted");
        assert.deepEqual([yes.sort(), source], [["media", "sketchreel"], "api"]);
        await world.reload();
        await plays();
        assert.equal(await world.ask(`!!document.querySelector("sudare-frame")`), false);
        await world.run("consent.set({ sketchreel: false })");
        await world.waitFor(`!!document.querySelector("sudare-frame")`);
        assert.ok((await said()).includes("Always allow “Sketchreel”"), "its purpose is allowed");
    });

    test("that comes later has one, and takes it along when it goes", async () => {
        await visit("");
        await world.run(`
            const frame = document.createElement("iframe");
            frame.dataset.consent = "media";
            frame.dataset.src = "/none.html";
            document.body.append(frame);
        `);
        await world.waitFor(`!!document.querySelector("sudare-frame")`);
        await world.run(`document.querySelector("iframe").remove()`);
        await world.waitFor(`!document.querySelector("sudare-frame")`);
    });

    test("goes with what is around it, and has one again when that is put back", async () => {
        await visit(`<main>${frame("media")}</main>`);
        await world.waitFor(`!!document.querySelector("sudare-frame")`);
        await world.run(`window.main = document.querySelector("main"); main.remove()`);
        await world.waitFor(`!main.querySelector("sudare-frame")`);
        await world.run("document.body.append(main)");
        await world.waitFor(`document.querySelectorAll("sudare-frame").length === 1`);
        assert.deepEqual(await world.troubles(), []);
    });

    test("takes its placeholder along when the page moves it", async () => {
        await visit(`${frame("media")}<main></main>`);
        await world.waitFor(`!!document.querySelector("sudare-frame")`);
        await world.run(`document.querySelector("main").append(document.querySelector("iframe"))`);
        await world.waitFor(`!!document.querySelector("main > sudare-frame + iframe")`);
        assert.equal(await world.ask(`document.querySelectorAll("sudare-frame").length`), 1);
        await world.run("consent.set({ media: true })");
        await plays();
        assert.equal(await world.ask(`getComputedStyle(document.querySelector("iframe")).display`), "inline");
        assert.deepEqual(await world.troubles(), []);
    });

    test("that is not shown at first has room for its words once it is", async () => {
        await visit(`<main hidden>${frame("sketchreel")}</main>`);
        await world.waitFor(`!!document.querySelector("sudare-frame")`);
        await world.run(`document.querySelector("main").hidden = false`);
        const width = await world.ask(`deep("[role=group]").getBoundingClientRect().width`);
        assert.ok(width >= 300, `${width}`);
        assert.deepEqual(await world.troubles(), []);
    });

    test("that names nothing the notice has, or what always runs, has none", async () => {
        await visit(frame("nothing") + frame("gatewick"));
        await world.waitFor(`document.readyState === "complete"`);
        assert.equal(await world.ask(`!!document.querySelector("sudare-frame")`), false);
    });
});
