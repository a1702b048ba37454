// Lighthouse on the static page of each sample notice: accessibility, best practices, SEO.
//
//     node bench/lighthouse.mjs [sample…]
//
// It builds each notice as if it were served where this script serves it, under `script-src 'self'`,
// and reports what is below 100. Lighthouse is fetched by npm on the first run (170 MB, and so no
// dependency of the project); it opens pages of this machine only. Version 13 wants Node 22.

import { execFile, execFileSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const LIGHTHOUSE = "lighthouse@12.8.2";
const root = fileURLToPath(new URL("..", import.meta.url));
const samples = process.argv.length > 2 ? process.argv.slice(2) : readdirSync(`${root}demo/notices`);
const sudare = [`${root}dist/bin/sudare`, `${root}target/debug/sudare`].find(existsSync);
if (!sudare) throw new Error("there is no executable; `make demo` builds one");

const TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".wasm": "application/wasm",
};
const POLICY =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; " +
    "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
    "require-trusted-types-for 'script'";

const place = mkdtempSync(join(tmpdir(), "sudare-lighthouse-"));
const server = createServer(({ url }, response) => {
    const file = join(place, new URL(url, "http://x").pathname);
    const content = existsSync(file) && extname(file) ? readFileSync(file) : undefined;
    // Every site has an icon of its own or does without; it is no part of what is measured.
    const missing = url === "/favicon.ico" ? 204 : 404;
    response.writeHead(content ? 200 : missing, {
        "content-type": TYPES[extname(file)] ?? "text/plain",
        "content-security-policy": POLICY,
        "cross-origin-opener-policy": "same-origin",
    });
    response.end(content);
});
server.listen(0, "127.0.0.1");
await once(server, "listening");
const origin = `http://localhost:${server.address().port}`;

const measure = async (sample, page) => {
    const output = join(place, "report.json");
    const { stdout } = await promisify(execFile)(
        "npm",
        [
            ...["exec", "--yes", `--package=${LIGHTHOUSE}`, "--", "lighthouse", `${origin}/${sample}/${page}`],
            ...["--quiet", "--output=json", `--output-path=${output}`, "--no-enable-error-reporting"],
            "--only-categories=accessibility,best-practices,seo",
            "--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run " +
                "--disable-background-networking --disable-component-update --disable-sync",
        ],
        { env: { CHROME_PATH: "/usr/bin/chromium", ...process.env }, maxBuffer: 1 << 26 },
    );
    if (stdout.trim()) console.log(stdout.trim());
    return JSON.parse(readFileSync(output, "utf8"));
};

const rows = {};
const faults = [];
try {
    for (const sample of samples) {
        const source = join(place, "source", sample);
        cpSync(`${root}demo/notices/${sample}`, source, { recursive: true });
        const manifest = join(source, "notice.toml");
        const served = `[notice]\nserved-at = "${origin}/${sample}/"`;
        writeFileSync(manifest, readFileSync(manifest, "utf8").replace("[notice]", served));
        execFileSync(sudare, ["build", source, "-o", join(place, sample)]);
        const pages = readdirSync(join(place, sample)).filter((name) => /^index(\.ja)?\.html$/.test(name));
        for (const page of pages) {
            const { categories, audits } = await measure(sample, page);
            const scores = Object.values(categories).map(({ id, score }) => [id, Math.round(score * 100)]);
            rows[`${sample}/${page}`] = Object.fromEntries(scores);
            for (const category of Object.values(categories)) {
                for (const { id, weight } of category.auditRefs) {
                    const { score, title, explanation, details } = audits[id];
                    if (!weight || score === null || score === 1) continue;
                    const items = JSON.stringify(details?.items?.slice(0, 3) ?? []).slice(0, 600);
                    faults.push(`${sample}/${page}: ${id}: ${title} ${explanation ?? ""} ${items}`);
                }
            }
        }
    }
} finally {
    server.close();
    rmSync(place, { recursive: true, force: true });
}
console.table(rows);
for (const fault of faults) console.log(fault);
if (faults.length) process.exitCode = 1;
