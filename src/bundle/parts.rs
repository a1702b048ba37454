//! What is inside the executable beside its code: the same for every site.

use super::compiled::colour_scheme;
use crate::notice::Look;

/// `consent.js` with `__SUDARE__` where the compiled data goes.
const BOOT: &str = include_str!(env!("SUDARE_PART_BOOT"));
/// That to be put into a page, with `__SUDARE_BASE__` where the folder's address goes.
const INLINE: &str = include_str!(env!("SUDARE_PART_INLINE"));
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
/// What the static page's style sheet has beyond the notice's.
const PAGE_STYLE: &str = include_str!(env!("SUDARE_PART_PAGE_STYLE"));
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

/// The notice's style sheet, as the widget has it.
const NOTICE_STYLE: &str = include_str!(env!("SUDARE_PART_NOTICE_STYLE"));
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
    pub consent_mode: &'static str,
    pub sweep: &'static str,
    pub frames: &'static str,
    pub mirror: &'static str,
    pub again: &'static str,
    pub page: &'static str,
    pub widget: Precompressed,
    pub wasm: Precompressed,
}

/// The static page's style sheet: the notice's, the page's own, and the owner's accent.
pub fn page_style(look: &Look) -> String {
    format!("{NOTICE_STYLE}{PAGE_STYLE}:root{{--a:{}}}\n", look.accent)
}

/// How the rule for the whole of the first layer begins, in `FIRST_LAYER` as it is minified.
const ALL_OF_IT: &str = ":host>*{";

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
    // The theme and the accent, too: styles are text that boot need not know.
    let dress = format!(
        "{ALL_OF_IT}color-scheme:{};--a:var(--sudare-accent,{});",
        colour_scheme(look),
        look.accent,
    );
    [&FIRST_LAYER.replacen(ALL_OF_IT, &dress, 1), layout, launcher].concat()
}

/// The parts, where this executable has them: one that a bare `cargo build` made does not.
pub fn parts() -> Option<Parts> {
    let scripts = [BOOT, INLINE, CONSENT_MODE, SWEEP, FRAMES, MIRROR, AGAIN, PAGE]
        .iter()
        .all(|script| !script.is_empty());
    let whole = scripts && WIDGET.is_whole() && WASM.is_whole();
    whole.then_some(Parts {
        boot: BOOT,
        inline: INLINE,
        consent_mode: CONSENT_MODE,
        sweep: SWEEP,
        frames: FRAMES,
        mirror: MIRROR,
        again: AGAIN,
        page: PAGE,
        widget: WIDGET,
        wasm: WASM,
    })
}
