// The rows of the table: what each says, how it is read from the medians, and what Sudare aims at.
// Everything that the blank page costs as well is taken off.

const heapOf = ({ script, wasm }) => script + wasm;
const sum = (sizes) => Object.values(sizes).reduce((total, size) => total + size, 0);

/** `read(subject, blank)` gives a number, or undefined where a subject has no such thing. */
export const ROWS = [
    {
        id: "bytes",
        what: "bytes on the wire until the first layer can be used",
        unit: "B",
        read: ({ first }, blank) => first.bytes - blank.first.bytes,
        aim: { most: 5120 },
    },
    {
        id: "requests",
        what: "requests until then",
        unit: "",
        read: ({ first }, blank) => first.requests - blank.first.requests,
        aim: { most: 1 },
    },
    {
        id: "usable",
        what: "time to a usable first layer beyond the blank page",
        unit: "ms",
        read: ({ first }, blank) => first.usable - blank.first.usable,
        aim: { ratios: { "vanilla-cookieconsent": 0.5, "osano cookieconsent": 0.75 } },
        inlineAim: { ratios: { "vanilla-cookieconsent": 0.2 } },
    },
    {
        id: "script",
        what: "script time until then",
        unit: "ms",
        read: ({ first }, blank) => first.script - blank.first.script,
        aim: { ofBest: 0.5 },
    },
    {
        id: "blocked",
        what: "main thread blocked over 50 ms until then, the blank page's own included",
        unit: "ms",
        read: ({ first }) => first.blocked,
        aim: { most: 0 },
    },
    {
        id: "accept",
        what: "Accept to next paint, 20 gated tags waiting",
        unit: "ms",
        read: ({ accept }) => accept?.toPaint,
        aim: { ofBest: 0.5 },
    },
    {
        id: "refuse",
        what: "Refuse to next paint, 20 gated tags waiting",
        unit: "ms",
        read: ({ refuse }) => refuse?.toPaint,
        aim: { ofBest: 0.5 },
    },
    {
        id: "click",
        what: "a click on the blank page to next paint: nobody can be sooner",
        unit: "ms",
        read: (_, blank) => blank.accept?.toPaint,
    },
    {
        id: "allowed",
        what: "“is it allowed?” in a hot loop",
        unit: "ns",
        digits: 1,
        read: ({ allowed }) => allowed,
        aim: { ofBest: 0.1 },
    },
    {
        id: "again-bytes",
        what: "returning visitor: bytes fetched (304s not counted)",
        unit: "B",
        read: ({ returning }) => returning.bytes,
        aim: { most: 0 },
    },
    {
        id: "again-script",
        what: "returning visitor: script time",
        unit: "ms",
        digits: 1,
        read: ({ returning }, blank) => returning.script - blank.returning.script,
        aim: { most: 5 },
    },
    {
        id: "again-shift",
        what: "returning visitor: layout shift",
        unit: "",
        digits: 3,
        read: ({ returning }) => returning.shift,
        aim: { most: 0 },
    },
    {
        id: "notice-cold",
        what: "notice (a rival's settings): click to first paint, nothing fetched before",
        unit: "ms",
        read: ({ noticeCold }) => noticeCold?.took,
        aim: { most: 900 },
    },
    {
        id: "notice-ready",
        what: "the same, fetched at the first sign of intent",
        unit: "ms",
        read: ({ noticePrefetched }) => noticePrefetched?.took,
        aim: { most: 100 },
    },
    {
        id: "notice-blocked",
        what: "main thread blocked over 50 ms while it opens, nothing fetched before",
        unit: "ms",
        read: ({ noticeCold }) => noticeCold?.blocked,
        aim: { most: 0 },
    },
    {
        id: "code",
        what: "all of its code, brotli",
        unit: "B",
        read: ({ code }) => (Object.keys(code).length ? sum(code) : undefined),
    },
    {
        id: "heap",
        what: "heap over the blank page: first layer",
        unit: "B",
        read: ({ first }, blank) => heapOf(first.heap) - heapOf(blank.first.heap),
        aim: { most: 100_000 },
    },
    {
        id: "heap-notice",
        what: "heap over the blank page: notice or settings open, wasm's memory included",
        unit: "B",
        read: ({ noticeCold }, blank) => noticeCold && heapOf(noticeCold.heap) - heapOf(blank.first.heap),
        aim: { most: 3_000_000 },
    },
];

const BLANK = "blank page";
const isOurs = ({ name }) => name.startsWith("Sudare");

/** Every row as numbers by subject's name. */
export const read = (subjects) => {
    const blank = subjects.find(({ name }) => name === BLANK);
    const shown = subjects.filter((subject) => subject !== blank);
    return ROWS.map((row) => ({
        ...row,
        values: Object.fromEntries(shown.map((subject) => [subject.name, row.read(subject, blank)])),
    }));
};

/**
 * What is aimed at, in words, and whether it is met: by "Sudare", the tag as it is documented; and
 * where the bare banner stands, which does the least that can be done.
 */
export const verdicts = (subjects) => {
    const rivals = subjects.filter((subject) => !isOurs(subject) && subject.name !== BLANK && !subject.floor);
    return read(subjects).flatMap(({ what, aim, inlineAim, values, unit }) => [
        ...judge(what, aim, values, "", rivals, unit),
        ...judge(`${what}, inlined in the page`, inlineAim, values, ", inline", rivals, unit),
    ]);
};

const judge = (what, aim, values, variant, rivals, unit) => {
    const ours = values[`Sudare${variant}`];
    const bare = values[`bare banner${variant}`];
    if (!aim || ours === undefined) return [];
    if (aim.most !== undefined) {
        const said = (value) => (value === undefined ? "–" : `${round(value)} ${unit}`);
        return [
            { what, aim: `≤ ${said(aim.most)}`, got: said(ours), bare: said(bare), met: ours <= aim.most },
        ];
    }
    const of = (value, theirs) => (value === undefined ? "–" : `${(value / theirs).toFixed(2)} of it`);
    const others = rivals.map(({ name }) => [name, values[name]]).filter(([, value]) => value !== undefined);
    const against = aim.ratios
        ? Object.entries(aim.ratios).map(([rival, ratio]) => [rival, values[rival], ratio])
        : others
              .sort(([, a], [, b]) => a - b)
              .slice(0, 1)
              .map(([rival, value]) => [rival, value, aim.ofBest]);
    return against
        .filter(([, theirs]) => theirs !== undefined)
        .map(([rival, theirs, ratio]) => ({
            what,
            aim: `≤ ${ratio} of ${rival}`,
            got: of(ours, theirs),
            bare: of(bare, theirs),
            met: ours <= ratio * theirs,
        }));
};

export const round = (number, digits = 0) =>
    number === undefined ? "–" : (Number(number.toFixed(digits)) + 0).toLocaleString("en");
