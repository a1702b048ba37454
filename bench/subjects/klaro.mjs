// https://klaro.org: its settings and its one file, both deferred, as its README shows.

import { optional, purposes, words } from "../words.mjs";

const config = {
    version: 1,
    elementID: "klaro",
    storageMethod: "localStorage",
    acceptAll: true,
    lang: "en",
    translations: {
        en: {
            privacyPolicyUrl: "/privacy.html",
            consentNotice: { title: words.title, description: words.text, learnMore: words.choose },
            acceptAll: words.accept,
            ok: words.accept,
            decline: words.refuse,
            acceptSelected: words.save,
            close: words.close,
            privacyPolicy: { name: words.policy, text: "{privacyPolicy}" },
            purposes: Object.fromEntries(
                purposes.map(({ id, name, text }) => [id, { title: name, description: text }]),
            ),
        },
    },
    services: purposes.map(({ id, name, text, required = false }) => ({
        name: id,
        title: name,
        description: text,
        purposes: [id],
        required,
    })),
};

export default {
    name: "klaro",
    package: "klaro",
    files: { "/klaro.js": "klaro/dist/klaro.js" },
    written: { "/klaro-config.js": `var klaroConfig = ${JSON.stringify(config)};` },
    code: ["/klaro.js"],
    head: `<script defer src="/klaro-config.js"></script>
<script defer src="/klaro.js"></script>`,
    link: 'onclick="return klaro.show()"',
    held: (tags) =>
        tags
            .map(
                ({ purpose, code }) =>
                    `<script type="text/plain" data-type="application/javascript" data-name="${purpose}">${code}</script>`,
            )
            .join("\n"),
    accept: `document.querySelector("#klaro .cookie-notice .cm-btn-success")`,
    refuse: `document.querySelector("#klaro .cookie-notice .cn-decline")`,
    open: `document.querySelector("#klaro .cookie-notice .cn-learn-more")`,
    opened: `document.querySelector("#klaro .cookie-modal .cm-btn-success")`,
    allowed: `manager.getConsent(${JSON.stringify(optional.at(-1).id)})`,
    allowedSetUp: "const manager = klaro.getManager();",
};
