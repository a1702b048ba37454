/**
 * A visitor who has chosen before and is asked again is told what has changed since and, where the
 * owner wants it so, asked about that alone: what they said of the rest holds.
 */

import type { Reprompt } from "../consent.d.ts";
import type { StoredRecord } from "../record.ts";
import { follow, type Part } from "./part.ts";

type Data = [
    /** By optional purpose, its services; null where everything is asked again. */
    groups: Record<string, string[]> | null,
    /** Revisions that count in part, each with the ids to ask about again. */
    partly: [revision: string, ...again: string[]][],
    /** By language, the line for each revision that a visitor may have chosen on. */
    lines: Record<string, [revision: string, line: string][]>,
];

/** The reasons to ask somebody whose record can be read. */
const AGAIN: (Reprompt | null)[] = ["revised", "new-purpose", "new-service"];

const again: Part<Data> =
    ([groups, partly, lines]) =>
    (bridge, language) => {
        const { asked } = bridge;
        const { ids, names, text } = asked;

        const isDue = (id: string, record: StoredRecord, changed: string[]): boolean =>
            [id, ...groups![id]!].some((one) => changed.includes(one) || !record.known.includes(one));

        follow(({ reprompt }) => {
            const before = asked.text + asked.ids;
            const record = AGAIN.includes(reprompt)
                ? (JSON.parse(bridge.read()!) as StoredRecord)
                : undefined;
            const line = lines[language]?.find(([revision]) => revision === record?.revision)?.[1];
            asked.text = line ? `${line} ${text}` : text;
            // On a text of which nothing counts any more, everything is new.
            const changed =
                reprompt === "revised" ? partly.find(([revision]) => revision === record?.revision) : [];
            const due = groups && record && changed && ids.filter((id) => isDue(id, record, changed));
            asked.ids = due?.length ? due : ids;
            asked.names = names.filter((_, place) => asked.ids.includes(ids[place]!));
            // A question that stands is another now. Boot puts it in anew: a yes is to what was named.
            if (asked.text + asked.ids !== before) document.querySelector("sudare-choice")?.remove();
        });
    };

export default again;
