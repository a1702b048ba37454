// What the tests of the look share: notices in every look, and what is measured in a page.

import { readFileSync } from "node:fs";
import { make } from "./made.mjs";

const AXE = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

/** `notice.toml` with another `[look]`. */
export const looking = (look) => (manifest) => {
    const lines = Object.entries(look).map(([key, value]) => `${key} = ${JSON.stringify(value)}`);
    const others = manifest.replace(/^\[look\]\n(?:[^[\n].*\n|\n)*/m, "");
    return `${others}\n[look]\n${lines.join("\n")}\n`;
};

/** A sample in a look of its own. */
export const makeLook = (site, sample, look) => make(site, sample, looking(look));

/** What stands on a page that has everything: a way in of its own, and a frame that is held back. */
export const BODY = `<main><h1>Shop</h1><p>Things to buy. <a href="/shop">Buy</a></p>
<iframe title="A film" width="300" height="200" data-consent="media" data-src="/ran.js"></iframe></main>`;

/** What axe-core finds wrong with the page as it is, each as "rule: place". */
export const findings = async (world) => {
    if (!(await world.ask("!!window.axe"))) await world.driver.executeScript(AXE);
    return world.driver.executeAsyncScript(`
        const done = arguments[arguments.length - 1];
        axe.run(document, {
            runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
            resultTypes: ["violations"],
        }).then(
            ({ violations }) =>
                done(violations.flatMap(({ id, nodes }) =>
                    nodes.map(({ target }) => id + ": " + target.flat().join(" ")))),
            (problem) => done(["axe-core: " + problem]),
        );`);
};

/** Script: `rgb(colour)`, a computed colour as three numbers; `contrast(one, two)`, WCAG 2.2's ratio. */
export const COLOURS = `
const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
const rgb = (colour) => {
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
    return [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3);
};
const luminance = (colour) => {
    const [red, green, blue] = rgb(colour).map((channel) => {
        const share = channel / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one, two) => {
    const [dark, light] = [luminance(one), luminance(two)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
};`;

/** The window's inner size in CSS pixels, as near as the engine lets us. */
export const resize = async (world, width, height) => {
    const window = world.driver.manage().window();
    await window.setRect({ width, height });
    const [inner, tall] = await world.driver.executeScript("return [innerWidth, innerHeight]");
    if (inner !== width || tall !== height) {
        // A frame is around it; where it is still larger, it has not followed yet.
        const beyond = (wanted, there) => Math.max(wanted, 2 * wanted - there);
        await window.setRect({ width: beyond(width, inner), height: beyond(height, tall) });
    }
};
