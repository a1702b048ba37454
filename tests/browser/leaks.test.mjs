// Nothing of the host page's styles gets into what Sudare shows, and nothing of Sudare's gets out.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { page, start } from "./harness.mjs";
import { makeLook } from "./look.mjs";

const framework = new URL("../../node_modules/bootstrap/dist/css/bootstrap.min.css", import.meta.url);

const STYLES = {
    "everything unset and hidden":
        "* { all: unset !important; display: none } html, body, main { display: block !important }",
    "everything hidden, importantly":
        "body *, body *::before { display: none !important; visibility: hidden !important; opacity: 0 !important }",
    "a framework": readFileSync(framework, "utf8"),
    "a page of habits": `
        html { font: italic 62.5%/3 fantasy; color: red; letter-spacing: .2em; word-spacing: 1em; direction: rtl;
            text-transform: uppercase; text-align: center; text-indent: 3em; cursor: crosshair; white-space: pre;
            user-select: none; list-style: square inside; quotes: "x" "y"; hyphens: auto; text-shadow: 0 0 1px;
            writing-mode: vertical-rl; color-scheme: dark; caret-color: red; accent-color: lime; tab-size: 20;
            --a: 12px; --paper: red; --ink: red; --slat: red; --line: 4px; --head: fantasy; --accent: none;
            --edge: url(x); --faint: red; --round: 99px; --on-accent: red; }
        section, dialog, article, aside, div, button, ul, li, p, h1, h2, h3, a, details, summary, table, small, span,
        sudare-choice, sudare-notice, sudare-frame, sudare-launcher {
            margin: 30px; padding: 40px; border: 9px dotted lime; background: yellow; color: blue; float: left;
            transform: rotate(5deg); filter: blur(2px); clip-path: inset(40%); zoom: 2; contain: strict; }
        [role], [class], [id], [part], [lang] { outline: 5px solid red; font-size: 50px; max-height: 1px }
        .sheet, .card, .bar, .switch, .pair, .body, .part, .status { display: none }
        ::before, ::after { content: "leak" !important }
        @keyframes sudare-unroll { to { transform: scale(9) } }`,
};

/** What depends on the page by right: the frame's own size is what the placeholder takes. */
const SIZES =
    /^(width|height|(min-)?(inline|block)-size|(min-)(width|height)|(perspective|transform)-origin)$|^-webkit-.*origin/;

