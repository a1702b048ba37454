//! What the entries say of each other.

use super::entries::{ChangeEntry, PurposeEntry, ServiceEntry};
use crate::notice::source::fields::Faults;
use crate::notice::source::identifier;

/// Ids that are used twice, and names of things that are not there.
pub(super) fn check_ids(
    purposes: &[PurposeEntry],
    services: &[ServiceEntry],
    changes: &[ChangeEntry],
    faults: &Faults,
) {
    let purpose_ids = purposes.iter().map(|purpose| &purpose.id);
    let ids: Vec<_> = purpose_ids.chain(services.iter().map(|service| &service.id)).collect();
    for (at, id) in ids.iter().enumerate() {
        if ids[..at].iter().any(|earlier| earlier.value == id.value) {
            let message = format!("the id `{}` is used twice", id.value);
            let error = faults.at("duplicate", id.span.clone(), message);
            faults.push(error.help(
                "purposes and services share their ids: `consent.get(id)` must mean one thing",
            ));
        }
    }
    let named = services.iter().map(|service| &service.purpose);
    for named in named.chain(changes.iter().flat_map(|change| &change.purposes)) {
        if purposes.iter().any(|purpose| purpose.id.value == named.value) {
            continue;
        }
        let message = format!("there is no purpose `{}`", named.value);
        let error = faults.at("unknown-purpose", named.span.clone(), message);
        let known = purposes.iter().map(|purpose| &*purpose.id.value);
        faults.push(match identifier::nearest(&named.value, known.clone()) {
            Some(near) => error.label(format!("did you mean `{near}`?")),
            None => error.help(format!("there are: {}", known.collect::<Vec<_>>().join(", "))),
        });
    }
    for pair in changes.windows(2) {
        if pair[0].date.value < pair[1].date.value {
            let message = "this change is newer than the one above it";
            let error = faults.at("dates-out-of-order", pair[1].date.span.clone(), message);
            faults.push(error.help("list the newest change first"));
        }
    }
}
