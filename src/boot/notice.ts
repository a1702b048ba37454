/** The notice itself: the Yew widget, fetched when a visitor shows intent and not before. */

import { type File, key, speeches, wasmFile, widgetFile } from "./compiled.ts";
import type { Snapshot } from "./consent.d.ts";
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
}

interface WidgetModule {
    default(options: { module_or_path: Promise<Response> }): Promise<unknown>;
    /** Throws for a notice of another version. */
    mount(root: ShadowRoot, notice: string, bridge: Bridge): Widget;
}

let loading: Promise<() => Widget> | undefined;
let widget: Widget | undefined;
const host = make("sudare-notice", {});

const get = ([file, integrity]: File): Promise<Response> => fetch(beside(file), { integrity });

const getNotice = async (tag: string): Promise<string> => (await get(speeches[tag]![2])).text();

const load = async (): Promise<() => Widget> => {
    const wasm = get(wasmFile);
    const [module, notice] = await Promise.all([
        import(beside(widgetFile)) as Promise<WidgetModule>,
        getNotice(language),
        wasm,
    ]);
    await module.default({ module_or_path: wasm });
    return () => module.mount(host.attachShadow({ mode: "open" }), notice, bridge);
};

/** Fetches what the notice needs, once; a failure may be tried again. */
export const prefetch = (): Promise<() => Widget> => {
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
};

/** Opens the notice; where it cannot be had, the same text as a page. */
export const show = async (where = ""): Promise<void> => {
    try {
        const mount = await prefetch();
        widget ??= mount();
        // Beside the body: there may be none yet, and a page may replace it.
        if (!host.isConnected) document.documentElement.append(host);
        widget.show(where || undefined);
        emit("show", where);
    } catch (cause) {
        warn("opens as a page: " + cause);
        emit("error", cause);
        location.href = beside(`index.${language}.html#${where}`);
    }
};

export const hide = (): void => widget?.hide();

export const refresh = (): void => widget?.refresh();
