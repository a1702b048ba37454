// The results as Markdown.

import { read, round, verdicts } from "./rows.mjs";

const line = (cells) => `| ${cells.join(" | ")} |`;

const table = (head, rows) => [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");

export const rivalsTable = (subjects) => {
    const rows = read(subjects);
    const names = Object.keys(rows[0].values);
    return table(
        ["what", "", ...names],
        rows.map(({ what, unit, digits, values }) => [
            what,
            unit,
            ...names.map((name) => round(values[name], digits)),
        ]),
    );
};

export const verdictsTable = (subjects) =>
    table(
        ["aim of", "aim", "measured", "met", "the bare banner"],
        verdicts(subjects).map(({ what, aim, got, met, bare }) => [
            what,
            aim,
            got,
            met ? "yes" : "**no**",
            bare,
        ]),
    );

/** Growth: one row a size, one column a measure. */
export const growthTable = ({ of, sizes, series }) =>
    table(
        [of, ...series.map(({ name, unit }) => `${name}, ${unit}`)],
        sizes.map((size, at) => [
            size.toLocaleString("en"),
            ...series.map(({ values, digits }) => round(values[at], digits)),
        ]),
    );

export const report = ({ machine, versions, conditions, subjects, scale, build }) =>
    [
        `# Sudare beside others, ${machine.date}`,
        `${machine.processor}, ${machine.cores} cores, ${machine.memory}; load when it began ${machine.load}. ` +
            `${Object.entries(versions)
                .map(([name, version]) => `${name} ${version}`)
                .join(", ")}.`,
        `${conditions}`,
        "Bytes are bytes. Wall times hold for this machine on this day: read them as ratios within a row.",
        ...(subjects.length ? [rivalsTable(subjects), "## Aims", verdictsTable(subjects)] : []),
        ...subjects
            .filter(({ allowedNote }) => allowedNote)
            .map(({ name, allowedNote }) => `“Is it allowed?” of ${name}: ${allowedNote}.`),
        ...(scale ? ["## Growth", ...scale.map(growthTable)] : []),
        ...(build ? ["## sudare build", growthTable(build.growth), growthTable(build.seeds)] : []),
        "",
    ].join("\n\n");
