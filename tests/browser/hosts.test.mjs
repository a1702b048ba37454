// Pages that nobody here controls. Each row of `docs/hosts.md` is a test here, by its name: the
// question comes, nothing is allowed before a choice, both answers work and are kept, the notice
// opens and its switches work, and the page has no trouble that it did not make itself.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { after, before, beforeEach, describe, test } from "node:test";
import { Key } from "selenium-webdriver";
import { dist, engine, page, start } from "./harness.mjs";

const inline = (code) => `<script nonce="test">${code}</script>`;
const TAG = '<script nonce="test" src="/consent/consent.js"></script>';
/** The tag brought in some other way. */
const brought = (tag, options) => page(options).replace(TAG, () => tag);

const ASKED = `!!document.querySelector("sudare-choice")`;
const OPEN = `!!deep("dialog[open]")`;
const CLOSED = `!deep("dialog[open]")`;
const WHOLE = "document.readyState === 'complete'";

const HELD = `<script nonce="test" type="text/plain" data-consent="ads">ran.push("ads")</script>`;

let world;
const names = [];
let skipped = 0;

/** A row of the table; `skip` says by engine why it cannot be tried there. */
const row = (name, prove, skip = {}) => {
    names.push(name);
    skipped += engine in skip;
    test(name, { skip: skip[engine] }, prove);
};

/** The choice that is stored; read here, because the page's own JSON may be what is broken. */
const stored = async (id, notice = "aster") => {
    const text = await world.ask(`localStorage.getItem("sudare-${notice}")`);
    return JSON.parse(text)?.choices[id];
};

const isOff = async () => assert.equal(await world.ask("consent.get('ads')"), false);

/** What every page must let happen. `meanwhile` is what it does at three moments. */
const prove = async ({ notice = "aster", lines = [], meanwhile } = {}) => {
    await world.waitFor(ASKED);
    await isOff();
    assert.equal(await world.ask("localStorage.length"), 0, "nothing stored before a choice");
    if (meanwhile) await meanwhile();

    await world.act("refuse-all");
    await world.waitFor(`!(${ASKED})`);
    await isOff();
    assert.equal(await stored("ads", notice), "denied");

    await world.run("consent.show('choices')");
    await world.waitFor(OPEN);
    if (meanwhile) await meanwhile();
    await world.toggle("ads");
    await world.waitFor("consent.get('ads') === true");
    assert.equal(await stored("ads", notice), "granted");
    await world.act("close");
    await world.waitFor(CLOSED);

    await world.run("consent.reset()");
    await world.waitFor(ASKED);
    await isOff();
    if (meanwhile) await meanwhile();
    await world.act("accept-all");
    await world.waitFor("consent.get('ads') === true");
    assert.equal(await stored("media", notice), "granted");
    await quiet(lines);
};

/** No trouble but what the page makes itself, and no line but these. */
const quiet = async (lines = []) => {
    assert.equal(await world.ask("[...errors, ...violations].join('\\n')"), "");
    const said = (await world.ask("lines.join('\\n')")).split("\n").filter(Boolean);
    assert.deepEqual(said, lines);
};

const press = (...keys) =>
    world.driver
        .actions()
        .sendKeys(...keys)
        .perform();

