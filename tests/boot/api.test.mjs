// `window.consent`, in a page.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { compiled } from "./fixture.mjs";
import { closeAll, settled, visit } from "./page.mjs";

after(closeAll);

const KEY = "sudare-aster";
const plain = (value) => JSON.parse(JSON.stringify(value));

test("the public names are these and no others", () => {
    const { consent } = visit(compiled());
    assert.deepEqual(Object.keys(consent).sort(), [
        "get",
        "hide",
        "on",
        "push",
        "ready",
        "receipt",
        "reset",
        "set",
        "show",
    ]);
});

test("nothing but consent is on the window", () => {
    let before;
    const { window } = visit(compiled(), {
        before: (window) => (before = Object.getOwnPropertyNames(window)),
    });
    const come = Object.getOwnPropertyNames(window).filter((name) => !before.includes(name));
    assert.deepEqual(come, ["consent"]);
});

test("the snapshot is frozen, deeply, and the same until something changes", () => {
    const { consent } = visit(compiled());
    const first = consent.get();
    assert.equal(consent.get(), first);
    for (const part of [first, first.purposes, first.services, first.why]) assert.ok(Object.isFrozen(part));
    consent.set({ ads: true });
    assert.notEqual(consent.get(), first);
    assert.equal(first.purposes.ads, false);
});

test("an id that the notice does not have is undefined, whatever its name", () => {
    const { consent } = visit(compiled());
    for (const id of [
        "nope",
        "__proto__",
        "constructor",
        "toString",
        "hasOwnProperty",
        "",
        undefined,
        null,
    ]) {
        assert.equal(consent.get(id), undefined, String(id));
    }
});

test("get(id) takes less than a microsecond", () => {
    const { consent } = visit(compiled());
    const began = performance.now();
    for (let count = 0; count < 1e6; count += 1) consent.get("ads");
    assert.ok(performance.now() - began < 1000);
});

test("get touches no storage and parses nothing, however often it is called", () => {
    const touched = [];
    const { window, consent } = visit(compiled(), { storage: { [KEY]: "{torn" } });
    const watch = (object, name, methods) => {
        for (const method of methods) {
            const own = object[method];
            object[method] = function (...given) {
                touched.push(`${name}.${method}`);
                return own.apply(this, given);
            };
        }
    };
    watch(window.Storage.prototype, "Storage", ["getItem", "setItem", "removeItem", "key"]);
    watch(window.JSON, "JSON", ["parse", "stringify"]);
    watch(window.Date, "Date", ["now"]);
    const storage = window.localStorage;
    Object.defineProperty(window, "localStorage", {
        get: () => {
            touched.push("localStorage");
            return storage;
        },
    });
    for (let count = 0; count < 1000; count += 1) {
        for (const id of ["ads", "quillfinch", "nope"]) consent.get(id);
        consent.get();
    }
    assert.deepEqual(touched, []);
    // The watch is no blind one.
    consent.set({ ads: true });
    for (const name of ["localStorage", "Storage.getItem", "JSON.parse", "JSON.stringify", "Date.now"]) {
        assert.ok(touched.includes(name), name);
    }
});

test("a wrong id or value is refused by name, and nothing is recorded", () => {
    const { window, consent, storage } = visit(compiled());
    for (const [answers, id] of [
        [{ nope: true }, "nope"],
        [{ necessary: false }, "necessary"],
        [{ ads: "yes" }, "ads"],
        [{ media: true, ads: 1 }, "ads"],
    ]) {
        assert.throws(
            () => consent.set(answers),
            (error) => {
                assert.ok(error instanceof window.TypeError);
                assert.match(error.message, new RegExp(`${id}.*analytics,media,ads,sorrel`));
                return true;
            },
        );
    }
    assert.throws(() => consent.set(), window.TypeError);
    assert.throws(() => consent.set(null), window.TypeError);
    assert.throws(() => consent.on("chnage", () => {}), /chnage.*change/);
    assert.throws(() => consent.on("change"), window.TypeError);
    assert.equal(storage.length, 0);
});

test("what is required cannot be refused company by company either", () => {
    const { window, consent, storage } = visit(compiled({ services: [["basket", 0]] }));
    assert.throws(() => consent.set({ basket: false }), window.TypeError);
    assert.equal(storage.length, 0);
});

test("a choice is recorded as the contract says", () => {
    const { consent, storage } = visit(compiled());
    consent.set({ ads: true, media: false });
    const record = JSON.parse(storage.getItem(KEY));
    assert.match(record.id, /^0\.\d+$/);
    assert.equal(record.until - record.at, 180 * 86_400_000);
    assert.deepEqual(
        { ...record, id: 0, at: 0, until: 0 },
        {
            v: 2,
            id: 0,
            notice: "aster",
            revision: "2026-11-01",
            text: "5d1f0c9a7e3b",
            lang: "en",
            source: "api",
            at: 0,
            until: 0,
            choices: { ads: "granted", media: "denied" },
            known: ["analytics", "media", "ads", "sorrel", "marram", "quillfinch", "oxlip"],
            past: [],
        },
    );
});

