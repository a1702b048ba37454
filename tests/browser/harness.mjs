// One engine, one server, and host pages given as strings. Nothing here sleeps: everything waits
// for a condition in the page.
//
// ENGINE names the engine (chromium, firefox, webkit); DIST the folder that holds consent/.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createServer as createSocket } from "node:net";
import { homedir, tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { Builder, Capabilities, error as driverError } from "selenium-webdriver";

export const engine = process.env.ENGINE ?? "chromium";
export const dist = process.env.DIST ?? fileURLToPath(new URL("../../dist", import.meta.url));

/** How long a condition may take to come true before the test fails. */
const PATIENCE_MS = 15_000;

/** The strictest policy that the whole product runs under; `sudare build` prints it. */
export const STRICT =
    "default-src 'none'; script-src 'nonce-test' 'wasm-unsafe-eval'; connect-src 'self'; " +
    "style-src 'self'; img-src 'self'; require-trusted-types-for 'script'";

/**
 * A host page. `tag` is the one tag that an owner adds, of the notice in `folder`; `after` stands on
 * the line below it.
 */
export const page = ({
    folder = "/consent",
    tag = {},
    before = "",
    after = "",
    body = "<h1>Shop</h1>",
    lang = "en",
} = {}) => {
    const attributes = Object.entries(tag)
        .map(([name, value]) => ` ${name}="${value}"`)
        .join("");
    return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Shop</title>
<meta name="viewport" content="width=device-width">
<script nonce="test">
window.errors = []; window.violations = []; window.ran = []; window.lines = []; window.infos = [];
addEventListener("error", (e) => {
    const where = e.error instanceof WebAssembly.RuntimeError ? " " + e.error.stack : "";
    errors.push(String(e.error ?? e.message) + where);
});
addEventListener("unhandledrejection", (e) => errors.push("rejected: " + e.reason));
document.addEventListener("securitypolicyviolation", (e) => violations.push(e.violatedDirective + " " + e.blockedURI));
for (const level of ["log", "warn", "error", "debug"]) {
    const say = console[level];
    console[level] = (...what) => { lines.push(what.join(" ")); say.apply(console, what); };
}
console.info = (...what) => infos.push(what.join(" "));
</script>${before}
<script nonce="test" src="${folder}/consent.js"${attributes}></script>
${after}</head><body>${body}</body></html>`;
};

const TYPES = {
    ".css": "text/css",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".ts": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
};

/** The pages that the tests have handed in, the folder `dist/`, and scripts that say they ran. */
class Site {
    #pages = new Map();
    #faults = new Map();
    /** Every request: host and path. */
    requests = [];
    /** What every answer carries, such as leave for other hosts to read it. */
    headers = {};

    static async start() {
        const site = new Site();
        const server = createServer((request, response) => void site.#answer(request, response));
        server.listen(0);
        await once(server, "listening");
        site.server = server;
        site.port = server.address().port;
        return site;
    }

    /** Puts a page up and gives its path. */
    put(content, headers = {}, path = `/page-${this.#pages.size}.html`) {
        this.#pages.set(path, { content, headers });
        return path;
    }

    /**
     * Breaks a path until `mend`: the answer has that status, content or headers, or waits until the
     * function that is given back is called.
     */
    break(path, { held = false, ...answer }) {
        let letGo;
        const wait = held && new Promise((goOn) => (letGo = goOn));
        this.#faults.set(path, { wait, ...answer });
        return letGo;
    }

    /** Everything is as it was. */
    mend() {
        this.#faults.clear();
        this.headers = {};
    }

    /** Nobody answers at this address any more. */
    async goDown() {
        this.server.closeAllConnections();
        await new Promise((done) => this.server.close(done));
    }

    async comeUp() {
        this.server.listen(this.port);
        await once(this.server, "listening");
    }

    /** A file of dist/. */
    async read(path) {
        return { content: await readFile(join(dist, path)) };
    }

    async #answer(request, response) {
        const { pathname, searchParams } = new URL(request.url, "http://x");
        this.requests.push(`${request.headers.host} ${request.url}`);
        for (const header of Object.entries(this.headers)) response.setHeader(...header);
        const fault = this.#faults.get(pathname);
        await fault?.wait;
        if (fault && "status" in fault) {
            response.writeHead(fault.status, fault.headers);
            response.end(fault.content);
            return;
        }
        const page = this.#pages.get(pathname);
        if (page) {
            response.writeHead(200, {
                "content-type": TYPES[extname(pathname)] ?? "text/html",
                ...page.headers,
            });
            response.end(page.content);
        } else if (pathname === "/ran.js") {
            // As late as the test wants it: the answer waits until the page asks for another path.
            const until = searchParams.get("after");
            if (until) await this.requested(`${request.headers.host} ${until}`, true);
            response.writeHead(200, { "content-type": TYPES[".js"] });
            response.end(`ran.push(${JSON.stringify(searchParams.get("id"))})`);
        } else {
            const file = join(dist, normalize(pathname.replace(/\/$/, "/index.html")));
            const content = await readFile(file).catch(() => undefined);
            response.writeHead(content ? 200 : 404, {
                "content-type": TYPES[extname(file)] ?? "application/octet-stream",
            });
            response.end(content);
        }
    }

    /** Resolves when a request with that text in it, or of that text, has come in. */
    async requested(text, whole = false) {
        while (!this.requests.some((line) => (whole ? line === text : line.includes(text)))) {
            await once(this.server, "request", { signal: AbortSignal.timeout(PATIENCE_MS) });
        }
    }
}

