// What is measured of each subject. Every function opens a visit of its own and gives numbers:
// milliseconds, bytes, counts.

import { Visit } from "./visit.mjs";

/** How much of the long tasks that began by then lies over 50 ms. */
const blocked = (longTasks, until) =>
    longTasks
        .filter(([start]) => start < until)
        .reduce((sum, [, duration]) => sum + Math.max(0, duration - 50), 0);

const inNewContext = async (browser, act) => {
    const context = await browser.newContext({ viewport: { width: 1024, height: 768 } });
    try {
        return await act(context);
    } finally {
        await context.close();
    }
};

/** The first visit: until the first layer can be used, and what it leaves in memory. */
const firstLayer = async (context, subject) => {
    const visit = await Visit.begin(context);
    await visit.go(subject.url);
    const usable = await visit.usable(subject.accept, subject.needsHandler);
    const { ScriptDuration, LayoutDuration, RecalcStyleDuration } = await visit.metrics();
    const { requests, bytes } = visit.fetched();
    await visit.settle();
    const { longTasks } = await visit.ask("bench.seen");
    return [
        visit,
        {
            usable,
            bytes,
            requests: requests.length,
            script: ScriptDuration * 1000,
            layout: (LayoutDuration + RecalcStyleDuration) * 1000,
            blocked: blocked(longTasks, usable),
            heap: await visit.heap(),
        },
    ];
};

/** The same visitor again: what is fetched, run and moved on a page where the choice is known. */
const returning = async (context, subject, first) => {
    if (subject.refuse) {
        await first.click(subject.accept);
        await first.settle();
    }
    await first.close();
    const visit = await Visit.begin(context);
    await visit.go(subject.url);
    await visit.page.waitForLoadState("load");
    await visit.settle();
    const { ScriptDuration } = await visit.metrics();
    const { shifts } = await visit.ask("bench.seen");
    const fetched = visit.fetched().requests.filter(({ document }) => !document);
    const asks = !!subject.refuse && (await visit.ask(`!!(${subject.accept})?.checkVisibility()`));
    return {
        requests: fetched.filter(({ cached }) => !cached).length,
        bytes: fetched
            .filter(({ cached, status, sent }) => !cached && (sent ?? status) !== 304)
            .reduce((sum, { bytes }) => sum + bytes, 0),
        script: ScriptDuration * 1000,
        shift: shifts,
        // Nobody is asked twice; a subject that did would not be measured here.
        asks,
    };
};

export const twoVisits = (browser, subject) =>
    inNewContext(browser, async (context) => {
        const [visit, first] = await firstLayer(context, subject);
        return { first, returning: await returning(context, subject, visit) };
    });

/** From the click on an answer to the next paint, with gated tags waiting; and until they have run. */
export const answer = (browser, subject, which) =>
    inNewContext(browser, async (context) => {
        const visit = await Visit.begin(context);
        await visit.go(subject.heldUrl);
        await visit.usable(subject.accept, subject.needsHandler);
        await visit.settle();
        await visit.ask("void (window.answered = bench.clickToPaint())");
        await visit.click(subject[which]);
        const toPaint = await visit.ask("answered");
        await visit.settle();
        return { toPaint, ran: await visit.ask("ran.length") };
    });

/** From the click that opens the notice, or the settings, to its first paint. */
export const notice = (browser, subject, prefetched) =>
    inNewContext(browser, async (context) => {
        const visit = await Visit.begin(context);
        await visit.go(subject.url);
        await visit.usable(subject.accept);
        await visit.settle();
        if (prefetched) {
            await visit.ask(`void ${subject.intent}`);
            await visit.settle();
        }
        await visit.ask("void (bench.seen.longTasks.length = 0)");
        const took = await visit.ask(`(async () => {
            const began = performance.now();
            ${subject.open}.click();
            return (await bench.usable(() => ${subject.opened}, false)) - began;
        })()`);
        await visit.settle();
        const { longTasks } = await visit.ask("bench.seen");
        return { took, blocked: blocked(longTasks, Infinity), heap: await visit.heap() };
    });

const CALLS = 2_000_000;

/** Nanoseconds for one "is it allowed" in a hot loop, at the machine's own speed. */
export const allowed = (browser, subject) =>
    inNewContext(browser, async (context) => {
        const visit = await Visit.begin(context, {});
        await visit.go(subject.url);
        await visit.usable(subject.accept);
        await visit.settle();
        return visit.ask(`(() => {
            ${subject.allowedSetUp ?? ""}
            const time = (calls) => {
                let yeses = 0;
                const began = performance.now();
                for (let count = 0; count < calls; count += 1) if (${subject.allowed}) yeses += 1;
                return [performance.now() - began, yeses];
            };
            // Some of them read a cookie each time: as many calls as make a tenth of a second.
            let calls = 1000;
            while (calls < ${CALLS} && time(calls)[0] < 100) calls *= 4;
            // The best: nothing makes a loop quicker than it is.
            return Math.min(...Array.from({ length: 9 }, () => (time(calls)[0] * 1e6) / calls));
        })()`);
    });
