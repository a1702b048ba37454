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
                faults.push(match &*region.value {
                    "UK" => error.help("the United Kingdom's code is \"GB\""),
                    _ => error
                        .help("write a country as \"JP\", a part of one as \"US-CA\", or \"EU\""),
                });
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

/// The countries of ISO 3166-1 alpha-2, and Kosovo, which has a code from among those that are left to
/// users. One that there is not would match no visitor, and another regime would hold for whoever was
/// meant.
const COUNTRIES: &str = "\
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN \
    BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ \
    DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL \
    GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM \
    JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME \
    MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP \
    NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD \
    SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO \
    TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW";

fn is_country(code: &str) -> bool {
    COUNTRIES.split(' ').any(|country| country == code)
}

/// ISO 3166-1 alpha-2, or 3166-2: a country, a hyphen, one to three letters or digits.
fn is_region(code: &str) -> bool {
    match code.split_once('-') {
        None => code == "EU" || is_country(code),
        Some((country, part)) => {
            is_country(country)
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
