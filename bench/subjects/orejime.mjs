// https://orejime.boscop.fr: its style sheet, its settings in the page and its one script.

import { optional, purposes, words } from "../words.mjs";

const config = {
    privacyPolicyUrl: "/privacy.html",
    purposes: purposes.map(({ id, name, text, required = false }) => ({
        id,
        title: name,
        description: text,
        cookies: [],
        isMandatory: required,
    })),
    translations: {
        banner: {
            title: words.title,
            description: `${words.text} {privacyPolicy}`,
            privacyPolicyLabel: words.policy,
            accept: words.accept,
            decline: words.refuse,
            configure: words.choose,
        },
    },
};

export default {
    name: "orejime",
    package: "orejime",
    files: {
        "/orejime.css": "orejime/dist/orejime-standard.css",
        "/orejime.js": "orejime/dist/orejime-standard-en.js",
    },
    code: ["/orejime.js", "/orejime.css"],
    head: `<link rel="stylesheet" href="/orejime.css">
<script>window.orejimeConfig = ${JSON.stringify(config)};</script>
<script defer src="/orejime.js"></script>`,
    link: 'onclick="orejime.prompt(); return false"',
    held: (tags) =>
        tags
            .map(
                ({ purpose, code }) =>
                    `<template data-purpose="${purpose}"><script>${code}</script></template>`,
            )
            .join("\n"),
    accept: `document.querySelector(".orejime-Banner-saveButton")`,
    refuse: `document.querySelector(".orejime-Banner-declineButton")`,
    open: `document.querySelector(".orejime-Banner-learnMoreButton")`,
    opened: `document.querySelector(".orejime-Modal-saveButton")`,
    allowed: `manager.getConsent(${JSON.stringify(optional.at(-1).id)})`,
    allowedSetUp: "const { manager } = orejime;",
};
