// The host page: the same for everybody, but for what a subject asks its owner to add.

import { optional } from "./words.mjs";

/** What waits to be allowed, dealt out to the optional purposes in turn. */
export const tags = (count) =>
    Array.from({ length: count }, (_, at) => ({
        purpose: optional[at % optional.length].id,
        code: `ran.push(${at})`,
    }));

/** A page with a subject on it and `count` gated tags. */
export const page = (subject, count = 0) => {
    const { head = "", start = "", body = "", link = "", held = () => "" } = subject;
    const waiting = tags(count);
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Aster Pictures</title>
<link rel="icon" href="data:,">
<script>window.ran = []</script>
${typeof head === "function" ? head(waiting) : head}
</head>
<body>
${start}
<h1>Pictures with somebody behind them</h1>
<p>Every photograph here has a maker, a place and a date.</p>
<p>Buy a licence once and use it for as long as you like.</p>
<p><a id="again" href="/privacy.html" ${link}>Privacy choices</a></p>
${held(waiting)}
${typeof body === "function" ? body(waiting) : body}
</body>
</html>
`;
};
