/** Whether the whole page has been read: what is not there by then comes from a script. */
export const isParsed = (): boolean => document.readyState !== "loading";
