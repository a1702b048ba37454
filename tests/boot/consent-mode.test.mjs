// What Google's tags are told: the order and the number of commands in `dataLayer`.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { compiled } from "./fixture.mjs";
import { closeAll, visit } from "./page.mjs";

after(closeAll);

const KEY = "sudare-aster";
const SIGNALS = {
    ad_storage: ["ads"],
    ad_user_data: ["ads"],
    ad_personalization: ["ads", "media"],
    analytics_storage: ["analytics"],
    functionality_storage: ["necessary"],
    personalization_storage: [],
    security_storage: ["necessary"],
};
const DENIED = {
    ad_storage: "denied",
    ad_user_data: "denied",
    ad_personalization: "denied",
    analytics_storage: "denied",
    functionality_storage: "granted",
    personalization_storage: "denied",
    security_storage: "granted",
};
const notice = (wait = 500, settings = []) =>
    compiled({ parts: { "consent-mode": [SIGNALS, wait, settings] } });

/** The commands so far, as lists; each has to be an Arguments object. */
const commands = ({ window }) =>
    Array.from(window.dataLayer, (command) => {
        assert.equal(Object.prototype.toString.call(command), "[object Arguments]");
        return JSON.parse(JSON.stringify([...command]));
    });

const stored = async (choices) => {
    const { consent, storage } = visit(notice());
    consent.set(choices);
    return { [KEY]: storage.getItem(KEY) };
};

test("a first visit gets one default that names all seven signals, and no update", () => {
    assert.deepEqual(commands(visit(notice())), [
        ["consent", "default", { ...DENIED, wait_for_update: 500 }],
    ]);
});

test("the default is there before consent is", () => {
    const page = visit(notice(), {
        before: (window) => {
            window.dataLayer = { __proto__: null };
            window.document.addEventListener("consent:change", () => {
                assert.equal(window.consent, undefined);
                assert.equal(window.dataLayer.length, 1);
            });
        },
    });
    assert.deepEqual(page.errors, []);
});

test("where a choice is stored, one update follows at load, and the default claims no yes", async () => {
    const page = visit(notice(), { storage: await stored({ ads: true }) });
    assert.deepEqual(commands(page), [
        ["consent", "default", { ...DENIED, wait_for_update: 500 }],
        ["consent", "update", { ...DENIED, ad_storage: "granted", ad_user_data: "granted" }],
    ]);
});

test("a stored refusal is an update too", async () => {
    const [, update, ...more] = commands(visit(notice(), { storage: await stored({ ads: false }) }));
    assert.deepEqual([update, more], [["consent", "update", DENIED], []]);
});

test("each decision is one update, and nothing else is any", async () => {
    const page = visit(notice());
    const { consent, window } = page;
    consent.set({ ads: true, media: true });
    assert.equal(commands(page).length, 2);
    assert.equal(commands(page)[1][2].ad_personalization, "granted", "all its purposes may run");
    window.dispatchEvent(new window.Event("pageshow"));
    window.dispatchEvent(new window.Event("storage"));
    assert.equal(commands(page).length, 2, "looking again is no decision");
    // The same answer again is a decision again; it takes a millisecond to tell them apart.
    await new Promise((done) => setTimeout(done, 5));
    consent.set({ ads: true });
    assert.equal(commands(page).length, 3);
});

test("a decision in another tab, and a forgotten one, are one update each", async () => {
    const storage = await stored({ analytics: true });
    const page = visit(notice());
    page.storage.setItem(KEY, storage[KEY]);
    page.window.dispatchEvent(new page.window.Event("storage"));
    page.consent.reset();
    assert.deepEqual(commands(page).slice(1), [
        ["consent", "update", { ...DENIED, analytics_storage: "granted" }],
        ["consent", "update", DENIED],
    ]);
});

test("where no is not assumed the default says so", () => {
    const [[, , state], ...more] = commands(visit(notice(), { tag: 'data-region="US"' }));
    assert.equal(state.ad_storage, "granted");
    assert.deepEqual(more, []);
});

test("the owner's settings come behind the default", () => {
    assert.deepEqual(commands(visit(notice(0, ["url_passthrough", "ads_data_redaction"]))), [
        ["consent", "default", DENIED],
        ["set", "url_passthrough", true],
        ["set", "ads_data_redaction", true],
    ]);
});

test("what the page has in dataLayer stays, before the default", () => {
    const page = visit(notice(), { before: (window) => (window.dataLayer = [{ event: "early" }]) });
    assert.equal(page.window.dataLayer.length, 2);
    assert.deepEqual(page.window.dataLayer[0], { event: "early" });
});

for (const [what, wishes] of [
    ["an element of that name", { html: '<a id="dataLayer"></a>' }],
    ["an object", { before: (window) => (window.dataLayer = { push: "no" }) }],
    ["a text", { before: (window) => (window.dataLayer = "layer") }],
]) {
    test(`${what} in the place of dataLayer is no obstacle`, () => {
        const page = visit(notice(), wishes);
        page.consent.set({ ads: true });
        assert.deepEqual(
            commands(page).map(([, command]) => command),
            ["default", "update"],
        );
        assert.deepEqual(page.errors, []);
    });
}

test("a notice without the part leaves dataLayer alone", () => {
    const { window, consent } = visit(compiled());
    consent.set({ ads: true });
    assert.equal(window.dataLayer, undefined);
});