describe("hosts", () => {
    before(async () => (world = await start()));
    after(() => world.stop());
    beforeEach(() => world.newVisitor());

    const NAMED = (name) => `
        <img name="${name}" alt=""><form name="${name}"></form><a id="${name}"></a>
        <a id="${name}" name="${name}"></a><iframe name="${name}" title="" hidden></iframe>`;
    for (const name of ["consent", "currentScript", "localStorage"]) {
        row(`elements named ${name}, before the tag`, async () => {
            await world.visit(page({ before: NAMED(name) }));
            await prove();
        });
        row(`elements named ${name}, after it`, async () => {
            await world.visit(page({ body: `<h1>Shop</h1>${NAMED(name)}` }));
            await prove();
        });
    }
    row("elements named dataLayer, where Consent Mode is on", async () => {
        await world.visit(page({ folder: "/quaver/consent", before: NAMED("dataLayer") }));
        await prove({ notice: "quaver" });
        assert.equal(await world.ask("dataLayer[0][1] + dataLayer[0][2].ad_storage"), "defaultdenied");
        assert.equal(await world.ask("dataLayer.at(-1)[2].ad_storage"), "granted");
    });

    /** What a page may have done to the language and the platform, and all still works. */
    const PATCHES = {
        "Object.prototype with enumerable junk": `
            for (const name of ["junk", "a b", "0", "ads", "method", "body", "layer", "region", "lang", "debug"]) {
                Object.prototype[name] = "junk";
            }`,
        "Object.prototype with getters": `
            for (const name of ["get", "set", "value", "writable", "integrity", "enumerable", "configurable",
                    "done", "detail", "choices", "type", "method", "layer", "credentials"]) {
                const value = name === "get" || name === "set" ? () => "junk" : "junk";
                Object.defineProperty(Object.prototype, name, {
                    __proto__: null,
                    configurable: true,
                    get() { return value; },
                    set(value) {
                        const own = { __proto__: null, value, writable: true, enumerable: true, configurable: true };
                        Object.defineProperty(this, name, own);
                    },
                });
            }`,
        "Array.prototype with enumerable additions": `
            Array.prototype.last = function () { return this[this.length - 1]; };
            Array.prototype.junk = "junk";`,
        "Array.prototype with methods that add junk to what they give": `
            for (const name of ["push", "map", "filter", "find", "some", "every", "forEach", "concat", "slice"]) {
                const own = Array.prototype[name];
                Array.prototype[name] = function (...all) {
                    const made = own.apply(this, all);
                    if (Array.isArray(made)) made.junk = "junk";
                    return made;
                };
            }`,
        "a wrapped fetch": `
            const fetched = window.fetch;
            window.fetch = async function (...all) { return await fetched.apply(this, all); };`,
        "a wrapped JSON": `
            const { parse, stringify } = JSON;
            JSON.parse = function (...all) { return parse.apply(this, all); };
            JSON.stringify = function (...all) { return stringify.apply(this, all); };`,
        "a wrapped addEventListener": `
            const listen = EventTarget.prototype.addEventListener;
            EventTarget.prototype.addEventListener = function (type, heard, options) {
                const wrapped = typeof heard === "function" ? function (...all) { return heard.apply(this, all); } : heard;
                return listen.call(this, type, wrapped, options);
            };`,
        "customElements that refuse": `
            customElements.define = customElements.get = () => { throw new Error("no elements here"); };`,
    };
    for (const [name, code] of Object.entries(PATCHES)) {
        row(`${name}, before the tag`, async () => {
            await world.visit(page({ before: inline(code) }));
            await prove();
        });
        row(`${name}, after it`, async () => {
            await world.visit(page({ after: inline(code) }));
            await prove();
        });
    }

    /**
     * What nobody can withstand: the answer is then no, and nothing is let go. The drivers want the
     * language whole for themselves, so it is broken while the tag runs and while an answer is given.
     */
    const breaks = (object, names) => `
        window.breaks = true;
        for (const name of ${names}) {
            const own = ${object}[name];
            ${object}[name] = function (...all) {
                if (window.breaks) throw new Error("the page's own");
                return own.apply(this, all);
            };
        }
        addEventListener("load", () => {
            try {
                document.querySelector("sudare-choice")?.shadowRoot
                    .querySelector("[data-consent-action=accept-all]").click();
            } finally {
                window.breaks = false;
            }
        });`;
    const BROKEN = {
        "Array.prototype with methods that throw": breaks(
            "Array.prototype",
            `["map", "filter", "find", "some", "every", "includes", "indexOf"]`,
        ),
        "a JSON that throws": breaks("JSON", `["parse", "stringify"]`),
        "an addEventListener that throws": breaks("EventTarget.prototype", `["addEventListener"]`).replace(
            /addEventListener\("load"[^]*/,
            "onload = () => (window.breaks = false);",
        ),
        "lists that write themselves into JSON as a text": `
            Object.defineProperty(Array.prototype, "toJSON", {
                configurable: true,
                value() { return window.breaks ? "[" + this.join() + "]" : this; },
            });
            window.breaks = true;
            addEventListener("load", () => {
                consent.set({ ads: true });
                if (consent.get("ads") !== false) ran.push("a yes that cannot be read again");
                consent.reset();
                window.breaks = false;
            });`,
        "a localStorage that forgets": `Storage.prototype.setItem = () => {};
            addEventListener("load", () => consent.set({ ads: true }));`,
    };
    for (const [name, code] of Object.entries(BROKEN)) {
        for (const when of ["before", "after"]) {
            row(`${name}, ${when === "before" ? "before the tag" : "after it"}`, async () => {
                await world.visit(page({ [when]: inline(code), body: `<h1>Shop</h1>${HELD}` }));
                await world.waitFor(WHOLE);
                assert.notEqual(await world.ask("window.consent?.get('ads')"), true);
                assert.equal(await world.ask("localStorage.length"), 0);
                assert.equal(await world.ask("ran.length"), 0);
                const errors = await world.ask("errors.join('\\n')");
                assert.equal(
                    errors.replaceAll("Error: the page's own", "").trim(),
                    "",
                    "the page's own alone",
                );
                assert.equal(await world.ask("lines.length"), 0);
            });
        }
    }
    row("a fetch that fails", async () => {
        const said =
            inline(`addEventListener("pagehide", () => sessionStorage.setItem("said", lines.join("|")));
            window.fetch = () => Promise.reject(new Error("no line"));`);
        await world.visit(page({ after: said }));
        await world.waitFor(ASKED);
        await isOff();
        await world.act("read");
        await world.waitFor("location.pathname === '/consent/index.en.html'");
        assert.match(
            await world.ask("sessionStorage.getItem('said')"),
            /^Sudare: opens as a page: [^|]*no line$/,
        );
        await world.act("accept-all");
        await world.waitFor("consent.get('ads')");
    });

    row("the tag by document.write", async () => {
        await world.visit(brought(inline(`document.write('${TAG.replace("</", "<\\/")}')`)));
        await prove();
    });
    row("a page that goes on writing itself after the tag", async () => {
        await world.visit(
            page({ after: inline(`document.write("<p>More</p>${"<p>Things</p>".repeat(20)}")`) }),
        );
        await prove();
    });
    row("a page that writes itself anew once it is there", async () => {
        const anew = `document.open(); document.write("<!doctype html><title>Shop</title><h1>New</h1>"); document.close();`;
        await world.visit(page());
        await world.waitFor(ASKED);
        await world.waitFor(WHOLE);
        await world.run(anew);
        await prove();
    });
    row("the same with the tag in what it writes", async () => {
        const head = `<!doctype html><title>Shop</title>${TAG}<h1>New</h1>`;
        await world.visit(page());
        await world.waitFor(WHOLE);
        await world.run(`document.open(); document.write(${JSON.stringify(head)}); document.close();`);
        await world.waitFor("lines.length === 1");
        await prove({ lines: ["Sudare: second tag"] });
    });
    row("the tag twice", async () => {
        await world.visit(page({ after: TAG }));
        await prove({ lines: ["Sudare: second tag"] });
    });
    for (const how of ["async", "defer"]) {
        row(`the tag with ${how}`, async () => {
            await world.visit(page({ tag: { [how]: "" } }));
            await prove();
        });
    }
    row("the tag at the end of the body", async () => {
        await world.visit(brought("", { body: `<h1>Shop</h1>${HELD}${TAG}` }));
        await prove();
        await world.waitFor("ran.length === 1");
    });
    row("the tag from a folder of another name, on a page in another", async () => {
        const folder = "/static/v2/privacy";
        for (const name of readdirSync(`${dist}/consent`)) {
            world.site.put(readFileSync(`${dist}/consent/${name}`), {}, `${folder}/${name}`);
        }
        const path = world.site.put(page({ folder }), {}, "/shop/pictures/1.html");
        await world.driver.get(world.url(path));
        await prove();
    });
    row("the tag by a tag manager, long after the page", async () => {
        await world.visit(brought("", { body: `<h1>Shop</h1>${HELD}` }));
        await world.waitFor(WHOLE);
        await world.run(`const tag = document.createElement("script");
            tag.src = "/consent/consent.js";
            document.body.append(tag)`);
        await prove();
        await world.waitFor("ran.length === 1");
    });

    row("a frame of the same site", async () => {
        const inner = world.site.put(page());
        await world.visit(
            `<title>Shop</title><iframe title="Inside" width="800" height="700" src="${inner}"></iframe>`,
        );
        await world.driver.switchTo().frame(0);
        await prove();
    });
    row("a sandboxed frame without a storage of its own", async () => {
        const inner = world.site.put(page({ body: `<h1>Shop</h1>${HELD}` }));
        await world.visit(`<title>Shop</title>
            <iframe title="Inside" sandbox="allow-scripts" width="800" height="700" src="${inner}"></iframe>`);
        await world.driver.switchTo().frame(0);
        await world.waitFor(ASKED);
        await isOff();
        assert.equal(await world.ask("consent.get().persistence"), "memory");
        await world.act("refuse-all");
        await world.waitFor(`!(${ASKED})`);
        await isOff();
        await world.run("consent.set({ ads: true })");
        await world.waitFor("ran.length === 1");
        await quiet();
        // Its files are another site's to such a frame.
        await world.run("consent.show()");
        await world.waitFor("location.pathname === '/consent/index.en.html'");
    });

    /** What libraries do that change pages in place. */
    const SWAPS = {
        "a page that replaces its body, as Turbo does": `
            const body = document.createElement("body");
            body.innerHTML = "<h1>Another</h1><a href='/'>Home</a>";
            document.body.replaceWith(body);`,
        "a page that writes into its body, as htmx does": `
            document.body.innerHTML = "<h1>Another</h1><a href='/'>Home</a>";`,
        "a page that replaces its whole root": `
            const root = document.createElement("html");
            root.lang = "en";
            root.innerHTML = "<head><title>Another</title></head><body><h1>Another</h1></body>";
            document.documentElement.replaceWith(root);`,
    };
    const loops = {
        webkit: "all of it works, but WebKit reports its “ResizeObserver loop” as an error of the page",
    };
    for (const [name, swap] of Object.entries(SWAPS)) {
        row(
            name,
            async () => {
                await world.visit(page());
                await prove({
                    meanwhile: async () => {
                        const open = await world.ask(OPEN);
                        await world.run(swap);
                        // With everything gone, the notice is shut as well, and opens again.
                        if (open && !(await world.ask(OPEN))) {
                            await world.run("consent.show('choices')");
                            await world.waitFor(OPEN);
                        }
                    },
                });
            },
            name.includes("root") ? loops : {},
        );
    }
    const crashes = {
        webkit: "WebKitGTK's page ends in a View Transition under its driver, without Sudare as well",
    };
    row(
        "a page that swaps its body in a View Transition",
        async () => {
            await world.visit(page());
            assert.ok(await world.ask("!!document.startViewTransition"), "this engine has them");
            await prove({
                meanwhile: () =>
                    world.driver.executeAsyncScript((done) => {
                        /* eslint-disable no-undef -- runs in the page */
                        const swap = () => {
                            const body = document.createElement("body");
                            body.append("Another");
                            document.body.replaceWith(body);
                        };
                        document.startViewTransition(swap).finished.then(done);
                    }),
            });
        },
        crashes,
    );

    row("an element at z-index 2147483647 over the whole page", async () => {
        const style = "position:fixed;inset:0;z-index:2147483647;background:#fff";
        await world.visit(page({ body: `<div style="${style}">Everything</div>` }));
        await prove();
    });
    row("a page that pulls the focus back", async () => {
        const trap = inline(`for (const type of ["focusin", "focusout"]) {
            document.addEventListener(type, () => document.getElementById("own").focus(), true);
        }`);
        await world.visit(page({ before: "", after: trap, body: `<h1>Shop</h1><input id="own">` }));
        await world.waitFor(ASKED);
        await world.run(`deep('[data-consent-action="choose"]').focus()`);
        await press(Key.ENTER);
        await world.waitFor(OPEN);
        await press(Key.ESCAPE);
        await world.waitFor(CLOSED);
        await prove();
    });
    row("a page that keeps every key to itself", async () => {
        const keys = inline(`for (const type of ["keydown", "keypress", "keyup"]) {
            addEventListener(type, (event) => {
                ran.push(event.key);
                event.preventDefault();
                event.stopImmediatePropagation();
            }, true);
        }`);
        await world.visit(page({ after: keys }));
        await world.waitFor(ASKED);
        await world.run(`deep('[data-consent-action="read"]').focus()`);
        await press(Key.ENTER);
        await world.waitFor(OPEN);
        await world.run(`deep("#sudare-search").focus()`);
        await press("a", "d", "s", Key.ENTER);
        await world.waitFor(
            `deep("#sudare-search").value === "ads" && /^\\d+ \\//.test(deep("#sudare-found").textContent)`,
        );
        await press(Key.ESCAPE);
        await world.waitFor(`deep("#sudare-search").value === ""`);
        await press(Key.ESCAPE);
        await world.waitFor(CLOSED);
        assert.equal(await world.ask("ran.join()"), "", "the page hears none of it");
        await prove();
    });
    row("a page with a modal dialog of its own open", async () => {
        const dialog = `<dialog id="own"><button id="leave" onclick="this.parentNode.close()">Later</button></dialog>`;
        await world.visit(page({ body: `<h1>Shop</h1>${dialog}${inline("own.showModal()")}` }));
        await world.waitFor(ASKED);
        await isOff();
        await world.run("consent.show('choices')");
        await world.waitFor(
            `!!deep("sudare-notice") && deep("sudare-notice").shadowRoot.querySelector("dialog").open`,
        );
        await world.toggle("ads");
        await world.waitFor("consent.get('ads') === true");
        await world.act("close");
        await world.click("#leave");
        await world.run("localStorage.clear(); consent.reset()");
        await prove();
    });
    row("a page that is inert", async () => {
        await world.visit(page({ body: "<h1>Shop</h1>" }).replace("<body>", "<body inert>"));
        await world.waitFor(ASKED);
        await isOff();
        await world.run("consent.show('choices')");
        await world.waitFor(OPEN);
        await world.toggle("ads");
        await world.waitFor("consent.get('ads') === true");
        await world.act("close");
        await world.waitFor(CLOSED);
        await world.run("document.body.inert = false; localStorage.clear(); consent.reset()");
        await prove();
    });
    row("a page zoomed to 200 % by its own style", async () => {
        await world.driver.manage().window().setRect({ width: 1100, height: 900 });
        await world.visit(page({ after: inline("document.documentElement.style.zoom = 2") }));
        await world.waitFor(ASKED);
        // Chromium's driver clicks where the element would be without the zoom.
        const reach = async (selector) => {
            await world.waitFor(`!!deep('${selector}')`);
            const [inside, hit] = await world.run(`
                const element = deep('${selector}');
                element.scrollIntoView({ block: "center" });
                const { left, right, top, bottom } = element.getBoundingClientRect();
                const inside = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
                let at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
                while (at?.shadowRoot) at = at.shadowRoot.elementFromPoint((left + right) / 2, (top + bottom) / 2);
                element.click();
                return [inside, at === element || element.contains(at)];`);
            assert.ok(inside, selector);
            // WebKit looks for an element from a point as if there were no zoom.
            if (engine !== "webkit") assert.ok(hit, selector);
        };
        await reach('[data-consent-action="refuse-all"]');
        await world.waitFor(`!(${ASKED})`);
        await world.run("consent.show('choices')");
        await world.waitFor(OPEN);
        await reach('[data-consent-toggle="ads"]');
        await world.waitFor("consent.get('ads') === true");
        await reach('dialog [data-consent-action="close"]');
        await world.waitFor(CLOSED);
        await quiet();
    });
    row("a screen that is turned", async () => {
        const turns = [
            { width: 900, height: 520 },
            { width: 520, height: 900 },
        ];
        await world.visit(page());
        let turn = 0;
        await prove({
            meanwhile: async () => {
                for (let time = 0; time < 2; time += 1) {
                    await world.driver
                        .manage()
                        .window()
                        .setRect(turns[(turn += 1) % 2]);
                }
            },
        });
        await world.driver.manage().window().setRect({ width: 1100, height: 900 });
    });
    row(
        "a page that is printed, with the question there and with the notice open",
        async () => {
            await world.visit(page());
            await prove({ meanwhile: () => world.driver.printPage({}) });
        },
        { webkit: "WebKitWebDriver has no command to print" },
    );

    test("docs/hosts.md has a row for each of these and no other, and says how many are skipped", () => {
        const text = readFileSync(new URL("../../docs/hosts.md", import.meta.url), "utf8");
        const [, table] = text.split("| a host | what happens |\n|---|---|\n");
        const rows = table.split("\n\n")[0].split("\n");
        assert.deepEqual(
            rows.map((line) => line.split(" | ")[0].replace("| ", "")),
            names,
        );
        const figures = [names.length, names.length - skipped, skipped].join(" | ");
        assert.ok(text.includes(`\n| ${engine} | ${figures} |\n`), `${engine}: ${figures}`);
    });
});
