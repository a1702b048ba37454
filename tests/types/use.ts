// How a developer uses `window.consent`, as far as the compiler can tell. Each line that
// `@ts-expect-error` stands above has to be refused.

/// <reference path="../../src/boot/consent.d.ts" />
import type { Consent, Receipt, Reprompt, Snapshot } from "../../src/boot/consent";

// The queue, before the script has loaded.
window.consent = window.consent || [];
window.consent = [["set", { ads: false }], ["show", "choices"], ["hide"]];
consent.push(["on", "change", (snapshot: Snapshot) => snapshot.purposes.ads satisfies boolean | undefined]);
// @ts-expect-error no such method
consent.push(["forget"]);

const may: boolean | undefined = consent.get("ads");
const snapshot: Snapshot = consent.get();
// @ts-expect-error an id may be one that the notice does not have
const surely: boolean = consent.get("ads");
// @ts-expect-error it is frozen
snapshot.decided = true;
// @ts-expect-error deeply
snapshot.purposes.ads = true;

consent.set({ ads: true, analytics: false });
// @ts-expect-error neither yes nor no
consent.set({ ads: "yes" });

const off: () => void = consent.on("change", ({ why, reprompt }) => {
    const reason: "required" | "granted" | "denied" | "default" | "gpc" | undefined = why.ads;
    const asked: Reprompt | null = reprompt;
    return [reason, asked];
});
consent.on("show", (where) => where satisfies string);
consent.on("error", (cause) => String(cause));
// @ts-expect-error no such event
consent.on("chnage", () => {});
off();

document.addEventListener("consent:change", ({ detail }) => detail satisfies Snapshot);

const receipt: Promise<Receipt | null> = consent.receipt();
consent.set({ ads: false }, "gpc");
// @ts-expect-error a visitor's own clicks are not a page's to claim
consent.set({ ads: true }, "first-layer");
const first: Promise<Snapshot> = consent.ready;
const whole: Consent = window.consent;

consent.show();
consent.show("cookies");
consent.hide();
consent.reset();

export { first, may, receipt, surely, whole };
