// Stands for an ad company's script: held back until "ads" is allowed. Its picture is local.
"use strict";

{
    const start = () => {
        const slot = document.getElementById("space");
        if (slot.dataset.filled) {
            return;
        }
        slot.dataset.filled = "yes";
        const empty = [...slot.childNodes];

        const picture = document.createElement("img");
        picture.src = "demo/pictures/paper.svg";
        picture.alt = "A stack of thick paper with a printed landscape on top";
        picture.width = 320;
        picture.height = 200;
        const name = document.createElement("strong");
        name.textContent = "Pulp & Deckle";
        const text = document.createElement("p");
        text.append(name, document.createElement("br"), "Paper thick enough for the pictures that you keep.");

        const fill = () => {
            slot.replaceChildren(...(window.consent.get("ads") ? [picture, text] : empty));
        };
        fill();
        document.addEventListener("consent:change", fill);
    };

    // A tag that is already allowed may run before the page has been read to its end.
    if (document.readyState === "loading") {
        document.addEventListener("DOMContentLoaded", start);
    } else {
        start();
    }
}
