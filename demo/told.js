// The panel "What the page is told": everything in it comes from the public API.
"use strict";

{
    const words = {
        required: "always on",
        granted: "you said yes",
        denied: "you said no",
        default: "not chosen yet; the rule of the region",
        gpc: "your browser sends Global Privacy Control",
    };
    const rows = document.getElementById("purposes");
    const snapshot = document.getElementById("snapshot");
    const said = document.getElementById("said");

    const cell = (name, ...content) => {
        const made = document.createElement(name);
        made.append(...content);
        return made;
    };

    const render = () => {
        const state = window.consent.get();
        snapshot.textContent = JSON.stringify(state, null, 2);
        rows.replaceChildren(
            ...Object.entries(state.purposes).map(([id, allowed]) => {
                const head = cell("th", cell("code", id));
                head.scope = "row";
                const answer = cell("td", allowed ? "yes" : "no");
                answer.className = allowed ? "yes" : "no";
                const reason = state.why[id];
                return cell("tr", head, answer, cell("td", cell("code", reason), ` ${words[reason] ?? ""}`));
            }),
        );
    };

    const calls = {
        show: () => window.consent.show(),
        choices: () => window.consent.show("choices"),
        reset: () => {
            window.consent.reset();
            said.textContent = "The choice is forgotten.";
        },
        get: () => {
            const allowed = window.consent.get("ads");
            said.textContent = `consent.get('ads') is ${allowed}.`;
        },
    };

    for (const button of document.querySelectorAll("[data-call]")) {
        button.addEventListener("click", () => {
            if (typeof window.consent?.get === "function") {
                calls[button.dataset.call]();
            } else {
                said.textContent = "consent/consent.js has not loaded.";
            }
        });
    }

    // Works before consent.js has loaded and after: a late listener is told the present state at once.
    window.consent = window.consent || [];
    window.consent.push(["on", "change", render]);
}
