//! The browser: storage, focus and the exports that the boot script calls.
