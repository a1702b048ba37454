import { tag } from "./tag.ts";

/** The one line that a developer gets when something is wrong. */
export const warn = (text: string): void => console.warn("Sudare: " + text);

/** With `data-debug` on the tag, every decision explains itself. */
export const debug = (...what: unknown[]): void => {
    if (tag?.dataset.debug !== undefined) console.debug("Sudare:", ...what);
};
