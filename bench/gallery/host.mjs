// The page behind the pictures: a shop without words, so that it is at home in every language.

const grey = (x, y, width, height, tone) =>
    `<i style="left:${x}%;top:${y}px;width:${width}%;height:${height}px;background:var(--${tone})"></i>`;

const card = (x, y) =>
    grey(x, y, 26, 150, "far") + grey(x, y + 165, 20, 12, "near") + grey(x, y + 187, 12, 10, "far");

/** `dark` is the page's own; the notice follows the system or its owner. `css`: what the owner sets. */
export const hostPage = (
    folder,
    { lang = "en", dark = false, frame = false, css = "" } = {},
) => `<!doctype html>
<html lang="${lang}" dir="${lang === "ar" ? "rtl" : "ltr"}"><head><meta charset="utf-8"><title>A shop</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<script src="${folder}/consent.js"></script>
<style>
:root { ${dark ? "--paper:#1b1c20;--near:#4a4c54;--far:#2e3036" : "--paper:#fff;--near:#c9ccd3;--far:#e8eaee"} }
body { margin: 0; height: 1400px; background: var(--paper); position: relative; overflow-x: hidden }
i { position: absolute; border-radius: 4px }
${css}
</style></head><body>
${grey(4, 22, 14, 20, "near")}${grey(60, 26, 8, 10, "far")}${grey(72, 26, 8, 10, "far")}${grey(84, 26, 8, 10, "far")}
${grey(4, 80, 40, 34, "near")}${grey(4, 130, 34, 12, "far")}${grey(4, 152, 30, 12, "far")}${grey(52, 70, 44, 190, "far")}
${[4, 37, 70].map((x) => card(x, 300)).join("")}${[4, 37, 70].map((x) => card(x, 540)).join("")}
${frame ? '<div style="position:absolute;left:52%;top:70px;width:44%"><iframe title="A film" data-consent="media" data-src="about:blank" style="width:100%;height:190px;border:0"></iframe></div>' : ""}
</body></html>`;
