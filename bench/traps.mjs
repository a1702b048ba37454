// How often the notice's wasm traps in an engine: a visitor refuses, then opens the notice, throws a
// switch and closes it three times; another visitor, until the time is up. For the fault in WebKit that
// CHANGELOG.md names.
//
//     ENGINE=webkit node bench/traps.mjs [seconds]
//     ENGINE=webkit JSC_useOMGJIT=0 node bench/traps.mjs [seconds]     without WebKit's last compiler

import { page, start } from "../tests/browser/harness.mjs";

const VISIT = `
    window.done = false;
    const inside = (selector) => document.querySelector("sudare-notice")?.shadowRoot?.querySelector(selector);
    const until = (isTrue) => new Promise((goOn) => {
        const began = performance.now();
        const look = () =>
            isTrue() || errors.length || performance.now() - began > 5000 ? goOn() : setTimeout(look, 5);
        look();
    });
    (async () => {
        document.querySelector("sudare-choice").shadowRoot
            .querySelector('[data-consent-action="refuse-all"]').click();
        for (let time = 0; time < 3; time++) {
            consent.show("choices");
            await until(() => inside("dialog[open]"));
            const before = consent.get("ads");
            inside('[data-consent-toggle="ads"]')?.click();
            await until(() => consent.get("ads") !== before);
            inside('[data-consent-action="close"]')?.click();
            await until(() => !inside("dialog[open]"));
        }
        window.done = true;
    })();`;

const end = Date.now() + Number(process.argv[2] ?? 60) * 1000;
let [visits, traps, crashes] = [0, 0, 0];
let world = await start();
while (Date.now() < end) {
    world.newVisitor();
    try {
        await world.visit(page({ body: "<h1>Shop</h1>" }));
        await world.waitFor(`!!document.querySelector("sudare-choice")`);
        await world.run(VISIT);
        await world.waitFor("window.done");
        visits++;
        const errors = await world.ask("errors");
        if (errors.length) {
            traps++;
            console.log(errors.join("\n"));
        }
    } catch (problem) {
        // The browser itself has gone.
        crashes++;
        console.log(String(problem));
        await Promise.resolve(world.stop()).catch(String);
        world = await start();
    }
}
console.log(
    `${visits} visits, ${traps} of them with an error in the page; the browser was lost ${crashes} times`,
);
await world.stop();
