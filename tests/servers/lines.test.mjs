// The lines that `sudare build` prints and docs/serving.md has, on the servers they are for: those that
// are on this machine (Debian: nginx-light, libnginx-mod-http-brotli-static, apache2, caddy).

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { NAMES, isHere, startServer } from "./machine.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const FOR_EVER = "public, max-age=31536000, immutable";
const SHORTLY = "public, max-age=600";
const TYPES = {
    ".js": /^(text|application)\/javascript/,
    ".mjs": /^(text|application)\/javascript/,
    ".wasm": /^application\/wasm$/,
    ".json": /^application\/json/,
    ".css": /^text\/css/,
    ".html": /^text\/html/,
};
const UNPACKED = { br: brotliDecompressSync, gzip: gunzipSync };

/** An answer as it comes over the line. */
const ask = (url, headers = {}) =>
    new Promise((done, failed) => {
        get(url, { headers, agent: false }, (answer) => {
            const pieces = [];
            answer.on("data", (piece) => pieces.push(piece));
            answer.on("end", () =>
                done({
                    status: answer.statusCode,
                    headers: answer.headers,
                    body: Buffer.concat(pieces),
                }),
            );
        }).on("error", failed);
    });

/** The lines that docs/serving.md has for a server. */
const documented = (name) =>
    readFileSync(`${root}docs/serving.md`, "utf8").match(new RegExp(`\`\`\`${name}\n(.*?)\n\`\`\``, "s"))[1];

/** The lines that `build` has printed for a server, whose name stands before them. */
const printed = (name, report) => {
    const lines = report
        .split(new RegExp(`^  ${name}\\b.*\n`, "im"))[1]
        .split(/^ {2}\S/m)[0]
        .trim();
    return name === "apache" ? `<Directory /var/www/html/consent>\n${lines}\n</Directory>` : lines;
};

let folder;
let site;
let report;
before(() => {
    folder = mkdtempSync(join(tmpdir(), "sudare-servers-"));
    // Apache gives up its rights and still has to read it.
    chmodSync(folder, 0o755);
    site = join(folder, "site");
    const out = join(site, "consent");
    const notice = join(folder, "notice");
    cpSync(`${root}demo/notices/aster`, notice, { recursive: true });
    report = execFileSync(`${root}target/debug/sudare`, ["build", notice, "-o", out], { encoding: "utf8" });
    cpSync(out, join(site, "elsewhere"), { recursive: true });
    writeFileSync(join(site, "page.html"), "<p>A page of the site's.</p>");
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** Where the lines stand, how they are found, and for which servers they send what is packed. */
const SOURCES = [
    ["in docs/serving.md", documented, NAMES],
    ["printed by build", printed, ["nginx", "caddy"]],
];

for (const [where, linesOf, packing] of SOURCES) {
    for (const name of NAMES) {
        describe(`the lines ${where} for ${name}`, { skip: !isHere(name) && "it is not here" }, () => {
            let server;
            let files;
            before(async () => {
                const its = join(folder, `${name}-${where.length}`);
                server = await startServer(name, { folder: its, site, lines: linesOf(name, report) });
                files = readdirSync(join(site, "consent")).filter((file) => TYPES[extname(file)]);
            });
            after(() => server?.stop());

            const each = async (act) => {
                assert.ok(files.length > 8, files.join());
                for (const file of files) await act(file, `${server.origin}/consent/${file}`);
            };

            test("hashed files are kept for ever, the others shortly", async () => {
                await each(async (file, url) => {
                    const { status, headers } = await ask(url);
                    assert.equal(status, 200, file);
                    const kept = /\.[\w-]{43}\./.test(file) ? FOR_EVER : SHORTLY;
                    assert.equal(headers["cache-control"], kept, file);
                });
            });

            test("each has its type, packed or not", async () => {
                await each(async (file, url) => {
                    // What is printed leaves `.mjs` to the server's list of types.
                    if (extname(file) === ".mjs" && linesOf === printed) return;
                    for (const encoding of ["identity", "gzip", "br"]) {
                        const { headers } = await ask(url, { "accept-encoding": encoding });
                        assert.match(headers["content-type"], TYPES[extname(file)], `${file}, ${encoding}`);
                    }
                });
            });

            const skip = !packing.includes(name) && "these lines are of the headers alone";
            test("what was packed beforehand is sent as it is to whoever takes it", { skip }, async () => {
                await each(async (file, url) => {
                    const plain = readFileSync(join(site, "consent", file));
                    for (const [encoding, ending] of [
                        ["br", ".br"],
                        ["gzip", ".gz"],
                    ]) {
                        if (encoding === "br" && !server.brotli) continue;
                        const packed = readdirSync(join(site, "consent")).includes(file + ending);
                        const { headers, body } = await ask(url, { "accept-encoding": encoding });
                        assert.equal(
                            headers["content-encoding"],
                            packed ? encoding : undefined,
                            `${file}, ${encoding}`,
                        );
                        if (packed) {
                            assert.deepEqual(body, readFileSync(join(site, "consent", file + ending)), file);
                            assert.match(headers.vary, /accept-encoding/i, file);
                        }
                        assert.deepEqual(packed ? UNPACKED[encoding](body) : body, plain, file);
                    }
                    const { headers, body } = await ask(url);
                    assert.equal(headers["content-encoding"], undefined, file);
                    assert.deepEqual(body, plain, file);
                });
            });

            test("consent.js that has not changed is not sent again", async () => {
                for (const encoding of ["identity", "gzip", "br"]) {
                    const url = `${server.origin}/consent/consent.js`;
                    const first = await ask(url, { "accept-encoding": encoding });
                    assert.ok(first.headers.etag, encoding);
                    const again = await ask(url, {
                        "accept-encoding": encoding,
                        "if-none-match": first.headers.etag,
                    });
                    assert.equal(again.status, 304, encoding);
                    assert.equal(again.headers["cache-control"], SHORTLY, encoding);
                }
            });

            test("that a hashed file is gone is not kept for ever", async () => {
                for (const ending of ["js", "wasm", "json", "css"]) {
                    const gone = await ask(`${server.origin}/consent/widget.${"x".repeat(43)}.${ending}`);
                    assert.equal(gone.status, 404, ending);
                    assert.notEqual(gone.headers["cache-control"], FOR_EVER, ending);
                }
            });

            test("nothing else of the site is touched", async () => {
                for (const path of ["page.html", "elsewhere/consent.js"]) {
                    const { status, headers } = await ask(`${server.origin}/${path}`, {
                        "accept-encoding": "br, gzip",
                    });
                    assert.equal(status, 200, path);
                    assert.equal(headers["cache-control"], undefined, path);
                    assert.equal(headers["content-encoding"], undefined, path);
                }
            });
        });
    }
}
