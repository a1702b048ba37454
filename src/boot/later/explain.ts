/** `data-debug`: every decision explains itself on the console. */

import type { Snapshot, Why } from "../consent.d.ts";
import type { Bridge } from "../notice.ts";

const REASONS: Record<Why, string> = {
    required: "the site does not work without it",
    granted: "the visitor said yes",
    denied: "the visitor said no, or agreed to a text that has changed since",
    default: "nobody has chosen: the regime's default",
    gpc: "the browser sends Global Privacy Control",
};

const heldBack = (id: string): number =>
    [...document.querySelectorAll<HTMLElement>("[data-consent]")].filter(
        ({ dataset }) => dataset.consent === id,
    ).length;

/** What holds and why, a line for each purpose and service. */
export const explanation = (snapshot: Snapshot): string => {
    const { purposes, services, why, regime, region, gpc, reprompt, source, decidedAt, persistence } =
        snapshot;
    const line = ([id, may]: [string, boolean]): string =>
        `  ${id}: ${may ? "may run" : "held back"}; ${REASONS[why[id]!]}; ${heldBack(id)} on this page`;
    return [
        `Sudare: regime ${regime}, region ${region ?? "not given"}, GPC ${gpc ? "on" : "off"}, kept in ${persistence}`,
        decidedAt ? `  chosen ${decidedAt} by ${source}` : "  nothing chosen",
        reprompt ? `  asks: ${reprompt}` : "  asks nothing",
        ...Object.entries(purposes).map(line),
        ...Object.entries(services).map(line),
    ].join("\n");
};

/** Says so now, and after each change. */
export const explain = (bridge: Bridge): void => {
    const say = (): void => console.info(explanation(bridge.snapshot()));
    document.addEventListener("consent:change", say);
    say();
};
