//! What a visitor decides about, from one revision to the next: purposes and services that came or
//! went.

use crate::notice::Notice;

/// The ids of what a visitor decides about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Things {
    /// The purposes'.
    pub purposes: Vec<String>,
    /// The services'.
    pub services: Vec<String>,
}

impl Things {
    /// Those of a notice.
    #[must_use]
    pub fn of(notice: &Notice) -> Self {
        Self {
            purposes: notice.purposes.iter().map(|purpose| purpose.id.to_string()).collect(),
            services: notice.services.iter().map(|service| service.id.to_string()).collect(),
        }
    }
}

/// What came and what went, each as "purpose `ads`".
#[must_use]
pub fn came_and_went(old: &Things, new: &Things) -> (Vec<String>, Vec<String>) {
    let missing = |from: &Things, other: &Things| {
        let of = |kind: &str, ids: &[String], others: &[String]| {
            let gone = ids.iter().filter(|id| !others.contains(id));
            gone.map(|id| format!("{kind} `{id}`")).collect::<Vec<_>>()
        };
        let mut found = of("purpose", &from.purposes, &other.purposes);
        found.extend(of("service", &from.services, &other.services));
        found
    };
    (missing(new, old), missing(old, new))
}
