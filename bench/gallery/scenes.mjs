// What is in the gallery, section by section. A scene is where, in which light, at which size, and what
// the visitor has done before the picture is taken.

export const DESK = [1120, 700];
export const PHONE = [360, 720];
/** As much as a first layer takes. */
const SMALL = [420, 400];

const TONGUES = { en: "English", ja: "Japanese", ar: "Arabic, right to left" };
const LIGHTS = { light: "by day", dark: "by night" };
const SIZES = { desk: DESK, phone: PHONE };

const notice = `consent.show()`;
const inside = `document.querySelector("sudare-notice").shadowRoot`;
const at = (where) => `consent.show(${JSON.stringify(where)})`;

const matrix = (name, layouts, script) =>
    layouts.flatMap((layout) =>
        Object.keys(TONGUES).flatMap((lang) =>
            Object.keys(LIGHTS).flatMap((theme) =>
                Object.keys(SIZES).map((size) => ({
                    file: [name, layout, lang, theme, size].filter(Boolean).join("-"),
                    alt: `${layout || "The notice"}, ${TONGUES[lang]}, ${LIGHTS[theme]}, ${size}`,
                    look: { layout: layout || "bar" },
                    lang,
                    theme,
                    size: SIZES[size],
                    script,
                })),
            ),
        ),
    );

const one = (file, alt, script, more = {}) => ({
    file,
    alt,
    script,
    lang: "en",
    theme: "light",
    size: DESK,
    ...more,
});

/** The same small page each time, with what its owner says in CSS. */
const set = (file, alt, css, more = {}) => one(file, alt, "", { css, size: SMALL, ...more });
const root = (tokens) => `:root { ${tokens} }`;

export const SECTIONS = [
    ["The first layer", "Both answers alike, in either layout.", matrix("first", ["bar", "corner"])],
    ["The notice", "A sheet on a desk, the whole screen of a phone.", matrix("notice", [""], notice)],
    [
        "In the notice",
        "What visitors do there.",
        [
            one("choices", "Your choices: each purpose with its switch, and why it stands so", at("choices")),
            one("article", "An open article, with the switch that it is about", at("visits")),
            one(
                "search",
                "A search: matches painted in the text, counted, and gone through one by one",
                `${notice}; await settled(); const box = ${inside}.querySelector("#sudare-search"); box.focus();
                 type("cookies"); await settled(); enter();`,
            ),
            one(
                "companies",
                "The companies, filtered by name",
                `${at("choices")}; await settled(); const box = ${inside}.querySelector("#sudare-filter"); box.focus(); type("fox");`,
                { sample: "lantern" },
            ),
            one(
                "table",
                "Which data serve which purpose, on a phone: no table scrolls sideways",
                `${at("choices")}; await settled(); ${inside}.querySelector("table.data").scrollIntoView()`,
                { sample: "lantern", size: PHONE },
            ),
            one(
                "changes",
                "What changed, with dates",
                `${notice}; await settled(); ${inside}.querySelector(".changes").scrollIntoView()`,
            ),
            one(
                "record",
                "The visitor's own record, to keep and to forget",
                `consent.set({ analytics: true, ads: false }); ${notice}; await settled();
                 ${inside}.querySelector("#sudare-record, .past, .record")?.scrollIntoView();
                 ${inside}.querySelector("dialog").scrollTo(0, 1e6)`,
            ),
        ],
    ],
    [
        "On the page",
        "A held-back frame, the way back in, and the notice as a page of its own.",
        [
            one(
                "placeholder",
                "A frame that is held back says what it would send to whom",
                `consent.set({ analytics: true })`,
                { sample: "lantern", frame: true },
            ),
            one(
                "launcher",
                "The launcher, where a page has no link of its own",
                `consent.set({ ads: false })`,
                { theme: "dark" },
            ),
            one("page", "The notice as a page: the question in it, over nothing", "", { page: true }),
            one("page-phone", "The same on a phone", "", { page: true, size: PHONE }),
        ],
    ],
    [
        "For everybody's eyes",
        "Colours that a system forces, 400 % zoom, and paper.",
        [
            one("forced-first", "The first layer in forced colours", "", { forced: true }),
            one("forced-choices", "The choices in forced colours", at("choices"), { forced: true }),
            one("zoom", "The first layer at 400 % zoom: the answers stay in view", "", { size: [320, 256] }),
            one("print", "As it is printed: everything open, addresses written out", "", {
                page: true,
                print: true,
                size: [794, 1123],
            }),
        ],
    ],
    [
        "As owners set it",
        "Tokens and parts, one at a time; [look.md](look.md) has them all.",
        [
            set("token-none", "Nothing set", ""),
            set("token-accent", "`--sudare-accent: #0a5d4c`", root("--sudare-accent: #0a5d4c")),
            set(
                "token-paper-ink",
                "`--sudare-paper: #fdf3de; --sudare-ink: #33220b; --sudare-accent: #8a4a06`",
                root("--sudare-paper: #fdf3de; --sudare-ink: #33220b; --sudare-accent: #8a4a06"),
            ),
            set("token-font", "`--sudare-font: Georgia, serif`", root("--sudare-font: Georgia, serif")),
            set("token-radius", "`--sudare-radius: 14px`", root("--sudare-radius: 14px")),
            set(
                "part-paper",
                "`sudare-choice::part(paper) { border: 3px double }`",
                "sudare-choice::part(paper) { border: 3px double }",
            ),
            set(
                "part-answer",
                "`sudare-choice::part(answer) { text-transform: uppercase; letter-spacing: .08em }`: both, or neither",
                "sudare-choice::part(answer) { text-transform: uppercase; letter-spacing: .08em }",
            ),
            one(
                "token-notice",
                "The notice with all tokens set, among them `--sudare-head-font: monospace`",
                notice,
                {
                    css: root(
                        "--sudare-paper: #f3f7f4; --sudare-ink: #12241c; --sudare-accent: #0a5d4c; " +
                            "--sudare-font: sans-serif; --sudare-head-font: monospace; --sudare-radius: 10px",
                    ),
                },
            ),
            one(
                "part-notice",
                "`sudare-notice::part(card) { border-inline-start: 4px solid; padding-inline-start: .75em }` and `::part(head) { background: #f1ead9 }`",
                notice,
                {
                    css: "sudare-notice::part(card) { border-inline-start: 4px solid; padding-inline-start: .75em } sudare-notice::part(head) { background: #f1ead9 }",
                },
            ),
        ],
    ],
];
