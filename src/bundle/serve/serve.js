// The page of `sudare serve`: follows the notice, moves the toolbar, shows what the page is told.
// All that comes from the notice is set as text.
(() => {
    const { stamp } = document.currentScript.dataset;
    const form = document.querySelector(".serve");
    const faults = document.querySelector(".serve-faults");
    const told = document.querySelector(".serve-told");
    const { consent } = window;

    form.addEventListener("change", () => form.requestSubmit());
    form.addEventListener("submit", () => {
        // A short address: what is as the notice has it is not in it.
        for (const field of form.elements) field.disabled = field.name !== "" && field.value === "";
    });
    form.querySelector("[data-forget]").addEventListener("click", () => consent?.reset());

    const tell = () => {
        told.textContent = "consent.get() → " + JSON.stringify(consent.get(), null, 2);
    };
    consent?.on("change", tell);

    const show = (notice) => {
        const details = document.createElement("details");
        const summary = document.createElement("summary");
        const text = document.createElement("pre");
        details.open = true;
        summary.textContent = notice.tally;
        text.textContent = notice.faults;
        details.append(summary, text);
        faults.replaceChildren(details);
    };
    new EventSource("/sudare/events").addEventListener("notice", (event) => {
        const notice = JSON.parse(event.data);
        if (notice.stamp === stamp) return;
        // What cannot be built is shown on the page as it was; what can, takes its place.
        if (notice.sound) location.reload();
        else show(notice);
    });
})();
