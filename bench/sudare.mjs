// Sudare's own executable and what it builds for the bench.

import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** The one that was built last; `make bench` builds the one that is released. */
export const executable = ["target/tool/sudare", "target/debug/sudare"]
    .map((path) => root + path)
    .filter(existsSync)
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0];

/** Builds a notice's folder and gives its files by name. */
export const build = (notice, out, ...options) => {
    rmSync(out, { recursive: true, force: true });
    execFileSync(executable, ["build", notice, "-o", out, ...options], {
        stdio: ["ignore", "ignore", "ignore"],
    });
    return Object.fromEntries(readdirSync(out).map((name) => [name, readFileSync(`${out}/${name}`)]));
};

/** The notice of the equal pages. */
export const buildOwn = () => {
    const notice = `${root}target/bench/notice`;
    mkdirSync(notice, { recursive: true });
    copyFileSync(`${root}bench/notice/notice.toml`, `${notice}/notice.toml`);
    copyFileSync(`${root}demo/notices/aster/en.md`, `${notice}/en.md`);
    return build(notice, `${root}target/bench/consent`, "--inline", "--smallest");
};
