//! What the page's script needs to bring the page to life: a block of data in the page itself.
//! `src/page/words.ts` has the same as a type.

use serde_json::{Map, Value, json};

use crate::notice::{Notice, UiWord};

/// The data, as a JSON text that nothing in it can end.
#[must_use]
pub fn live(notice: &Notice) -> String {
    let ui = &notice.ui;
    let named = |word: UiWord, name: &str| ui.fill(word, &[("{name}", name)]);
    let things = notice.purposes.iter().map(|purpose| (&purpose.id, &purpose.name));
    let things = things.chain(notice.services.iter().map(|service| (&service.id, &service.name)));
    let states: Map<String, Value> = things
        .map(|(id, name)| {
            let states = [named(UiWord::StateAllowed, name), named(UiWord::StateBlocked, name)];
            (id.to_string(), json!(states))
        })
        .collect();
    let needs: Map<String, Value> = notice
        .services
        .iter()
        .filter_map(|service| {
            let purpose = notice.purpose(&service.purpose)?;
            let words = named(UiWord::NeedsPurpose, &purpose.name);
            Some((service.id.to_string(), json!([purpose.id, words])))
        })
        .collect();
    let optional = notice.purposes.iter().filter(|purpose| !purpose.required);
    let data = json!({
        "revision": notice.revision,
        "dates": notice.dates,
        "optional": optional.map(|purpose| &purpose.id).collect::<Vec<_>>(),
        "states": states,
        "needs": needs,
        "why": {
            "granted": ui[UiWord::WhyChoice],
            "denied": ui[UiWord::WhyChoice],
            "default": ui[UiWord::WhyDefault],
            "gpc": ui[UiWord::WhyGpc],
        },
        "recorded": ui[UiWord::Recorded],
        "onlyThisPage": ui[UiWord::OnlyThisPage],
        "forgotten": ui[UiWord::Forgotten],
    });
    data.to_string().replace('<', "\\u003c")
}
