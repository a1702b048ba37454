// A visitor: a browser without anything stored, on a slow line and a slow machine.

import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";

const PROBE = readFileSync(new URL("probe.js", import.meta.url), "utf8");

/** 1.6 Mbit/s with 150 ms, and a processor four times as slow. */
export const SLOW = {
    network: { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 },
    processor: 4,
};

const QUIET_MS = 300;
const LOOK_MS = 25;

export const launch = () =>
    chromium.launch({
        executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
        args: [
            "--no-sandbox",
            // Some hide from robots; this one is to be taken for a visitor.
            "--disable-blink-features=AutomationControlled",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--enable-precise-memory-info",
        ],
    });

export class Visit {
    /** One tab; `context` is the visitor's. */
    static async begin(context, { network, processor } = SLOW) {
        const visit = new Visit();
        visit.page = await context.newPage();
        visit.cdp = await context.newCDPSession(visit.page);
        visit.requests = new Map();
        visit.cdp.on("Network.requestWillBeSent", ({ requestId, request, type }) => {
            visit.requests.set(requestId, { url: request.url, document: type === "Document", bytes: 0 });
        });
        visit.cdp.on("Network.requestServedFromCache", ({ requestId }) => {
            const request = visit.requests.get(requestId);
            if (request) request.cached = true;
        });
        visit.cdp.on("Network.responseReceived", ({ requestId, response }) => {
            const request = visit.requests.get(requestId);
            if (request)
                Object.assign(request, {
                    status: response.status,
                    cached: request.cached || response.fromDiskCache,
                });
        });
        visit.cdp.on("Network.responseReceivedExtraInfo", ({ requestId, statusCode }) => {
            const request = visit.requests.get(requestId);
            if (request) request.sent = statusCode;
        });
        visit.cdp.on("Network.loadingFailed", ({ requestId }) => {
            const request = visit.requests.get(requestId);
            if (request) request.done = true;
        });
        visit.cdp.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
            const request = visit.requests.get(requestId);
            if (request) Object.assign(request, { done: true, bytes: encodedDataLength });
        });
        await visit.cdp.send("Network.enable");
        await visit.cdp.send("Performance.enable");
        if (network) await visit.cdp.send("Network.emulateNetworkConditions", network);
        if (processor) await visit.cdp.send("Emulation.setCPUThrottlingRate", { rate: processor });
        await visit.page.addInitScript(PROBE);
        return visit;
    }

    async go(url) {
        await this.page.goto(url, { waitUntil: "commit" });
    }

    /** What an expression in the page is worth. */
    ask(expression) {
        return this.page.evaluate(expression);
    }

    /** When the first layer, or whatever the expression finds, can be used. */
    usable(expression, needsHandler = true) {
        return this.ask(`bench.usable(() => ${expression}, ${needsHandler})`);
    }

    async metrics() {
        const { metrics } = await this.cdp.send("Performance.getMetrics");
        return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
    }

    /** What has come over the line so far. */
    fetched() {
        const done = [...this.requests.values()].filter(({ done, url }) => done && url.startsWith("http"));
        return { requests: done, bytes: done.reduce((sum, { bytes }) => sum + bytes, 0) };
    }

    /** Until nothing has been on its way for a while, and nothing is left to do. */
    async settle() {
        for (let quiet = 0; quiet < QUIET_MS;) {
            const before = this.requests.size;
            await new Promise((done) => setTimeout(done, LOOK_MS));
            const busy = [...this.requests.values()].some(({ done }) => !done);
            quiet = busy || this.requests.size > before ? 0 : quiet + LOOK_MS;
        }
        await this.ask("new Promise((done) => requestIdleCallback(() => requestIdleCallback(done)))");
    }

    /** What the page holds in memory, garbage collected: objects, their buffers, and wasm's memory. */
    async heap() {
        await this.cdp.send("HeapProfiler.enable");
        for (let turn = 0; turn < 2; turn += 1) await this.cdp.send("HeapProfiler.collectGarbage");
        await this.cdp.send("HeapProfiler.disable");
        const { usedSize, embedderHeapUsedSize = 0 } = await this.cdp.send("Runtime.getHeapUsage");
        return {
            script: usedSize,
            elements: embedderHeapUsedSize,
            wasm: await this.ask("bench.wasmBytes()"),
        };
    }

    /** A click of the mouse on what the expression finds. */
    async click(expression) {
        const { x, y } = await this.ask(`(() => {
            const { left, top, width, height } = (${expression}).getBoundingClientRect();
            return { x: left + width / 2, y: top + height / 2 };
        })()`);
        await this.page.mouse.click(x, y);
    }

    close() {
        return this.page.close();
    }
}
