/**
 * What a page is told. No rule is made here: `src/consent/` wrote the answers into the tables, and
 * this looks them up.
 */

import { bare } from "./bare.ts";
import { otherwise, purposes, regions, revision, rows, serviceRow, services } from "./compiled.ts";
import type { Reprompt, Snapshot, Why } from "./consent.d.ts";
import { optional } from "./ids.ts";
import { region } from "./tag.ts";
import { type Found, isCurrent, iso, isText, said } from "./record.ts";

/** The verdicts in the order of their digits in the tables; the first three are a yes. */
const GRANTED = 1;
const YESES = 3;
const WHY: Why[] = ["required", "granted", "default", "denied", "default", "gpc"];

const code = region?.toUpperCase();
/** What holds where nobody has chosen; where the region is not known, the strictest there is. */
const regional = code
    ? (regions[code] ?? regions[code.split("-")[0]!] ?? otherwise)
    : Math.min(otherwise, ...Object.values(regions));

export const take = (found: Found, gpc: boolean, persistence: Snapshot["persistence"]): Snapshot => {
    const record = isText(found) ? null : found;
    const isNew = (id: string): boolean => !record?.known.includes(id);
    const decided = !!record && isCurrent(record);

    const purposesNow: Record<string, boolean> = bare();
    const servicesNow: Record<string, boolean> = bare();
    const why: Record<string, Why> = bare();
    const enter = (into: Record<string, boolean>, id: string, digit: string): number => {
        const verdict = +digit;
        into[id] = verdict < YESES;
        why[id] = WHY[verdict]!;
        return verdict;
    };

    // The first reason found is given: they are looked for in the order of their weight.
    let reprompt = (record && !decided && optional[0] && "revised") as Reprompt | false | null;
    const held = purposes.map(([id, row, own]) => {
        const regime = own ?? regional;
        const asks = !regime && row;
        if (asks) reprompt ||= isText(found) ? found : isNew(id) && "new-purpose";
        const state = regime * 8 + (gpc as unknown as number) * 4 + said(record, id);
        return [regime, asks, enter(purposesNow, id, rows[row]![state]!)] as const;
    });
    for (const [id, purpose] of services) {
        const [regime, asks, verdict] = held[purpose]!;
        const state = ((verdict * 2 + regime) * 2 + +!isNew(id)) * 4 + said(record, id);
        enter(servicesNow, id, serviceRow[state]!);
        if (asks && verdict === GRANTED) reprompt ||= isNew(id) && "new-service";
    }

    const snapshot: Snapshot = {
        decided,
        regime: regional ? "opt-out" : "opt-in",
        region,
        gpc,
        purposes: purposesNow,
        services: servicesNow,
        why,
        revision,
        decidedAt: record && iso(record.at),
        expiresAt: record && iso(record.until),
        source: record?.source ?? null,
        persistence,
        reprompt: reprompt || null,
    };
    [purposesNow, servicesNow, why, snapshot].forEach(Object.freeze);
    return snapshot;
};
