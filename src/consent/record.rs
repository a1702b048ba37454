//! What a visitor's browser keeps: one record, one key, one format.
//!
//! Boot and widget both write it; `consent.receipt()` gives it to the visitor, in a standard's
//! fields. It holds nothing that identifies anybody: a random id, what was chosen, when, and on
//! which text.

use serde::{Deserialize, Serialize};

use super::{ById, Choice, Layer};
use crate::notice::{Notice, Text};

/// The version of the record's shape that this code writes.
pub const RECORD_VERSION: u32 = 2;

/// The versions that it reads. The first knew no layers; nothing else is different.
const READ_VERSIONS: [u32; 2] = [1, RECORD_VERSION];

/// How many earlier decisions a record keeps.
const PAST_KEPT: usize = 20;

/// How far, in milliseconds, a clock may have gone back since a record was written. Past that the
/// record is from the future and counts as none: a wrong clock grants nothing.
pub const CLOCK_SLACK_MS: f64 = 300_000.0;

/// The last time that JavaScript's `Date` can say, in milliseconds since 1970 UTC (ECMA-262,
/// "Time Values and Time Range").
const LAST_TIME_MS: f64 = 8.64e15;

/// How long a record's text may be, in UTF-16 units. None is; to parse what is would keep a page
/// waiting.
pub const LONGEST_TEXT: usize = 1 << 18;

const DAY_MS: f64 = 86_400_000.0;

/// Where a decision was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Source {
    /// The question itself.
    FirstLayer,
    /// The notice, opened by the visitor.
    Notice,
    /// A script of the page, through `consent.set`.
    Api,
    /// The same, for a signal that the site's server saw (`Sec-GPC`): only ever a no. The signal
    /// that the browser shows to scripts is read each time and never recorded.
    Gpc,
    /// The same, for a choice taken over from another consent tool.
    Import,
}

/// A visitor's decision, as it is stored.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// The version of this shape, [`RECORD_VERSION`].
    pub v: u32,
    /// A random id: it names this record and nothing else.
    pub id: Text,
    /// The id of the notice.
    pub notice: Text,
    /// The revision of the notice.
    pub revision: Text,
    /// The hash of the words that were shown.
    pub text: Text,
    /// The language they were shown in.
    pub lang: Text,
    /// Where the decision was made.
    pub source: Source,
    /// On which layer of the notice, where it was made in the opened notice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub layer: Option<Layer>,
    /// When, in milliseconds since 1970 UTC.
    pub at: f64,
    /// Until when it holds, in milliseconds since 1970 UTC.
    pub until: f64,
    /// What was said, by purpose or service; what was not touched is not here.
    pub choices: ById<Choice>,
    /// The optional purposes and the services that the notice had when the decision was made.
    pub known: Vec<Text>,
    /// Earlier decisions, oldest first, withdrawals among them; the last twenty.
    pub past: Vec<Past>,
}

/// An earlier decision.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Past {
    /// The revision it was made on.
    pub revision: Text,
    /// Where it was made.
    pub source: Source,
    /// On which layer of the notice, where it was made in the opened notice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub layer: Option<Layer>,
    /// When, in milliseconds since 1970 UTC.
    pub at: f64,
    /// What held after it.
    pub choices: ById<Choice>,
}

/// What the choices of a record count for, by the revision that they were made on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing<'a> {
    /// Everything: nothing material has changed since.
    Whole,
    /// All but these ids, where only a part has changed and the owner asks about that alone.
    But(&'a [Text]),
    /// Nothing.
    None,
}

/// Why there is no record to go by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Absent {
    /// Nothing is stored.
    Missing,
    /// What is stored is not a record, or one that cannot have been written by this notice:
    /// corrupt, from the future, of another notice or of a newer version.
    Unusable,
    /// It has run out.
    Expired,
}

/// What a decision comes with, beside the choices themselves.
#[derive(Clone, Debug)]
pub struct Act<'a> {
    /// Where it is made.
    pub source: Source,
    /// On which layer of the notice, where it is made in the opened notice.
    pub layer: Option<Layer>,
    /// Now, in milliseconds since 1970 UTC.
    pub now: f64,
    /// Whether the browser's Global Privacy Control signal is on, and so shown.
    pub gpc: bool,
    /// Sixteen random hexadecimal digits, for a first record.
    pub random_id: &'a str,
}

