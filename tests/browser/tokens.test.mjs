// What a page may set of the look, docs/look.md: each token and each part has its effect, and the
// two answers cannot be told apart by any of them. And the contrast that is left.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { ALL_THERE, page, start } from "./harness.mjs";
import { BODY, COLOURS, makeLook } from "./look.mjs";

describe("what a page may set", () => {
    let world;
    before(async () => (world = await start()));
    after(() => world.stop());

    const visit = async (css, folder = "/lantern/consent") => {
        world.newVisitor();
        await world.visit(page({ folder, before: `<style>${css}</style>`, body: BODY }));
        await world.waitFor(`!!document.querySelector("sudare-choice")`);
        await world.run("consent.show('choices')");
        await world.waitFor(ALL_THERE);
    };
    const ROOTS = `const inside = (host, selector) => document.querySelector(host).shadowRoot.querySelector(selector);`;
    const computed = (host, selector, property) =>
        world.run(`${ROOTS} return getComputedStyle(inside(${JSON.stringify(host)}, ${JSON.stringify(selector)}))
            .getPropertyValue(${JSON.stringify(property)})`);

    const CHOICE = ["sudare-choice", "section"];
    const ANSWER = ["sudare-choice", '[data-consent-action="refuse-all"]'];
    const NOTICE = ["sudare-notice", "dialog"];
    const FRAME = ["sudare-frame", "[role=group]"];
    const TOKENS = {
        "--sudare-accent": [
            "rgb(1, 2, 3)",
            [...ANSWER, "background-color"],
            ["sudare-notice", ".pair button", "background-color"],
            ["sudare-notice", "a", "color"],
        ],
        "--sudare-paper": [
            "rgb(1, 2, 3)",
            [...CHOICE, "background-color"],
            [...NOTICE, "background-color"],
            [...FRAME, "background-color"],
        ],
        "--sudare-ink": ["rgb(1, 2, 3)", [...CHOICE, "color"], [...NOTICE, "color"], [...FRAME, "color"]],
        "--sudare-font": [
            "monospace",
            [...CHOICE, "font-family"],
            [...NOTICE, "font-family"],
            [...FRAME, "font-family"],
        ],
        "--sudare-head-font": ["monospace", ["sudare-notice", "h2", "font-family"]],
        "--sudare-radius": [
            "9px",
            [...ANSWER, "border-top-left-radius"],
            ["sudare-notice", "[data-consent-action=close]", "border-top-left-radius"],
            ["sudare-frame", "button", "border-top-left-radius"],
        ],
    };

    test("every token has its effect in first layer, notice and placeholder, and none without", async () => {
        const all = Object.entries(TOKENS).map(([name, [value]]) => `${name}: ${value};`);
        await visit("");
        for (const [name, [value, ...places]] of Object.entries(TOKENS)) {
            for (const place of places) assert.notEqual(await computed(...place), value, `${name} ${place}`);
        }
        await visit(`:root { ${all.join(" ")} }`);
        for (const [name, [value, ...places]] of Object.entries(TOKENS)) {
            for (const place of places) assert.equal(await computed(...place), value, `${name} ${place}`);
        }
        await world.run(`deep("dialog").close()`);
        await world.act("refuse-all");
        await world.waitFor(`!!document.querySelector("sudare-launcher")`);
        assert.equal(await computed("sudare-launcher", "button", "border-top-left-radius"), "9px");
        assert.equal(await computed("sudare-launcher", "button", "font-family"), "monospace");
    });

    const PARTS = [
        ["sudare-choice", "paper", 1],
        ["sudare-choice", "answer", 2],
        ["sudare-frame", "paper", 1],
        ["sudare-frame", "answer", 2],
        ["sudare-notice", "paper", 1],
        ["sudare-notice", "head", 1],
        ["sudare-notice", "answer", 2],
        ["sudare-notice", "card", 4],
        ["sudare-notice", "switch", 4],
        ["sudare-notice", "article", 4],
    ];

    test("every part can be styled, and only from where it is named", async () => {
        const reached = () =>
            world.run(
                `${ROOTS} return arguments[0].map(([host, part]) =>
                [...document.querySelector(host).shadowRoot.querySelectorAll('[part="' + part + '"]')]
                    .map((element) => getComputedStyle(element).textIndent))`,
                PARTS,
            );
        await visit("[part] { text-indent: 7px }");
        for (const indents of await reached()) assert.deepEqual(new Set(indents), new Set(["0px"]));
        await visit(PARTS.map(([host, part]) => `${host}::part(${part}) { text-indent: 7px }`).join("\n"));
        for (const [at, indents] of (await reached()).entries()) {
            const [host, part, least] = PARTS[at];
            assert.ok(indents.length >= least, `${host} ${part}: ${indents.length}`);
            assert.deepEqual(new Set(indents), new Set(["7px"]), `${host} ${part}`);
        }
        await world.run(`deep("dialog").close()`);
        await world.act("refuse-all");
        await world.waitFor(`!!document.querySelector("sudare-launcher")`);
        assert.equal(await computed("sudare-launcher", "[part=paper]", "text-indent"), "0px");
    });

    test("no selector of a page tells the two answers apart", async () => {
        const one = [
            ":first-child",
            ":last-child",
            ":nth-child(1)",
            ":nth-of-type(2)",
            ":only-child",
            ':not([data-consent-action="accept-all"])',
            '[data-consent-action="accept-all"]',
        ];
        const hosts = ["sudare-choice", "sudare-notice", "sudare-frame"];
        const rules = hosts.flatMap((host) =>
            one.map((which) => `${host}::part(answer)${which} { opacity: .2; text-indent: 7px }`),
        );
        await visit(
            `${rules.join("\n")} sudare-choice [data-consent-action="accept-all"] { text-indent: 7px }`,
        );
        const looks = await world.run(
            `return arguments[0].map((host) =>
            [...document.querySelector(host).shadowRoot.querySelectorAll("[part=answer]")].map((button) => {
                const { opacity, textIndent, backgroundColor, color, fontWeight } = getComputedStyle(button);
                return [opacity, textIndent, backgroundColor, color, fontWeight].join();
            }))`,
            hosts,
        );
        for (const [at, [first, second]] of looks.entries()) {
            assert.equal(first, second, hosts[at]);
            assert.match(first, /^1,0px/, hosts[at]);
        }
    });

    for (const [theme, accent, lightest] of [
        ["light", "#f0c000", [0xf0, 0xee, 0xe8]],
        ["dark", "#000080", [0x20, 0x23, 0x2a]],
    ]) {
        test(`a hopeless accent can be read on ${theme} paper, and so can all the rest`, async () => {
            const folder = makeLook(world.site, "aster", { theme, accent });
            await visit("", folder);
            const seen = await world.run(
                `${COLOURS}
                const style = (selector) => getComputedStyle(deep(selector, document.querySelector("sudare-notice").shadowRoot));
                const paper = style("dialog").backgroundColor, slat = style(".service").backgroundColor;
                const safe = "rgb(" + arguments[0].join() + ")";
                const choice = getComputedStyle(deep('sudare-choice').shadowRoot.querySelector("[part=answer]"));
                const text = { ink: style("dialog").color, faint: style(".why").color, link: style(".more a").color };
                return {
                    slat: arguments[1] === "light" ? luminance(slat) - luminance(safe) : luminance(safe) - luminance(slat),
                    text: Object.entries(text).flatMap(([name, colour]) =>
                        [[name, contrast(colour, paper)], [name + " on a slat", contrast(colour, slat)]]),
                    under: [["notice", contrast(style(".pair button").color, style(".pair button").backgroundColor)],
                        ["first layer", contrast(choice.color, choice.backgroundColor)]],
                    other: [["edge", contrast(style("[data-consent-action=close]").borderTopColor, paper)],
                        ["button", contrast(style(".pair button").backgroundColor, paper)]],
                };`,
                lightest,
                theme,
            );
            assert.ok(
                seen.slat >= 0,
                `the slat is no harder than src/notice/source/accent.rs takes it to be`,
            );
            for (const [what, ratio] of [...seen.text, ...seen.under])
                assert.ok(ratio >= 4.5, `${what}: ${ratio}`);
            for (const [what, ratio] of seen.other) assert.ok(ratio >= 3, `${what}: ${ratio}`);
        });
    }
});
