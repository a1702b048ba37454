//! What an owner may ask of the boot script beyond what every notice gets. It changes no word that
//! a visitor reads, so it is no part of the notice.

use crate::notice::Text;

/// The abilities that an owner has asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Abilities {
    /// How the decision is told to Google's tags.
    pub consent_mode: ConsentMode,
    /// What else happens when something is withdrawn.
    pub withdrawal: Withdrawal,
    /// Held-back frames have a placeholder in their place.
    pub placeholders: bool,
    /// The record's second copy, where there is one.
    pub mirror: Option<Mirror>,
    /// How somebody is asked again.
    pub asking_again: AskingAgain,
    /// What each service leaves in a browser.
    pub traces: Vec<Traces>,
}

/// How a visitor who has chosen before is asked again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AskingAgain {
    /// About what has changed alone.
    pub only_changes: bool,
    /// With a line on what has changed since they chose.
    pub says_what: bool,
}

impl Default for AskingAgain {
    fn default() -> Self {
        Self { only_changes: false, says_what: true }
    }
}

/// A cookie that holds the record as well, for a server to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mirror {
    /// Its name.
    pub cookie: Text,
    /// The domain that shares it; else only this host has it.
    pub domain: Option<Text>,
}

/// What a service leaves in a browser: names, or patterns with `*`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Traces {
    /// Its id.
    pub service: Text,
    /// Cookies that a script can delete.
    pub cookies: Vec<Text>,
    /// Keys of localStorage and sessionStorage.
    pub storage: Vec<Text>,
    /// Cookies that a server has set `HttpOnly`.
    pub http_only: Vec<Text>,
}

/// What happens when a visitor takes a yes back, beside that the service does not run any more.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Withdrawal {
    /// The cookies and storage keys that the service declares are deleted.
    pub delete: bool,
    /// The page is loaded again.
    pub reload: bool,
}

/// What the owner wants of Google Consent Mode v2, beside the purposes' signals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsentMode {
    /// How many milliseconds tags wait for an update.
    pub wait_for_update: u32,
    /// Passes advertising identifiers on in addresses where cookies may not be used.
    pub url_passthrough: bool,
    /// Takes advertising identifiers out of what is sent where `ad_storage` is denied.
    pub ads_data_redaction: bool,
}

impl Default for ConsentMode {
    fn default() -> Self {
        Self { wait_for_update: 500, url_passthrough: false, ads_data_redaction: false }
    }
}