describe("the host page's styles", () => {
    let world;
    let folder;
    before(async () => {
        world = await start();
        folder = makeLook(world.site, "aster", { theme: "light", placeholders: true });
    });
    after(() => world.stop());

    const FRAME = `<iframe title="A film" style="width: 300px !important; height: 200px !important; border: 0 !important"
            data-consent="media" data-src="/ran.js"></iframe>`;
    const body = (
        frame,
    ) => `<main id="own"><h1>Shop</h1><p class="lead">Things <b>to</b> buy. <a href="/shop">Buy</a></p>
        <button class="btn">Buy</button><form><input><select><option>1</select><textarea></textarea></form>
        <details open><summary>More</summary>Words</details><table><tr><th>A<td>B</table>
        ${frame}</main>`;

    const visit = async (css, sudare = true, frame = FRAME) => {
        world.newVisitor();
        // A page's scroll bars take room from everything on it.
        const style = `<style>${css} html { overflow: hidden !important }</style>`;
        const content = page({ folder, before: style, body: body(frame) });
        await world.visit(sudare ? content : content.replace(/<script[^>]*consent\.js[^>]*><\/script>/, ""));
        if (!sudare) return;
        await world.waitFor(`!!document.querySelector("sudare-choice")`);
    };

    /** Script: all that is computed of an element and of what stands before and after it, as a text. */
    const ALL = `const all = (element, leaves = /^--/) => [null, "::before", "::after"].map((pseudo) => {
        const style = getComputedStyle(element, pseudo);
        if (pseudo && style.content === "none") return "";
        return [...style].filter((name) => !leaves.test(name))
            .map((name) => (pseudo ?? "") + name + ": " + style.getPropertyValue(name) + "\\n").join("");
    }).join("");`;

    /** Of every kind of element in a host's shadow. What the notice is mounted on is no box of its own. */
    const inside = (host) =>
        world.run(
            `${ALL}
            const looks = {};
            const leaves = new RegExp(arguments[1]);
            for (const element of document.querySelector(arguments[0]).shadowRoot.querySelectorAll("*:not(div:has(> dialog))")) {
                const kind = element.localName + "." + element.className + " " + (element.getAttribute("role") ?? "")
                    + (element.dataset.consentAction ?? "");
                looks[kind] ??= all(element, leaves);
            }
            return looks;`,
            host,
            host === "sudare-frame" ? `^--|${SIZES.source}` : "^--",
        );

    /** First layer, placeholder and notice as they are computed; then the launcher. */
    const shown = async () => {
        const looks = {};
        looks.choice = await inside("sudare-choice");
        looks.frame = await inside("sudare-frame");
        await world.run("consent.show('choices')");
        await world.waitFor(`!!deep("dialog[open]") && !!deep("dialog .purpose")`);
        // Drawn and laid out to its end, and at rest: an engine owes nobody the size of what it skips.
        await world.run(`const sheet = new CSSStyleSheet();
            sheet.replaceSync(".part, .card, .service, article { content-visibility: visible !important }");
            const root = document.querySelector("sudare-notice").shadowRoot;
            root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
            for (const details of root.querySelectorAll("details")) details.open = true;`);
        await world.waitFor(`!!deep("article:last-of-type") && !!deep(".changes") &&
            [...deep("dialog").querySelectorAll(".service")].every((service) => service.firstElementChild)`);
        await world.waitFor(
            `deep("dialog").getAnimations({ subtree: true }).every(({ playState }) => playState === "finished")`,
        );
        await world.run(`deep("dialog").scrollTo(0, 0)`);
        looks.notice = await inside("sudare-notice");
        const box = `(({ width, height }) => width + " × " + height)(deep("dialog").getBoundingClientRect())`;
        looks.seen = { dialog: await world.ask(box) };
        await world.run(`deep("dialog").close(); consent.set({ ads: false })`);
        await world.waitFor(`!!document.querySelector("sudare-launcher")`);
        looks.launcher = await inside("sudare-launcher");
        return looks;
    };

    /** Where two of them differ, the first few, in words. */
    const differences = (one, two) =>
        Object.entries(one)
            .flatMap(([kind, style]) => {
                const others = new Set((two[kind] ?? "").split("\n"));
                return style
                    .split("\n")
                    .filter((line) => !others.has(line))
                    .map((line) => `${kind} ${line}`);
            })
            .slice(0, 20);

    let plain;
    for (const [name, css] of Object.entries(STYLES)) {
        test(`stay outside: ${name}`, async () => {
            if (!plain) {
                await visit("");
                plain = await shown();
                assert.ok(Object.keys(plain.notice).length > 30, Object.keys(plain.notice).join());
            }
            await visit(css);
            const now = await shown();
            for (const part of Object.keys(plain)) {
                assert.deepEqual(differences(plain[part], now[part]), [], part);
            }
        });
    }

    test("are not touched by ours", async () => {
        const own = () =>
            world.run(`${ALL}
                const looks = {};
                const elements = document.querySelectorAll("html, body, #own, #own *");
                elements.forEach((element, at) => (looks[at + element.localName] = all(element, /^(--|scroll-padding)/)));
                return looks;`);
        for (const css of ["", STYLES["a framework"]]) {
            await visit(css, false, "");
            const without = await own();
            await visit(css, true, "");
            await world.run("consent.show()");
            await world.waitFor(`!!deep("dialog[open]")`);
            const beside = await own();
            assert.equal(Object.keys(beside).length, Object.keys(without).length);
            assert.deepEqual(differences(without, beside), []);
        }
    });
});
