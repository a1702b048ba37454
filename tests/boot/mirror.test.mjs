// The record a second time, as a cookie.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { compiled } from "./fixture.mjs";
import { closeAll, visit } from "./page.mjs";

after(closeAll);

const KEY = "sudare-aster";
const notice = (domain = null, changes = {}) =>
    compiled({ ...changes, parts: { mirror: ["aster", "mirror", domain] } });
const withCookie = (value) => ({ before: (window) => (window.document.cookie = `mirror=${value}`) });
const cookie = ({ document }) => /mirror=([^;]*)/.exec(document.cookie)?.[1];

test("nothing is written before a choice; each record is, and goes when it is forgotten", () => {
    const page = visit(notice());
    assert.equal(cookie(page), undefined);
    page.consent.set({ ads: true, media: false });
    const { id, at, until } = JSON.parse(page.storage.getItem(KEY));
    assert.equal(
        cookie(page),
        `1/${id}/2026-11-01/5d1f0c9a7e3b/en/api/${at}/${until}/ads//media/analytics.sorrel.marram.quillfinch.oxlip`,
    );
    page.consent.reset();
    assert.equal(cookie(page), undefined);
});

test("a record that localStorage has lost comes back, without its past", () => {
    const page = visit(notice());
    page.consent.set({ media: false });
    page.consent.set({ ads: true });
    const record = JSON.parse(page.storage.getItem(KEY));
    const again = visit(notice(), withCookie(cookie(page)));
    assert.equal(again.consent.get("ads"), true);
    assert.equal(again.consent.get().decided, true);
    const revived = JSON.parse(again.storage.getItem(KEY));
    assert.deepEqual(revived.known.sort(), [...record.known].sort());
    assert.deepEqual(
        { ...revived, known: [] },
        { ...JSON.parse(JSON.stringify(record)), known: [], past: [] },
    );
});

test("a record that is there is not replaced", () => {
    const yes = visit(notice());
    yes.consent.set({ ads: true });
    const no = visit(notice());
    no.consent.set({ ads: false });
    const page = visit(notice(), {
        storage: { [KEY]: no.storage.getItem(KEY) },
        ...withCookie(cookie(yes)),
    });
    assert.equal(page.consent.get("ads"), false);
    assert.match(cookie(page), /\/\/ads\//, "and the cookie follows it");
});

for (const [what, value] of Object.entries({
    "an empty value": "",
    nonsense: "yes",
    "another version": "3/a/2026-11-01/t/en/api/1/9999999999999/ads///",
    "a record that has run out": "1/a/2026-11-01/t/en/api/1/2/ads///",
    "a broken escape": "1/%/2026-11-01/t/en/api/1/9999999999999/ads///",
    "no times": "1/a/2026-11-01/t/en/api/x/y/ads///",
    "a prototype": "1/a/2026-11-01/t/en/api/1/9999999999999/__proto__///",
    "a time to come": "1/a/2026-11-01/t/en/api/9999999999998/9999999999999/ads///",
})) {
    test(`${what} in the cookie grants nothing`, () => {
        const page = visit(notice(), withCookie(value));
        assert.equal(page.consent.get("ads"), false);
        assert.deepEqual(page.errors, []);
    });
}

test("a domain that this host is not below is said in one line", () => {
    const page = visit(notice("else.test"));
    page.consent.set({ ads: true });
    assert.equal(page.said.length, 1);
    assert.match(page.said[0], /mirror.*else\.test/);
});

test("a record that is too long is not mirrored, and neither is the one before it", () => {
    const page = visit(notice(null, { revision: "r".repeat(1500) }));
    page.document.cookie = "mirror=1/old";
    page.consent.set({ ads: true });
    assert.equal(cookie(page), undefined);
    assert.equal(page.said.length, 1);
    assert.match(page.said[0], /too long/);
});

/** A browser that allows no localStorage. */
const withoutStorage = (window) =>
    Object.defineProperty(window, "localStorage", {
        get() {
            throw new window.DOMException("no", "SecurityError");
        },
    });

test("where localStorage is denied the cookie is the store, and says so", () => {
    const page = visit(notice(), { before: withoutStorage });
    assert.equal(page.consent.get().persistence, "cookie");
    page.consent.set({ ads: true });
    assert.equal(page.consent.get("ads"), true);
    assert.match(cookie(page), /\/ads\//);

    const next = visit(notice(), {
        before: (window) => {
            withoutStorage(window);
            window.document.cookie = `mirror=${cookie(page)}`;
        },
    });
    assert.deepEqual([next.consent.get("ads"), next.consent.get().persistence], [true, "cookie"]);
    assert.equal(next.consent.get().decided, true);
    next.consent.reset();
    assert.equal(cookie(next), undefined);
    assert.equal(next.consent.get("ads"), false);
    assert.deepEqual(next.errors, []);
});

test("where the browser takes no cookie either it is this page's memory", () => {
    const page = visit(notice(), {
        before: (window) => {
            withoutStorage(window);
            Object.defineProperty(window.navigator, "cookieEnabled", { value: false });
            Object.defineProperty(window.document, "cookie", { get: () => "", set: () => {} });
        },
    });
    assert.equal(page.consent.get().persistence, "memory");
    page.consent.set({ ads: true });
    assert.deepEqual([page.consent.get("ads"), page.consent.get().persistence], [true, "memory"]);
    page.consent.set({ ads: false });
    assert.equal(page.consent.get("ads"), false);
});

test("the layer of a decision survives the cookie", () => {
    const page = visit(notice());
    page.consent.set({ ads: true });
    const record = JSON.parse(page.storage.getItem(KEY));
    const layered = visit(notice(), {
        storage: { [KEY]: JSON.stringify({ ...record, source: "notice", layer: 3 }) },
    });
    assert.match(cookie(layered), /\/3$/);
    const again = visit(notice(), withCookie(cookie(layered)));
    assert.equal(JSON.parse(again.storage.getItem(KEY)).layer, 3);
    assert.equal(again.consent.get("ads"), true);
});
