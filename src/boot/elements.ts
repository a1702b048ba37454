/** Elements by DOM calls only: a strict policy allows neither markup in strings nor style attributes. */

import { compiled } from "./compiled.ts";
import { speech, language } from "./tag.ts";

export const make = (
    name: string,
    attributes: Record<string, string>,
    ...content: (Node | string)[]
): HTMLElement => {
    const element = document.createElement(name);
    for (const key of Object.keys(attributes)) element.setAttribute(key, attributes[key]!);
    element.append(...content);
    return element;
};

/** A host whose content the page's styles do not reach. */
export const makeHost = (name: string, content: HTMLElement): HTMLElement => {
    const host = make(name, {});
    const root = host.attachShadow({ mode: "open" });
    const [, , theme, accent] = compiled.look;
    try {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(compiled.css);
        root.adoptedStyleSheets = [sheet];
    } catch {
        // An engine without constructed sheets.
        root.append(make("style", {}, compiled.css));
    }
    content.lang = language;
    content.dir = speech.dir;
    if (theme !== "auto") content.style.colorScheme = theme;
    if (accent) content.style.setProperty("--a", accent);
    root.append(content);
    return host;
};
