// A compiled notice as `sudare build` writes it, made by hand: the demo's shop, of four purposes,
// four services and two languages. The tests of the boot script start from it.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const built = fileURLToPath(new URL("../../target/boot/", import.meta.url));
const read = (file) => readFileSync(built + file, "utf8");

/**
 * What `sudare build` does with the script: the data in the place of its one free name, and behind
 * it the optional parts, each with its own data: `{ "consent-mode": […] }`.
 */
export const consentJs = ({ parts = {}, ...compiled }) =>
    read("consent.js").replace("__SUDARE__", () => {
        const data = JSON.stringify(byPlace(compiled)).slice(0, -1);
        const used = Object.entries(parts).map(
            ([name, own]) => `,(${read(`parts/${name}.js`)})(${JSON.stringify(own)})`,
        );
        return data + used.join("") + "]";
    });

/** On the wire there are no names: the values in the order of src/boot/compiled.ts. */
const byPlace = (compiled) =>
    // Written by Rust it is a list already.
    0 in compiled
        ? Object.values(compiled)
        : [
              "id",
              "key",
              "revision",
              "accepted",
              "days",
              "regimes",
              "rows",
              "serviceRow",
              "purposes",
              "services",
              "look",
              "speech",
              "css",
              "script",
              "wasm",
          ].map((name) => (name === "speech" ? speeches(compiled) : compiled[name]));

/** The languages, and behind them their other names. */
const speeches = ({ speech, others = {} }) => ({
    ...mapValues(speech, speechByPlace),
    ...mapValues(others, (tag) => [tag]),
});

const speechByPlace = (speech) =>
    ["dir", "hash", "notice", "names", "title", "text", "surprise", "words"].map((name) => speech[name]);

const mapValues = (object, change) =>
    Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));

/** As long as a real one, and no more compressible. */
const hash = (seed) =>
    Buffer.from(
        Uint8Array.from({ length: 32 }, (_, at) => (Math.imul(seed * 32 + at + 1, 2654435761) >>> 13) & 255),
    ).toString("base64url");

export const compiled = (changes = {}) => ({
    id: "aster",
    key: "sudare-aster",
    revision: "2026-11-01",
    accepted: [["2026-11-01"]],
    days: [180, 90],
    regimes: [0, { US: 1 }],
    rows: ["0000000000000000", "4311431123112311", "4311535123115351"],
    serviceRow:
        "0000000000000000" +
        "4311131113111311" +
        "2311231123112311" +
        "3333333333333333" +
        "4444444444444444" +
        "5555555555555555",
    purposes: [
        ["necessary", 0],
        ["analytics", 1],
        ["media", 1],
        ["ads", 2],
    ],
    services: [
        ["sorrel", 1],
        ["marram", 2],
        ["quillfinch", 3],
        ["oxlip", 3],
    ],
    look: [1, 1],
    speech: {
        en: {
            dir: "ltr",
            hash: "5d1f0c9a7e3b",
            notice: hash(1),
            names: ["Counting visits", "Films", "Targeted ads"],
            title: "You choose what this shop may do",
            text: "Aster Pictures asks to use:",
            surprise: "Ads tell two companies which pictures you look at.",
            words: [
                "Accept all",
                "Refuse all",
                "Choose",
                "Read the notice",
                "Privacy choices",
                "Privacy",
                "Change this at any time under Privacy.",
                "Your browser asks sites not to sell or share your data: honoured.",
            ],
        },
        ja: {
            dir: "ltr",
            hash: "a81b64f07cc9",
            notice: hash(2),
            names: ["アクセス解析", "動画の表示", "行動ターゲティング広告"],
            title: "このサイトに許可することをお選びください",
            text: "アスター・ピクチャーズは次の許可をお願いします。",
            surprise: "広告は、ご覧の写真を2社に伝えます。",
            words: [
                "すべて許可する",
                "すべて拒否する",
                "選んで決める",
                "全文を読む",
                "プライバシーの選択",
                "プライバシー",
                "「プライバシー」からいつでも変更できます。",
                "ブラウザーが求める情報の販売・共有の拒否に従っています。",
            ],
        },
    },
    css:
        ["base", "bar", "bottom-left"].map((piece) => read(`first-layer/${piece}.css`)).join("") +
        ":host>*{color-scheme:light dark;--a:var(--sudare-accent,light-dark(#745eb5,#9582cc))}",
    script: hash(3),
    wasm: hash(4),
    ...changes,
});
