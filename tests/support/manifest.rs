//! The manifest of a small shop: one purpose, one service. The policy's article is `cookies`.

/// With more lines about the operator, each ended.
macro_rules! manifest {
    ($operator:literal) => {
        concat!(
            r#"format = 1
id = "shop"
[operator]
name = "Shop"
"#,
            $operator,
            r#"[notice]
revision = "1"
effective = 2026-11-01
languages = ["en"]
[regimes]
default = "opt-in"
[first-layer]
title = "You choose"
text = "We ask."
[[purpose]]
id = "ads"
name = "Ads"
text = "Shows ads."
article = "cookies"
[[service]]
id = "lumo"
name = "Lumo"
purpose = "ads"
recipient = "Lumo K.K."
sends = "The page"
use = "To choose ads"
"#
        )
    };
}

pub(crate) use manifest;
