// The record a second time, as a cookie.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { compiled } from "./fixture.mjs";
import { closeAll, visit, writableAnew } from "./page.mjs";

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

test("where cookies are refused by throwing it is this page's memory", () => {
    const refuse = ({ DOMException }) => {
        throw new DOMException("no", "SecurityError");
    };
    for (const get of [refuse, () => ""]) {
        const page = visit(notice(), {
            before: (window) => {
                withoutStorage(window);
                const cookie = { get: () => get(window), set: () => refuse(window) };
                Object.defineProperty(window.document, "cookie", cookie);
            },
        });
        page.consent.set({ ads: true });
        assert.deepEqual([page.consent.get("ads"), page.consent.get().persistence], [true, "memory"]);
        assert.equal(page.document.querySelector("sudare-choice")?.isConnected ?? false, false);
        page.consent.reset();
        assert.equal(page.consent.get("ads"), false);
        assert.deepEqual(page.errors, []);
    }
});

test("where cookies are refused by throwing, localStorage holds the record all the same", () => {
    const page = visit(notice(), {
        before: (window) =>
            Object.defineProperty(window.document, "cookie", {
                get() {
                    throw new window.DOMException("no", "SecurityError");
                },
            }),
    });
    page.consent.set({ ads: true });
    assert.deepEqual([page.consent.get("ads"), page.consent.get().persistence], [true, "local"]);
    assert.deepEqual([page.errors, page.said], [[], []]);
});

/** A browser whose localStorage has no room. */
const full = ({ Storage, DOMException }) => {
    Storage.prototype.setItem = () => {
        throw new DOMException("no", "QuotaExceededError");
    };
};

test("where localStorage is full the cookie keeps the record, on the next page too", () => {
    let page = visit(notice(), { before: full });
    page.consent.set({ ads: true });
    assert.equal(page.consent.get().persistence, "cookie");
    for (let next = 0; next < 2; next += 1) {
        const { cookie } = page.document;
        page = visit(notice(), {
            before: (window) => {
                full(window);
                window.document.cookie = cookie;
            },
        });
        assert.deepEqual([page.consent.get("ads"), page.consent.get().persistence], [true, "cookie"]);
        assert.equal(page.consent.get().decided, true);
        assert.equal(page.document.cookie, cookie);
        assert.deepEqual([page.errors, page.said], [[], []]);
    }
});

/** A record of this notice, so many minutes after another. */
const record = (choices, minutes, changes = {}) => {
    const page = visit(notice());
    page.consent.set(choices);
    const own = JSON.parse(page.storage.getItem(KEY));
    return { ...own, at: own.at + minutes * 60_000, ...changes };
};
/** What a host's cookie says of a record that is stored there. */
const said = (stored) => cookie(visit(notice(), { storage: { [KEY]: JSON.stringify(stored) } }));
/** A host where one record is stored and the cookie holds another one. */
const neighbour = (stored, mirrored, before = () => {}) =>
    visit(notice(), {
        storage: { [KEY]: typeof stored === "string" ? stored : JSON.stringify(stored) },
        before: (window) => {
            window.document.cookie = `mirror=${said(mirrored)}`;
            before(window);
        },
    });

