// Plots as SVG: bars for the rivals, lines for growth. Small enough to be written by hand, and the
// only styles are attributes, so that it shows wherever a picture does.

import { read, round } from "./rows.mjs";

const WIDTH = 960;
const OURS = "#7b63bf";
const OTHERS = "#9aa3ad";
const INK = "#222222";
const SERIES = ["#7b63bf", "#1f7a6d", "#c2571a", "#4a6fa5"];

const escaped = (text) => String(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");

const text = (x, y, content, { size = 12, anchor = "start", weight = 400, fill = INK } = {}) =>
    `<text x="${x}" y="${y}" font-size="${size}" text-anchor="${anchor}" font-weight="${weight}" fill="${fill}">${escaped(content)}</text>`;

const document = (height, title, content) =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${Math.ceil(height)}" width="${WIDTH}" font-family="system-ui, sans-serif" role="img" aria-label="${escaped(title)}">
<rect width="100%" height="100%" fill="#ffffff"/>
${content.join("\n")}
</svg>
`;

/** One group of bars a row, each bar against the longest of its row. */
export const bars = (title, subjects) => {
    const left = 190;
    const room = WIDTH - left - 110;
    const content = [text(16, 28, title, { size: 18, weight: 600 })];
    let y = 56;
    for (const { what, unit, digits, values } of read(subjects)) {
        const shown = Object.entries(values).filter(([, value]) => value !== undefined);
        const longest = Math.max(...shown.map(([, value]) => value));
        if (!(longest > 0)) continue;
        content.push(text(16, y, `${what}${unit && `, ${unit}`}`, { size: 13, weight: 600 }));
        y += 10;
        for (const [name, value] of shown) {
            const length = Math.max(1, (Math.max(0, value) / longest) * room);
            const fill = name.startsWith("Sudare") ? OURS : OTHERS;
            content.push(
                text(left - 8, y + 12, name, { anchor: "end" }),
                `<rect x="${left}" y="${y + 2}" width="${length.toFixed(1)}" height="13" fill="${fill}"/>`,
                text(left + length + 6, y + 12, round(value, digits)),
            );
            y += 18;
        }
        y += 24;
    }
    return document(y, title, content);
};

/** Lines over sizes, both axes logarithmic: what grows in step is a straight line as steep as the diagonal. */
export const lines = (title, charts) => {
    const [height, left, right, top] = [240, 70, 250, 40];
    const content = [text(16, 28, title, { size: 18, weight: 600 })];
    charts.forEach((chart, place) => {
        const y0 = top + 30 + place * (height + 70);
        const values = chart.series.flatMap(({ values }) => values).filter((value) => value > 0);
        const [low, high] = [
            Math.floor(Math.log10(Math.min(...values))),
            Math.ceil(Math.log10(Math.max(...values))),
        ];
        const [from, to] = [chart.sizes[0], chart.sizes.at(-1)].map(Math.log10);
        const x = (size) => left + ((Math.log10(size) - from) / (to - from)) * (WIDTH - left - right);
        const y = (value) => y0 + height - ((Math.log10(value) - low) / Math.max(1, high - low)) * height;
        content.push(text(16, y0 - 12, `over ${chart.of}`, { size: 13, weight: 600 }));
        for (let power = low; power <= high; power += 1) {
            const at = y(10 ** power);
            content.push(
                `<line x1="${left}" x2="${WIDTH - right}" y1="${at}" y2="${at}" stroke="#e3e3e3"/>`,
                text(left - 6, at + 4, (10 ** power).toLocaleString("en"), { size: 11, anchor: "end" }),
            );
        }
        for (const size of chart.sizes) {
            content.push(
                text(x(size), y0 + height + 16, size.toLocaleString("en"), { size: 11, anchor: "middle" }),
            );
        }
        chart.series.forEach(({ name, unit, values }, at) => {
            const points = chart.sizes
                .map((size, index) => [size, values[index]])
                .filter(([, value]) => value > 0)
                .map(([size, value]) => `${x(size).toFixed(1)},${y(value).toFixed(1)}`);
            const stroke = SERIES[at % SERIES.length];
            content.push(
                `<polyline points="${points.join(" ")}" fill="none" stroke="${stroke}" stroke-width="2"/>`,
                ...points.map(
                    (point) =>
                        `<circle cx="${point.split(",")[0]}" cy="${point.split(",")[1]}" r="3" fill="${stroke}"/>`,
                ),
                text(WIDTH - right + 14, y0 + 16 + at * 18, `${name}, ${unit}`, { fill: stroke }),
            );
        });
    });
    return document(top + 30 + charts.length * (height + 70), title, content);
};
