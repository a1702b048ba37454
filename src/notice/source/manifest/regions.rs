//! What holds where, and who asks in which words.

use super::{FirstLayerWords, REGIMES};
use crate::notice::source::fields::{Faults, Fields, Placed};
use crate::notice::{EUROPE, Regime, Regimes, Text};

pub(super) fn regimes(root: &Fields, faults: &Faults) -> Option<Regimes> {
    let help = "say what holds where nobody has chosen: default = \"opt-in\"";
    let fields = root.required_table("regimes", "[regimes]", help)?;
    let default = fields.one_of("default", &REGIMES);
    if default.is_none() {
        fields.missing("default", help);
    }
    let mut regions: Vec<(Text, Regime)> = Vec::new();
    for (key, regime) in REGIMES {
        for region in fields.texts(key) {
            if !is_region(&region.value) {
                let error = faults.at("bad-region", region.span, "this is not a region's code");
                faults.push(
                    error.help("write a country as \"JP\", a part of one as \"US-CA\", or \"EU\""),
                );
                continue;
            }
            if regions.iter().any(|(name, _)| *name == region.value) {
                faults.error(
                    "duplicate",
                    region.span,
                    format!("`{}` is listed twice", region.value),
                );
                continue;
            }
            regions.push((region.value, regime));
        }
    }
    fields.done();
    // A country that is named itself is not a mere member of Europe.
    if let Some(at) = regions.iter().position(|(name, _)| &**name == "EU") {
        let (_, regime) = regions.remove(at);
        for member in EUROPE {
            if !regions.iter().any(|(name, _)| &**name == member) {
                regions.push((member.into(), regime));
            }
        }
    }
    default.map(|default| Regimes { default, regions })
}

/// ISO 3166-1 alpha-2, or 3166-2: a country, a hyphen, one to three letters or digits.
fn is_region(code: &str) -> bool {
    let upper = |part: &str| part.bytes().all(|b| b.is_ascii_uppercase());
    match code.split_once('-') {
        None => code.len() == 2 && upper(code),
        Some((country, part)) => {
            country.len() == 2
                && upper(country)
                && (1..=3).contains(&part.len())
                && part.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
        }
    }
}

pub(super) fn first_layer(
    root: &Fields,
    languages: &[Placed<Text>],
    layout: &str,
) -> FirstLayerWords {
    let needed = layout != "none";
    let help = "write the words of the question, or set layout = \"none\" in [look]";
    let fields = if needed {
        root.required_table("first-layer", "[first-layer]", help)
    } else {
        root.table("first-layer", "[first-layer]")
    };
    let Some(fields) = fields else { return FirstLayerWords::default() };
    let words = |key| {
        let words = if needed {
            fields.required_words(key, languages, help)
        } else {
            fields.words(key, languages)
        };
        words.map(|words| words.value)
    };
    let read = FirstLayerWords {
        title: words("title"),
        text: words("text"),
        surprise: fields.words("surprise", languages).map(|words| words.value),
    };
    fields.done();
    read
}
