/**
 * Google Consent Mode v2: the decision in the words of Google's tags, through `dataLayer`.
 *
 * One `default` before any tag; an `update` for each decision, stored or new, and none otherwise.
 */

import { follow, type Part } from "./part.ts";

type Data = [
    /** Every signal with the ids of the purposes that control it. */
    signals: Record<string, string[]>,
    /** Milliseconds that tags wait for an update, 0 for none. */
    wait: number,
    /** Names of what is set to true. */
    settings: string[],
];

/** An element may have that name, and a page may have put something else there. */
const layer = (): unknown[] => {
    const page = window as unknown as { dataLayer: unknown[] };
    if (!Array.isArray(page.dataLayer)) page.dataLayer = [];
    return page.dataLayer;
};

/** Google's tags tell a command from data by its being an Arguments object. */
function gtag(..._command: unknown[]): void {
    layer().push(arguments);
}

const consentMode: Part<Data> =
    ([signals, wait, settings]) =>
    () => {
        /** A signal that several purposes name needs them all; one that none names is denied. */
        const states = (may: (id: string) => boolean): Record<string, string> =>
            Object.fromEntries(
                Object.entries(signals).map(([signal, ids]) => [
                    signal,
                    ids[0] && ids.every(may) ? "granted" : "denied",
                ]),
            );
        let told: string | undefined;
        follow(({ purposes, why, decidedAt }) => {
            if (told === undefined) {
                // What was agreed to is no default.
                const state = states((id) => purposes[id]! && why[id] !== "granted");
                told = JSON.stringify([null, state]);
                gtag("consent", "default", wait ? { ...state, wait_for_update: wait } : state);
                for (const setting of settings) gtag("set", setting, true);
            }
            const state = states((id) => purposes[id]!);
            const next = JSON.stringify([decidedAt, state]);
            if (next !== told) gtag("consent", "update", state);
            told = next;
        });
    };

export default consentMode;
