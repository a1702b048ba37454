/** The notice itself: the Yew widget, fetched when a visitor shows intent and not before. */

import { compiled } from "./compiled.ts";
import type { Snapshot } from "./consent.d.ts";
import { follow, publish, snapshot } from "./decision.ts";
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

interface Bridge {
    snapshot(): Snapshot;
    read(): string | null;
    keep(text: string): void;
    published(): void;
    forget(): void;
    hidden(): void;
    notice(language: string): Promise<object>;
    key(): string;
}

interface WidgetModule {
    default(options: { module_or_path: Promise<Response> }): Promise<unknown>;
    mount(root: ShadowRoot, notice: object, bridge: Bridge): Widget;
}

/** The shape of the notice's JSON that this script's widget reads. */
const SCHEMA = 1;

let loading: Promise<[WidgetModule, object]> | undefined;
let widget: Widget | undefined;
let host: HTMLElement;
/** The widget itself is telling: it is not told back. */
let telling = false;

const told = (): void => {
    telling = true;
    publish();
    telling = false;
};

const get = ([file, integrity]: [string, string]): Promise<Response> =>
    fetch(beside(file), { integrity });

const getNotice = async (tag: string): Promise<object> => {
    const notice = (await (await get(compiled.speech[tag]!.notice)).json()) as { schema?: unknown };
    if (notice.schema !== SCHEMA) throw Error("its files are of different versions");
    return notice;
};

const load = async (): Promise<[WidgetModule, object]> => {
    const wasm = get(compiled.wasm);
    const notice = getNotice(language);
    // Both are waited for later; neither may count as unhandled until then.
    wasm.catch(Object);
    notice.catch(Object);
    const module = (await import(beside(compiled.widget[0]))) as WidgetModule;
    await module.default({ module_or_path: wasm });
    return [module, await notice];
};

/** Fetches what the notice needs, once; a failure may be tried again. */
export const prefetch = (): Promise<[WidgetModule, object]> => {
    loading ??= load();
    loading.catch(() => (loading = undefined));
    return loading;
};

const bridge: Bridge = {
    snapshot: () => snapshot,
    read: store.read,
    keep: store.keep,
    published: told,
    forget: () => {
        store.clear();
        draw(true);
        told();
    },
    hidden: () => emit("hide"),
    notice: getNotice,
    key: () => compiled.key,
};

/** Opens the notice; where it cannot be had, the same text as a page. */
export const show = async (where?: string): Promise<void> => {
    try {
        const [module, notice] = await prefetch();
        host ??= make("sudare-notice", {});
        if (!host.isConnected) (document.body ?? document.documentElement).append(host);
        widget ??= module.mount(host.attachShadow({ mode: "open" }), notice, bridge);
        widget.show(where);
        emit("show", where);
    } catch (cause) {
        warn(`the notice opens as a page: ${cause}`);
        emit("error", cause);
        location.assign(beside("index.html#" + (where ?? "")));
    }
};

export const hide = (): void => widget?.hide();

follow(() => {
    if (!telling) widget?.refresh();
});
