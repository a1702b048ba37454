//! The fixed vocabulary: what a privacy policy may speak of, and where each is asked for.

/// What an article of a privacy policy speaks of.
///
/// Sources: WP260 rev.01 (annex), GDPR Art. 13 and 14, the Japanese Act on the Protection of
/// Personal Information (APPI), the W3C Data Privacy Vocabulary (DPV 2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    /// Who is responsible: GDPR 13(1)(a); APPI 32(1)(i); `dpv:DataController`.
    Controller,
    /// The data protection officer: GDPR 13(1)(b); `dpv:DataProtectionOfficer`.
    Officer,
    /// What data there is: GDPR 14(1)(d); `dpv:hasPersonalData`.
    Collected,
    /// Where data comes from: GDPR 14(2)(f); APPI 20; `dpv:DataSource`.
    Sources,
    /// What it is used for: GDPR 13(1)(c); APPI 17 and 21; `dpv:Purpose`.
    Purposes,
    /// By what right: GDPR 13(1)(c), 6(1); `dpv:LegalBasis`.
    LegalBasis,
    /// The interests that are pursued: GDPR 13(1)(d); `dpv:LegitimateInterest`.
    LegitimateInterests,
    /// Who receives it: GDPR 13(1)(e); APPI 27; `dpv:Recipient`.
    Recipients,
    /// Who works on it for the controller: GDPR 28; APPI 25 and 27(5)(i); `dpv:DataProcessor`.
    Processors,
    /// Who uses it together: GDPR 26; APPI 27(5)(iii); `dpv:JointDataControllers`.
    JointUse,
    /// Out of the country: GDPR 13(1)(f); APPI 28; `dpv:Transfer`.
    Transfers,
    /// For how long: GDPR 13(2)(a); APPI 22; `dpv:StorageDuration`.
    Retention,
    /// How it is kept safe: GDPR 32; APPI 23; `dpv:TechnicalOrganisationalMeasure`.
    Security,
    /// Cookies and what is like them: ePrivacy Directive 5(3); Telecommunications Business Act 27-12.
    Cookies,
    /// How use is measured: `dpv:ServiceUsageAnalytics`.
    Analytics,
    /// Ads by interest: GDPR 21(2); `dpv:TargetedAdvertising`.
    TargetedAdvertising,
    /// Sale and sharing: California Civil Code 1798.120; `dpv:SellData`.
    Sale,
    /// What a person may ask for, and how: GDPR 13(2)(b); APPI 33 to 37; `dpv:DataSubjectRight`.
    Rights,
    /// Taking a consent back: GDPR 13(2)(c), 7(3); `dpv:WithdrawConsent`.
    Withdrawal,
    /// Going to an authority: GDPR 13(2)(d).
    Complaint,
    /// Whether data must be given: GDPR 13(2)(e).
    Obligation,
    /// Decisions by machine: GDPR 13(2)(f), 22; `dpv:AutomatedDecisionMaking`.
    AutomatedDecisions,
    /// Data that needs special care: GDPR 9; APPI 2(3); `dpv:SpecialCategoryPersonalData`.
    SpecialCategories,
    /// Children: GDPR 8; `dpv:Child`.
    Children,
    /// How the policy changes: WP260 §§ 29 to 32.
    Changes,
    /// Where to ask: GDPR 13(1)(a) and (b); APPI 32(1)(iv) and 40.
    Contact,
    /// What words mean.
    Definitions,
    /// What and whom the policy is for.
    Scope,
    /// Whose policies hold behind a link.
    ExternalLinks,
    /// What the operator does not answer for.
    Disclaimers,
}

impl Topic {
    /// All of them, in the order in which a policy usually speaks of them.
    pub const ALL: &[Topic] = &[
        Topic::Controller,
        Topic::Officer,
        Topic::Collected,
        Topic::Sources,
        Topic::Purposes,
        Topic::LegalBasis,
        Topic::LegitimateInterests,
        Topic::Recipients,
        Topic::Processors,
        Topic::JointUse,
        Topic::Transfers,
        Topic::Retention,
        Topic::Security,
        Topic::Cookies,
        Topic::Analytics,
        Topic::TargetedAdvertising,
        Topic::Sale,
        Topic::Rights,
        Topic::Withdrawal,
        Topic::Complaint,
        Topic::Obligation,
        Topic::AutomatedDecisions,
        Topic::SpecialCategories,
        Topic::Children,
        Topic::Changes,
        Topic::Contact,
        Topic::Definitions,
        Topic::Scope,
        Topic::ExternalLinks,
        Topic::Disclaimers,
    ];

    /// Its name for machines, fit for an article's id.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Topic::Controller => "controller",
            Topic::Officer => "officer",
            Topic::Collected => "collected",
            Topic::Sources => "sources",
            Topic::Purposes => "purposes",
            Topic::LegalBasis => "legal-basis",
            Topic::LegitimateInterests => "legitimate-interests",
            Topic::Recipients => "recipients",
            Topic::Processors => "processors",
            Topic::JointUse => "joint-use",
            Topic::Transfers => "transfers",
            Topic::Retention => "retention",
            Topic::Security => "security",
            Topic::Cookies => "cookies",
            Topic::Analytics => "analytics",
            Topic::TargetedAdvertising => "targeted-advertising",
            Topic::Sale => "sale",
            Topic::Rights => "rights",
            Topic::Withdrawal => "withdrawal",
            Topic::Complaint => "complaint",
            Topic::Obligation => "obligation",
            Topic::AutomatedDecisions => "automated-decisions",
            Topic::SpecialCategories => "special-categories",
            Topic::Children => "children",
            Topic::Changes => "changes",
            Topic::Contact => "contact",
            Topic::Definitions => "definitions",
            Topic::Scope => "scope",
            Topic::ExternalLinks => "external-links",
            Topic::Disclaimers => "disclaimers",
        }
    }
}
