/** The one line that a developer gets when something is wrong. */
export const warn = (text: unknown): void => console.warn("Sudare: " + text);
