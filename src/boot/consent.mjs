// The same object as `window.consent`, for pages made of modules:
//
//     import consent from "/consent/consent.mjs";
//
// Where the tag is on the page, it is waited for if need be. Where it is not, it is put in; a strict
// policy that allows neither that nor Trusted Types' strings wants the tag on the page. (WebKit lets
// only one of several module scripts go on where the tag is missing: one more reason to have it.)

const { href } = new URL("consent.js", import.meta.url);

// An element may have that name, and a queue may stand there.
const isThere = () => typeof window.consent?.receipt === "function";

if (!isThere()) {
    let tag = [...document.scripts].find(({ src }) => src === href);
    const made = !tag;
    if (made) {
        tag = document.createElement("script");
        tag.src = href;
    }
    await new Promise((goOn, fail) => {
        const judge = () => (isThere() ? goOn() : fail(new Error(`Sudare: ${href} could not be loaded`)));
        tag.addEventListener("load", judge);
        tag.addEventListener("error", judge);
        if (made) document.head.append(tag);
        // A tag of the page's own may have failed before anybody listened; by then it is known.
        else if (document.readyState !== "complete") addEventListener("load", judge);
        else if (performance.getEntriesByName(href).length) judge();
    });
}

export default window.consent;
