/** The notice itself: the Yew widget, fetched when a visitor shows intent and not before. */

import { asked } from "./asked.ts";
import { bare } from "./bare.ts";
import { key, script, speeches, wasm } from "./compiled.ts";
import type { Receipt, Snapshot } from "./consent.d.ts";
import { publish, snapshot } from "./decision.ts";
import { make } from "./elements.ts";
import { emit } from "./events.ts";
import { warn } from "./log.ts";
import { draw } from "./screen.ts";
import * as store from "./store.ts";
import { beside, language } from "./tag.ts";

export interface Widget {
    /** `""` is the top. */
    show(where: string): void;
    /** What its boxes are told of the keyboard; nobody else is. */
    press(event: Event): void;
    hide(): void;
    refresh(): void;
}

export interface Bridge {
    snapshot(): Snapshot;
    read(): string | null;
    keep(text: string): void;
    published(): void;
    forget(): void;
    emit: typeof emit;
    notice(language: string): Promise<string>;
    key: string;
    /** What a part may change: what the question is about, and where the record is kept. */
    asked: typeof asked;
    refuge: typeof store.refuge;
    receipt(): Promise<Receipt | null>;
}

type Later = typeof import("./later/later.ts");

/** `scripts/glue.mjs` makes it: the widget, and what few visits need. */
interface WidgetModule extends Later {
    /** Of the wasm and the notice as they come; fails for a notice of another version. */
    mount(files: Promise<[Response, string]>, root: ShadowRoot, bridge: Bridge): Promise<Widget>;
}

let loading: Promise<Widget> | null | undefined;
export let widget: Widget | undefined;
const host = make("sudare-notice", 0);

/**
 * A file of ours. What is in its name is the hash of what is in it, as `integrity` takes it, and the
 * browser refuses the file where they do not fit.
 */
const get = (stem: string, hash: string, ending: string): Promise<Response> =>
    fetch(beside(stem + hash + ending), bare({ integrity: "sha256-" + hash }));

const getNotice = (tag: string): Promise<string> =>
    get(`notice.${tag}.`, speeches[tag]![2], ".json").then((file) => file.text());

/** `import()` takes no hash; it takes what the browser has, and that has been held against one. */
const bring = (): Promise<WidgetModule> => get("widget.", script, ".js").then((file) => import(file.url));

const load = async (): Promise<Widget> => {
    const files = Promise.all([get("widget.", wasm, ".wasm"), getNotice(language)]);
    // Whatever fails first is reported; what fails after it is nobody's news.
    files.catch(Boolean);
    const { mount } = await bring();
    // There is one already where a file has failed to come before.
    const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
    // Drawn at the first sign of intent, too: a click then only has to open it.
    return (widget = await mount(files, root, bridge));
};

/** Fetches and draws the notice, once; a failure may be tried again. */
export const prefetch = (): Promise<Widget> => {
    loading ??= load();
    loading.catch(() => (loading = null));
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
    emit,
    key,
    notice: getNotice,
    asked,
    refuge: store.refuge,
    receipt: () => later("receipt") as Promise<Receipt | null>,
};

const page = (): string => beside(`index.${language}.html`);

/** Has something done by what is fetched for it: the widget's script alone, not its wasm. */
export const later = (task: keyof Later): Promise<unknown> =>
    bring().then((module): unknown => module[task](bridge, language, page()));

/** Opens the notice; where it cannot be had, the same text as a page. */
export const show = async (where = ""): Promise<void> => {
    try {
        const drawn = await prefetch();
        // Beside the body: there may be none yet, and a page may replace it.
        if (!host.isConnected) {
            // Taken away while it was open, it still holds itself for open.
            drawn.hide();
            document.documentElement.append(host);
        }
        drawn.show(where);
        emit("show", where);
    } catch (cause) {
        warn("opens as a page: " + cause);
        emit("error", cause);
        // The bare question mark tells the page that it stands in for the dialog.
        location = (page() + "?#" + where) as string & Location;
    }
};

export const hide = (): void => widget?.hide();

export const refresh = (): void => widget?.refresh();
