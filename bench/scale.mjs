// What growing costs: articles, services, gated tags. On the slow processor, not on the slow line.

import { made } from "./made.mjs";
import { page } from "./page.mjs";
import { median } from "./statistics.mjs";
import sudare from "./subjects/sudare.mjs";
import { build, buildOwn, root } from "./sudare.mjs";
import { SLOW, Visit } from "./visit.mjs";

const ROUNDS = 3;
const FETCHED = /\.(js|wasm|json)$/;
const QUICK = 5;
const [SUBJECT] = sudare(buildOwn());
const SEARCH = `document.querySelector("sudare-notice")?.shadowRoot?.querySelector('dialog[open] input[type="search"]')`;

const visited = async (browser, url, act) => {
    const context = await browser.newContext({ viewport: { width: 1024, height: 768 } });
    try {
        const visit = await Visit.begin(context, { processor: SLOW.processor });
        await visit.go(url);
        await visit.usable(SUBJECT.accept);
        await visit.settle();
        return await act(visit);
    } finally {
        await context.close();
    }
};

/** From the click to the notice's first paint, fetched before; and from a key in its search to the paint after. */
const opened = (browser, url) =>
    visited(browser, url, async (visit) => {
        await visit.ask(`void ${SUBJECT.intent}`);
        await visit.settle();
        const open = await visit.ask(`(async () => {
            const began = performance.now();
            ${SUBJECT.open}.click();
            return (await bench.usable(() => ${SUBJECT.opened}, false)) - began;
        })()`);
        await visit.settle();
        if (!(await visit.ask(`!!${SEARCH}`))) return { open };
        await visit.ask(`${SEARCH}.focus()`);
        const keys = [];
        for (const key of "share") {
            await visit.ask("void (window.typed = bench.keyToPaint())");
            await visit.page.keyboard.press(key);
            keys.push(await visit.ask("typed"));
            await visit.settle();
        }
        return { open, key: Math.max(...keys) };
    });

/** From Accept to the next paint, and until the last of the gated tags has run. */
const released = (browser, url, count) =>
    visited(browser, url, async (visit) => {
        await visit.ask(`void (window.answered = bench.clickToPaint(), window.all = new Promise((done) => {
            addEventListener("click", ({ timeStamp }) => {
                const look = () => ran.length === ${count} ? done(performance.now() - timeStamp) : setTimeout(look);
                look();
            }, { capture: true, once: true });
        }))`);
        await visit.click(SUBJECT.accept);
        return { paint: await visit.ask("answered"), all: await visit.ask("all") };
    });

const several = async (times, measure) => {
    const samples = [];
    for (let round = 0; round < times; round += 1) samples.push(await measure());
    return (name) => {
        const numbers = samples.map((sample) => sample[name]).filter((number) => number !== undefined);
        return numbers.length ? median(numbers) : undefined;
    };
};

export const measureScale = async (browser, server, quick, say) => {
    const rounds = quick ? 1 : ROUNDS;
    const upTo = (most) => (quick ? [10] : [10, 100, 1000, most]);

    const notices = async (of, sizes, folder) => {
        const found = [];
        for (const size of sizes) {
            const place = `/made-${of.replace(/\W+/g, "-")}-${size}/`;
            const files = build(folder(size), `${root}target/bench/made-consent`, "--no-precompressed");
            for (const [name, bytes] of Object.entries(files)) {
                // A notice of ten thousand articles would take minutes; the line is not slow here.
                if (FETCHED.test(name))
                    server.put(place + name, bytes, name === "consent.js" ? undefined : QUICK);
            }
            const url = server.put(
                `${place}page.html`,
                page({ ...SUBJECT, head: `<script src="${place}consent.js"></script>` }),
            );
            const typical = await several(rounds, () => opened(browser, url));
            found.push({
                open: typical("open"),
                key: typical("key"),
                bytes: server.size(`${place}consent.js`),
            });
            say(`${size} ${of}`);
        }
        const series = [
            { name: "open, already fetched", unit: "ms", values: found.map(({ open }) => open) },
            { name: "slowest key in search", unit: "ms", values: found.map(({ key }) => key) },
            { name: "consent.js, brotli", unit: "B", values: found.map(({ bytes }) => bytes) },
        ];
        return {
            of,
            sizes,
            series: series.filter(({ values }) => values.some((value) => value !== undefined)),
        };
    };

    const articles = await notices("articles", upTo(10_000), (size) => made(size, 4));
    const services = await notices("services", upTo(5_000), (size) => made(10, size));
    const both = await notices("articles, with half as many services", quick ? [10] : [1000], (size) =>
        made(size, size / 2),
    );

    const sizes = upTo(10_000);
    const own = buildOwn();
    for (const [name, bytes] of Object.entries(own)) server.put(`/consent/${name}`, bytes);
    const gates = [];
    for (const size of sizes) {
        const url = server.put(`/gated-${size}.html`, page(SUBJECT, size));
        const typical = await several(rounds, () => released(browser, url, size));
        gates.push({ paint: typical("paint"), all: typical("all") });
        say(`${size} gated tags`);
    }
    const tags = {
        of: "gated tags",
        sizes,
        series: [
            { name: "Accept to next paint", unit: "ms", values: gates.map(({ paint }) => paint) },
            { name: "Accept until all have run", unit: "ms", values: gates.map(({ all }) => all) },
        ],
    };
    return [articles, services, both, tags];
};
