// The budget: what every visit pays, style sheet and words included.

import assert from "node:assert/strict";
import { test } from "node:test";
import { brotliCompressSync, constants } from "node:zlib";
import { compiled, consentJs } from "./fixture.mjs";

const BUDGET = 5120;

const brotli = (text) =>
    brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

test(`four purposes in two languages weigh no more than ${BUDGET} bytes`, (t) => {
    const whole = consentJs(compiled());
    t.diagnostic(`consent.js: ${brotli(whole)} bytes brotli, ${Buffer.byteLength(whole)} raw`);
    const bare = consentJs(compiled({ speech: {}, css: "" }));
    t.diagnostic(`of which code and tables: ${brotli(bare)}`);
    assert.ok(brotli(whole) <= BUDGET, `${brotli(whole)} bytes`);
});
