// How fast the notice is: from the visitor's intent to its first paint, a switch, a key in each
// search box, in Chromium at a quarter of the CPU's speed; and the longest task on the way.
//
//     node bench/notice.mjs [runs]
//
// The widget is fetched beforehand, as hovering over the button does. `dist/` must be built.

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { dist, page, start } from "../tests/browser/harness.mjs";

const SLOWER = 4;
const runs = Number(process.argv[2] ?? 5);
const root = mkdtempSync(join(tmpdir(), "sudare-bench-"));

/** A notice of that many articles (about 250 words each, every second one with a card) and services. */
const invent = (articles, services) => {
    const folder = join(root, `${articles}-${services}`);
    mkdirSync(folder);
    const purposes = ["counting", "films", "ads"].map(
        (id, place) =>
            `[[purpose]]\nid = "${id}"\nname = "Purpose ${id}"\ntext = "What it is for."\narticle = "article-${place}"\n`,
    );
    const companies = Array.from(
        { length: services },
        (_, n) => `[[service]]
id = "company-${n}"
name = "Company ${n}"
purpose = "${["counting", "films", "ads"][n % 3]}"
recipient = "Company ${n} Ltd., Harbour Street ${n}"
sends = "The address of the page, the kind of device and a random number that stands for the browser."
use = "To choose what is shown and to count how often it was."
use-here = "To see which pages need work."
policy = "https://company-${n}.example/privacy"
opt-out = "https://company-${n}.example/opt-out"
opt-out-stops = "use"
checked = 2026-10-30
cookies = [{ name = "_c${n}", lifetime = "90 days" }]
`,
    );
    writeFileSync(
        join(folder, "notice.toml"),
        `format = 1
id = "bench"
[operator]
name = "Bench Ltd."
[notice]
revision = "r1"
effective = 2026-11-01
languages = ["en"]
[regimes]
default = "opt-in"
[first-layer]
title = "You choose"
text = "We would like to count visits and show ads."
${purposes.join("\n")}
${companies.join("\n")}`,
    );
    const words =
        "we keep the name and address that you give us for as long as the order runs and the tax office asks";
    const paragraph = (n) =>
        `${words}, number ${n}; **no longer**. ${words}. ${words}, [see](#article-0). ${words}.`;
    const text = Array.from({ length: articles }, (_, n) => {
        const card = n % 2 ? "" : `> **In short ${n}.** ${words}.\n\n`;
        const body = `${paragraph(n)}\n\n- one ${words}\n- two ${words}\n\n### Section ${n}\n\n${paragraph(n + 1)}`;
        return `## ${n + 1}. Article about matter ${n} {#article-${n}}\n\n${card}${body}\n`;
    });
    writeFileSync(join(folder, "en.md"), `# Bench notice\n\nPreamble.\n\n${text.join("\n")}`);
    const out = join(dist, `bench-${articles}-${services}`);
    execFileSync(process.env.SUDARE ?? "target/debug/sudare", ["build", folder, "-o", out]);
    return out.slice(dist.length);
};

/** Run in the page: how long until what `act` brings about is painted. */
const MEASURE = `
    const { act, until } = arguments[0];
    const done = arguments[arguments.length - 1];
    window.longTasks = [];
    window.longTaskObserver ??= new PerformanceObserver((list) => longTasks.push(...list.getEntries()));
    longTaskObserver.observe({ type: "longtask" });
    const host = () => document.querySelector("sudare-notice")?.shadowRoot;
    const $ = (selector) => host()?.querySelector(selector);
    const key = (id, text) => {
        const box = $(id);
        box.value = text;
        box.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    };
    const isDone = Function("$", "return " + until);
    const began = performance.now();
    Function("$", "key", act)($, key);
    let painted;
    const look = () => requestAnimationFrame(() => {
        const now = isDone($);
        setTimeout(() => {
            painted ??= performance.now() - began;
            if (now) done({ painted, came: performance.now() - began });
            else look();
        });
    });
    look();
`;

/** Run in the page: the longest task so far, the idle work of the next second and a half included. */
const LONGEST = `
    const done = arguments[0];
    setTimeout(() => done(Math.max(0, ...longTasks.map((task) => task.duration))), 1500);
`;

const median = (numbers) => numbers.sort((a, b) => a - b)[numbers.length >> 1];

const world = await start();
const slow = (rate) => world.driver.sendDevToolsCommand("Emulation.setCPUThrottlingRate", { rate });
/** The main thread's own time, in milliseconds: what else the machine does is not in it. */
const worked = async () => {
    const { metrics } = await world.driver.sendAndGetDevToolsCommand("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration").value * 1000;
};
const measure = async (act, until) => {
    const before = await worked();
    const times = await world.driver.executeAsyncScript(MEASURE, { act, until });
    times.work = (await worked()) - before;
    times.longest = await world.driver.executeAsyncScript(LONGEST);
    return times;
};