const freePort = async () => {
    const socket = createSocket().listen(0);
    await once(socket, "listening");
    const { port } = socket.address();
    socket.close();
    await once(socket, "close");
    return port;
};

const find = (name, ...folders) =>
    [...folders, ...process.env.PATH.split(":")].map((folder) => join(folder, name)).find(existsSync);

const ENGINES = {
    chromium: async ({ script = true, still = false, profile }) => ({
        driver: [find("chromedriver"), (port) => [`--port=${port}`]],
        capabilities: {
            browserName: "chrome",
            "goog:chromeOptions": {
                binary: find("chromium"),
                args: [
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--force-color-profile=srgb",
                    `--user-data-dir=${profile}`,
                    ...(still ? ["--force-prefers-reduced-motion"] : []),
                ],
                prefs: script ? {} : { "profile.managed_default_content_settings.javascript": 2 },
            },
        },
    }),
    firefox: async ({ script = true, gpc = false, still = false }) => ({
        driver: [
            find("geckodriver", join(homedir(), ".cache/sudare/geckodriver-0.37.1/bin")),
            (port) => ["--port", String(port), "--websocket-port", "0"],
        ],
        capabilities: {
            browserName: "firefox",
            "moz:firefoxOptions": {
                binary: find("firefox-esr"),
                args: ["-headless"],
                prefs: {
                    "javascript.enabled": script,
                    "privacy.globalprivacycontrol.enabled": gpc,
                    "privacy.globalprivacycontrol.functionality.enabled": gpc,
                    "ui.prefersReducedMotion": Number(still),
                },
            },
        },
    }),
    webkit: async () => ({
        driver: [find("WebKitWebDriver"), (port) => [`--port=${port}`]],
        display: true,
        capabilities: {
            browserName: "MiniBrowser",
            "webkitgtk:browserOptions": {
                binary: readdirSync("/usr/lib")
                    .map((folder) => `/usr/lib/${folder}/webkit2gtk-4.1/MiniBrowser`)
                    .find(existsSync),
                args: ["--automation"],
            },
        },
    }),
};

