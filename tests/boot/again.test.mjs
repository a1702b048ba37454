// Asked again: what has changed is said, and asked about alone where the owner wants that.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { compiled } from "./fixture.mjs";
import { closeAll, visit } from "./page.mjs";

after(closeAll);

const KEY = "sudare-aster";
const GROUPS = { analytics: ["sorrel"], media: ["marram"], ads: ["quillfinch", "oxlip"] };
const PARTLY = [["2025", "ads", "quillfinch", "oxlip"]];
const LINES = { en: [["2025", "Changed since you chose: Advertising."]], ja: [] };

const notice = (groups = GROUPS) =>
    compiled({
        accepted: [["2026-11-01"], ...(groups ? PARTLY : [])],
        parts: { again: [groups, PARTLY, LINES] },
    });

/** A visitor who allowed everything on an older revision. */
const returning = (data, changes = {}) => {
    const first = visit(compiled());
    first.consent.set({ analytics: true, media: true, ads: true });
    const record = { ...JSON.parse(first.storage.getItem(KEY)), revision: "2025", ...changes };
    return visit(data, { storage: { [KEY]: JSON.stringify(record) } });
};
const layer = ({ document }) => document.querySelector("sudare-choice")?.shadowRoot;
const asks = (page) => [...layer(page).querySelectorAll("li")].map((item) => item.textContent);
const press = (page, action) => layer(page).querySelector(`[data-consent-action=${action}]`).click();
const choices = ({ storage }) => JSON.parse(storage.getItem(KEY)).choices;

test("on a first visit everything is asked, and nothing is said to have changed", () => {
    const page = visit(notice());
    assert.deepEqual(asks(page), ["Counting visits", "Films", "Targeted ads"]);
    assert.doesNotMatch(layer(page).textContent, /Changed/);
});

test("only what has changed is asked; the rest holds meanwhile", () => {
    const page = returning(notice());
    assert.equal(page.consent.get().reprompt, "revised");
    assert.deepEqual(asks(page), ["Targeted ads"]);
    assert.match(layer(page).textContent, /Changed since you chose: Advertising\./);
    assert.deepEqual([page.consent.get("media"), page.consent.get("ads")], [true, false]);
});

test("refusing what was asked leaves the rest as it was said", () => {
    const page = returning(notice());
    press(page, "refuse-all");
    assert.deepEqual(choices(page), { analytics: "granted", media: "granted", ads: "denied" });
    assert.equal(layer(page), undefined);
    assert.equal(page.consent.get().decided, true);
});

test("forgotten while it stands, it asks about everything, and a yes is to what it names", () => {
    const page = returning(notice());
    page.consent.reset();
    assert.deepEqual(asks(page), ["Counting visits", "Films", "Targeted ads"]);
    press(page, "accept-all");
    assert.deepEqual(choices(page), { analytics: "granted", media: "granted", ads: "granted" });
});

test("accepting it too", () => {
    const page = returning(notice(), { choices: { media: "denied", ads: "granted" } });
    press(page, "accept-all");
    assert.deepEqual(choices(page), { media: "denied", ads: "granted" });
});

test("a new service asks about its purpose alone", () => {
    const page = returning(notice(), {
        revision: "2026-11-01",
        known: ["analytics", "media", "ads", "sorrel", "marram", "quillfinch"],
    });
    assert.equal(page.consent.get().reprompt, "new-service");
    assert.deepEqual(asks(page), ["Targeted ads"]);
});

test("a revision of which nothing counts any more asks everything", () => {
    assert.deepEqual(asks(returning(notice(), { revision: "2019" })), [
        "Counting visits",
        "Films",
        "Targeted ads",
    ]);
});

test("where the owner does not want that, everything is asked, and what changed is still said", () => {
    const page = returning(notice(null));
    assert.deepEqual(asks(page), ["Counting visits", "Films", "Targeted ads"]);
    assert.match(layer(page).textContent, /Changed since you chose: Advertising\./);
    assert.equal(page.consent.get("media"), false);
});
