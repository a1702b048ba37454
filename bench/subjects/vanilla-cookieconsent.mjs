// https://cookieconsent.orestbida.com: its style sheet, its script and a file with its settings. The
// two scripts are fetched side by side, which is quicker than the module that its guide shows.

import { optional, purposes, words } from "../words.mjs";

const config = {
    categories: Object.fromEntries(
        purposes.map(({ id, required }) => [id, required ? { enabled: true, readOnly: true } : {}]),
    ),
    language: {
        default: "en",
        translations: {
            en: {
                consentModal: {
                    title: words.title,
                    description: words.text,
                    acceptAllBtn: words.accept,
                    acceptNecessaryBtn: words.refuse,
                    showPreferencesBtn: words.choose,
                    footer: `<a href="/privacy.html">${words.policy}</a>`,
                },
                preferencesModal: {
                    title: words.choose,
                    acceptAllBtn: words.accept,
                    acceptNecessaryBtn: words.refuse,
                    savePreferencesBtn: words.save,
                    closeIconLabel: words.close,
                    sections: purposes.map(({ id, name, text }) => ({
                        title: name,
                        description: text,
                        linkedCategory: id,
                    })),
                },
            },
        },
    },
};

export default {
    name: "vanilla-cookieconsent",
    package: "vanilla-cookieconsent",
    files: {
        "/cc.css": "vanilla-cookieconsent/dist/cookieconsent.css",
        "/cc.js": "vanilla-cookieconsent/dist/cookieconsent.umd.js",
    },
    written: { "/cc-config.js": `CookieConsent.run(${JSON.stringify(config)});` },
    code: ["/cc.js", "/cc.css"],
    head: `<link rel="stylesheet" href="/cc.css">
<script defer src="/cc.js"></script>
<script defer src="/cc-config.js"></script>`,
    link: 'data-cc="show-preferencesModal"',
    held: (tags) =>
        tags
            .map(
                ({ purpose, code }) =>
                    `<script type="text/plain" data-category="${purpose}">${code}</script>`,
            )
            .join("\n"),
    accept: `document.querySelector('#cc-main .cm [data-role="all"]')`,
    refuse: `document.querySelector('#cc-main .cm [data-role="necessary"]')`,
    open: `document.querySelector('#cc-main .cm [data-role="show"]')`,
    opened: `document.querySelector('#cc-main .pm [data-role="save"]')`,
    allowed: `CookieConsent.acceptedCategory(${JSON.stringify(optional.at(-1).id)})`,
};
