// What boot makes of anything that may be stored.

import assert from "node:assert/strict";
import { test } from "node:test";
import { compiled } from "./fixture.mjs";
import { prepare } from "./page.mjs";

const NOW = Date.UTC(2026, 10, 21);
const DAY = 86_400_000;
const notice = compiled();
const consentFor = prepare(notice);
const given = (stored, more = {}) =>
    consentFor({ stored, gpc: false, region: null, now: NOW, ...more }).get();

const KNOWN = ["analytics", "media", "ads", "sorrel", "marram", "quillfinch", "oxlip"];
const record = (changes = {}) => ({
    v: 2,
    id: "00112233445566ff",
    notice: "aster",
    revision: "2026-11-01",
    text: "t",
    lang: "en",
    source: "notice",
    at: NOW - DAY,
    until: NOW + DAY,
    choices: { ads: "granted" },
    known: KNOWN,
    past: [],
    ...changes,
});
const text = (changes) => JSON.stringify(record(changes));

test("a good record grants what it says, and nothing else", () => {
    const { purposes, services, why, decided, reprompt, decidedAt } = given(text());
    assert.deepEqual({ ...purposes }, { necessary: true, analytics: false, media: false, ads: true });
    assert.deepEqual({ ...services }, { sorrel: false, marram: false, quillfinch: true, oxlip: true });
    assert.equal(why.ads, "granted");
    assert.deepEqual(
        { decided, reprompt, decidedAt },
        { decided: true, reprompt: null, decidedAt: "2026-11-20T00:00:00.000Z" },
    );
});

test("on a revision that no longer counts a no stands and a yes does not", () => {
    const { purposes, why, reprompt } = given(
        text({ revision: "2020", choices: { ads: "granted", media: "denied" } }),
    );
    assert.equal(purposes.ads, false);
    assert.equal(why.ads, "default");
    assert.equal(why.media, "denied");
    assert.equal(reprompt, "revised");
});

test("a purpose that has come since is asked about", () => {
    assert.equal(given(text({ known: KNOWN.filter((id) => id !== "media") })).reprompt, "new-purpose");
});

test("a service that has come since, under an allowed purpose, does not run and is asked about", () => {
    const { services, purposes, reprompt } = given(text({ known: KNOWN.filter((id) => id !== "oxlip") }));
    assert.deepEqual(
        [purposes.ads, services.oxlip, services.quillfinch, reprompt],
        [true, false, true, "new-service"],
    );
});

test("a record that has run out is none", () => {
    const { purposes, reprompt } = given(text({ until: NOW }));
    assert.deepEqual([purposes.ads, reprompt], [false, "expired"]);
});

test("a clock that was put back a little is forgiven, more is not", () => {
    assert.equal(given(text({ at: NOW + 299_000 })).purposes.ads, true);
    assert.equal(given(text({ at: NOW + 301_000, until: NOW + DAY })).reprompt, "recovered");
});

const UNUSABLE = {
    "no JSON": "{",
    "an empty text": "",
    null: "null",
    "a number": "7",
    "a text": '"granted"',
    "a list": "[]",
    "ten megabytes": JSON.stringify("x".repeat(10_000_000)),
    "ten megabytes that parse": text({ id: "x".repeat(10_000_000) }),
    "ten thousand deep": "[".repeat(10_000) + "]".repeat(10_000),
    "deep in a choice": text({ choices: "@" }).replace('"@"', "[".repeat(10_000) + "]".repeat(10_000)),
    "a newer version": text({ v: 3 }),
    "another notice": text({ notice: "fern" }),
    "a number for an id": text({ id: 7 }),
    "a number for a language": text({ lang: 7 }),
    "no text hash": text({ text: undefined }),
    "no revision": text({ revision: undefined }),
    "an unknown source": text({ source: "magic" }),
    "a time in words": text({ at: "2026-01-01" }),
    "no end": text({ until: null }),
    "an end that is no time": text({ until: 1e300 }),
    "an end before its beginning": text({ until: NOW - 2 * DAY }),
    "an unknown choice": text({ choices: { ads: "yes" } }),
    "a true for a choice": text({ choices: { ads: true } }),
    "a list for choices": text({ choices: ["granted"] }),
    "an empty list for choices": text({ choices: [] }),
    "an empty text for choices": text({ choices: "" }),
    "null for choices": text({ choices: null }),
    "a text for known": text({ known: "ads" }),
    "an object for known": text({ known: { ads: 1 } }),
    "numbers in known": text({ known: [1] }),
    "an object for the past": text({ past: {} }),
    "nonsense in the past": text({ past: [null] }),
    "a past without choices": text({ past: [{ revision: "a", source: "api", at: 1 }] }),
    "only a prototype": '{"__proto__":' + text() + "}",
};

for (const [name, stored] of Object.entries(UNUSABLE)) {
    test(`${name} in storage grants nothing`, () => {
        // The quickest of several, or a busy machine is what is measured; five milliseconds is what a
        // page may lose, and this starts the whole script.
        let quickest = Infinity;
        for (let visits = 0; visits < 5; visits += 1) {
            const began = performance.now();
            const { purposes, reprompt, decided } = given(stored);
            quickest = Math.min(quickest, performance.now() - began);
            assert.deepEqual(
                { ...purposes },
                { necessary: true, analytics: false, media: false, ads: false },
            );
            assert.deepEqual({ decided, reprompt }, { decided: false, reprompt: "recovered" });
        }
        assert.ok(quickest < 5, `${quickest} ms`);
    });
}

test("a prototype among the choices is no choice", () => {
    const stored = text({ choices: "@" }).replace('"@"', '{"__proto__":"granted","media":"denied"}');
    assert.equal(given(stored).why.media, "denied");
    assert.equal(given(stored).purposes.ads, false);
});

test("what a page has put on Object.prototype is not consent", () => {
    const polluted = { ads: "granted", v: 1, notice: "aster", choices: { ads: "granted" } };
    Object.assign(Object.prototype, polluted);
    try {
        const stored = text({ choices: {} });
        assert.equal(given(stored).purposes.ads, false);
        assert.equal(given("{}").purposes.ads, false);
        assert.equal(
            consentFor({ stored: null, gpc: false, region: null, now: NOW }).get("choices"),
            undefined,
        );
    } finally {
        for (const name of Object.keys(polluted)) delete Object.prototype[name];
    }
});

test("lone surrogates do no harm", () => {
    assert.equal(given(text({ lang: "\ud800" })).purposes.analytics, false);
});

test("without a region the strictest regime holds; the longest match wins", () => {
    const ask = prepare(compiled({ regimes: [1, { US: 1, "US-CA": 0, JP: 0 }] }));
    const regime = (region) => ask({ stored: null, gpc: false, region, now: NOW }).get().regime;
    assert.deepEqual([null, "US", "us-ca", "US-NY", "JP-13", "FR", ""].map(regime), [
        "opt-in",
        "opt-out",
        "opt-in",
        "opt-out",
        "opt-in",
        "opt-out",
        "opt-in",
    ]);
});
