//! What is inside the executable beside its code: the same for every site.

/// `consent.js` with `__SUDARE__` where the compiled data goes.
const BOOT: &str = include_str!(env!("SUDARE_PART_BOOT"));
/// The same to be put into a page, with `__SUDARE_BASE__` where the folder's address goes.
const INLINE: &str = include_str!(env!("SUDARE_PART_INLINE"));
/// The first layer's style sheet, minified; it goes into the compiled data.
const FIRST_LAYER: &str = include_str!(env!("SUDARE_PART_FIRST_LAYER"));
// The optional parts of the boot script: each an expression, a function of the part's data.
/// What tells Google's tags.
const CONSENT_MODE: &str = include_str!(env!("SUDARE_PART_CONSENT_MODE"));
/// What deletes what a withdrawn service has left.
const SWEEP: &str = include_str!(env!("SUDARE_PART_SWEEP"));
/// What stands in the place of a held-back frame.
const FRAMES: &str = include_str!(env!("SUDARE_PART_FRAMES"));
/// What keeps the record as a cookie as well.
const MIRROR: &str = include_str!(env!("SUDARE_PART_MIRROR"));
/// The widget's module.
const WIDGET: Precompressed = Precompressed {
    bytes: include_bytes!(env!("SUDARE_PART_WIDGET")),
    br: include_bytes!(env!("SUDARE_PART_WIDGET_BR")),
    gz: include_bytes!(env!("SUDARE_PART_WIDGET_GZ")),
};
/// The widget itself.
const WASM: Precompressed = Precompressed {
    bytes: include_bytes!(env!("SUDARE_PART_WASM")),
    br: include_bytes!(env!("SUDARE_PART_WASM_BR")),
    gz: include_bytes!(env!("SUDARE_PART_WASM_GZ")),
};

/// The style sheet of the static page: the widget's own.
pub const PAGE_STYLE: &str = include_str!(env!("SUDARE_PART_NOTICE_STYLE"));
/// The types for an editor.
pub const TYPES: &str = include_str!("../boot/consent.d.ts");
/// The entry for pages made of modules, and its types.
pub const MODULE: &str = include_str!("../boot/consent.mjs");
pub const MODULE_TYPES: &str = include_str!("../boot/consent.d.mts");

/// A file that is the same for every site: compressed when this executable was built.
pub struct Precompressed {
    pub bytes: &'static [u8],
    pub br: &'static [u8],
    pub gz: &'static [u8],
}

impl Precompressed {
    fn is_whole(&self) -> bool {
        [self.bytes, self.br, self.gz].iter().all(|bytes| !bytes.is_empty())
    }
}

/// The parts that other tools build.
pub struct Parts {
    pub boot: &'static str,
    pub inline: &'static str,
    pub first_layer: &'static str,
    pub consent_mode: &'static str,
    pub sweep: &'static str,
    pub frames: &'static str,
    pub mirror: &'static str,
    pub widget: Precompressed,
    pub wasm: Precompressed,
}

/// The parts, where this executable has them: one that a bare `cargo build` made does not.
pub fn parts() -> Option<Parts> {
    let scripts =
        [BOOT, INLINE, CONSENT_MODE, SWEEP, FRAMES, MIRROR].iter().all(|script| !script.is_empty());
    let whole = scripts && WIDGET.is_whole() && WASM.is_whole();
    whole.then_some(Parts {
        boot: BOOT,
        inline: INLINE,
        first_layer: FIRST_LAYER,
        consent_mode: CONSENT_MODE,
        sweep: SWEEP,
        frames: FRAMES,
        mirror: MIRROR,
        widget: WIDGET,
        wasm: WASM,
    })
}
