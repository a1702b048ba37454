/** The articles: one opens where an address names it or something in it, and all of them in print. */

import { all } from "./words.ts";

const articles = (): HTMLDetailsElement[] => all("[data-policy] details");

export const openAll = (open: boolean): void => {
    for (const article of articles()) article.open = open;
};

/** `#article`, or a section of one. */
export const openNamed = (): void => {
    const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const article = named?.closest("article");
    if (!named || !article) return;
    article.querySelector("details")!.open = true;
    // It may have grown into view only now.
    named.scrollIntoView();
};

/** Browsers that print what is rolled up need no help; the others get it. */
export const openInPrint = (): void => {
    let closed: HTMLDetailsElement[] = [];
    addEventListener("beforeprint", () => {
        closed = all<HTMLDetailsElement>("details:not([open])");
        for (const part of closed) part.open = true;
    });
    addEventListener("afterprint", () => {
        for (const part of closed) part.open = false;
    });
};
