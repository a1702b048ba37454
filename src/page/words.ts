/** What the page's script knows of the notice: `src/bundle/document/live.rs` writes it into the page. */

interface Live {
    /** The notice's present revision. */
    revision: string;
    /** How the language writes a date, January's first: `{day}`, `{year}`. Empty where patterns cannot say it. */
    dates: string[];
    /** The ids of the purposes that may be refused. */
    optional: string[];
    /** Purpose or service id → how it stands, in words: allowed, blocked. */
    states: Record<string, [allowed: string, blocked: string]>;
    /** Service id → its purpose, and that it needs it, in words. */
    needs: Record<string, [purpose: string, words: string]>;
    /** Why a purpose stands as it does. */
    why: Record<"granted" | "denied" | "default" | "gpc", string>;
    /** The status line after a choice: `{state}`. */
    recorded: string;
    /** Beside it where nothing can be stored. */
    onlyThisPage: string;
    /** The status line after the record was forgotten. */
    forgotten: string;
}

/** It stands at the page's end: a page that was cut off has none, or part of it. */
const read = (): Live | null => {
    try {
        return JSON.parse(document.getElementById("sudare-live")!.textContent!);
    } catch {
        return null;
    }
};

/** Nothing is asked of it where it is not there: the page then stays without switches. */
export const live = read()!;

export const all = <E extends HTMLElement>(selector: string, within: ParentNode = document): E[] => [
    ...within.querySelectorAll<E>(selector),
];

/** The line that is read aloud when it changes. */
export const tell = (words: string): void => {
    document.querySelector(".status")!.textContent = words;
};

/** The day of an instant where the reader is, written as in the dialog. */
const day = (iso: string): string => {
    const when = new Date(iso);
    const pattern = live.dates[when.getMonth()];
    return pattern
        ? pattern.replace("{day}", `${when.getDate()}`).replace("{year}", `${when.getFullYear()}`)
        : when.toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
};

/** Puts a time into each place for it. */
export const fillTimes = (selector: string, iso: string): void => {
    for (const place of all<HTMLTimeElement>(selector)) {
        place.dateTime = iso;
        place.textContent = day(iso);
    }
};
