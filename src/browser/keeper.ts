/**
 * Keeps the notice alive. Where the widget's wasm stops in the midst of something (a trap, an exception
 * of the page's that goes through it), it was not put in order and nothing of it can be trusted: none of
 * it is called again, what it has drawn goes, and a fresh one is started on the same code. Choices are
 * stored before anything is drawn, so that the fresh one shows what holds. WebKit's wasm is known to
 * trap in sound code (CHANGELOG.md), and a page may have changed what the widget calls.
 */

import type { Bridge, Widget } from "../boot/notice.ts";

type Exports = WebAssembly.Exports;

/** What wasm-bindgen wrote, with a state of its own for each call: `scripts/glue.mjs` makes it. */
export type Program = (guard: (exports: Exports) => Exports) => Widget & {
    init(code: WebAssembly.Module): Promise<unknown>;
    /** Before all that a widget does. Throws for a notice of another version. */
    mount(root: ShadowRoot, notice: string, bridge: Bridge): void;
    draw(): void;
};

/** How often on one page: what stops again and again will not be drawn. */
const FRESH_STARTS = 3;

/**
 * From what the browser has of it, or from a copy where the server does not know the type. Not as it
 * comes: a file that is held against a hash is given out once all of it is there (Fetch, main fetch).
 */
const compile = async (response: Response): Promise<WebAssembly.Module> => {
    const type = response.headers.get("content-type");
    // With a parameter behind it, browsers do not take it for the type (WebAssembly Web API, streaming).
    if (type === "application/wasm") return WebAssembly.compileStreaming(response);
    console.warn(`Sudare: the server gives ${response.url} as ${type}, not as application/wasm`);
    return WebAssembly.compile(await response.arrayBuffer());
};

/** The program's functions; once one has thrown they all are silent, and `stopped` is told, once. */
const guard = (exports: Exports, stopped: (cause: unknown) => void): Exports => {
    let sound = true;
    const guarded: Exports = {};
    for (const [name, its] of Object.entries(exports)) {
        guarded[name] =
            typeof its !== "function"
                ? its
                : (...values: unknown[]): unknown => {
                      try {
                          if (sound) return its(...values);
                      } catch (cause) {
                          if (sound) {
                              sound = false;
                              stopped(cause);
                          }
                      }
                      return undefined;
                  };
    }
    return guarded;
};

/** Who has the keyboard, however deep in shadow roots. */
const focused = (): HTMLElement | null => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active as HTMLElement | null;
};

/** Done with this turn: the browser may paint, and hear what has been pressed. */
const pause = (): Promise<void> => new Promise((goOn) => setTimeout(goOn));

/** The `mount` that boot calls: starts the program, and starts it again where it stops. */
export const keep =
    (program: Program, css: string) =>
    async (files: Promise<[Response, string]>, root: ShadowRoot, bridge: Bridge): Promise<Widget> => {
        // While the wasm is on its way. Constructed, which a strict policy lets through.
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        const [response, text] = await files;
        let notice = text;
        /** How many languages have been asked for. */
        let wishes = 0;
        const code = await compile(response);
        let left = FRESH_STARTS;
        let widget: Widget | null = null;
        /** Where the notice was asked to open; none while it is closed. */
        let place: string | null = null;
        let opener: HTMLElement | null = null;
        let broken: unknown;

        const lent: Bridge = {
            ...bridge,
            emit(event, detail) {
                if (event === "hide") {
                    place = null;
                    // A dialog gives the keyboard back by itself; across shadow roots not every
                    // browser does.
                    opener?.focus();
                }
                bridge.emit(event, detail);
            },
            // A fresh one speaks the language of the one before it.
            async notice(language) {
                const wish = ++wishes;
                const its = await bridge.notice(language);
                // The last wish holds, whichever comes first.
                return wish === wishes ? (notice = its) : new Promise(Boolean);
            },
        };

        const start = async (): Promise<Widget> => {
            let stopped = false;
            let why: unknown;
            const fresh = program((exports) =>
                guard(exports, (cause) => {
                    stopped = true;
                    why = cause;
                    if (widget) void startAgain(cause);
                }),
            );
            await fresh.init(code);
            root.adoptedStyleSheets = [sheet];
            root.replaceChildren();
            try {
                fresh.mount(root, notice, lent);
                await pause();
                fresh.draw();
                if (!stopped) return (widget = fresh);
            } catch (problem) {
                if (!stopped) throw problem;
            }
            return afresh(why);
        };

        const afresh = (cause: unknown): Promise<Widget> => {
            console.warn("Sudare: the notice stopped and is started afresh: " + cause);
            bridge.emit("error", cause);
            if (!left--) throw cause;
            return start();
        };

        const startAgain = async (cause: unknown): Promise<void> => {
            widget = null;
            // At once: a notice that cannot be closed would stand between the visitor and the page.
            root.replaceChildren();
            try {
                const fresh = await afresh(cause);
                if (place === null) return;
                opener?.focus();
                fresh.show(place);
            } catch (problem) {
                broken = problem;
                if (place !== null) lent.emit("hide");
            }
        };

        const first = await start();
        // Drawing, laying out its bar, its title, and opening are a turn each.
        await pause();
        await pause();
        // What was chosen meanwhile, boot had nobody to tell.
        first.refresh();
        return {
            show(where) {
                // Boot opens the page in its place.
                if (broken) throw broken;
                if (place === null) opener = focused();
                place = where;
                widget?.show(where);
            },
            hide() {
                if (widget) widget.hide();
                else if (place !== null) lent.emit("hide");
            },
            press: (event) => widget?.press(event),
            refresh: () => widget?.refresh(),
        };
    };
