// Osano's open-source cookieconsent 3, as its wizard writes it. It asks one question for everything
// and holds no tags back: the page's own function lets them go when it is told.

import { words } from "../words.mjs";

const config = {
    type: "opt-in",
    palette: { popup: { background: "#ffffff", text: "#222222" }, button: { background: "#444444" } },
    content: {
        header: words.title,
        message: words.text,
        allow: words.accept,
        deny: words.refuse,
        link: words.policy,
        href: "/privacy.html",
    },
};

export default {
    name: "osano cookieconsent",
    package: "cookieconsent",
    files: {
        "/osano.css": "cookieconsent/build/cookieconsent.min.css",
        "/osano.js": "cookieconsent/build/cookieconsent.min.js",
    },
    code: ["/osano.js", "/osano.css"],
    head: `<link rel="stylesheet" href="/osano.css">`,
    body: (tags) => `<script src="/osano.js" data-cfasync="false"></script>
<script>
var popup;
window.cookieconsent.initialise({
    ...${JSON.stringify(config)},
    onStatusChange() { if (this.hasConsented()) ${JSON.stringify(tags.map(({ code }) => code))}.forEach((code) => {
        const script = document.createElement("script");
        script.textContent = code;
        document.body.append(script);
    }); },
}, (made) => (popup = made));
</script>`,
    accept: `document.querySelector(".cc-window .cc-allow")`,
    refuse: `document.querySelector(".cc-window .cc-deny")`,
    allowed: "popup.hasConsented()",
};