test("a refusal of everything holds for its own time", () => {
    const { consent, storage } = visit(compiled());
    consent.set({ ads: false });
    const { at, until } = JSON.parse(storage.getItem(KEY));
    assert.equal(until - at, 90 * 86_400_000);
});

test("what was chosen before is kept, and its history too, up to twenty", () => {
    const { consent, storage } = visit(compiled());
    consent.set({ ads: true });
    const { id } = JSON.parse(storage.getItem(KEY));
    for (let count = 0; count < 25; count += 1) consent.set({ media: count % 2 === 0 });
    const record = JSON.parse(storage.getItem(KEY));
    assert.equal(record.id, id);
    assert.deepEqual(record.choices, { ads: "granted", media: "granted" });
    assert.equal(record.past.length, 20);
    assert.deepEqual(Object.keys(record.past[0]), ["revision", "source", "at", "choices"]);
});

test("a yes with the signal on is recorded as one over it", () => {
    const { consent, storage } = visit(compiled(), {
        before: (window) => Object.defineProperty(window.navigator, "globalPrivacyControl", { value: true }),
    });
    consent.set({ ads: true, media: false });
    assert.deepEqual(JSON.parse(storage.getItem(KEY)).choices, { ads: "granted-over-gpc", media: "denied" });
    assert.equal(consent.get("ads"), true);
});

test("what cannot be gone by is kept aside before it is overwritten", () => {
    const { consent, storage } = visit(compiled(), { storage: { [KEY]: "{broken" } });
    assert.equal(consent.get().reprompt, "recovered");
    assert.equal(storage.getItem(`${KEY}.aside`), null, "nothing is written before a choice");
    consent.set({ ads: false });
    assert.equal(storage.getItem(`${KEY}.aside`), "{broken");
    consent.set({ ads: true });
    assert.equal(storage.getItem(`${KEY}.aside`), "{broken");
});

test("a record of a newer version is left as it is until it is written over, and then kept aside", () => {
    const first = visit(compiled());
    first.consent.set({ ads: true });
    const sound = JSON.parse(first.storage.getItem(KEY));
    const newer = JSON.stringify({ ...sound, v: 3, more: ["than", "we", "know"] });

    const { consent, storage } = visit(compiled(), { storage: { [KEY]: newer } });
    assert.equal(consent.get("ads"), false, "it grants nothing");
    assert.equal(consent.get().reprompt, "recovered");
    assert.deepEqual([storage.getItem(KEY), storage.getItem(`${KEY}.aside`)], [newer, null], "untouched");
    consent.set({ media: true });
    assert.equal(storage.getItem(`${KEY}.aside`), newer);
    const written = JSON.parse(storage.getItem(KEY));
    assert.deepEqual([written.v, written.choices, written.past], [2, { media: "granted" }, []]);
    assert.notEqual(written.id, sound.id);
});

test("listeners are told: ready and change at once, change again, and no more after off", async () => {
    const page = visit(compiled());
    const told = [];
    page.consent.on("ready", ({ decided }) => told.push(["ready", decided]));
    const off = page.consent.on("change", ({ decided }) => told.push(["change", decided]));
    assert.deepEqual(told, [], "not before on has returned");
    await settled(page);
    page.consent.set({ ads: true });
    off();
    page.consent.set({ ads: false });
    assert.deepEqual(told, [
        ["ready", false],
        ["change", false],
        ["change", true],
    ]);
    assert.equal((await page.consent.ready).decided, false);
});

test("a listener that is taken off at once is never told", async () => {
    const page = visit(compiled());
    page.consent.on("change", () => assert.fail())();
    await settled(page);
});

test("a listener that throws is reported and stops nobody", async () => {
    const page = visit(compiled());
    await settled(page);
    const told = [];
    page.consent.on("change", () => {
        throw Error("clumsy");
    });
    page.consent.on("change", () => told.push("second"));
    page.document.addEventListener("consent:change", ({ detail }) =>
        told.push(detail === page.consent.get()),
    );
    page.consent.set({ ads: true });
    assert.deepEqual(told, ["second", true]);
    assert.match(String(page.errors[0]), /clumsy/);
});

test("the choice is written before anybody is told, and told before the screen changes", () => {
    const { consent, document, storage } = visit(compiled());
    assert.ok(document.querySelector("sudare-choice"));
    const order = [];
    document.addEventListener("consent:change", () =>
        order.push(storage.getItem(KEY) !== null, consent.get("ads")),
    );
    consent.set({ ads: true });
    assert.deepEqual(order, [true, true]);
    assert.equal(document.querySelector("sudare-choice"), null);
});