const STEPS = [
    ["open the notice", "consent.show()", `!!$("dialog[open]")`],
    [
        "the rest of it, in idle time",
        "",
        `[...$(".policy").querySelectorAll(".body"), ...$("#sudare-choices").querySelectorAll(".service")].every((its) => its.firstChild?.nextSibling || its.textContent) && $("#sudare-record").textContent.length > 20`,
    ],
    [
        "turn one switch",
        `$('[role="switch"]').click()`,
        `$('[role="switch"]').getAttribute("aria-checked") === "true"`,
    ],
    ["open one article", `$("article h3 button").click()`, `!$("article .body").hidden`],
    [
        "open all articles",
        `$(".rolls button").click()`,
        `[...$(".policy").querySelectorAll(".body")].every((body) => !body.hidden)`,
    ],
];
const BOXES = [
    ["search: one letter", `key("#sudare-search", "t")`, `$("#sudare-found")?.textContent`],
    ["search: a word", `key("#sudare-search", "tax office")`, `/\\d/.test($("#sudare-found").textContent)`],
    [
        "search: a rare word",
        `key("#sudare-search", "number 7;")`,
        `/\\d/.test($("#sudare-found").textContent)`,
    ],
    ["companies: one letter", `key("#sudare-filter", "c")`, `!!$("details[open]")`],
    ["companies: a name", `key("#sudare-filter", "company 12")`, `!!$("details[open]")`],
];

/**
 * What a visitor types, key by key and as fast as the driver can, and how long each key waited for
 * its painting by the browser's own account (Event Timing, in steps of 8 ms; below 16 it says
 * nothing). Unlike the steps above, no timer of the widget's can come between painting and measure.
 */
const TYPED = [
    ["search", "#sudare-search", "tax office"],
    ["search", "#sudare-search", "number 7;"],
    ["companies", "#sudare-filter", "company 12"],
];
const WATCH_KEYS = `
    window.keys = [];
    window.keyObserver ??= new PerformanceObserver((list) => keys.push(...list.getEntries()));
    keyObserver.observe({ type: "event", durationThreshold: 16 });
`;
const type = async (box, text) => {
    const element = await world.ask(`deep("${box}")`);
    await world.run(`arguments[0].value = ""; arguments[0].focus();` + WATCH_KEYS, element);
    for (const key of text) await element.sendKeys(key);
    const waits = await world.driver.executeAsyncScript(`
        const done = arguments[0];
        setTimeout(() => done(keys.filter(({ name }) => name === "keydown").map((key) => key.duration)), 1500);
    `);
    return waits;
};

console.log(`${cpus()[0].model}, ${SLOWER}× slower CPU, medians of ${runs}; milliseconds`);
console.log(`${"".padEnd(46)}  first paint  it is there  thread time  longest task`);
try {
    for (const [articles, services] of [
        [0, 0],
        [16, 20],
        [1000, 500],
    ]) {
        const folder = articles ? invent(articles, services) : "/consent";
        const name = articles ? `${articles} articles, ${services} services` : "the demo's notice";
        const times = new Map();
        const typed = new Map();
        for (let run = 0; run < runs; run += 1) {
            world.newVisitor();
            await world.visit(page({ folder }));
            await world.waitFor(`!!deep('[data-consent-action="read"]')`);
            const fetched = world.site.requested(".wasm");
            await world.run(`deep('[data-consent-action="read"]').focus()`);
            await fetched;
            // Compiled, too: a visitor takes longer than this from hovering to clicking.
            await world.driver.executeAsyncScript("setTimeout(arguments[0], 1500)");
            await world.driver.sendDevToolsCommand("Performance.enable", { timeDomain: "threadTicks" });
            await slow(SLOWER);
            for (const [what, act, until] of [...STEPS, ...BOXES]) {
                const box = /key\("(#[\w-]+)/.exec(act)?.[1];
                if (box && !(await world.ask(`!!deep("${box}")`))) continue;
                const taken = await measure(act, until);
                if (!times.has(what)) times.set(what, []);
                times.get(what).push(taken);
            }
            for (const [what, box, text] of TYPED) {
                const waits = await type(box, text);
                const name = `typed in ${what}: “${text}”`;
                if (!typed.has(name)) typed.set(name, { waits: [], keys: 0 });
                typed.get(name).waits.push(...waits);
                typed.get(name).keys += text.length;
            }
            await slow(1);
        }
        for (const [what, taken] of times) {
            const show = (of) =>
                median(taken.map((one) => one[of]))
                    .toFixed(0)
                    .padStart(12);
            console.log(
                `${`${name}: ${what}`.padEnd(46)} ${show("painted")} ${show("came")} ${show("work")} ${show("longest")}`,
            );
        }
        for (const [what, { waits, keys }] of typed) {
            const late = waits.filter((wait) => wait > 50).length;
            console.log(
                `${name}: ${what}: a key waits ${median(waits) ?? 0} ms (median), ${Math.max(0, ...waits)} at most; ${late} of ${keys} over 50`,
            );
        }
    }
} finally {
    await world.stop();
    rmSync(root, { recursive: true });
}
