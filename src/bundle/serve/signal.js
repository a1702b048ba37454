// Stands before the tag: the browser seems to say Global Privacy Control.
Object.defineProperty(navigator, "globalPrivacyControl", { value: true, configurable: true });
