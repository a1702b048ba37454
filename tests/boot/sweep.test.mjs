// What is deleted when a yes is taken back, and what is not.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { compiled } from "./fixture.mjs";
import { closeAll, settled, visit } from "./page.mjs";

after(closeAll);

const notice = (reload = false) =>
    compiled({
        parts: {
            sweep: [
                {
                    sorrel: [["_srl", "_srl_*"], ["sorrel.*"], []],
                    marram: [[], [], ["mrm_id"]],
                    quillfinch: [["quill*", "shared"], ["*finch*", "sudare-*"], []],
                    oxlip: [["ox(lip)"], [], []],
                },
                reload,
            ],
        },
    });

const cookies = ({ document }) => document.cookie.split("; ").filter(Boolean).sort();
const keys = (storage) => Object.keys(storage).sort();

const start = (wishes) => {
    const page = visit(notice(), wishes);
    page.consent.set({ ads: true, analytics: true });
    for (const cookie of [
        "_srl=1",
        "_srl_x=1",
        "_srlx=1",
        "quillx=1;domain=shop.test",
        "ox(lip)=1",
        "own=1",
    ]) {
        page.document.cookie = cookie;
    }
    for (const storage of [page.storage, page.window.sessionStorage]) {
        for (const key of ["sorrel.a", "sorrel", "a.finch.b"]) storage.setItem(key, "1");
    }
    return page;
};

test("the names and patterns of what was withdrawn go, in both storages, and nothing else", async () => {
    const page = start();
    page.consent.set({ ads: false });
    await settled(page);
    assert.deepEqual(cookies(page), ["_srl=1", "_srl_x=1", "_srlx=1", "own=1"]);
    assert.deepEqual(keys(page.storage), ["sorrel", "sorrel.a", "sudare-aster"], "the record stays");
    assert.deepEqual(keys(page.window.sessionStorage), ["sorrel", "sorrel.a"]);
    page.consent.set({ analytics: false });
    await settled(page);
    assert.deepEqual(cookies(page), ["_srlx=1", "own=1"]);
    assert.deepEqual(keys(page.storage), ["sorrel", "sudare-aster"]);
    assert.deepEqual(page.said, []);
    assert.deepEqual(page.errors, []);
});

test("a single service is swept alone; forgetting sweeps all", async () => {
    const page = start();
    page.consent.set({ oxlip: false });
    await settled(page);
    assert.deepEqual(cookies(page), ["_srl=1", "_srl_x=1", "_srlx=1", "own=1", "quillx=1"]);
    page.consent.reset();
    await settled(page);
    assert.deepEqual(cookies(page), ["_srlx=1", "own=1"]);
});

test("what was never allowed, or is allowed again at once, is left alone", async () => {
    const page = visit(notice());
    page.document.cookie = "_srl=1";
    page.consent.set({ analytics: false });
    await settled(page);
    page.consent.set({ analytics: true });
    page.consent.set({ analytics: false });
    page.consent.set({ analytics: true });
    await settled(page);
    assert.deepEqual(cookies(page), ["_srl=1"]);
});

test("what could not be deleted is named in one line, with what no script sees", async () => {
    const page = visit(notice());
    page.consent.set({ media: true, analytics: true });
    Object.defineProperty(page.document, "cookie", { get: () => "_srl=1; own=1", set: () => {} });
    page.consent.set({ media: false, analytics: false });
    await settled(page);
    assert.deepEqual(page.said, ["Sudare: no script can delete _srl,mrm_id; your server can"]);
});

test("a service that is still allowed keeps what it shares", async () => {
    const page = visit(
        compiled({
            parts: {
                sweep: [{ sorrel: [["_s*"], ["s*"], []], marram: [["_shared"], ["shared"], []] }, false],
            },
        }),
    );
    page.consent.set({ analytics: true, media: true });
    for (const cookie of ["_shared=1", "_s=1"]) page.document.cookie = cookie;
    page.storage.setItem("shared", "1");
    page.consent.set({ analytics: false });
    await settled(page);
    assert.deepEqual(cookies(page), ["_shared=1"]);
    assert.deepEqual(keys(page.storage), ["shared", "sudare-aster"]);
});

test("the page is loaded again only where the owner wants it, and not under an open notice", async () => {
    // jsdom cannot load again and says so.
    const loads = ({ errors }) => errors.filter((error) => /navigation/.test(error.message ?? error)).length;
    const withdraw = async (page, opened) => {
        page.consent.set({ ads: true });
        const tell = (event) => page.document.dispatchEvent(new page.window.CustomEvent(`consent:${event}`));
        if (opened) tell("show");
        page.consent.set({ ads: false });
        await settled(page);
        const before = loads(page);
        if (opened) tell("hide");
        return [before, loads(page)];
    };
    assert.deepEqual(await withdraw(visit(notice(true))), [1, 1]);
    assert.deepEqual(await withdraw(visit(notice(true)), true), [0, 1]);
    assert.deepEqual(await withdraw(visit(notice(false))), [0, 0]);
    const memory = visit(notice(true), {
        before: (window) =>
            Object.defineProperty(window, "localStorage", {
                get() {
                    throw new window.DOMException("no", "SecurityError");
                },
            }),
    });
    assert.deepEqual(await withdraw(memory), [0, 0], "the choice would be lost");
});