/** Starts a program and waits until it says what it says when it is ready. */
const run = async (command, args, env, isReady) => {
    const child = spawn(command, args, {
        env: { ...process.env, ...env },
        stdio: ["ignore", "pipe", "pipe"],
    });
    const gone = once(child, "exit").then(() => {
        throw Error(`${command} ended before it was ready`);
    });
    await Promise.race([gone, isReady(child)]);
    gone.catch(() => {});
    return child;
};

const answers = async (url) => {
    for (;;) {
        const answer = await fetch(url).catch(() => undefined);
        if (answer) return;
        await new Promise(setImmediate);
    }
};

/**
 * Starts the engine and the server. `script: false` turns scripts off, `gpc: true` the signal on;
 * `still: true` asks for reduced motion.
 */
export const start = async (wishes = {}) => {
    const site = await Site.start();
    const profile = mkdtempSync(join(tmpdir(), "sudare-"));
    const children = [];
    const stop = () => {
        for (const child of children.reverse()) child.kill();
        site.server.closeAllConnections();
        site.server.close();
        rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    };
    try {
        const driver = await startDriver({ ...wishes, profile }, children);
        return new World(site, driver, async () => {
            await tellIfLost(driver);
            await driver.quit().catch(() => {});
            stop();
        });
    } catch (problem) {
        stop();
        throw problem;
    }
};

/**
 * Tells the runner, by making the file that LOST names, where the browser has ended by itself: its
 * driver then knows no session. A browser that is there, however badly the tests went, has one.
 */
const tellIfLost = async (driver) => {
    const answer = await driver.getWindowHandle().catch((problem) => problem);
    if (answer instanceof driverError.NoSuchSessionError && process.env.LOST) {
        writeFileSync(process.env.LOST, String(answer));
    }
};

const startDriver = async (wishes, children) => {
    const {
        driver: [command, args],
        capabilities,
        display,
    } = await ENGINES[engine](wishes);
    let env = {};
    if (display && !process.env.DISPLAY) {
        // Xvfb takes a free number and says which.
        let number;
        children.push(
            await run("Xvfb", ["-displayfd", "1", "-screen", "0", "1280x900x24"], {}, async (child) => {
                [number] = await once(child.stdout, "data");
            }),
        );
        env = { DISPLAY: `:${String(number).trim()}`, WEBKIT_DISABLE_COMPOSITING_MODE: "1" };
    }
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    children.push(await run(command, args(port), env, () => answers(`${url}/status`)));
    const driver = await new Builder()
        .disableEnvironmentOverrides()
        .usingServer(url)
        .withCapabilities(new Capabilities(capabilities))
        .build();
    await driver.manage().setTimeouts({ script: PATIENCE_MS, pageLoad: 2 * PATIENCE_MS });
    return driver;
};

/** Finds an element through open shadow roots. */
const DEEP = `const deep = (selector, root = document) => {
    const found = root.querySelector(selector);
    if (found) return found;
    for (const host of root.querySelectorAll("*")) {
        const inside = host.shadowRoot && deep(selector, host.shadowRoot);
        if (inside) return inside;
    }
    return null;
};`;

/**
 * Whether the notice stands open and all of it is there: what is below the first screen is drawn a part
 * at a time, once that is painted.
 */
export const ALL_THERE = `(() => {
    const dialog = deep("dialog[open]");
    const all = (selector, isThere) => [...dialog.querySelectorAll(selector)].every(isThere);
    return !!dialog?.querySelector("#sudare-whole") &&
        all(".card", ({ dataset }) => dialog.querySelector("article#" + dataset.consentCard)) &&
        all("#sudare-choices details", (companies) => companies.querySelector(".service"));
})()`;

let visitors = 0;

export class World {
    constructor(site, driver, stop) {
        Object.assign(this, { site, driver, stop });
        this.newVisitor();
    }

    /** A visitor who has never been here: another host name has a storage of its own. */
    newVisitor() {
        this.host = `visitor-${++visitors}-${process.pid}.localhost`;
    }

