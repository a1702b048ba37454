// What nobody can do without: the question, two answers, the answer kept, and the tags let go. No
// notice, no choice of one thing, no proof, no second language, no keyboard cared for: no rival and
// nothing to recommend, but a measure of what any other could save.

import { optional, words } from "../words.mjs";

const script = `(() => {
    const answer = localStorage.getItem("bare");
    window.bare = { yes: answer === "yes" };
    if (answer) return;
    const make = (name, text) => Object.assign(document.createElement(name), { textContent: text });
    const banner = make("div");
    banner.style.cssText = "position:fixed;left:0;right:0;bottom:0;padding:1em;background:#fff;z-index:9999";
    const button = (text, yes) => {
        const made = make("button", text);
        made.onclick = () => {
            localStorage.setItem("bare", yes ? "yes" : "no");
            bare.yes = yes;
            banner.remove();
            if (yes) requestAnimationFrame(() => setTimeout(() => {
                for (const tag of document.querySelectorAll("[data-wait]")) {
                    tag.type = "";
                    tag.replaceWith(tag);
                }
            }));
        };
        return made;
    };
    banner.append(
        make("h2", ${JSON.stringify(words.title)}),
        make("p", ${JSON.stringify(words.text)}),
        button(${JSON.stringify(words.refuse)}, false),
        button(${JSON.stringify(words.accept)}, true),
    );
    document.body.prepend(banner);
})();`;

const bare = {
    held: (tags) => tags.map(({ code }) => `<script type="text/plain" data-wait>${code}</script>`).join("\n"),
    accept: `document.querySelectorAll("div[style] button")[1]`,
    refuse: `document.querySelector("div[style] button")`,
    allowed: "bare.yes",
    allowedNote: `a property that somebody else may write; there is one answer for all ${optional.length} purposes`,
    /** Not held against: what is left when everything else is taken away. */
    floor: true,
};

export default [
    {
        ...bare,
        name: "bare banner",
        written: { "/bare.js": script },
        code: ["/bare.js"],
        start: `<script src="/bare.js"></script>`,
    },
    { ...bare, name: "bare banner, inline", start: `<script>${script}</script>` },
];
