//! What is inside the executable beside its code: the same for every site.

use crate::notice::Look;

/// `consent.js` with `__SUDARE__` where the compiled data goes.
const BOOT: &str = include_str!(env!("SUDARE_PART_BOOT"));
/// What few visits need: a module that boot fetches when it is asked for.
const LATER: &str = include_str!(env!("SUDARE_PART_LATER"));
// The first layer's style sheet, minified: what every look needs, and each look's own.
const FIRST_LAYER: &str = include_str!(env!("SUDARE_PART_FIRST_LAYER"));
const BAR: &str = include_str!(env!("SUDARE_PART_BAR"));
const CORNER: &str = include_str!(env!("SUDARE_PART_CORNER"));
const BOTTOM_LEFT: &str = include_str!(env!("SUDARE_PART_BOTTOM_LEFT"));
const BOTTOM_RIGHT: &str = include_str!(env!("SUDARE_PART_BOTTOM_RIGHT"));
// The optional parts of the boot script: each an expression, a function of the part's data.
/// What tells Google's tags.
const CONSENT_MODE: &str = include_str!(env!("SUDARE_PART_CONSENT_MODE"));
/// What deletes what a withdrawn service has left.
const SWEEP: &str = include_str!(env!("SUDARE_PART_SWEEP"));
/// What stands in the place of a held-back frame.
const FRAMES: &str = include_str!(env!("SUDARE_PART_FRAMES"));
/// What keeps the record as a cookie as well.
const MIRROR: &str = include_str!(env!("SUDARE_PART_MIRROR"));
/// What asks again about what has changed, and says so.
const AGAIN: &str = include_str!(env!("SUDARE_PART_AGAIN"));
/// What brings the static page to life.
const PAGE: &str = include_str!(env!("SUDARE_PART_PAGE"));
/// The widget's module.
const WIDGET: &[u8] = include_bytes!(env!("SUDARE_PART_WIDGET"));
/// The widget itself.
const WASM: &[u8] = include_bytes!(env!("SUDARE_PART_WASM"));
/// The same, brotli.
const WASM_BR: &[u8] = include_bytes!(env!("SUDARE_PART_WASM_BR"));

/// The style sheet of the static page: the widget's own.
pub const PAGE_STYLE: &str = include_str!(env!("SUDARE_PART_NOTICE_STYLE"));
/// The types for an editor.
pub const TYPES: &str = include_str!("../boot/consent.d.ts");
/// The entry for pages made of modules, and its types.
pub const MODULE: &str = include_str!("../boot/consent.mjs");
pub const MODULE_TYPES: &str = include_str!("../boot/consent.d.mts");

/// The parts that other tools build.
pub struct Parts {
    pub boot: &'static str,
    pub later: &'static str,
    pub consent_mode: &'static str,
    pub sweep: &'static str,
    pub frames: &'static str,
    pub mirror: &'static str,
    pub again: &'static str,
    pub page: &'static str,
    pub widget: &'static [u8],
    pub wasm: &'static [u8],
    pub wasm_brotli_size: usize,
}

/// The first layer's style sheet for a look: no visit pays for another one's.
pub fn first_layer_style(look: &Look) -> String {
    let layout = match &*look.layout {
        "bar" => BAR,
        "corner" => CORNER,
        _ => "",
    };
    let launcher = match &*look.launcher {
        "bottom-left" => BOTTOM_LEFT,
        "bottom-right" => BOTTOM_RIGHT,
        _ => "",
    };
    [FIRST_LAYER, layout, launcher].concat()
}

/// The parts, where this executable has them: one that a bare `cargo build` made does not.
pub fn parts() -> Option<Parts> {
    let scripts = [BOOT, LATER, CONSENT_MODE, SWEEP, FRAMES, MIRROR, AGAIN, PAGE]
        .iter()
        .all(|script| !script.is_empty());
    let whole = scripts && [WIDGET, WASM, WASM_BR].iter().all(|part| !part.is_empty());
    whole.then_some(Parts {
        boot: BOOT,
        later: LATER,
        consent_mode: CONSENT_MODE,
        sweep: SWEEP,
        frames: FRAMES,
        mirror: MIRROR,
        again: AGAIN,
        page: PAGE,
        widget: WIDGET,
        wasm: WASM,
        wasm_brotli_size: WASM_BR.len(),
    })
}
