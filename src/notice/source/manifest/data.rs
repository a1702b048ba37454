//! `[[data]]`: which data serve which purpose.

use super::entries::PurposeEntry;
use crate::notice::Text;
use crate::notice::source::fields::{Faults, Fields, Placed, Words};
use crate::notice::source::identifier;

pub struct DataEntry {
    pub name: Words,
    pub purposes: Vec<Text>,
}

/// The entries; `purposes` are those of the notice.
pub(super) fn data(
    root: &Fields,
    languages: &[Placed<Text>],
    purposes: &[PurposeEntry],
    faults: &Faults,
) -> Vec<DataEntry> {
    let mut ids: Vec<Text> = Vec::new();
    let mut entries = Vec::new();
    for fields in root.tables("data", "[[data]]") {
        let id = fields.id("name the data: id = \"pages\"");
        let name =
            fields.required_words("name", languages, "what they are: name = \"Pages you open\"");
        let serves = fields.texts("purposes");
        if serves.is_empty() {
            fields.missing(
                "purposes",
                "name the purposes that these data serve: purposes = [\"ads\"]",
            );
        }
        fields.done();
        for purpose in &serves {
            check_purpose(purpose, purposes, faults);
        }
        let Some(id) = id else { continue };
        if ids.contains(&id.value) {
            let message = format!("the data `{}` are there twice", id.value);
            faults.error("duplicate", id.span.clone(), message);
        }
        ids.push(id.value);
        let Some(name) = name else { continue };
        let in_order = purposes.iter().map(|purpose| &purpose.id.value);
        let served = in_order.filter(|id| serves.iter().any(|wanted| wanted.value == **id));
        entries.push(DataEntry { name: name.value, purposes: served.cloned().collect() });
    }
    entries
}

fn check_purpose(named: &Placed<Text>, purposes: &[PurposeEntry], faults: &Faults) {
    let ids = || purposes.iter().map(|purpose| &*purpose.id.value);
    if ids().any(|id| id == &*named.value) {
        return;
    }
    let message = format!("there is no purpose `{}`", named.value);
    let error = faults.at("unknown-purpose", named.span.clone(), message);
    faults.push(match identifier::nearest(&named.value, ids()) {
        Some(near) => error.label(format!("did you mean `{near}`?")),
        None => error.help("name a [[purpose]] by its id"),
    });
}
