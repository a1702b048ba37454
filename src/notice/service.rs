//! What a visitor decides about: purposes, and the services behind them.

use serde::{Deserialize, Serialize};

use super::{Regime, Text};

/// One thing that data is used for, with one switch.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Purpose {
    /// What `consent.get(id)` and `data-consent` name.
    pub id: Text,
    /// The name on the switch.
    pub name: Text,
    /// One sentence about it.
    pub text: Text,
    /// It always runs and has no switch.
    pub required: bool,
    /// A Global Privacy Control signal means no.
    pub gpc: bool,
    /// The id of the article that explains it.
    pub article: Text,
    /// The Google Consent Mode v2 signals that follow it.
    pub signals: Vec<Text>,
    /// What kind of purpose it is.
    #[serde(default)]
    pub kind: PurposeKind,
    /// Its own regime, whatever the region's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub regime: Option<Regime>,
}

/// What kind of purpose it is, where the law has a kind of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PurposeKind {
    /// Any.
    #[default]
    Ordinary,
    /// The sale or sharing of personal information (Cal. Civ. Code §1798.140(ad), (ah)): the visitor
    /// gets a control of its own against it, and the GPC signal always counts.
    Sale,
}

/// A company or tool that serves a purpose.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Service {
    /// What `consent.get(id)` names; unlike every purpose's.
    pub id: Text,
    /// The name a visitor may know.
    pub name: Text,
    /// The id of its purpose.
    pub purpose: Text,
    /// Who receives the data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recipient: Option<Text>,
    /// What is sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sends: Option<Text>,
    /// What the recipient uses it for.
    #[serde(rename = "use", default, skip_serializing_if = "Option::is_none")]
    pub recipient_use: Option<Text>,
    /// What the sender uses it for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own_use: Option<Text>,
    /// The cookies it sets.
    pub cookies: Vec<Cookie>,
    /// The address of its own policy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub policy: Option<Text>,
    /// The addresses where a visitor can opt out at that company.
    pub opt_out: Vec<Text>,
    /// What opting out there stops.
    pub opt_out_stops: OptOutStops,
    /// When somebody last opened the opt-out link, `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checked: Option<Text>,
}

/// A cookie and how long it stays.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cookie {
    /// Its name, or a pattern with `*`.
    pub name: Text,
    /// How long it stays, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lifetime: Option<Text>,
}

/// What opting out at the company itself stops (Telecommunications Business Act, art. 27-12).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum OptOutStops {
    /// Nothing is sent any more.
    Sending,
    /// It is still sent, but no longer used.
    Use,
    /// The owner does not say.
    #[default]
    Unknown,
}