    url(path) {
        return `http://${this.host}:${this.site.port}${path}`;
    }

    /** Opens a page given as a string, and gives its path. */
    async visit(content, headers = {}, hash = "") {
        const path = this.site.put(content, headers);
        await this.driver.get(this.url(path + hash));
        return path;
    }

    reload() {
        return this.driver.navigate().refresh();
    }

    /** What a script gives; `deep(selector)` is there for it. */
    run(script, ...args) {
        return this.driver.executeScript(DEEP + script, ...args);
    }

    /** What an expression in the page is worth. */
    ask(expression) {
        return this.run(`return (${expression})`);
    }

    /** Resolves when the page has been painted that often. */
    paintings(count) {
        return this.driver.executeAsyncScript(
            `const [count, done] = arguments;
            const next = (left) => requestAnimationFrame(() => setTimeout(() => (left ? next(left - 1) : done())));
            next(count);`,
            count,
        );
    }

    /** Waits until an expression in the page is true. */
    async waitFor(expression) {
        let last;
        const look = async () => {
            try {
                last = await this.ask(expression);
            } catch (problem) {
                // Between two pages.
                last = problem;
                return false;
            }
            return last;
        };
        try {
            await this.driver.wait(look, PATIENCE_MS, `never true: ${expression}`, 10);
        } catch (problem) {
            const said = await this.ask("[location.href, ...errors, ...violations, ...lines]").catch(String);
            const looked = last instanceof Error ? `, at last: ${last.message}` : "";
            const message = `${problem.message}${looked}; the page says: ${JSON.stringify(said)}`;
            throw new Error(message, { cause: problem });
        }
        return last;
    }

    /**
     * Brings an element to the middle, as people do, and waits until it is there and was a painting ago: a
     * driver clicks on a place, not on it. Chromium's is content with a place that the notice's head
     * covers; WebKit goes back to what has the focus, a painting after it got it, and paints nothing in
     * a tab that is behind another.
     */
    #atRest(element) {
        return this.driver.executeAsyncScript(
            `const [element, done] = arguments;
            let before;
            const look = () => {
                element.scrollIntoView({ block: "center" });
                const { x, y, width, height } = element.getBoundingClientRect();
                const isThere = element.checkVisibility({ contentVisibilityAuto: true });
                const now = isThere && [x, y, width, height].join();
                if (now && now === before) return done();
                before = now;
                let waits = true;
                const next = () => waits && ((waits = false), look());
                requestAnimationFrame(() => setTimeout(next));
                setTimeout(next, 250);
            };
            look();`,
            element,
        );
    }

    /**
     * Clicks as a visitor does, once it can be seen and is at rest. A page may put another in its place
     * between the look and the click: then that one, once.
     */
    async click(selector, again = true) {
        const quoted = JSON.stringify(selector);
        const element = await this.waitFor(`(() => {
            const element = deep(${quoted});
            return element?.checkVisibility() && element;
        })()`);
        try {
            await this.#atRest(element);
            await element.click();
        } catch (error) {
            const there = this.driver.executeScript("return arguments[0].isConnected", element);
            if (!again || (await there.catch(() => false))) throw error;
            console.error(`${engine}: ${selector} went before the click (${error.message}); once more`);
            await this.click(selector, false);
        }
    }

    /** Clicks a button by its documented hook. */
    act(action) {
        return this.click(`[data-consent-action="${action}"]`);
    }

    toggle(id) {
        return this.click(`[data-consent-toggle="${id}"]`);
    }

    /** Whether the first layer asks. */
    asks() {
        return this.ask(`!!document.querySelector("sudare-choice")`);
    }

    /** The whole of `consent.get()`. */
    snapshot() {
        return this.ask("JSON.parse(JSON.stringify(consent.get()))");
    }

    /** What went wrong on the page, by its own account. */
    async troubles() {
        return this.ask("[...errors, ...violations]");
    }
}
