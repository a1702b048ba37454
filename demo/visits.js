// Stands for an analytics script: held back until "analytics" is allowed. It counts in memory and sends nothing.
"use strict";

{
    const start = () => {
        const line = document.getElementById("counted");
        if (line.dataset.counts) {
            return;
        }
        line.dataset.counts = "yes";
        const count = () => {
            line.textContent = window.consent.get("analytics")
                ? `1, counted at ${new Date().toLocaleTimeString("en-GB")}.`
                : "counting has stopped.";
        };
        count();
        // A script that has run cannot be taken back: it has to listen, and stop by itself.
        document.addEventListener("consent:change", count);
    };

    // A tag that is already allowed may run before the page has been read to its end.
    if (document.readyState === "loading") {
        document.addEventListener("DOMContentLoaded", start);
    } else {
        start();
    }
}
