// How long an import takes and how much memory, by the size of the policy: pages, Markdown, plain lines.
// Needs the executable as it is released (cargo build --profile tool) and GNU time. Draws docs/pictures/import.svg.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = new URL("..", import.meta.url).pathname;
const tool = process.env.SUDARE ?? join(root, "target/tool/sudare");
const sizes = [0.5, 1, 2, 3, 4, 5];
const folder = mkdtempSync(join(tmpdir(), "sudare-import-"));

const sentence = (n) =>
    `We keep record ${n} of what you order, and we use cookies to remember your basket until you close the page.`;
const article = {
    html: (n) =>
        `<h2>${n}. Data of kind ${n}</h2><p>${sentence(n)} <b>You can refuse.</b> <a href="https://a.example/${n}">More</a></p><ul><li>${sentence(n)}</li><li>${sentence(n + 1)}</li></ul>`,
    md: (n) =>
        `## ${n}. Data of kind ${n}\n\n${sentence(n)} **You can refuse.** [More](https://a.example/${n})\n\n* ${sentence(n)}\n* ${sentence(n + 1)}\n\n`,
    txt: (n) =>
        `${n}. Data of kind ${n}\n\n${sentence(n)} You can refuse.\n\n  • ${sentence(n)}\n  • ${sentence(n + 1)}\n\n`,
};
const frame = {
    html: (body) =>
        `<!doctype html><title>Privacy</title><nav><a href="/">Home</a></nav><main><h1>Privacy</h1>${body}</main>`,
    md: (body) => `# Privacy\n\n${body}`,
    txt: (body) => `Privacy\n\n${body}`,
};

function measure(kind, megabytes) {
    let body = "";
    for (let n = 1; body.length < megabytes * 1e6; n += 1) body += article[kind](n);
    const file = join(folder, `policy.${kind}`);
    writeFileSync(file, frame[kind](body));
    const runs = Array.from({ length: Number(process.env.RUNS ?? 3) }, (_, run) => {
        const out = join(folder, `${kind}-${megabytes}-${run}`);
        const done = spawnSync("/usr/bin/time", ["-f", "%U %S %M", tool, "import", file, "-o", out], {
            encoding: "utf8",
        });
        if (done.status !== 0) throw new Error(done.stderr);
        // The processor's seconds: what else runs on the machine does not count.
        const [user, system, kilobytes] = done.stderr.trim().split("\n").pop().split(" ").map(Number);
        return { seconds: user + system, megabytes: kilobytes / 1024 };
    });
    return {
        seconds: Math.min(...runs.map((run) => run.seconds)),
        memory: Math.max(...runs.map((run) => run.megabytes)),
    };
}

const kinds = { html: "page", md: "Markdown", txt: "plain lines" };
const colours = { html: "#1f5f8b", md: "#9a4f0f", txt: "#3d6b2f" };
const points = {};
for (const kind of Object.keys(kinds)) {
    points[kind] = sizes.map((size) => ({ size, ...measure(kind, size) }));
    for (const { size, seconds, memory } of points[kind]) {
        console.log(`${kinds[kind]}\t${size} MB\t${seconds.toFixed(2)} s\t${memory.toFixed(0)} MB of memory`);
    }
}
rmSync(folder, { recursive: true });

const chart = (left, key, title, unit, most) => {
    const x = (size) => left + 50 + (size / 5) * 250;
    const y = (value) => 230 - (value / most) * 180;
    const ticks = [0, 0.25, 0.5, 0.75, 1].map((part) => part * most);
    return [
        `<text x="${left + 50}" y="30" font-weight="bold">${title}</text>`,
        ...ticks.map(
            (tick) =>
                `<path d="M${x(0)} ${y(tick)}H${x(5)}" stroke="#ddd"/><text x="${left + 44}" y="${y(tick) + 4}" text-anchor="end">${tick}${unit}</text>`,
        ),
        ...[1, 2, 3, 4, 5].map(
            (size) => `<text x="${x(size)}" y="248" text-anchor="middle">${size} MB</text>`,
        ),
        ...Object.entries(points).flatMap(([kind, list]) => [
            `<polyline fill="none" stroke="${colours[kind]}" stroke-width="2" points="${list.map((p) => `${x(p.size)},${y(p[key])}`).join(" ")}"/>`,
            ...list.map((p) => `<circle cx="${x(p.size)}" cy="${y(p[key])}" r="3" fill="${colours[kind]}"/>`),
        ]),
    ].join("\n");
};
const legend = Object.entries(kinds)
    .map(([kind, name], at) => `<text x="${60 + at * 120}" y="275" fill="${colours[kind]}">${name}</text>`)
    .join("\n");
const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 660 290" font-family="sans-serif" font-size="12" role="img" aria-label="Time and memory of an import, by size of the policy">
<rect width="660" height="290" fill="#fff"/>
${chart(0, "seconds", "Seconds of processor time", " s", 8)}
${chart(330, "memory", "Memory", " MB", 200)}
${legend}
</svg>
`;
writeFileSync(join(root, "docs/pictures/import.svg"), svg);
console.log(
    "drew docs/pictures/import.svg",
    execFileSync("date", ["-u", "+%F"], { encoding: "utf8" }).trim(),
);
