// What a screen reader is given, in order: Chromium's accessibility tree of first layer, notice, open
// article and search, as texts in tests/snapshots/tree-*.txt. docs/accessibility.md tells what is heard.
//
//     UPDATE=1 node --test tests/browser/tree.test.mjs      writes them anew: read the difference

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { Key } from "selenium-webdriver";
import { engine, page, start } from "./harness.mjs";

const SNAPSHOTS = new URL("../snapshots/", import.meta.url);

/** What is said of a node beside role and name, where it says something. */
const STATES = ["level", "checked", "expanded", "modal", "disabled", "pressed", "hidden"];

/** Roles that are only boxes. */
const BOXES = ["none", "generic", "InlineTextBox", "LineBreak", "ListMarker"];

describe("the accessibility tree", { skip: engine !== "chromium" && "is Chromium's" }, () => {
    let world;
    before(async () => (world = await start()));
    after(() => world?.stop());

    /** The part of the tree below the first node of that role, one line a node. */
    const tree = async (role) => {
        await world.driver.sendAndGetDevToolsCommand("Accessibility.enable", {});
        const { nodes } = await world.driver.sendAndGetDevToolsCommand("Accessibility.getFullAXTree", {});
        const byId = new Map(nodes.map((node) => [node.nodeId, node]));
        const lines = [];
        const walk = (node, depth) => {
            const role = node.role?.value;
            const name = node.name?.value ?? "";
            const text = role === "StaticText";
            const shown =
                !node.ignored && !BOXES.includes(role) && !(text && lines.at(-1)?.includes(`"${name}"`));
            if (shown) {
                const said = (node.properties ?? [])
                    .filter(
                        ({ name, value }) =>
                            STATES.includes(name) && (value.value !== false || name === "expanded"),
                    )
                    .map(({ name, value }) => `${name}=${value.value}`);
                const more = node.description?.value ? [`described by "${node.description.value}"`] : [];
                lines.push(
                    "  ".repeat(depth) +
                        [text ? `"${name}"` : `${role}${name && ` "${name}"`}`, ...said, ...more].join(", "),
                );
            }
            for (const id of node.childIds ?? []) {
                const child = byId.get(id);
                if (child) walk(child, depth + (shown ? 1 : 0));
            }
        };
        const top = nodes.find((node) => !node.ignored && node.role?.value === role);
        assert.ok(top, `there is a ${role}`);
        walk(top, 0);
        return lines.join("\n") + "\n";
    };

    const held = (name, text) => {
        const file = new URL(`tree-${name}.txt`, SNAPSHOTS);
        if (process.env.UPDATE) writeFileSync(file, text);
        assert.equal(text, readFileSync(file, "utf8"), `tests/snapshots/tree-${name}.txt`);
    };

    test("of the first layer: a region, its words, its four buttons", async () => {
        await world.visit(page({ body: "<h1>Shop</h1>" }));
        await world.waitFor(`!!document.querySelector("sudare-choice")`);
        held("first-layer", await tree("region"));
    });

    // A screen reader is given what is laid out: all of it, half a second after the first screen.
    const opened = `!!deep("dialog[open]") && !!deep("address")
        && [...deep("dialog").querySelectorAll(".part")].every((part) => getComputedStyle(part).contentVisibility === "visible")`;

    test("of the notice: a dialog by its title, then part by part", async () => {
        world.newVisitor();
        await world.visit(page({ body: "<h1>Shop</h1>" }));
        await world.run("consent.show()");
        await world.waitFor(opened);
        held("notice", await tree("dialog"));
    });

    test("of an open article: its button says so, its words follow", async () => {
        await world.run(`deep("article#visits h3 > button").click()`);
        await world.waitFor(`!!deep("article#visits .body:not([hidden])")`);
        const whole = await tree("dialog");
        const lines = whole.split("\n");
        const from = lines.findIndex((line) => / expanded=true/.test(line) && /visits/i.test(line));
        assert.ok(from > 0, "an open article");
        const start = lines.slice(0, from).findLastIndex((line) => /^ *article/.test(line));
        const end = lines.findIndex((line, at) => at > start && /^ *article/.test(line));
        held("article", lines.slice(start, end).join("\n") + "\n");
    });

    test("of a search: how many, in which articles", async () => {
        await world.run(`deep("article#visits h3 > button").click(); deep("#sudare-search").focus()`);
        await (await world.run(`return deep("#sudare-search")`)).sendKeys("cookies", Key.ENTER);
        await world.waitFor(`/\\d/.test(deep("#sudare-found").textContent)`);
        await world.waitFor(`deep("dialog").querySelectorAll("article button small").length === 2`);
        const lines = (await tree("dialog")).split("\n");
        const head = lines.findIndex((line) => /^ *heading/.test(line));
        const found = lines.filter((line) => /\bmatch(es)?\b/.test(line) && /^ *button/.test(line));
        assert.ok(found.length, "articles say how many matches they have");
        held("search", [...lines.slice(0, head), "…", ...found.map((line) => line.trim())].join("\n") + "\n");
    });
});
