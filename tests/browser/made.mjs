// A notice made for one test: a sample with a few lines changed, built by the executable.

import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const sudare = process.env.SUDARE ?? `${root}target/debug/sudare`;

let made = 0;

/**
 * Builds a sample whose `notice.toml` is changed by `edit`, and its policies by `write`, with `flags`,
 * puts it up on the site and gives the folder's path there.
 */
export const make = (site, sample, edit = (text) => text, write = (text) => text, flags = []) => {
    const place = mkdtempSync(join(tmpdir(), "sudare-made-"));
    try {
        const notice = join(place, "privacy");
        cpSync(`${root}demo/notices/${sample}`, notice, { recursive: true });
        for (const name of readdirSync(notice)) {
            const change = name === "notice.toml" ? edit : name.endsWith(".md") ? write : undefined;
            const file = join(notice, name);
            if (change) writeFileSync(file, change(readFileSync(file, "utf8")));
        }
        execFileSync(sudare, ["build", notice, "-o", join(place, "consent"), ...flags], { stdio: "pipe" });
        const folder = `/made-${++made}`;
        for (const name of readdirSync(join(place, "consent"))) {
            site.put(readFileSync(join(place, "consent", name)), {}, `${folder}/${name}`);
        }
        return folder;
    } finally {
        rmSync(place, { recursive: true, force: true });
    }
};
