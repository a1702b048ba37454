// The notice, by the documented hooks only.

import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { FILES } from "./faults/world.mjs";
import { ALL_THERE, engine, page, start, STRICT } from "./harness.mjs";

describe("the notice", () => {
    let world;
    before(async () => (world = await start()));
    after(() => world.stop());
    beforeEach(() => world.newVisitor());

    const open = ALL_THERE;
    const closed = `!deep("dialog[open]")`;

    const fetched = () =>
        world.site.requests.filter((line) => line.startsWith(world.host) && /widget|notice\./.test(line));

    test("is not fetched before a visitor shows intent", async () => {
        await world.visit(page());
        await world.act("refuse-all");
        await world.waitFor(`!document.querySelector("sudare-choice")`);
        assert.deepEqual(fetched(), []);
    });

    /** The keyboard reaches the button, and only then is it pressed. */
    const openBySigns = async () => {
        await world.visit(page());
        await world.waitFor(`!!deep('[data-consent-action="choose"]')`);
        await world.run(`deep('[data-consent-action="choose"]').focus()`);
        await world.site.requested(".wasm");
        await world.act("choose");
        await world.waitFor(open);
    };

    test("is fetched at the first sign of intent, and once", async () => {
        await openBySigns();
        assert.equal(fetched().filter((line) => line.includes(".wasm")).length, 1);
    });

    test("its script, its wasm and its text are asked for side by side", async () => {
        const parts = [FILES.widget, FILES.wasm, FILES.notice];
        // None is answered before all are asked for: one that waited for another would wait for ever.
        const answers = parts.map((path) => world.site.break(path, { held: true }));
        try {
            await world.visit(page());
            await world.act("choose");
            for (const path of parts)
                await world.site.requested(`${world.host}:${world.site.port} ${path}`, true);
        } finally {
            for (const letGo of answers) letGo();
            world.site.mend();
        }
        await world.waitFor(open);
    });

    // Only Chromium tells. As a `prefetch` it would come after everything else that a page fetches.
    const untold = engine !== "chromium" && "only Chromium tells";
    test("is fetched as what somebody waits for, at a sign of intent too", { skip: untold }, async () => {
        const priorities = {};
        const tools = await world.driver.createCDPConnection("page");
        const hear = (message) => {
            const { method, params } = JSON.parse(message);
            if (method !== "Network.requestWillBeSent") return;
            const [name] = /[^/]*$/.exec(params.request.url);
            priorities[name.replace(/\.[^.]{43}\./, ".")] = params.request.initialPriority;
        };
        tools._wsConnection.on("message", hear);
        await tools.send("Network.enable", {});
        await openBySigns();
        tools._wsConnection.close();
        const its = Object.entries(priorities).filter(([name]) => /^(widget|notice)/.test(name));
        assert.deepEqual(Object.fromEntries(its), {
            "widget.wasm": "High",
            "widget.js": "High",
            "notice.en.json": "High",
        });
    });

    test("lets a visitor choose one thing, which is a choice", async () => {
        await world.visit(page());
        await world.act("choose");
        await world.toggle("analytics");
        await world.waitFor("consent.get('analytics')");
        const { decided, purposes, source } = await world.snapshot();
        assert.equal(decided, true);
        assert.equal(source, "notice");
        assert.equal(purposes.ads, false, "what was not touched keeps the default");
        await world.waitFor(`!document.querySelector("sudare-choice")`);
        await world.act("close");
        await world.waitFor(closed);
        await world.reload();
        await world.waitFor("document.readyState === 'complete'");
        assert.equal(await world.ask("consent.get('analytics')"), true);
        assert.equal(await world.asks(), false);
    });

    test("writes what a switch says and tells the page before the screen follows, in a turn of its own", async () => {
        await world.visit(page());
        await world.act("choose");
        await world.waitFor(open);
        await world.run(`
            const its = deep('[data-consent-toggle="ads"]');
            window.order = [];
            const look = (when) => order.push([when, !!localStorage.length, its.ariaChecked]);
            const told = () => (look("told"), setTimeout(() => look("the next turn")));
            document.addEventListener("consent:change", told, { once: true });
            new MutationObserver(() => look("seen")).observe(its, { attributeFilter: ["aria-checked"] });
            its.click();
        `);
        await world.waitFor("order.some(([when]) => when === 'seen')");
        assert.deepEqual(await world.ask("order"), [
            ["told", true, "false"],
            ["the next turn", true, "false"],
            ["seen", true, "true"],
        ]);
    });

    test("lets a visitor withdraw what was allowed", async () => {
        await world.visit(page());
        await world.act("accept-all");
        await world.waitFor("consent.get('ads')");
        await world.run("consent.show('choices')");
        await world.toggle("ads");
        await world.waitFor("consent.get('ads') === false");
        const { why, purposes } = await world.snapshot();
        assert.equal(why.ads, "denied");
        assert.equal(purposes.analytics, true, "the rest stands");
        await world.reload();
        await world.waitFor("document.readyState === 'complete'");
        assert.equal(await world.ask("consent.get('ads')"), false);
    });

    test("grants nothing by being closed", async () => {
        await world.visit(page());
        await world.act("read");
        await world.waitFor(open);
        await world.act("close");
        await world.waitFor(closed);
        assert.equal((await world.snapshot()).decided, false);
        assert.equal(await world.asks(), true);
        assert.equal(await world.ask("localStorage.length"), 0);
    });

    test("closed and opened again at once it is open, and so the page is told", async () => {
        await world.visit(page());
        await world.run("consent.show()");
        await world.waitFor(open);
        await world.run(`
            window.told = [];
            for (const event of ["show", "hide"]) consent.on(event, () => told.push(event));
            consent.hide();
            consent.show("cookies");
        `);
        // A dialog says that it has closed in a turn of its own.
        await world.waitFor(`told.includes("show")`);
        await world.run(`setTimeout(() => setTimeout(() => told.push("later")))`);
        await world.waitFor(`told.includes("later")`);
        assert.deepEqual(await world.ask("told"), ["show", "later"]);
        assert.equal(await world.ask(open), true);
    });

    test("shows what was chosen while it was being drawn", async () => {
        // Its turns take long enough for a click between them; where it is drawn nobody sees yet.
        const before = `<script nonce="test">
            const later = window.setTimeout;
            window.setTimeout = (act, wait = 0, ...rest) => later(act, wait + 300, ...rest);
            const { attachShadow } = Element.prototype;
            Element.prototype.attachShadow = function (options) {
                const root = attachShadow.call(this, options);
                if (this.localName === "sudare-notice") window.drawnIn = root;
                return root;
            };
        </script>`;
        await world.visit(page({ before }));
        await world.run(`
            const intent = new PointerEvent("pointerover", { bubbles: true, composed: true });
            deep('[data-consent-action="read"]').dispatchEvent(intent);
            const look = () => {
                if (window.drawnIn?.querySelector("dialog")) {
                    deep('[data-consent-action="accept-all"]').click();
                } else requestAnimationFrame(look);
            };
            look();
        `);
        await world.waitFor(`consent.get("ads")`);
        await world.run("consent.show()");
        await world.waitFor(`deep('[data-consent-toggle="ads"]')?.getAttribute("aria-checked") === "true"`);
    });

    test("speaks the language that was asked for last, whichever comes first", async () => {
        await world.visit(page());
        await world.run("consent.show()");
        await world.waitFor(open);
        const letGo = world.site.break(FILES.japanese, { held: true });
        try {
            await world.click('dialog button[lang="ja"]');
            await world.site.requested(`${world.host}:${world.site.port} ${FILES.japanese}`, true);
            await world.click('dialog button[lang="en"]');
        } finally {
            letGo();
            world.site.mend();
        }
        // It has come for the page, and so it has for the notice, which asked before.
        await world.run(`fetch("${FILES.japanese}").then((file) => file.text()).then(() =>
            setTimeout(() => setTimeout(() => (window.come = true))))`);
        await world.waitFor("window.come");
        assert.equal(await world.ask(`deep("dialog").lang`), "en");
    });

    test("opens from a link of the page, from its address and from the launcher", async () => {
        await world.visit(
            page({ body: "<a data-consent-open='choices' href='/consent/index.html'>Privacy</a>" }),
        );
        await world.click("a[data-consent-open]");
        await world.waitFor(open);
        await world.visit(page(), {}, "#privacy/");
        await world.waitFor(open);
        await world.visit(page({ tag: { "data-region": "US" } }));
        await world.waitFor(`!!document.querySelector("sudare-launcher")`);
        await world
            .run(`return document.querySelector("sudare-launcher").shadowRoot.querySelector("button")`)
            .then((button) => button.click());
        await world.waitFor(open);
    });

    test("says that it opens and closes", async () => {
        await world.visit(
            page({
                after: `<script nonce="test">
            for (const event of ["show", "hide", "error"]) consent.on(event, () => ran.push(event));
        </script>`,
            }),
        );
        await world.run("consent.show()");
        await world.waitFor("ran.includes('show')");
        await world.run("consent.hide()");
        await world.waitFor("ran.includes('hide')");
        assert.deepEqual(await world.ask("ran"), ["show", "hide"]);
    });

    for (const [place, whole] of [
        ["", false],
        ["card-ads", false],
        ["choices", true],
    ]) {
        test(`opens ${whole ? "whole where a link leads below the" : "with its"} first screen: show("${place}")`, async () => {
            await world.visit(page());
            await world.run(`
                const { showModal } = HTMLDialogElement.prototype;
                HTMLDialogElement.prototype.showModal = function () {
                    window.whole = !!this.querySelector("#sudare-whole");
                    showModal.call(this);
                };
                consent.show("${place}");
            `);
            await world.waitFor(open);
            assert.equal(await world.ask("whole"), whole);
        });
    }

    test("looks after every turn of a switch as a fresh one would", async () => {
        const drawn = `[...deep("dialog").querySelectorAll(".body, .service")].every((its) => its.textContent.trim())`;
        const parts = `["in-short", "choices", "whole"].map((id) => {
            const look = (node) => node.nodeType === 3 ? node.data : [
                node.localName,
                [...node.attributes].map(({ name, value }) => name + "=" + value).sort(),
                [...node.childNodes].map(look),
            ];
            return JSON.stringify(look(deep("#sudare-" + id)), null, 1);
        })`;
        const look = async () => {
            await world.waitFor(`deep("#sudare-choices .services") && ${drawn}`);
            return world.ask(parts);
        };
        await world.visit(page());
        await world.run("consent.show()");
        await world.waitFor(open);
        const turns = ["analytics", "ads", "quillfinch", "ads"];
        for (const id of turns) {
            const before = await world.ask(`consent.get("${id}")`);
            await world.run(`deep('#sudare-choices [data-consent-toggle="${id}"]').click()`);
            await world.waitFor(`consent.get("${id}") === ${!before}`);
            const turned = `deep('#sudare-choices [data-consent-toggle="${id}"]').getAttribute("aria-checked") === "${!before}"`;
            await world.waitFor(turned);
            const live = await look();
            await world.reload();
            await world.run("consent.show()");
            await world.waitFor(open);
            assert.deepEqual(live, await look(), id);
        }
    });

    test("runs under the strictest policy without a violation", async () => {
        await world.visit(page(), { "content-security-policy": STRICT });
        await world.act("choose");
        await world.toggle("media");
        await world.waitFor("consent.get('media')");
        await world.act("close");
        await world.waitFor(closed);
        assert.deepEqual(await world.troubles(), []);
    });

    test("opens as a page where WebAssembly is blocked, and says why in one line", async () => {
        const policy = STRICT.replace(" 'wasm-unsafe-eval'", "");
        const after = `<script nonce="test">
            consent.on("error", () => sessionStorage.setItem("lines", lines.length + 1));
            addEventListener("pagehide", () => sessionStorage.setItem("said", lines.filter((line) => /^Sudare/.test(line)).join("|")));
        </script>`;
        await world.visit(page({ after }), { "content-security-policy": policy });
        assert.equal(await world.ask("consent.get('ads')"), false);
        await world.act("read");
        await world.waitFor("location.pathname === '/consent/index.en.html'");
        assert.ok(await world.ask("!!document.querySelector('article[id]')"));
        const said = await world.ask("sessionStorage.getItem('said')");
        assert.equal(said.split("|").length, 1);
        assert.match(said, /opens as a page/);

        // The visitor is told too, and the switches work here.
        await world.waitFor(`/could not be opened/.test(document.body.innerText)`);
        await world.waitFor(`!deep("[data-came]").hidden`);
        await world.toggle("ads");
        await world.waitFor("consent.get('ads') === true");
    });

    test("a visitor who went to the page is not told that the notice could not be opened", async () => {
        await world.driver.get(world.url("/consent/index.en.html"));
        await world.waitFor(`!deep("[data-live]").hidden`);
        assert.equal(await world.ask(`deep("[data-came]").hidden`), true);
    });

    test("can be read as a page without any script", async () => {
        const { content } = await world.site.read("/consent/index.html");
        const path = world.site.put(
            content,
            { "content-security-policy": "script-src 'none'" },
            "/consent/alone.html",
        );
        await world.driver.get(world.url(path));
        assert.ok((await world.ask("document.querySelectorAll('article[id]').length")) > 0);
        assert.ok(
            await world.ask(
                "[...document.querySelectorAll('article[id]')].every((article) => article.innerText.trim())",
            ),
        );
    });
});

// WebKitGTK's driver has no setting for scripts; there, the policy above stands for it.
describe(
    "without scripts",
    { skip: process.env.ENGINE === "webkit" && "WebKitWebDriver cannot turn scripts off" },
    () => {
        let world;
        before(async () => (world = await start({ script: false })));
        after(() => world.stop());

        test("the page is whole, and the notice can be read", async () => {
            await world.visit(page({ body: "<h1>Shop</h1><a href='/consent/index.html'>Privacy</a>" }));
            await world.driver.findElement({ css: "a" }).click();
            const articles = await world.driver.findElements({ css: "article[id]" });
            assert.ok(articles.length > 0);
        });
    },
);
