// How often the notice's wasm stops in an engine, and what becomes of it: a visitor refuses, then opens the
// notice, throws a switch and closes it three times; another visitor, until the time is up. For the fault in
// WebKit that CHANGELOG.md names.
//
//     ENGINE=webkit node bench/traps.mjs [seconds]
//     ENGINE=webkit JSC_useOMGJIT=0 node bench/traps.mjs [seconds]     without WebKit's last compiler

import { page, start } from "../tests/browser/harness.mjs";

const VISIT = `
    window.done = false;
    window.stopped = [];
    consent.on("error", (cause) => stopped.push(cause.stack ?? String(cause)));
    const inside = (selector) => document.querySelector("sudare-notice")?.shadowRoot?.querySelector(selector);
    const until = (isTrue) => new Promise((goOn) => {
        const began = performance.now();
        const look = () => {
            if (isTrue()) goOn();
            else if (performance.now() - began > 5000) errors.push("never true: " + isTrue), goOn();
            else setTimeout(look, 5);
        };
        look();
    });
    (async () => {
        document.querySelector("sudare-choice").shadowRoot
            .querySelector('[data-consent-action="refuse-all"]').click();
        for (let time = 0; time < 3; time++) {
            consent.show("choices");
            await until(() => inside("dialog[open]"));
            const before = consent.get("ads");
            inside('[data-consent-toggle="ads"]').click();
            await until(() => consent.get("ads") !== before);
            const is = String(consent.get("ads"));
            await until(() => inside('[data-consent-toggle="ads"]')?.getAttribute("aria-checked") === is);
            inside('[data-consent-action="close"]').click();
            await until(() => !inside("dialog[open]"));
        }
        window.done = true;
    })().catch((problem) => {
        errors.push(String(problem));
        window.done = true;
    });`;

const end = Date.now() + Number(process.argv[2] ?? 60) * 1000;
let [visits, stops, stuck, lost] = [0, 0, 0, 0];
let world = await start();
while (Date.now() < end) {
    world.newVisitor();
    try {
        await world.visit(page({ body: "<h1>Shop</h1>" }));
        await world.waitFor(`!!document.querySelector("sudare-choice")`);
        await world.run(VISIT);
        await world.waitFor("window.done");
        visits++;
        const [stopped, errors] = await world.ask("[stopped, errors]");
        stops += stopped.length;
        if (errors.length) stuck++;
        if (stopped.length || errors.length) console.log([...stopped, ...errors].join("\n"));
    } catch (problem) {
        // The page or the browser does not answer any more; the line says which.
        lost++;
        console.log(String(problem));
        await Promise.resolve(world.stop()).catch(String);
        world = await start();
    }
}
console.log(
    `${visits} visits; the notice stopped ${stops} times, in ${stuck} visits for good; ` +
        `page or browser were lost ${lost} times`,
);
await world.stop();
