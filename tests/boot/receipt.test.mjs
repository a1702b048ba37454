// The visitor's record in the fields of ISO/IEC TS 27560, and what `data-debug` says.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { compiled } from "./fixture.mjs";
import { closeAll, visit } from "./page.mjs";

after(closeAll);

const { explain, receipt } = await import("../../target/boot/later.js");
const schema = JSON.parse(readFileSync(new URL("../../docs/receipt.schema.json", import.meta.url), "utf8"));
const ajv = new Ajv({ strict: true, allErrors: true });
formats(ajv);
const isReceipt = ajv.compile(schema);

const KEY = "sudare-aster";
const PAGE = "https://shop.test/consent/index.en.html";
const NOTICE = {
    operator: { name: "Aster Pictures Ltd.", email: "privacy@aster.example" },
    purposes: [
        { id: "necessary", name: "Running the shop", text: "Keeps your basket.", required: true },
        { id: "analytics", name: "Counting visits", text: "Counts.", required: false, regime: "opt-out" },
        { id: "media", name: "Films", text: "Plays.", required: false },
        { id: "ads", name: "Targeted ads", text: "Chooses.", required: false },
    ],
    services: [
        { id: "sorrel", name: "Sorrel", purpose: "analytics" },
        {
            id: "oxlip",
            name: "Oxlip",
            purpose: "ads",
            recipient: "Oxlip K.K.",
            sends: "What you clicked",
            policy: "https://oxlip.example/privacy",
        },
    ],
};

/** The receipt of a page's record, as boot would have it made. */
const receiptOf = ({ consent, storage }) =>
    receipt(
        {
            snapshot: () => consent.get(),
            read: () => storage.getItem(KEY),
            notice: async () => JSON.stringify(NOTICE),
        },
        "en",
        PAGE,
    );

const valid = (found) => {
    assert.ok(isReceipt(JSON.parse(JSON.stringify(found))), ajv.errorsText(isReceipt.errors));
    return found;
};

test("without a record there is no receipt", async () => {
    assert.equal(await receiptOf(visit(compiled())), null);
});

test("nor with one that cannot be gone by", async () => {
    assert.equal(await receiptOf(visit(compiled(), { storage: { [KEY]: "{broken" } })), null);
});

test("a first choice is a receipt by the schema: who, what for, when, until when", async () => {
    const page = visit(compiled());
    page.consent.set({ ads: true, media: false });
    const record = JSON.parse(page.storage.getItem(KEY));
    const found = valid(await receiptOf(page));
    assert.equal(found.record.record_id, record.id);
    assert.equal(found.record.pii_principal_id, record.id, "nobody is named");
    assert.deepEqual([found.pii_processing.privacy_notice, found.pii_processing.language], [PAGE, "en"]);
    assert.equal(found.valid_until, page.consent.get().expiresAt);
    assert.deepEqual(
        found.event.map(({ subject, state, source }) => [subject, state, source]),
        [
            ["ads", "dpv:ConsentGiven", "api"],
            ["media", "dpv:ConsentRefused", "api"],
        ],
    );
    assert.deepEqual(found.party_identification, [
        {
            party_id: "controller",
            party_role: "dpv:DataController",
            party_name: "Aster Pictures Ltd.",
            party_email: "privacy@aster.example",
        },
        {
            party_id: "oxlip",
            party_role: "dpv:Recipient",
            party_name: "Oxlip K.K.",
            party_url: "https://oxlip.example/privacy",
        },
    ]);
});

test("it says of each purpose what holds and why, and claims consent only where one is asked first", async () => {
    const page = visit(compiled());
    page.consent.set({ ads: true });
    const { purposes } = valid(await receiptOf(page)).pii_processing;
    assert.deepEqual(
        purposes.map(({ purpose_id, lawful_basis, allowed, reason }) => [
            purpose_id,
            lawful_basis,
            allowed,
            reason,
        ]),
        [
            ["necessary", undefined, true, "required"],
            ["analytics", undefined, false, "default"],
            ["media", "dpv:Consent", false, "default"],
            ["ads", "dpv:Consent", true, "granted"],
        ],
    );
    assert.deepEqual(purposes[3].pii_information, [{ pii_type: "What you clicked" }]);
    assert.deepEqual(purposes[3].recipient_third_parties, ["oxlip"]);
    assert.equal(purposes[3].withdrawal_method, `${PAGE}#choices`);
});

test("a no after a yes is a withdrawal, appended below what it withdraws", async () => {
    const page = visit(compiled());
    page.consent.set({ ads: true });
    page.consent.set({ media: true });
    page.consent.set({ ads: false });
    const { event } = valid(await receiptOf(page));
    assert.deepEqual(
        event.map(({ subject, state, duration }) => [subject, state, duration !== undefined]),
        [
            ["ads", "dpv:ConsentGiven", false],
            ["media", "dpv:ConsentGiven", false],
            ["ads", "dpv:ConsentWithdrawn", true],
        ],
    );
});

test("the layer and a yes over the signal are told", async () => {
    const page = visit(compiled(), {
        before: (window) => Object.defineProperty(window.navigator, "globalPrivacyControl", { value: true }),
    });
    page.document
        .querySelector("sudare-choice")
        .shadowRoot.querySelector("[data-consent-action=accept-all]")
        .click();
    const { event } = valid(await receiptOf(page));
    assert.deepEqual(
        event.map(({ layer, over_signal, source }) => [layer, over_signal, source]),
        Array(3).fill([1, true, "first-layer"]),
    );
});

test("what identifies somebody is not in it", async () => {
    const page = visit(compiled());
    page.consent.set({ ads: true });
    const text = JSON.stringify(await receiptOf(page));
    assert.doesNotMatch(text, new RegExp(page.window.navigator.userAgent.slice(0, 20).replace(/\W/g, ".")));
    assert.doesNotMatch(text, /\d+\.\d+\.\d+\.\d+/);
});

test("data-debug: every decision explains itself, at once and after each change", (t) => {
    const { consent, document } = visit(compiled(), {
        tag: 'data-region="DE"',
        html: '<img data-consent="ads">',
    });
    const said = t.mock.method(console, "info", () => {});
    globalThis.document = document;
    explain({ snapshot: () => consent.get() });
    assert.match(said.mock.calls[0].arguments[0], /nothing chosen[^]*asks: first-visit/);
    consent.set({ ads: true, media: false });
    const [text] = said.mock.calls[1].arguments;
    assert.match(text, /regime opt-in, region DE, GPC off, kept in local/);
    assert.match(text, /ads: may run; the visitor said yes; 1 on this page/);
    assert.match(text, /media: held back; the visitor said no/);
    assert.match(text, /necessary: may run; the site does not work without it/);
    assert.match(text, /analytics: held back; nobody has chosen/);
});
