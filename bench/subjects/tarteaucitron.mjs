// https://tarteaucitron.io: its script and `init` in the head; it fetches its services, its language
// and its style sheet itself. Each purpose is a service of the page's own.

import { purposes, words } from "../words.mjs";

const types = { necessary: "other", analytics: "analytic", media: "video", ads: "ads" };

const config = {
    privacyUrl: "/privacy.html",
    bodyPosition: "bottom",
    orientation: "bottom",
    hashtag: "#tarteaucitron",
    cookieName: "tarteaucitron",
    showIcon: false,
    DenyAllCta: true,
    AcceptAllCta: true,
    highPrivacy: true,
    handleBrowserDNTRequest: false,
    removeCredit: true,
    moreInfoLink: false,
    mandatory: true,
    googleConsentMode: false,
    bingConsentMode: false,
};

const text = {
    alertBigPrivacy: `<b>${words.title}</b> ${words.text}`,
    acceptAll: words.accept,
    denyAll: words.refuse,
    personalize: words.choose,
    privacyUrl: words.policy,
};

export default {
    name: "tarteaucitron",
    package: "tarteaucitronjs",
    folder: ["/tac/", "tarteaucitronjs/"],
    files: {},
    code: [
        "/tac/tarteaucitron.min.js",
        "/tac/tarteaucitron.services.min.js",
        "/tac/css/tarteaucitron.min.css",
        "/tac/lang/tarteaucitron.en.min.js",
    ],
    head: `<script src="/tac/tarteaucitron.min.js"></script>
<script>
var tarteaucitronForceLanguage = "en";
var tarteaucitronCustomText = ${JSON.stringify(text)};
tarteaucitron.init(${JSON.stringify(config)});
</script>`,
    body: (tags) => `<script>
addEventListener("tac.root_available", () => {
    for (const [id, name, type, codes] of ${JSON.stringify(
        purposes
            .filter(({ required }) => !required)
            .map(({ id, name }) => [
                id,
                name,
                types[id],
                tags.filter(({ purpose }) => purpose === id).map(({ code }) => code),
            ]),
    )}) {
        tarteaucitron.services[id] = {
            key: id, type, name, needConsent: true, cookies: [],
            js() {
                for (const code of codes) {
                    const script = document.createElement("script");
                    script.textContent = code;
                    document.body.append(script);
                }
            },
            fallback() {},
        };
        (tarteaucitron.job = tarteaucitron.job || []).push(id);
    }
});
</script>`,
    link: 'onclick="tarteaucitron.userInterface.openPanel(); return false"',
    accept: `document.querySelector("#tarteaucitronAlertBig #tarteaucitronPersonalize2")`,
    refuse: `document.querySelector("#tarteaucitronAlertBig #tarteaucitronAllDenied2")`,
    open: `document.querySelector("#tarteaucitronAlertBig #tarteaucitronCloseAlert")`,
    opened: `document.querySelector("#tarteaucitron #tarteaucitronAllAllowed")`,
    allowed: "tarteaucitron.state.ads === true",
    allowedNote: "no call: the page reads a property of tarteaucitron's own",
};
