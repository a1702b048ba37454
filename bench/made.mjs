// Notices of any size, of words that mean nothing. The same size gives the same text.

import { mkdirSync, writeFileSync } from "node:fs";
import { root } from "./sudare.mjs";

const VOCABULARY =
    "notice data visitor browser record service purpose page address sends keeps reads number choice company reason share store delete month answer letter request".split(
        " ",
    );

/** Numbers that look random and are always the same. */
const dice = (seed) => () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32;

const sentence = (roll, words) => {
    const picked = Array.from({ length: words }, () => VOCABULARY[Math.floor(roll() * VOCABULARY.length)]);
    return `${picked.join(" ")}.`;
};

const article = (roll, at) =>
    `## Article ${at} {#a${at}}\n\n` +
    Array.from(
        { length: 3 },
        () => `${sentence(roll, 50)} See [the law](https://law.example/${at}) and **this**.\n\n`,
    ).join("") +
    Array.from({ length: 4 }, () => `- ${sentence(roll, 8)}\n`).join("") +
    "\n";

const service = (roll, at) => `
[[service]]
id = "s${at}"
name = "Service ${at}"
purpose = "ads"
recipient = "Company ${at}"
sends = "${sentence(roll, 12)}"
use = "${sentence(roll, 8)}"
opt-out = "https://s${at}.example/opt-out"
`;

const MANIFEST = `format = 1
id = "made"
[operator]
name = "Made"
[notice]
revision = "r1"
effective = 2026-11-01
languages = ["en"]
[regimes]
default = "opt-in"
[first-layer]
title = "You choose"
text = "We would like to count visits and show ads."
[[purpose]]
id = "visits"
name = "Counting visits"
text = "Tells us which pages are used."
article = "a1"
[[purpose]]
id = "ads"
name = "Targeted ads"
text = "Chooses ads by what you have looked at."
article = "a1"
`;

const write = (name, manifest, policy) => {
    const folder = `${root}target/bench/made/${name}`;
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}/notice.toml`, manifest);
    writeFileSync(`${folder}/en.md`, policy);
    return folder;
};

/** A notice's folder with so many articles and services. */
export const made = (articles, services) => {
    const roll = dice(7);
    const policy = Array.from({ length: articles }, (_, at) => article(roll, at + 1)).join("");
    const manifest = MANIFEST + Array.from({ length: services }, (_, at) => service(roll, at + 1)).join("");
    return write(`${articles}-${services}`, manifest, `# Notice\n\n${policy}`);
};

/** A notice's folder whose policy has at least so many bytes. */
export const madeOfBytes = (bytes) => {
    const roll = dice(7);
    const parts = ["# Notice\n\n"];
    for (let size = 0, at = 1; size < bytes; at += 1) {
        parts.push(article(roll, at));
        size += parts.at(-1).length;
    }
    return write(`bytes-${bytes}`, MANIFEST, parts.join(""));
};
