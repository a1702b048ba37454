// A server as an owner would have: brotli, ETags, hashed files for ever and everything else asked
// about again.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { once } from "node:events";
import { extname } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".wasm": "application/wasm",
};

const HASHED = /\.[\w-]{43}\./;

const FULL = 11;

/** Everybody's files at full strength, compressed once. */
export const brotli = (bytes, quality = FULL) =>
    brotliCompressSync(bytes, {
        params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_LGWIN]: 22 },
    });

export class Server {
    #answers = new Map();

    static async start() {
        const server = new Server();
        server.http = createServer((request, response) => server.#answer(request, response));
        // A visitor's connection outlives the pause between two visits.
        server.http.keepAliveTimeout = 60_000;
        server.http.listen(0, "127.0.0.1");
        await once(server.http, "listening");
        server.origin = `http://127.0.0.1:${server.http.address().port}`;
        return server;
    }

    /** Puts up a text or bytes at a path. */
    put(path, content, quality = FULL) {
        const plain = Buffer.from(content);
        this.#answers.set(path, {
            compressed: brotli(plain, quality),
            headers: {
                "content-type": TYPES[extname(path)] ?? "application/octet-stream",
                "content-encoding": "br",
                "cache-control": HASHED.test(path) ? "public, max-age=31536000, immutable" : "no-cache",
                etag: `"${createHash("sha256").update(plain).digest("hex").slice(0, 16)}"`,
            },
        });
        return this.origin + path;
    }

    /** Puts up a file. */
    putFile(path, file) {
        return this.put(path, readFileSync(file));
    }

    has(path) {
        return this.#answers.has(path);
    }

    /** The file at a path after brotli, in bytes. */
    size(path) {
        return this.#answers.get(path).compressed.length;
    }

    #answer(request, response) {
        const answer = this.#answers.get(new URL(request.url, this.origin).pathname);
        if (!answer) {
            response.writeHead(404).end();
        } else if (request.headers["if-none-match"] === answer.headers.etag) {
            response.writeHead(304, {
                etag: answer.headers.etag,
                "cache-control": answer.headers["cache-control"],
            });
            response.end();
        } else {
            response.writeHead(200, { ...answer.headers, "content-length": answer.compressed.length });
            response.end(answer.compressed);
        }
    }

    stop() {
        this.http.closeAllConnections();
        this.http.close();
    }
}