test("a later no on a neighbouring host takes an earlier yes back, which stays in the past", () => {
    const yes = record({ ads: true }, -60);
    const no = record({ ads: false }, -30);
    const page = neighbour(yes, no);
    assert.equal(page.consent.get("ads"), false);
    assert.equal(page.consent.get().decidedAt, new Date(no.at).toISOString());
    const { past, choices } = JSON.parse(page.storage.getItem(KEY));
    assert.deepEqual(choices, { ads: "denied" });
    assert.deepEqual(
        past.map(({ at, choices }) => [at, choices]),
        [[yes.at, { ads: "granted" }]],
    );
    page.consent.set({ media: true });
    assert.match(cookie(page), /\/media\/\/ads\//, "and the next choice starts from it");
    assert.deepEqual(page.errors, []);
});

test("a later yes counts as well, and an earlier one does not", () => {
    assert.equal(neighbour(record({ ads: false }, -60), record({ ads: true }, -30)).consent.get("ads"), true);
    assert.equal(
        neighbour(record({ ads: false }, -30), record({ ads: true }, -60)).consent.get("ads"),
        false,
    );
});

test("a record of the first version gives way as well", () => {
    const page = neighbour(record({ ads: true }, -60, { v: 1 }), record({ ads: false }, -30));
    assert.equal(page.consent.get("ads"), false);
});

test("a record that has run out gives way to a later one", () => {
    const page = neighbour(
        record({ ads: true }, -60, { until: Date.now() - 1 }),
        record({ ads: false }, -30),
    );
    assert.deepEqual([page.consent.get("ads"), page.consent.get().decided], [false, true]);
});

test("what cannot be gone by in the cookie replaces nothing", () => {
    const yes = record({ ads: true }, -60);
    const text = JSON.stringify(yes);
    const { at, until } = yes;
    for (const value of [
        `1/a/2026-11-01/t/en/api/${at + 1}/${at + 2}//ads/`,
        `1/a/2026-11-01/t/en/api/${Date.now() + 600_000}/${until}///ads/`,
        `1/a/2026-11-01/t/en/nobody/${at + 1}/${until}///ads/`,
        `1/a/2026-11-01/t/en/api/${at + 1}/${until}///ads//9`,
        `1/a/2026-11-01/t/en/api/${at + 1}/never///ads/`,
        "nonsense",
    ]) {
        const page = visit(notice(), { storage: { [KEY]: text }, ...withCookie(value) });
        assert.equal(page.storage.getItem(KEY), text, value);
        assert.equal(page.consent.get("ads"), true);
    }
});

test("a stored record that cannot be gone by stays where it is, whatever the cookie says", () => {
    const own = record({ ads: true }, -60);
    const later = record({ ads: true, media: true }, -30);
    const past = [{ revision: "1", source: "api", at: 1, choices: {} }];
    for (const changes of [
        { v: 3 },
        { notice: "another" },
        { id: 1 },
        { lang: null },
        { source: "nobody" },
        { layer: 4 },
        { at: "1" },
        { at: 9e15 },
        { at: Date.now() + 600_000 },
        { at: own.until + 1 },
        { until: "never" },
        { choices: { ads: "perhaps" } },
        { choices: ["denied"] },
        { known: [1] },
        { known: null },
        { past: [{ ...past[0], at: null }] },
        { past: [null] },
        { past: {} },
    ]) {
        const text = JSON.stringify({ ...own, ...changes });
        const page = neighbour(text, later);
        const what = JSON.stringify(changes);
        assert.equal(page.storage.getItem(KEY), text, what);
        assert.equal(page.consent.get().reprompt, "recovered", what);
        assert.equal(page.consent.get("media"), false, what);
        assert.equal(cookie(page), undefined, what);
    }
    for (const text of ["", "null", "[]", "no", " ".repeat(1 << 18)]) {
        const page = neighbour(text, later);
        assert.equal(page.storage.getItem(KEY), text);
        assert.equal(page.consent.get("ads"), false);
        assert.deepEqual(page.errors, []);
    }
});

test("a change that is no choice leaves a neighbour's later no as it is", () => {
    const yes = record({ ads: true }, -60);
    const page = neighbour(yes, yes);
    assert.equal(page.consent.get("ads"), true);
    page.document.cookie = `mirror=${said(record({ ads: false }, -30))}`;
    Object.defineProperty(page.window.navigator, "globalPrivacyControl", { value: true });
    page.window.dispatchEvent(new page.window.Event("storage"));
    assert.equal(JSON.parse(page.storage.getItem(KEY)).choices.ads, "denied");
    assert.match(cookie(page), /\/\/ads\//);
    assert.deepEqual(page.errors, []);
});

test("a yes that was withdrawn where there is no room stays so when the cookie goes", () => {
    const page = visit(notice());
    page.consent.set({ ads: true });
    full(page.window);
    page.consent.set({ ads: false });
    assert.equal(page.consent.get().persistence, "cookie");
    page.document.cookie = "mirror=;max-age=0;path=/";
    page.document.dispatchEvent(new page.window.Event("visibilitychange"));
    assert.deepEqual([page.consent.get("ads"), page.consent.get().decided], [false, false]);
});

test("where there is no room for a neighbour's later no, it holds and the yes does not come back", () => {
    const page = neighbour(record({ ads: true }, -60), record({ ads: false }, -30), full);
    assert.deepEqual([page.consent.get("ads"), page.consent.get().persistence], [false, "cookie"]);
    assert.equal(page.storage.getItem(KEY), null);
    assert.equal(page.consent.get().decided, true);
});

test("a localStorage that is read and never written leaves the cookie to hold the record", () => {
    const old = record({ ads: true }, -60);
    const page = neighbour(old, record({ ads: false }, -30), (window) => {
        full(window);
        window.Storage.prototype.removeItem = window.Storage.prototype.setItem;
    });
    assert.deepEqual([page.consent.get("ads"), page.consent.get().persistence], [false, "cookie"]);
    assert.deepEqual(page.errors, []);
});

for (const [event, target] of [
    ["pageshow", "window"],
    ["visibilitychange", "document"],
    // Beside another window nothing else tells it.
    ["focus", "window"],
    ["click", "document"],
]) {
    test(`a page that comes back by ${event} hears what a neighbour's visitor said meanwhile`, async () => {
        let write;
        const page = visit(notice(), { before: (window) => (write = writableAnew(window)) });
        page.consent.set({ ads: true });
        await write("<!doctype html><title>Shop</title>");
        page.document.cookie = `mirror=${said(record({ ads: false }, 1))}`;
        const heard = [];
        page.consent.on("change", ({ purposes }) => heard.push(purposes.ads));
        page[target].dispatchEvent(new page.window.Event(event));
        assert.equal(page.consent.get("ads"), false);
        assert.equal(heard.at(-1), false);
        assert.match(cookie(page), /\/\/ads\//);
    });
}

test("what is forgotten here does not come back from the cookie when the page is shown again", () => {
    const page = visit(notice());
    page.consent.set({ ads: true });
    const before = page.document.cookie;
    page.consent.reset();
    page.document.cookie = before;
    page.window.dispatchEvent(new page.window.Event("pageshow"));
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
