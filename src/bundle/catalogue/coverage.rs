//! How much of the catalogue is known, as a table for people.

use super::{Catalogue, Claim, Entry, StatusKind};

/// How many entries say something under each key.
#[must_use]
pub fn coverage(catalogue: &Catalogue) -> String {
    let entries = catalogue.entries();
    let count = |says: &dyn Fn(&Entry) -> bool| entries.iter().filter(|entry| says(entry)).count();
    let mut lines = vec![format!("{:<32}{:>4}", "services", entries.len())];
    let mut line = |name: &str, number: usize| {
        lines.push(format!("{name:<32}{number:>4} of {}", entries.len()));
    };
    for (key, claim) in Claim::ALL {
        line(key, count(&|entry| entry.says(claim)));
    }
    line(
        "recipient with country",
        count(&|entry| {
            entry.recipient.as_ref().is_some_and(|recipient| recipient.country.is_some())
        }),
    );
    line("last-checked", count(&|entry| entry.last_checked.is_some()));
    line(
        "known to have ended or merged",
        count(&|entry| {
            entry.status.as_ref().is_some_and(|status| status.kind != StatusKind::Active)
        }),
    );
    let cookies: Vec<_> = entries.iter().flat_map(|entry| &entry.cookies).collect();
    let timed = cookies.iter().filter(|cookie| cookie.lifetime.is_some()).count();
    lines.push(format!("{:<32}{timed:>4} of {}", "cookies with a lifetime", cookies.len()));
    lines.join("\n")
}
