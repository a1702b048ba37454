/**
 * What a withdrawn service has left in this browser is deleted, as far as a script can: the cookies
 * and storage keys that the notice declares for it, and nothing that a service still allowed shares.
 */

import { warn } from "../log.ts";
import { follow, hear, type Part } from "./part.ts";

type Data = [
    /** By service: names, or patterns with `*`. What is `HttpOnly` no script sees. */
    services: Record<string, [cookies: string[], keys: string[], unseen: string[]]>,
    /** Whether the owner wants the page to be loaded again, without what had run. */
    reload: boolean,
];

/** Whether a name is one of some names or patterns. */
const matches = (name: string, patterns: string[]): boolean =>
    patterns.some((pattern) =>
        new RegExp(`^${pattern.replace(/[^\w*]/g, "\\$&").replace(/\*/g, ".*")}$`, "s").test(name),
    );

const cookieNames = (): string[] => document.cookie.split(";").map((cookie) => cookie.split("=")[0]!.trim());

/** Every path and every domain that a cookie which this page sees may belong to. */
const places = (): string[] => {
    const paths = ["/"];
    location.pathname.split("/").reduce((above, step) => {
        paths.push(above + step, `${above + step}/`);
        return `${above + step}/`;
    }, "");
    const hosts = location.hostname.split(".");
    const domains = ["", ...hosts.map((_, at) => `;domain=${hosts.slice(at).join(".")}`)];
    return domains.flatMap((domain) => paths.map((path) => `path=${path}${domain}`));
};

/** Deletes cookies, and gives the names of those that are still there. */
const sweepCookies = (patterns: string[], kept: string[]): string[] => {
    const isOurs = (name: string): boolean => !!name && matches(name, patterns) && !matches(name, kept);
    const all = places();
    // What the prefixes `__Secure-` and `__Host-` ask for.
    const secure = location.protocol === "https:" ? ";secure" : "";
    for (const name of cookieNames().filter(isOurs)) {
        for (const place of all) document.cookie = `${name}=;max-age=0;${place}${secure}`;
    }
    return cookieNames().filter(isOurs);
};

const sweepKeys = (storage: Storage, patterns: string[], kept: string[]): void => {
    for (const name of Object.keys(storage)) {
        if (matches(name, patterns) && !matches(name, kept)) storage.removeItem(name);
    }
};

const sweep: Part<Data> =
    ([services, reload]) =>
    (bridge) => {
        const gone = new Set<string>();
        let before: Readonly<Record<string, boolean>> = {};
        let isOpen = false;
        let due = false;

        const loadAgain = (): void => {
            if (due && !isOpen) location.reload();
        };

        const run = (): void => {
            const { services: now, persistence } = bridge.snapshot();
            const ids = Object.keys(services);
            const withdrawn = ids.filter((id) => gone.has(id) && !now[id]);
            gone.clear();
            if (!withdrawn.length) return;
            const held = (which: string[], place: 0 | 1 | 2): string[] =>
                which.flatMap((id) => services[id]![place]);
            const allowed = ids.filter((id) => now[id]);
            const left = sweepCookies(held(withdrawn, 0), held(allowed, 0)).concat(held(withdrawn, 2));
            // The record is no service's, whatever a pattern says.
            const keptKeys = [bridge.key + "*", ...held(allowed, 1)];
            for (const name of ["localStorage", "sessionStorage"] as const) {
                try {
                    sweepKeys(window[name], held(withdrawn, 1), keptKeys);
                } catch {
                    // No storage, nothing in it.
                }
            }
            if (left.length) warn(`no script can delete ${left}; your server can`);
            // A choice that lives in this page only would be lost.
            due = reload && persistence !== "memory";
            loadAgain();
        };

        follow(({ services: now }) => {
            for (const id of Object.keys(services)) if (before[id] && !now[id]) gone.add(id);
            before = now;
            // The page's listeners first: what still runs could set it again.
            if (gone.size) setTimeout(run);
        });
        // Not under the hands of somebody who is still choosing.
        hear("consent:show", () => (isOpen = true));
        hear("consent:hide", () => {
            isOpen = false;
            loadAgain();
        });
    };

export default sweep;
