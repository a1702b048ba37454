//! How each purpose and service stands, worked out once whenever what holds has changed: a notice
//! of five hundred services asks for it at every turn.

use crate::consent::{ById, Snapshot};
use crate::notice::{Notice, Purpose, Text, UiWord};

/// How a purpose stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// It always runs.
    Required,
    /// It may run.
    Allowed,
    /// It may run, and some of its services may not.
    Some,
    /// It may not run.
    Blocked,
}

impl Standing {
    /// The label that says so.
    pub fn word(self) -> UiWord {
        match self {
            Standing::Required => UiWord::StateRequired,
            Standing::Allowed => UiWord::StateAllowed,
            Standing::Some => UiWord::StateSome,
            Standing::Blocked => UiWord::StateBlocked,
        }
    }
}

/// How everything stands, in the notice's order.
#[derive(Clone, Debug, Default)]
pub(super) struct Standings {
    pub purposes: Vec<Standing>,
    /// Service by service: may it run?
    pub services: Vec<bool>,
}

impl Standings {
    pub fn of(notice: &Notice, now: Option<&Snapshot>) -> Self {
        let Some(now) = now else {
            let of = |purpose: &Purpose| {
                if purpose.required { Standing::Required } else { Standing::Blocked }
            };
            let purposes = notice.purposes.iter().map(of).collect();
            return Self { purposes, services: vec![false; notice.services.len()] };
        };
        let services = notice.services.iter().enumerate();
        let services: Vec<bool> =
            services.map(|(place, service)| said(&now.services, place, &service.id)).collect();
        let purposes = notice.purposes.iter().enumerate().map(|(place, purpose)| {
            let mut its = notice.services.iter().zip(&services);
            if purpose.required {
                Standing::Required
            } else if !said(&now.purposes, place, &purpose.id) {
                Standing::Blocked
            } else if its.any(|(service, allowed)| !allowed && service.purpose == purpose.id) {
                Standing::Some
            } else {
                Standing::Allowed
            }
        });
        Self { purposes: purposes.collect(), services }
    }
}

/// What is said of an id. It is at its place, if the page's notice is the widget's.
fn said(by_id: &ById<bool>, place: usize, id: &Text) -> bool {
    match by_id.0.get(place) {
        Some((name, value)) if name == id => *value,
        _ => by_id.get(id).unwrap_or_default(),
    }
}
