//! The rules themselves. Everything else here feeds them or carries their answer.

use serde::{Deserialize, Serialize};

use super::Choice;
use crate::notice::Regime;

/// Whether something may run, and on what ground.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// Yes: the site does not work without it.
    Required,
    /// Yes: the visitor said so.
    Granted,
    /// No: the visitor said so.
    Denied,
    /// Yes: nobody has chosen, and the regime is opt-out.
    DefaultYes,
    /// No: nobody has chosen, and the regime is opt-in.
    DefaultNo,
    /// No: the browser's Global Privacy Control signal.
    Gpc,
}

/// The ground of a [`Verdict`], as `consent.get().why` names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Why {
    /// The site does not work without it.
    Required,
    /// The visitor said yes.
    Granted,
    /// The visitor said no.
    Denied,
    /// Nobody has chosen; the regime's default holds.
    Default,
    /// The browser's Global Privacy Control signal.
    Gpc,
}

impl Verdict {
    /// Every verdict there is.
    pub const ALL: [Verdict; 6] = [
        Verdict::Required,
        Verdict::Granted,
        Verdict::Denied,
        Verdict::DefaultYes,
        Verdict::DefaultNo,
        Verdict::Gpc,
    ];

    /// Whether it may run now.
    #[must_use]
    pub fn allowed(self) -> bool {
        matches!(self, Verdict::Required | Verdict::Granted | Verdict::DefaultYes)
    }

    /// The ground.
    #[must_use]
    pub fn why(self) -> Why {
        match self {
            Verdict::Required => Why::Required,
            Verdict::Granted => Why::Granted,
            Verdict::Denied => Why::Denied,
            Verdict::DefaultYes | Verdict::DefaultNo => Why::Default,
            Verdict::Gpc => Why::Gpc,
        }
    }
}

/// Whether a purpose may run.
///
/// `required` and `respects_gpc` are the notice's; `regime` is what holds in the visitor's region;
/// `gpc` is the browser's signal, read now; `recorded` is what the visitor said.
#[must_use]
pub fn decide(
    required: bool,
    respects_gpc: bool,
    regime: Regime,
    gpc: bool,
    recorded: Option<Choice>,
) -> Verdict {
    if required {
        return Verdict::Required;
    }
    match recorded {
        Some(Choice::Denied) => Verdict::Denied,
        Some(Choice::GrantedOverGpc) => Verdict::Granted,
        _ if gpc && respects_gpc => Verdict::Gpc,
        Some(Choice::Granted) => Verdict::Granted,
        None => match regime {
            Regime::OptIn => Verdict::DefaultNo,
            Regime::OptOut => Verdict::DefaultYes,
        },
    }
}

/// Whether a service may run, given its purpose's verdict: it follows its purpose unless it has a
/// choice of its own, and never runs where its purpose may not.
///
/// `known` says whether the visitor's decision, if there is one, was made with this service in
/// view: a service that came later is not covered by an old yes where the regime is opt-in.
#[must_use]
pub fn decide_service(
    purpose: Verdict,
    regime: Regime,
    recorded: Option<Choice>,
    known: bool,
) -> Verdict {
    if !purpose.allowed() || purpose == Verdict::Required {
        return purpose;
    }
    match recorded {
        Some(Choice::Denied) => Verdict::Denied,
        Some(_) => Verdict::Granted,
        None if purpose == Verdict::Granted && !known && regime == Regime::OptIn => {
            Verdict::DefaultNo
        }
        None => purpose,
    }
}
