/**
 * Whether the whole page has been read: what is not there by then comes from a script. Of the three
 * states, by the alphabet, "complete" and "interactive" come before "loading".
 */
export const isParsed = (): boolean => "loading" > document.readyState;