test("reset forgets and asks again", () => {
    const { consent, document, storage } = visit(compiled());
    consent.set({ ads: true });
    consent.reset();
    assert.equal(storage.length, 0);
    assert.equal(consent.get().reprompt, "first-visit");
    assert.ok(document.querySelector("sudare-choice"));
});

test("a page may say that a choice came by a signal, from another tool or from the notice’s own page, and nothing else", () => {
    const { consent, storage, window } = visit(compiled());
    consent.set({ ads: false }, "gpc");
    assert.equal(consent.get().source, "gpc");
    consent.set({ media: true }, "import");
    assert.equal(JSON.parse(storage.getItem(KEY)).source, "import");
    consent.set({ media: false }, "notice");
    assert.equal(consent.get().source, "notice", "the switches of the notice's own page");
    for (const source of ["first-layer", "somewhere", null, 7]) {
        assert.throws(() => consent.set({ ads: true }, source), window.TypeError, String(source));
    }
    assert.throws(() => consent.set({ ads: true }, "gpc"), window.TypeError, "a signal is no yes");
    assert.equal(consent.get("ads"), false);
    const before = storage.getItem(KEY);
    assert.throws(() => consent.set({}, "somewhere"), window.TypeError);
    assert.equal(storage.getItem(KEY), before, "an answer to nothing, too, is somebody's");
});

test("the queue is worked off; a wrong call stops no other", async () => {
    const page = visit(compiled(), {
        before: (window) =>
            (window.consent = [["nonsense"], ["set", { ads: true }], 7, ["set", { media: true }]]),
    });
    await settled(page);
    assert.deepEqual([page.consent.get("ads"), page.consent.get("media")], [true, true]);
    assert.equal(page.errors.length, 2);
    page.consent.push(["set", { ads: false }]);
    assert.equal(page.consent.get("ads"), false);
});

test("blocked storage is memory: nothing throws, and a choice holds for the page", () => {
    const { consent } = visit(compiled(), {
        before: (window) =>
            Object.defineProperty(window, "localStorage", {
                get() {
                    throw new window.DOMException("no", "SecurityError");
                },
            }),
    });
    assert.equal(consent.get().persistence, "memory");
    consent.set({ ads: true });
    assert.equal(consent.get("ads"), true);
    consent.reset();
    assert.equal(consent.get("ads"), false);
});

test("a no holds where storage fails while the page stands", () => {
    const { window, document, consent } = visit(compiled(), { tag: 'data-region="US"' });
    assert.equal(consent.get("ads"), true);
    consent.set({ ads: false });
    Object.defineProperty(window, "localStorage", {
        get() {
            throw new window.DOMException("no", "SecurityError");
        },
    });
    document.dispatchEvent(new window.Event("visibilitychange", { bubbles: true }));
    assert.deepEqual([consent.get().persistence, consent.get("ads")], ["memory", false]);
    consent.set({ media: false });
    assert.deepEqual([consent.get("ads"), consent.get("media")], [false, false]);
    consent.reset();
    assert.equal(consent.get("ads"), true);
});

test("an unknown word on the tag is named in one line", () => {
    assert.deepEqual(visit(compiled(), { tag: 'data-lang="en" data-regoin="US"' }).said.length, 1);
    assert.match(visit(compiled(), { tag: 'data-regoin="US"' }).said[0], /regoin.*region/);
});

test("a language is found by the other names that the compiler gives it", () => {
    const { en, ja } = compiled().speech;
    const notice = compiled({ speech: { "zh-Hans": en, "zh-Hant": ja } });
    const lang = (wanted, others = {}) => {
        const data = { ...notice, others };
        return visit(data, { lang: wanted })
            .document.querySelector("sudare-choice")
            .shadowRoot.querySelector("section").lang;
    };
    assert.equal(lang("zh-TW"), "zh-Hans");
    const others = { "zh-TW": "zh-Hant" };
    assert.equal(lang("zh-TW", others), "zh-Hant");
    assert.equal(lang("ZH-tw-x-own", others), "zh-Hant");
    assert.equal(lang("zh", others), "zh-Hans");
    assert.equal(lang("zh-SG", others), "zh-Hans");
});

test("languages: the tag's, then the page's, then the visitor's", () => {
    const lang = (wishes) =>
        visit(compiled(), wishes).document.querySelector("sudare-choice").shadowRoot.querySelector("section")
            .lang;
    assert.equal(lang({ tag: 'data-lang="ja"' }), "ja");
    assert.equal(lang({ lang: "JA-jp" }), "ja");
    assert.equal(lang({ lang: "fr" }), "en");
    assert.equal(
        lang({
            lang: "",
            before: (window) =>
                Object.defineProperty(window.navigator, "languages", { value: ["fr", "ja-JP", "en"] }),
        }),
        "ja",
    );
});
