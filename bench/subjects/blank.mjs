// The page with nothing on it: what every other page is held against.

export default {
    name: "blank page",
    files: {},
    // Usable is here: its heading is there.
    accept: "document.querySelector('h1')",
    needsHandler: false,
};
