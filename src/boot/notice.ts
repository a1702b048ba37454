/** The notice itself: the Yew widget, fetched when a visitor shows intent and not before. */

import { asked } from "./asked.ts";
import { key, release, speeches, wasmIntegrity } from "./compiled.ts";
import type { Receipt, Snapshot } from "./consent.d.ts";
import { publish, snapshot } from "./decision.ts";
import { make } from "./elements.ts";
import { emit } from "./events.ts";
import { warn } from "./log.ts";
import { draw } from "./screen.ts";
import * as store from "./store.ts";
import { beside, language } from "./tag.ts";

interface Widget {
    show(where?: string): void;
    hide(): void;
    refresh(): void;
}

export interface Bridge {
    snapshot(): Snapshot;
    read(): string | null;
    keep(text: string): void;
    published(): void;
    forget(): void;
    hidden(): void;
    notice(language: string): Promise<string>;
    key(): string;
    /** What a part may change: what the question is about, and where the record is kept. */
    asked: typeof asked;
    refuge: typeof store.refuge;
    receipt(): Promise<Receipt | null>;
}

interface WidgetModule {
    default(options: { module_or_path: Promise<Response> }): Promise<unknown>;
    /** Throws for a notice of another version. */
    mount(root: ShadowRoot, notice: string, bridge: Bridge): Widget;
}

type Later = typeof import("./later/later.ts");

let loading: Promise<Widget> | undefined;
let widget: Widget | undefined;
const host = make("sudare-notice", {});

const get = (file: string, integrity: string): Promise<Response> => fetch(beside(file), { integrity });

const getNotice = async (tag: string): Promise<string> => {
    const [hash, integrity] = speeches[tag]![2];
    return (await get(`notice.${tag}.${hash}.json`, integrity)).text();
};

/** `import()` takes no hash. */
const bring = (name: string): Promise<unknown> => import(beside(`${name}.${release}.js`));

const load = async (): Promise<Widget> => {
    const wasm = get(`widget.${release}.wasm`, wasmIntegrity);
    const [module, notice] = await Promise.all([
        bring("widget") as Promise<WidgetModule>,
        getNotice(language),
        wasm,
    ]);
    await module.default({ module_or_path: wasm });
    // Drawn at the first sign of intent, too: a click then only has to open it.
    return (widget = module.mount(host.attachShadow({ mode: "open" }), notice, bridge));
};

/** Fetches and draws the notice, once; a failure may be tried again. */
export const prefetch = (): Promise<Widget> => {
    loading ??= load();
    loading.catch(() => (loading = undefined));
    return loading;
};

/** Forgets the choice; `quiet` does not ask again at once. */
export const forget = (quiet: boolean): void => {
    store.clear();
    draw(quiet);
    publish();
};

export const bridge: Bridge = {
    snapshot: () => snapshot,
    read: store.read,
    keep: store.keep,
    published: publish,
    forget: () => forget(true),
    hidden: () => emit("hide"),
    notice: getNotice,
    key: () => key,
    asked,
    refuge: store.refuge,
    receipt: () => later("receipt") as Promise<Receipt | null>,
};

const page = (): string => beside(`index.${language}.html`);

/** Has something done by what is fetched for it. */
export const later = async (task: keyof Later): Promise<unknown> =>
    ((await bring("later")) as Later)[task](bridge, language, page());

/** Opens the notice; where it cannot be had, the same text as a page. */
export const show = async (where = ""): Promise<void> => {
    try {
        const drawn = await prefetch();
        // Beside the body: there may be none yet, and a page may replace it.
        if (!host.isConnected) document.documentElement.append(host);
        drawn.show(where || undefined);
        emit("show", where);
    } catch (cause) {
        warn("opens as a page: " + cause);
        emit("error", cause);
        location.href = page() + "#" + where;
    }
};

export const hide = (): void => widget?.hide();

export const refresh = (): void => widget?.refresh();
