//! What the boot script knows: the notice boiled down to tables and the first layer's words.
//! `docs/contracts.md` has the shape, `src/boot/compiled.ts` the same as a type.

use serde_json::{Map, Value, json};

use crate::consent::table;
use crate::notice::source::{Edition, closest};
use crate::notice::{Look, Notice, Regime, Regimes, Text, UiWord};

/// The interface words that the boot script needs, in its order.
pub const BOOT_WORDS: [UiWord; 8] = [
    UiWord::AcceptAll,
    UiWord::RefuseAll,
    UiWord::Choose,
    UiWord::Read,
    UiWord::FirstLayer,
    UiWord::Launcher,
    UiWord::AnyTime,
    UiWord::GpcHonoured,
];

/// The compiled data of a notice. `notices` are the hashes in the names of the notice files, in the
/// order of the editions; `widget` those of the widget's script and wasm.
#[must_use]
pub fn compiled(
    editions: &[Edition],
    notices: &[String],
    widget: &[String; 2],
    css: &str,
) -> Value {
    let Some(Edition { notice, .. }) = editions.first() else { return Value::Null };
    let [script, wasm] = widget;
    let number = |regime: Regime| u8::from(regime == Regime::OptOut);

    // Boot tells required purposes by their row, which is the first.
    let mut rows: Vec<String> = vec![table::purpose_row(true, false)];
    let mut purposes = Vec::new();
    for purpose in &notice.purposes {
        let row = table::purpose_row(purpose.required, purpose.gpc && !purpose.required);
        let at = rows.iter().position(|known| *known == row).unwrap_or_else(|| {
            rows.push(row);
            rows.len() - 1
        });
        let mut entry = vec![json!(purpose.id), at.into()];
        entry.extend(purpose.regime.map(|regime| number(regime).into()));
        purposes.push(entry);
    }
    let services = notice.services.iter().map(|service| {
        let purpose = notice.purposes.iter().position(|purpose| purpose.id == service.purpose);
        json!([service.id, purpose])
    });
    let regions: Map<String, Value> = telling_regions(&notice.regimes)
        .map(|(region, regime)| (region.to_string(), number(regime).into()))
        .collect();
    let mut speeches: Map<String, Value> = editions
        .iter()
        .zip(notices)
        .map(|(edition, file)| (edition.notice.lang.to_string(), speech(edition, file)))
        .collect();
    let languages: Vec<_> = editions.iter().map(|edition| &*edition.notice.lang).collect();
    speeches.extend(other_names(&languages));
    let look = &notice.look;
    let asks = &*look.layout != "none";
    json!([
        notice.id,
        notice.storage.key,
        notice.revision,
        accepted(notice),
        [notice.storage.days, notice.storage.refusal_days],
        [number(notice.regimes.default), regions],
        rows,
        table::service_row(),
        purposes,
        services.collect::<Vec<_>>(),
        [u8::from(asks), u8::from(&*look.launcher != "none")],
        speeches,
        css,
        script,
        wasm,
    ])
}

/// What browsers and pages call a language whose own tag does not begin so.
const OTHER_NAMES: [&str; 12] =
    ["zh-CN", "zh-SG", "zh-TW", "zh-HK", "zh-MO", "pt", "pt-AO", "pt-MZ", "no", "nn", "iw", "in"];

/// Those of them with which boot, which looks at how tags begin, would come to another of the notice's
/// languages or to none: each with the one that CLDR says. Most notices need none.
fn other_names(languages: &[&str]) -> impl Iterator<Item = (String, Value)> {
    OTHER_NAMES.iter().filter_map(|&name| {
        let wanted = closest(name, languages.iter().copied())?;
        let plain = begins(name, languages).or_else(|| begins(name.split_once('-')?.0, languages));
        (plain != Some(wanted)).then(|| (name.to_owned(), json!([wanted])))
    })
}

/// The first language whose tag begins with these subtags, as `src/boot/tag.ts` finds it.
fn begins<'a>(tag: &str, languages: &[&'a str]) -> Option<&'a str> {
    let start = format!("{tag}-").to_ascii_lowercase();
    languages
        .iter()
        .copied()
        .find(|known| format!("{known}-").to_ascii_lowercase().starts_with(&start))
}

/// Each revision whose choices count, with the ids of which a yes does not.
fn accepted(notice: &Notice) -> Vec<Vec<&Text>> {
    let whole = notice.accepted_revisions.iter().map(|revision| vec![revision]);
    whole.chain(partly_accepted(notice)).collect()
}

/// The revisions that count in part, each with the ids to ask about again.
pub fn partly_accepted(notice: &Notice) -> impl Iterator<Item = Vec<&Text>> {
    let partly = notice.partly_accepted.iter();
    partly.map(|partly| std::iter::once(&partly.revision).chain(&partly.again).collect())
}

/// The theme as CSS has it, so that the boot script passes it on.
pub fn colour_scheme(look: &Look) -> &str {
    if &*look.theme == "auto" { "light dark" } else { &look.theme }
}

/// The regions without which a look-up would give something else: one that says what its country
/// or the default says anyway only costs bytes.
fn telling_regions(regimes: &Regimes) -> impl Iterator<Item = (&Text, Regime)> {
    let above = |region: &str| match region.split_once('-') {
        Some((country, _)) => regimes.of(Some(country)),
        None => regimes.default,
    };
    let all = regimes.regions.iter().map(|(region, regime)| (region, *regime));
    all.filter(move |(region, regime)| above(region) != *regime)
}

fn speech(edition: &Edition, file: &str) -> Value {
    let Edition { notice, first_layer, .. } = edition;
    let optional = notice.purposes.iter().filter(|purpose| !purpose.required);
    let names: Vec<_> = optional.map(|purpose| &purpose.name).collect();
    let words: Vec<_> = BOOT_WORDS.iter().map(|word| &notice.ui[*word]).collect();
    json!([
        notice.dir,
        notice.text_hash,
        file,
        names,
        first_layer.title,
        first_layer.text,
        first_layer.surprise,
        words,
    ])
}
