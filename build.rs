//! Puts the parts that other tools build into the executable: the boot script, its style sheet,
//! and the widget. `make` builds them before this; without them (a bare `cargo check`) empty ones
//! stand in, and `sudare build` says what is missing.
//!
//! And reads every locale file: one that lacks a word, a plural form or a place is not built. The
//! executable has their words as a list, and reads no file.

#![forbid(unsafe_code)]

use std::path::{Path, PathBuf};
use std::{env, fs};

/// The reader of the locale files, which tests call in the library.
#[cfg(feature = "cli")]
#[allow(dead_code, unused_imports, reason = "a build needs the reader, and little of its report")]
#[path = "src/notice"]
mod notice {
    pub type Text = std::rc::Rc<str>;

    mod ui_words;
    pub use ui_words::{PluralCategory, UiCount, UiWord, UiWords};

    pub mod source {
        pub mod locale;
    }
}

/// Variable that names the part for `include_bytes!`, and where `make` leaves it.
const PARTS: [(&str, &str); 20] = [
    ("SUDARE_PART_BOOT", "target/boot/consent.js"),
    ("SUDARE_PART_INLINE", "target/boot/inline.js"),
    ("SUDARE_PART_FIRST_LAYER", "target/boot/first-layer/base.css"),
    ("SUDARE_PART_BAR", "target/boot/first-layer/bar.css"),
    ("SUDARE_PART_CORNER", "target/boot/first-layer/corner.css"),
    ("SUDARE_PART_BOTTOM_LEFT", "target/boot/first-layer/bottom-left.css"),
    ("SUDARE_PART_BOTTOM_RIGHT", "target/boot/first-layer/bottom-right.css"),
    ("SUDARE_PART_CONSENT_MODE", "target/boot/parts/consent-mode.js"),
    ("SUDARE_PART_SWEEP", "target/boot/parts/sweep.js"),
    ("SUDARE_PART_FRAMES", "target/boot/parts/frames.js"),
    ("SUDARE_PART_MIRROR", "target/boot/parts/mirror.js"),
    ("SUDARE_PART_AGAIN", "target/boot/parts/again.js"),
    ("SUDARE_PART_PAGE", "target/boot/page.js"),
    ("SUDARE_PART_PAGE_STYLE", "target/boot/page.css"),
    ("SUDARE_PART_WIDGET", "target/widget/widget.js"),
    ("SUDARE_PART_WASM", "target/widget/widget.wasm"),
    // Compressed once here and not at every `sudare build`: at full strength it takes a second.
    ("SUDARE_PART_WIDGET_BR", "target/widget/widget.js.br"),
    ("SUDARE_PART_WIDGET_GZ", "target/widget/widget.js.gz"),
    ("SUDARE_PART_WASM_BR", "target/widget/widget.wasm.br"),
    ("SUDARE_PART_WASM_GZ", "target/widget/widget.wasm.gz"),
];

/// The notice's style sheet, for the static page: minified where `make` has been, else as it is
/// written. (`scripts/glue.mjs` puts it into the widget.)
const NOTICE_STYLE: (&str, &str, &str) =
    ("SUDARE_PART_NOTICE_STYLE", "target/boot/notice.css", "styles/notice.css");

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    if env::var_os("CARGO_FEATURE_CLI").is_none() {
        return;
    }
    #[cfg(feature = "cli")]
    built_locales(&root);
    let (variable, minified, written) = NOTICE_STYLE;
    let style = root.join(minified);
    println!("cargo::rerun-if-changed={}", style.display());
    let style = if style.is_file() { style } else { root.join(written) };
    println!("cargo::rustc-env={variable}={}", style.display());
    let stand_in = Path::new(&env::var_os("OUT_DIR").unwrap_or_default()).join("missing");
    if let Err(error) = fs::write(&stand_in, b"") {
        println!("cargo::error={} could not be written: {error}", stand_in.display());
    }
    for (variable, path) in PARTS {
        let part = root.join(path);
        println!("cargo::rerun-if-changed={}", part.display());
        let part = if part.is_file() { part } else { stand_in.clone() };
        println!("cargo::rustc-env={variable}={}", part.display());
    }
}

/// Leaves the words of every locale file for `notice::source::interface`; refuses one that is not
/// whole, with its name and the key.
#[cfg(feature = "cli")]
fn built_locales(root: &Path) {
    use std::fmt::Write;

    use notice::source::locale::{Locale, locale_tags, read_locale};

    for path in [
        "locales",
        "src/notice/ui_words.rs",
        "src/notice/source/locale.rs",
        "src/notice/source/locale",
    ] {
        println!("cargo::rerun-if-changed={path}");
    }
    let mut built = String::from("&[\n");
    for tag in locale_tags() {
        let path = root.join("locales").join(tag).with_extension("toml");
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) => {
                println!("cargo::error={} could not be read: {error}", path.display());
                continue;
            }
        };
        match read_locale(tag, &text) {
            Ok(Locale { name, dir, read_by_native_speaker, read_by, words }) => {
                let words = words.in_wire_order();
                let _ = writeln!(
                    built,
                    "Built {{ tag: {tag:?}, name: {name:?}, dir: {dir:?}, \
                     read_by_native_speaker: {read_by_native_speaker}, read_by: {read_by:?}, \
                     words: &{words:?} }},"
                );
            }
            Err(error) => println!("cargo::error={error}"),
        }
    }
    built.push_str("]\n");
    let file = Path::new(&env::var_os("OUT_DIR").unwrap_or_default()).join("interface.rs");
    if let Err(error) = fs::write(&file, built) {
        println!("cargo::error={} could not be written: {error}", file.display());
    }
}
