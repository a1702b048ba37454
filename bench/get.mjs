// What `consent.get("ads")` costs: nanoseconds a call in a hot loop, on the built script.
//
//     node bench/get.mjs

import { cpus } from "node:os";
import { compiled } from "../tests/boot/fixture.mjs";
import { prepare } from "../tests/boot/page.mjs";

const CALLS = 20_000_000;
const RUNS = 7;

const state = { stored: null, gpc: false, region: null, now: Date.now() };
const consent = prepare(compiled())(state);

const perCall = (call) => {
    const times = [];
    let yeses = 0;
    for (let run = 0; run < RUNS; run += 1) {
        const began = process.hrtime.bigint();
        for (let count = 0; count < CALLS; count += 1) yeses += call() ? 1 : 0;
        times.push(Number(process.hrtime.bigint() - began) / CALLS);
    }
    // So that no engine finds the calls to be for nothing.
    if (yeses < 0) throw Error("impossible");
    return times.sort((a, b) => a - b);
};

const IDS = ["necessary", "ads", "quillfinch", "nope"];
let turn = 0;
const subjects = {
    "an empty loop": () => false,
    'consent.get("ads")': () => consent.get("ads"),
    "consent.get of four ids in turn": () => consent.get(IDS[(turn = (turn + 1) & 3)]),
    "consent.get()": () => consent.get(),
};

console.log(`${cpus()[0].model}, Node ${process.version}, V8 ${process.versions.v8}`);
console.log(`${RUNS} runs of ${CALLS.toLocaleString("en")} calls; nanoseconds a call`);
for (const [name, call] of Object.entries(subjects)) {
    const times = perCall(call);
    const show = (ns) => ns.toFixed(2).padStart(7);
    console.log(`${name.padEnd(34)} median ${show(times[RUNS >> 1])}   best ${show(times[0])}`);
}
