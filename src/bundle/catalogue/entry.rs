//! What the catalogue knows of a service. What nobody could look up is not there.

use jiff::civil::Date;

use crate::notice::OptOutStops;

/// Every known service, in the order of the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Catalogue {
    pub(super) entries: Vec<Entry>,
}

/// One known service.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its id in the catalogue, in the alphabet of ids.
    pub id: String,
    /// The name that people know it by.
    pub name: String,
    /// Other names that policies use for it or for its company.
    pub also: Vec<String>,
    /// What kind of service it is.
    pub category: Category,
    /// Who receives the data.
    pub recipient: Option<Recipient>,
    /// What is sent.
    pub sends: Option<String>,
    /// What the recipient uses it for.
    pub recipient_use: Option<String>,
    /// The domains that it loads from or sends to; their subdomains belong to them.
    pub hosts: Vec<String>,
    /// The cookies that it usually sets.
    pub cookies: Vec<KnownCookie>,
    /// The address of its policy.
    pub policy: Option<String>,
    /// The addresses where a visitor can opt out.
    pub opt_out: Vec<String>,
    /// What opting out there stops.
    pub opt_out_stops: OptOutStops,
    /// Why an address of this entry is not https.
    pub http_because: Option<String>,
    /// The pages that all this was read from, at least one.
    pub sources: Vec<Source>,
    /// The date of the oldest dated source: an entry is as old as its oldest claim. Not there where
    /// no source has a date.
    pub last_checked: Option<Date>,
    /// Whether it goes on, where somebody looked that up.
    pub status: Option<Status>,
    /// What else a reader of the entry should know.
    pub note: Option<String>,
}

/// The company that receives data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipient {
    /// Its legal name.
    pub name: String,
    /// Its country, ISO 3166-1, where the source says so.
    pub country: Option<String>,
}

/// A cookie that a service usually sets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownCookie {
    /// Its name, or a pattern with `*`.
    pub name: String,
    /// How long it stays, in words, where the source says so.
    pub lifetime: Option<String>,
    /// Where that was read: an index into the entry's sources.
    pub source: usize,
}

/// A page that something was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its address.
    pub url: String,
    /// The date of the page itself, where it has one: never the day of the looking up.
    pub dated: Option<Date>,
    /// What was read there.
    pub covers: Vec<Claim>,
}

/// What a source can speak for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claim {
    /// `recipient`, its name or its country.
    Recipient,
    /// `sends`
    Sends,
    /// `use`
    Use,
    /// `hosts`
    Hosts,
    /// `cookies`
    Cookies,
    /// `policy`
    Policy,
    /// `opt-out`
    OptOut,
    /// `opt-out-stops`
    OptOutStops,
    /// `status`
    Status,
}

impl Claim {
    /// Every claim with its key in the file.
    pub const ALL: [(&'static str, Self); 9] = [
        ("recipient", Self::Recipient),
        ("sends", Self::Sends),
        ("use", Self::Use),
        ("hosts", Self::Hosts),
        ("cookies", Self::Cookies),
        ("policy", Self::Policy),
        ("opt-out", Self::OptOut),
        ("opt-out-stops", Self::OptOutStops),
        ("status", Self::Status),
    ];

    /// Its key in the file.
    #[must_use]
    pub fn key(self) -> &'static str {
        Self::ALL.iter().find(|(_, claim)| *claim == self).map_or("", |(key, _)| key)
    }
}

/// Whether a service goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// What became of it.
    pub kind: StatusKind,
    /// What the source says happened, and when; always there unless it is active.
    pub note: Option<String>,
}

/// What became of a service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatusKind {
    /// A dated source of its own shows it at work.
    Active,
    /// Its company is part of another one now.
    Merged,
    /// It goes on under another name.
    Renamed,
    /// It has ended.
    Closed,
}

impl StatusKind {
    /// Every kind with its word in the file.
    pub const ALL: [(&'static str, Self); 4] = [
        ("active", Self::Active),
        ("merged", Self::Merged),
        ("renamed", Self::Renamed),
        ("closed", Self::Closed),
    ];
}

/// What kind of service something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Category {
    /// Counts and describes visits.
    Analytics,
    /// Shows, chooses or measures advertisements.
    Advertising,
    /// Loads other services.
    TagManagement,
    /// Plays videos.
    Video,
    /// Plays music or speech.
    Audio,
    /// Shows maps.
    Maps,
    /// Tells people from programs.
    Captcha,
    /// Lets visitors talk to the site.
    Chat,
    /// Takes payments.
    Payments,
    /// Delivers fonts, scripts or files.
    FontsCdn,
    /// Reports errors and measures speed.
    ErrorMonitoring,
    /// Compares versions of a page.
    AbTesting,
    /// Brings a social network into the page.
    Social,
    /// Sends and measures mail, and knows customers.
    Email,
    /// Records how visits went, or where visitors clicked.
    SessionReplay,
    /// Asks visitors questions.
    Survey,
    /// Lets visitors write comments or reviews.
    Comments,
    /// Keeps what visitors consented to.
    Consent,
    /// An industry's page where visitors opt out of many companies at once, or a system's setting.
    OptOutPage,
}

impl Category {
    /// Every category with its word in the file.
    pub const ALL: [(&'static str, Self); 19] = [
        ("analytics", Self::Analytics),
        ("advertising", Self::Advertising),
        ("tag-management", Self::TagManagement),
        ("video", Self::Video),
        ("audio", Self::Audio),
        ("maps", Self::Maps),
        ("captcha", Self::Captcha),
        ("chat", Self::Chat),
        ("payments", Self::Payments),
        ("fonts-cdn", Self::FontsCdn),
        ("error-monitoring", Self::ErrorMonitoring),
        ("a-b-testing", Self::AbTesting),
        ("social", Self::Social),
        ("email", Self::Email),
        ("session-replay", Self::SessionReplay),
        ("survey", Self::Survey),
        ("comments", Self::Comments),
        ("consent", Self::Consent),
        ("opt-out-page", Self::OptOutPage),
    ];
}

impl Entry {
    /// Whether the entry says anything there.
    #[must_use]
    pub fn says(&self, claim: Claim) -> bool {
        match claim {
            Claim::Recipient => self.recipient.is_some(),
            Claim::Sends => self.sends.is_some(),
            Claim::Use => self.recipient_use.is_some(),
            Claim::Hosts => !self.hosts.is_empty(),
            Claim::Cookies => !self.cookies.is_empty(),
            Claim::Policy => self.policy.is_some(),
            Claim::OptOut => !self.opt_out.is_empty(),
            Claim::OptOutStops => self.opt_out_stops != OptOutStops::Unknown,
            Claim::Status => self.status.is_some(),
        }
    }

    /// The pages that a claim was read from.
    pub fn sources_of(&self, claim: Claim) -> impl Iterator<Item = &Source> {
        self.sources.iter().filter(move |source| source.covers.contains(&claim))
    }

    /// Every address of the entry that is meant for visitors.
    pub fn addresses(&self) -> impl Iterator<Item = &str> {
        self.policy.iter().chain(&self.opt_out).map(String::as_str)
    }
}
