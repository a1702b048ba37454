//! What a page is told: every purpose and service, whether it may run, and why.

use serde::{Deserialize, Serialize};

use super::{Absent, ById, Record, Source, Standing, Verdict, Why, decide, decide_service};
use crate::notice::{Notice, Purpose, Regime, Text};

/// What `consent.get()` gives, in the JS API's own names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Snapshot {
    /// A choice is recorded, and on a text that still counts.
    pub decided: bool,
    /// What holds here where nobody has chosen.
    pub regime: Regime,
    /// The region that the page gave, if it did.
    pub region: Option<Text>,
    /// The browser's Global Privacy Control signal.
    pub gpc: bool,
    /// Purpose id → may it run now.
    pub purposes: ById<bool>,
    /// Service id → may it run now.
    pub services: ById<bool>,
    /// Purpose or service id → on what ground.
    pub why: ById<Why>,
    /// The notice's present revision.
    pub revision: Text,
    /// When the choice was made, ISO 8601 in UTC.
    pub decided_at: Option<Text>,
    /// Until when it holds, ISO 8601 in UTC.
    pub expires_at: Option<Text>,
    /// Where it was made.
    pub source: Option<Source>,
    /// Where it is kept.
    pub persistence: Persistence,
    /// Why the visitor is asked (again), or nothing.
    pub reprompt: Option<Reprompt>,
}

/// Where a choice is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Persistence {
    /// localStorage.
    Local,
    /// A cookie that the site's server can read.
    Cookie,
    /// This page's memory only: the browser allows no storage.
    Memory,
}

/// Why the visitor is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reprompt {
    /// Nothing is recorded.
    FirstVisit,
    /// The record has run out.
    Expired,
    /// The record cannot be gone by; it is kept aside.
    Recovered,
    /// The text has materially changed since.
    Revised,
    /// A purpose has come since.
    NewPurpose,
    /// A service has come since, under a purpose that the visitor allowed.
    NewService,
}

/// What the browser and the page say, beside the record.
#[derive(Clone, Debug)]
pub struct Signals {
    /// The browser's Global Privacy Control signal, read now.
    pub gpc: bool,
    /// The visitor's region, ISO 3166-1 or -2, where the page knows it.
    pub region: Option<Text>,
    /// Where the record is kept.
    pub persistence: Persistence,
}

impl Snapshot {
    /// The snapshot of a notice for a record (or the reason that there is none) and the signals.
    /// `iso` writes milliseconds since 1970 UTC as ISO 8601.
    #[must_use]
    pub fn take(
        notice: &Notice,
        record: Result<&Record, Absent>,
        signals: &Signals,
        iso: impl Fn(f64) -> Text,
    ) -> Self {
        let regime = notice.regimes.of(signals.region.as_deref());
        let standing = record.map_or(Standing::None, |record| record.standing(notice));
        let current = standing == Standing::Whole;
        let said = |id: &str| record.ok().and_then(|record| record.said(id, standing));
        let known =
            |id: &str| record.is_ok_and(|record| record.known.iter().any(|name| &**name == id));

        let mut verdicts: Vec<(Text, Verdict)> = Vec::new();
        for purpose in &notice.purposes {
            let regime = purpose.regime.unwrap_or(regime);
            let verdict =
                decide(purpose.required, purpose.gpc, regime, signals.gpc, said(&purpose.id));
            verdicts.push((purpose.id.clone(), verdict));
        }
        for service in &notice.services {
            let Some(at) = notice.purposes.iter().position(|p| p.id == service.purpose) else {
                continue;
            };
            let regime = notice.purposes[at].regime.unwrap_or(regime);
            let verdict =
                decide_service(verdicts[at].1, regime, said(&service.id), known(&service.id));
            verdicts.push((service.id.clone(), verdict));
        }

        let split = notice.purposes.len();
        let allowed = |part: &[(Text, Verdict)]| {
            ById(part.iter().map(|(id, verdict)| (id.clone(), verdict.allowed())).collect())
        };
        let reprompt = reprompt(notice, record, current, &known, &verdicts, |purpose| {
            purpose.regime.unwrap_or(regime) == Regime::OptIn
        });
        let usable = record.ok();
        Snapshot {
            decided: current,
            regime,
            region: signals.region.clone().filter(|region| !region.is_empty()),
            gpc: signals.gpc,
            purposes: allowed(&verdicts[..split]),
            services: allowed(&verdicts[split..]),
            why: ById(verdicts.iter().map(|(id, verdict)| (id.clone(), verdict.why())).collect()),
            revision: notice.revision.clone(),
            decided_at: usable.map(|record| iso(record.at)),
            expires_at: usable.map(|record| iso(record.until)),
            source: usable.map(|record| record.source),
            persistence: signals.persistence,
            reprompt,
        }
    }
}

/// Whether there is something to ask. An opt-out regime needs no question until the text changes.
fn reprompt(
    notice: &Notice,
    record: Result<&Record, Absent>,
    current: bool,
    known: &dyn Fn(&str) -> bool,
    verdicts: &[(Text, Verdict)],
    opt_in: impl Fn(&Purpose) -> bool,
) -> Option<Reprompt> {
    let asked = |purpose: &Purpose| !purpose.required && opt_in(purpose);
    match record {
        Err(absent) => notice.purposes.iter().any(asked).then_some(match absent {
            Absent::Missing => Reprompt::FirstVisit,
            Absent::Expired => Reprompt::Expired,
            Absent::Unusable => Reprompt::Recovered,
        }),
        Ok(_) if !current => {
            notice.purposes.iter().any(|purpose| !purpose.required).then_some(Reprompt::Revised)
        }
        Ok(_) => {
            if notice.purposes.iter().any(|purpose| asked(purpose) && !known(&purpose.id)) {
                return Some(Reprompt::NewPurpose);
            }
            let granted =
                |id: &str| verdicts.iter().any(|(name, v)| &**name == id && *v == Verdict::Granted);
            let new_service = notice.services.iter().any(|service| {
                !known(&service.id)
                    && granted(&service.purpose)
                    && notice.purpose(&service.purpose).is_some_and(asked)
            });
            new_service.then_some(Reprompt::NewService)
        }
    }
}
