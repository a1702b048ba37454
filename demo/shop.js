// The shop itself: which notice this copy of the page shows, the basket, the button under the film.
"use strict";

{
    // The same page lies in the top folder (aster) and in one folder for each other notice.
    const links = [...document.querySelectorAll("[data-notice]")];
    const folder = location.pathname
        .replace(/index\.html$/, "")
        .split("/")
        .filter(Boolean)
        .pop();
    const current = links.find((link) => link.dataset.notice === folder && folder !== "aster");
    for (const link of links) {
        if (current) {
            link.href = link.dataset.notice === "aster" ? "../" : `../${link.dataset.notice}/`;
        }
        if (link === (current ?? links[0])) {
            link.setAttribute("aria-current", "page");
        }
    }
}

{
    let inside = 0;
    for (const button of document.querySelectorAll("[data-basket]")) {
        button.addEventListener("click", () => {
            inside += 1;
            document.getElementById("basket").textContent = inside === 1 ? "1 picture" : `${inside} pictures`;
        });
    }
}

document.getElementById("allow-film").addEventListener("click", () => {
    window.consent = window.consent || [];
    window.consent.push(["set", { media: true }]);
});
