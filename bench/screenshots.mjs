// The gallery: pictures of every layout, light, size and language, for README and docs, and Sudare
// beside others on the same page. Writes docs/pictures/ and docs/gallery.md.
//
//     make screenshots

import { execFileSync } from "node:child_process";
import {
    cpSync,
    mkdirSync,
    mkdtempSync,
    readFileSync,
    readdirSync,
    rmSync,
    statSync,
    writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { looking } from "../tests/browser/look.mjs";
import { hostPage } from "./gallery/host.mjs";
import { DESK, SECTIONS } from "./gallery/scenes.mjs";
import { putUp } from "./rivals.mjs";
import { Server } from "./server.mjs";
import { executable, root } from "./sudare.mjs";
import { launch } from "./visit.mjs";

const GALLERY = `${root}docs/pictures/gallery/`;
/** Good enough to read every word, and a tenth of a PNG. */
const QUALITY = 62;
/** Who stands beside Sudare in docs/gallery.md. */
const BESIDE = ["Sudare", "vanilla-cookieconsent", "klaro", "orejime"];

const server = await Server.start();
const browser = await launch();
const place = mkdtempSync(join(tmpdir(), "sudare-gallery-"));
const built = new Map();

/** A sample in a look of its own, put up on the server. */
const folderOf = (sample, look) => {
    const key = JSON.stringify([sample, look]);
    if (built.has(key)) return built.get(key);
    const folder = `/look-${built.size}`;
    built.set(key, folder);
    const source = join(place, folder, "privacy");
    cpSync(`${root}demo/notices/${sample}`, source, { recursive: true });
    const manifest = join(source, "notice.toml");
    writeFileSync(manifest, looking(look)(readFileSync(manifest, "utf8")));
    const out = join(place, folder, "consent");
    execFileSync(executable, ["build", source, "-o", out, "--no-precompressed"], { stdio: "ignore" });
    for (const name of readdirSync(out)) server.put(`${folder}/${name}`, readFileSync(join(out, name)), 1);
    return folder;
};

const shoot = async (page, cdp, file, options = { format: "webp", quality: QUALITY }) => {
    const { data } = await cdp.send("Page.captureScreenshot", options);
    writeFileSync(file, Buffer.from(data, "base64"));
};

/** Everything that was asked for has been drawn, and nothing moves. */
const settled = async (page) => {
    await page.waitForLoadState("networkidle");
    await page.evaluate(() => document.fonts.ready);
    await page.waitForTimeout(700);
};

const open = async ({ size: [width, height], theme = "light", forced }) => {
    const context = await browser.newContext({
        viewport: { width, height },
        colorScheme: theme,
        forcedColors: forced ? "active" : "none",
        reducedMotion: "reduce",
        locale: "en",
    });
    const page = await context.newPage();
    return { context, page, cdp: await context.newCDPSession(page) };
};

const take = async (scene) => {
    const sample = scene.sample ?? (scene.lang === "ar" ? "fern" : "aster");
    const accent = { aster: "#745eb5", fern: "#33785a", lantern: "#b54b2a" }[sample];
    const folder = folderOf(sample, { layout: "bar", ...scene.look, accent, placeholders: true });
    const { context, page, cdp } = await open(scene);
    const dark = scene.theme === "dark";
    const path = `/${scene.file}.html`;
    if (!scene.page) server.put(path, hostPage(folder, { ...scene, dark }), 1);
    await page.goto(server.origin + (scene.page ? `${folder}/index.html` : path));
    await settled(page);
    // A scene's steps: of the page, and of the visitor's hands.
    for (const step of (scene.script ?? "").split("await settled();")) {
        const keys = [...step.matchAll(/type\("(.*?)"\);?|enter\(\);?/g)];
        await page.evaluate(step.replace(/type\(".*?"\);?|enter\(\);?/g, ""));
        for (const [key, words] of keys)
            await (words ? page.keyboard.type(words) : page.keyboard.press("Enter"));
        await settled(page);
    }
    if (scene.print) {
        await page.emulateMedia({ media: "print" });
        await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    }
    await shoot(page, cdp, `${GALLERY}${scene.file}.webp`);
    await context.close();
};

/** The same page with each of them, as their first visit shows it. */
const beside = async () => {
    const subjects = putUp(server, false).filter(({ name }) => BESIDE.includes(name));
    const pictures = [];
    for (const { name, version, url } of subjects) {
        const { context, page, cdp } = await open({ size: DESK });
        await page.goto(url);
        await settled(page);
        const file = `beside-${name}`;
        await shoot(page, cdp, `${GALLERY}${file}.webp`);
        await context.close();
        pictures.push({ file, alt: name === "Sudare" ? name : `${name} ${version}` });
    }
    return pictures;
};

/** The two of README, on the demo page, where `make demo` has built it. */
const readme = async () => {
    for (const [path, bytes] of walk(`${root}dist`)) server.put(path, bytes, 1);
    const { context, page, cdp } = await open({ size: [1120, 720] });
    await page.goto(`${server.origin}/index.html`);
    await settled(page);
    const jpeg = { format: "jpeg", quality: 78 };
    await shoot(page, cdp, `${root}docs/pictures/first-layer.jpg`, jpeg);
    await page.evaluate("consent.show()");
    await settled(page);
    await shoot(page, cdp, `${root}docs/pictures/notice.jpg`, jpeg);
    await context.close();
};

const walk = (folder, path = "") =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory()
            ? walk(join(folder, entry.name), `${path}/${entry.name}`)
            : /\.(br|gz)$/.test(entry.name)
              ? []
              : [[`${path}/${entry.name}`, readFileSync(join(folder, entry.name))]],
    );

const figure = ({ file, alt }) => `![${alt}](pictures/gallery/${file}.webp)`;

const gallery = (sections) => `# Gallery

Made by \`make screenshots\`, in Chromium. The page behind is a shop without words; the notices are the samples of \`demo/notices\`.

${sections
    .map(
        ([title, words, pictures]) =>
            `## ${title}\n\n${words}\n\n${pictures.map((one) => `${one.alt}:\n\n${figure(one)}`).join("\n\n")}\n`,
    )
    .join("\n")}`;

try {
    rmSync(GALLERY, { recursive: true, force: true });
    mkdirSync(GALLERY, { recursive: true });
    for (const [title, , scenes] of SECTIONS) {
        for (const scene of scenes) await take(scene);
        console.log(`screenshots: ${title.toLowerCase()}, ${scenes.length}`);
    }
    const words = readFileSync(new URL("gallery/beside.md", import.meta.url), "utf8").trim();
    const sections = [...SECTIONS, ["Beside others", words, await beside()]];
    await readme();
    writeFileSync(`${root}docs/gallery.md`, gallery(sections));
    const files = readdirSync(GALLERY);
    const bytes = files.reduce((sum, name) => sum + statSync(GALLERY + name).size, 0);
    console.log(`screenshots: ${files.length} pictures, ${Math.round(bytes / 1024)} KB, and docs/gallery.md`);
} finally {
    await browser.close();
    server.http.closeAllConnections();
    server.http.close();
    rmSync(place, { recursive: true, force: true });
}
