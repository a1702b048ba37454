// Runs in each page before everything else, the same in all of them. It says when a thing can be
// used: it is there, in view, the topmost thing at its own middle, and somebody listens for clicks.
(() => {
    const clickable = new WeakSet();
    const { addEventListener } = EventTarget.prototype;
    EventTarget.prototype.addEventListener = function (type, ...rest) {
        if (type === "click" && this) clickable.add(this);
        return addEventListener.call(this, type, ...rest);
    };

    const topmost = (x, y) => {
        let found = document.elementFromPoint(x, y);
        for (let inner = found; inner?.shadowRoot; found = inner) {
            inner = inner.shadowRoot.elementFromPoint(x, y);
            if (!inner || inner === found) break;
        }
        return found;
    };
    /** From an element up to the window, out of shadow trees. */
    const path = (node) => {
        const nodes = [];
        for (; node; node = node.parentNode ?? node.host) nodes.push(node);
        return [...nodes, window];
    };
    const isHeard = (element) => path(element).some((node) => clickable.has(node) || node.onclick);
    const isVisible = (element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        if (!width || !height) return false;
        if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
        const hit = topmost(left + width / 2, top + height / 2);
        return !!hit && (hit === element || path(hit).includes(element));
    };

    /** A promise for the time at which the frame that shows it has been painted. */
    const painted = () =>
        new Promise((done) =>
            requestAnimationFrame(() => {
                const { port1, port2 } = new MessageChannel();
                port1.onmessage = () => done(performance.now());
                port2.postMessage(0);
            }),
        );
    /** Asked before each frame; the time after the first one in which it can be used. */
    const usable = (find, needsHandler = true) =>
        new Promise((done) => {
            const look = () => {
                const element = find();
                if (!element || !isVisible(element) || (needsHandler && !isHeard(element))) {
                    requestAnimationFrame(look);
                    return;
                }
                const { port1, port2 } = new MessageChannel();
                port1.onmessage = () => done(performance.now());
                port2.postMessage(0);
            };
            requestAnimationFrame(look);
        });

    const seen = { longTasks: [], shifts: 0 };
    new PerformanceObserver((list) => {
        for (const { startTime, duration } of list.getEntries()) seen.longTasks.push([startTime, duration]);
    }).observe({ type: "longtask", buffered: true });
    new PerformanceObserver((list) => {
        for (const { value } of list.getEntries()) seen.shifts += value;
    }).observe({ type: "layout-shift", buffered: true });

    /** From a click, as the system saw it, to the next paint. */
    const clickToPaint = () =>
        new Promise((done) => {
            addEventListener.call(
                window,
                "click",
                ({ timeStamp }) => painted().then((time) => done(time - timeStamp)),
                { capture: true, once: true },
            );
        });

    // Heard here, before the page: what is typed into the notice is kept from whoever listens later.
    let typed;
    addEventListener.call(window, "keydown", (event) => typed?.(event), true);
    /** From the next key, as the system saw it, to the paint after it. */
    const keyToPaint = () =>
        new Promise((done) => {
            typed = ({ timeStamp }) => {
                typed = undefined;
                painted().then((time) => done(time - timeStamp));
            };
        });

    const memories = [];
    for (const name of ["instantiate", "instantiateStreaming"]) {
        const make = WebAssembly[name];
        WebAssembly[name] = async (...all) => {
            const made = await make.apply(WebAssembly, all);
            const { exports } = made.instance ?? made;
            memories.push(...Object.values(exports).filter((item) => item instanceof WebAssembly.Memory));
            return made;
        };
    }

    window.bench = {
        usable,
        painted,
        clickToPaint,
        keyToPaint,
        seen,
        wasmBytes: () => memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0),
    };
})();
