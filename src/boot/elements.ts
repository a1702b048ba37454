/** Elements by DOM calls only: a strict policy allows neither markup in strings nor style attributes. */

import { css } from "./compiled.ts";
import { dir, language } from "./tag.ts";

/** Content that is false or empty is left out. */
export const make = (
    name: string,
    attributes: Record<string, string> | 0,
    ...content: (Node | string | false)[]
): HTMLElement => {
    const element = document.createElement(name);
    for (const pair of Object.entries(attributes)) element.setAttribute(...pair);
    element.append(...(content.filter(Boolean) as (Node | string)[]));
    return element;
};

/** A host whose content the page's styles do not reach. */
export const makeHost = (name: string, content: HTMLElement): HTMLElement => {
    const host = make(name, 0);
    const root = host.attachShadow({ mode: "open" });
    try {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        root.adoptedStyleSheets = [sheet];
    } catch {
        // An engine without constructed sheets.
        root.append(make("style", 0, css));
    }
    content.dir = dir;
    content.lang = language;
    content.part = "paper";
    root.append(content);
    return host;
};
