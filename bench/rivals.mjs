// Everybody on equal pages, in interleaved rounds: what is slow for one is slow for the next.

import { readdirSync, readFileSync } from "node:fs";
import { allowed, answer, notice, twoVisits } from "./measures.mjs";
import { page } from "./page.mjs";
import { medians } from "./statistics.mjs";
import bare from "./subjects/bare.mjs";
import blank from "./subjects/blank.mjs";
import klaro from "./subjects/klaro.mjs";
import orejime from "./subjects/orejime.mjs";
import osano from "./subjects/osano.mjs";
import sudare from "./subjects/sudare.mjs";
import tarteaucitron from "./subjects/tarteaucitron.mjs";
import vanilla from "./subjects/vanilla-cookieconsent.mjs";
import { buildOwn } from "./sudare.mjs";

const GATED = 20;
const packages = new URL("node_modules/", import.meta.url);

/** Subjects with their pages put up on the server, and their versions. */
export const putUp = (server, quick) => {
    const own = buildOwn();
    for (const [name, bytes] of Object.entries(own)) server.put(`/consent/${name}`, bytes);
    const rivals = quick ? [vanilla] : [vanilla, osano, orejime, klaro, tarteaucitron];
    const ours = sudare(own).filter(({ name }) => !quick || name !== "Sudare, async");
    return [blank, ...bare, ...ours, ...rivals].map((subject) => {
        for (const [path, file] of Object.entries(subject.files ?? {})) {
            server.putFile(path, new URL(file, packages));
        }
        for (const [path, text] of Object.entries(subject.written ?? {})) server.put(path, text);
        if (subject.folder) putFolder(server, ...subject.folder);
        const slug = subject.name.replace(/\W+/g, "-");
        const { version = "this one" } = subject.package
            ? JSON.parse(readFileSync(new URL(`${subject.package}/package.json`, packages)))
            : {};
        const code = subject.built
            ? Object.keys(own)
                  .filter((name) => /^(consent|widget\.[\w-]+)\.(js|wasm)$/.test(name))
                  .map((name) => subject.built + name)
            : (subject.code ?? []);
        return {
            ...subject,
            version,
            url: server.put(`/${slug}.html`, page(subject)),
            heldUrl: server.put(`/${slug}-held.html`, page(subject, GATED)),
            code: Object.fromEntries(code.map((path) => [path.split("/").at(-1), server.size(path)])),
        };
    });
};

const putFolder = (server, path, folder) => {
    const url = new URL(folder, packages);
    for (const name of readdirSync(url, { recursive: true })) {
        if (/\.min\.(js|css)$|\.(svg|png)$/.test(name)) server.putFile(path + name, new URL(name, url));
    }
};

/** Measures all of them `rounds` times; gives one set of medians for each. */
export const measureAll = async (browser, subjects, rounds, say) => {
    const samples = new Map(subjects.map(({ name }) => [name, []]));
    for (let round = 0; round < rounds; round += 1) {
        // Each round starts with another: nobody always comes after the heaviest.
        for (let turn = 0; turn < subjects.length; turn += 1) {
            const subject = subjects[(turn + round) % subjects.length];
            samples.get(subject.name).push(await measureOne(browser, subject));
        }
        say(`round ${round + 1} of ${rounds}`);
    }
    return subjects.map((subject) => ({ ...described(subject), ...medians(samples.get(subject.name)) }));
};

const described = ({ name, version, code, allowedNote, floor }) => ({
    name,
    version,
    code,
    allowedNote,
    floor,
});

const measureOne = async (browser, subject) => {
    const measured = await twoVisits(browser, subject);
    if (subject.refuse) {
        measured.accept = await answer(browser, subject, "accept");
        measured.refuse = await answer(browser, subject, "refuse");
        measured.allowed = await allowed(browser, subject);
    } else {
        // A click that nobody answers.
        measured.accept = await answer(browser, subject, "accept");
    }
    if (subject.opened) measured.noticeCold = await notice(browser, subject, false);
    if (subject.intent) measured.noticePrefetched = await notice(browser, subject, true);
    return measured;
};
