// Sudare: its one tag, the same tag with `async`, and the same script in the page itself.

import { optional } from "../words.mjs";

const inside = (host, selector) =>
    `document.querySelector("${host}")?.shadowRoot?.querySelector(${JSON.stringify(selector)})`;
const button = (action) => inside("sudare-choice", `[data-consent-action="${action}"]`);

const sudare = {
    built: "/consent/",
    link: "data-consent-open",
    held: (tags) =>
        tags
            .map(
                ({ purpose, code }) => `<script type="text/plain" data-consent="${purpose}">${code}</script>`,
            )
            .join("\n"),
    accept: button("accept-all"),
    refuse: button("refuse-all"),
    open: button("read"),
    opened: inside("sudare-notice", "dialog[open] button"),
    allowed: `consent.get(${JSON.stringify(optional.at(-1).id)})`,
    /** The first sign of intent. */
    intent: `${button("read")}.dispatchEvent(new PointerEvent("pointerover", { bubbles: true, composed: true }))`,
};

/** `files` are those of the built folder. */
export default (files) => [
    { ...sudare, name: "Sudare", head: `<script src="/consent/consent.js"></script>` },
    {
        ...sudare,
        name: "Sudare, async",
        head: `<script async src="/consent/consent.js"></script>`,
    },
    {
        ...sudare,
        name: "Sudare, inline",
        head: `<script>${files["consent.inline.js"]}</script>`,
    },
];
