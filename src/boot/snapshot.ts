/**
 * What a page is told. No rule is made here: `src/consent/` wrote the answers into the tables, and
 * this looks them up.
 */

import { bare } from "./bare.ts";
import { compiled } from "./compiled.ts";
import type { Reprompt, Snapshot, Why } from "./consent.d.ts";
import { type Absent, isCurrent, iso, said, type StoredRecord } from "./record.ts";

/** The letters in the tables; the first three are a yes. */
const LETTERS = "rgydns";
const REQUIRED = 0;
const GRANTED = 1;
const YESES = 3;
const WHY: Why[] = ["required", "granted", "default", "denied", "default", "gpc"];

const { purposes, services } = compiled;

const isRequired = (row: number): boolean => compiled.rows[row]![0] === LETTERS[REQUIRED];

/** The optional purposes. */
export const optional = purposes.filter(([, row]) => !isRequired(row)).map(([id]) => id);

/** The optional purposes and all services: what a record says it knew. */
export const known = [...optional, ...services.map(([id]) => id)];

/** What holds where nobody has chosen; where the region is not known, the strictest there is. */
const regimeOf = (region: string | null): 0 | 1 => {
    const [otherwise, regions] = compiled.regimes;
    if (!region) return Math.min(otherwise, ...Object.values(regions)) as 0 | 1;
    const code = region.toUpperCase();
    const named = bare(regions);
    return named[code] ?? named[code.split("-")[0]!] ?? otherwise;
};

export const take = (
    record: StoredRecord | Absent,
    gpc: boolean,
    region: string | null,
    persistence: Snapshot["persistence"],
): Snapshot => {
    const usable = typeof record === "string" ? null : record;
    const regional = regimeOf(region);
    const recorded = (id: string): number => (usable ? said(usable, id) : 0);
    const isNew = (id: string): boolean => !usable?.known.includes(id);

    const allowed: Record<string, boolean>[] = [bare(), bare()];
    const why: Record<string, Why> = bare();
    const enter = (kind: number, id: string, letter: string | undefined): number => {
        const verdict = LETTERS.indexOf(letter!);
        allowed[kind]![id] = verdict < YESES;
        why[id] = WHY[verdict]!;
        return verdict;
    };

    let asked = false;
    let newPurpose = false;
    let newService = false;
    const held = purposes.map(([id, row, own]) => {
        const regime = own < 0 ? regional : own;
        const state = regime * 8 + +gpc * 4 + recorded(id);
        const asks = !isRequired(row) && !regime;
        asked ||= asks;
        newPurpose ||= asks && isNew(id);
        return { regime, asks, verdict: enter(0, id, compiled.rows[row]![state]) };
    });
    for (const [id, purpose] of services) {
        const { regime, asks, verdict } = held[purpose]!;
        const state = ((verdict * 2 + regime!) * 2 + +!isNew(id)) * 4 + recorded(id);
        enter(1, id, compiled.serviceRow[state]);
        newService ||= asks && verdict === GRANTED && isNew(id);
    }

    const current = usable !== null && isCurrent(usable);
    let reprompt: Reprompt | null = null;
    if (!usable) reprompt = asked ? (record as Absent) : null;
    else if (!current) reprompt = optional[0] ? "revised" : null;
    else if (newPurpose) reprompt = "new-purpose";
    else if (newService) reprompt = "new-service";

    return Object.freeze({
        decided: current,
        regime: regional ? "opt-out" : "opt-in",
        region,
        gpc,
        purposes: Object.freeze(allowed[0]!),
        services: Object.freeze(allowed[1]!),
        why: Object.freeze(why),
        revision: compiled.revision,
        decidedAt: usable && iso(usable.at),
        expiresAt: usable && iso(usable.until),
        source: usable && usable.source,
        persistence,
        reprompt,
    });
};
