// Years in the life of a notice, replayed in the boot script: steps that tests/model.rs made at
// random and held against a model that reads like the law. After each one the storage and what
// every tab is told are the same here.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { prepare } from "./page.mjs";

const FILE = new URL("../../target/vectors/traces.json", import.meta.url);
const KEY = "sudare";
const ASIDE = KEY + ".aside";

/** A browser of two tabs. */
const browser = (pages) => {
    const map = new Map();
    const state = { now: Date.UTC(2026, 10, 21, 12), mood: "Open", ids: 0, held: undefined };
    const refuse = (when) => {
        if (when) throw new DOMException("no", "QuotaExceededError");
    };
    const localStorage = {
        getItem: (key) => {
            refuse(state.mood === "Denied");
            // In a race the other tab's writing is not seen yet.
            return (key === KEY && state.held !== undefined ? state.held : map.get(key)) ?? null;
        },
        setItem: (key, text) => {
            refuse(["Denied", "Full"].includes(state.mood) || (state.mood === "Snug" && map.has(KEY)));
            map.set(key, text);
        },
        removeItem: (key) => {
            refuse(state.mood === "Denied");
            map.delete(key);
        },
    };
    const navigator = { globalPrivacyControl: undefined, languages: ["en"] };
    // Ids in turn, as the model counts them.
    const random = () => {
        state.ids += 1;
        return { toString: () => state.ids.toString(16) };
    };
    const tabs = [];

    const open = ({ tab, stage, region }) => {
        const woken = [];
        const listen = (event, listener) => event === "storage" && woken.push(listener);
        const world = { localStorage, navigator, now: () => state.now, random, listen };
        tabs[tab] = { consent: pages[stage]({ region, world }), wake: () => woken.forEach((f) => f()) };
    };
    const store = (key, text) => (text === null ? map.delete(key) : map.set(key, text));
    const acts = {
        nothing: () => {},
        visit: open,
        set: ({ tab, said, source }) => said && tabs[tab].consent.set(said, source),
        race: ({ said: [first, second] }) => {
            const before = map.get(KEY) ?? null;
            if (first) tabs[0].consent.set(first);
            state.held = before;
            if (second) tabs[1].consent.set(second);
            state.held = undefined;
        },
        signal: ({ on }) => (navigator.globalPrivacyControl = on),
        clock: ({ now }) => (state.now = now),
        mood: ({ mood }) => (state.mood = mood),
        store: ({ text, aside }) => {
            store(KEY, text);
            store(ASIDE, aside);
        },
        reset: ({ tab }) => tabs[tab]?.consent.reset(),
    };
    return {
        act: (step) => {
            acts[step.do](step);
            for (const tab of tabs) tab?.wake();
        },
        told: () => [0, 1].map((tab) => tabs[tab]?.consent.get() ?? null),
        stored: () => [KEY, ASIDE].map((key) => map.get(key) ?? null),
    };
};

const plain = (value) => JSON.parse(JSON.stringify(value));

/** A text field by field, where it is one of fields. */
const fields = (text) => {
    try {
        return JSON.parse(text);
    } catch {
        return text;
    }
};

test("boot does in every step what the model says", (t) => {
    let traces;
    try {
        traces = JSON.parse(readFileSync(FILE, "utf8"));
    } catch (cause) {
        assert.fail(`${FILE.pathname} (${cause.message}): the Rust tests write it, run them first`);
    }
    const pages = traces.stages.map(prepare);
    let done = 0;
    for (const [life, steps] of traces.lives.entries()) {
        const { act, told, stored } = browser(pages);
        let [tabsNow, storedNow] = [null, null];
        for (const [at, { tabs, stored: kept, ...step }] of steps.entries()) {
            act(step);
            tabsNow = tabs ?? tabsNow;
            storedNow = kept ?? storedNow;
            const place = `life ${life}, step ${at}: ${JSON.stringify(step)}`;
            assert.deepEqual(stored().map(fields), storedNow.map(fields), place);
            assert.deepEqual(plain(told()), tabsNow, place);
            done += 1;
        }
    }
    t.diagnostic(`${done} steps`);
    assert.ok(done > 0);
});