impl Record {
    /// Whether this record may be gone by: of this version and notice, not from the future, not
    /// expired. (Its revision is [`Record::standing`]'s business.)
    ///
    /// # Errors
    /// Why it may not.
    pub fn usable(self, notice_id: &str, now: f64) -> Result<Self, Absent> {
        let is_time = |ms: f64| ms.abs() <= LAST_TIME_MS;
        let past_holds = self.past.iter().all(|past| is_time(past.at));
        let times_hold =
            is_time(self.at) && is_time(self.until) && past_holds && self.at <= self.until;
        if !READ_VERSIONS.contains(&self.v)
            || &*self.notice != notice_id
            || !times_hold
            || self.at > now + CLOCK_SLACK_MS
        {
            return Err(Absent::Unusable);
        }
        if self.until <= now { Err(Absent::Expired) } else { Ok(self) }
    }

    /// What the choices count for, made as they were on that revision.
    #[must_use]
    pub fn standing<'a>(&self, notice: &'a Notice) -> Standing<'a> {
        if notice.accepted_revisions.contains(&self.revision) {
            return Standing::Whole;
        }
        let mut partly = notice.partly_accepted.iter();
        match partly.find(|partly| partly.revision == self.revision) {
            Some(partly) => Standing::But(&partly.again),
            None => Standing::None,
        }
    }

    /// What it says of an id. On a text that no longer counts for it a no still stands and a yes
    /// does not: agreement was to the words that were shown.
    #[must_use]
    pub fn said(&self, id: &str, standing: Standing) -> Option<Choice> {
        let counts = match standing {
            Standing::Whole => true,
            Standing::But(again) => !again.iter().any(|known| &**known == id),
            Standing::None => false,
        };
        self.choices.get(id).filter(|choice| counts || *choice == Choice::Denied)
    }

    /// The record after the visitor has said yes or no to some ids; `before` is the usable record
    /// until now, if there is one.
    #[must_use]
    pub fn after(
        before: Option<Record>,
        notice: &Notice,
        said: &[(Text, bool)],
        act: &Act,
    ) -> Record {
        let (id, mut choices, past) = match before {
            None => (act.random_id.into(), ById::default(), Vec::new()),
            Some(record) => {
                let standing = record.standing(notice);
                let kept = record.choices.0.iter().filter_map(|(id, _)| {
                    record.said(id, standing).map(|choice| (id.clone(), choice))
                });
                let kept = ById(kept.collect());
                let mut past = record.past;
                past.push(Past {
                    revision: record.revision,
                    source: record.source,
                    layer: record.layer,
                    at: record.at,
                    choices: record.choices,
                });
                let surplus = past.len().saturating_sub(PAST_KEPT);
                past.drain(..surplus);
                (record.id, kept, past)
            }
        };
        for (id, yes) in said {
            choices.set(id, Choice::said(*yes, act.gpc));
        }
        let any_yes = choices.0.iter().any(|(_, choice)| *choice != Choice::Denied);
        let days = if any_yes { notice.storage.days } else { notice.storage.refusal_days };
        Record {
            v: RECORD_VERSION,
            id,
            notice: notice.id.clone(),
            revision: notice.revision.clone(),
            text: notice.text_hash.clone(),
            lang: notice.lang.clone(),
            source: act.source,
            layer: act.layer,
            at: act.now,
            until: act.now + f64::from(days) * DAY_MS,
            choices,
            known: known_ids(notice),
            past,
        }
    }
}

/// The optional purposes and all services of a notice, in its order.
#[must_use]
pub(super) fn known_ids(notice: &Notice) -> Vec<Text> {
    let purposes = notice.purposes.iter().filter(|purpose| !purpose.required);
    let services = notice.services.iter().map(|service| service.id.clone());
    purposes.map(|purpose| purpose.id.clone()).chain(services).collect()
}
