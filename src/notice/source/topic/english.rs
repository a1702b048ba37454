//! English phrases, in small letters; the ends of words are free.

use super::{Phrases, Topic::*};

#[rustfmt::skip]
pub(super) const PHRASES: Phrases = &[
    (Controller, 3, &[
        "who we are", "data controller", "controller", "responsible for processing", "about us",
    ]),
    (Controller, 2, &[
        "registered office", "company name", "is responsible for", "person in charge",
    ]),
    (Officer, 3, &["data protection officer", "dpo", "privacy officer"]),
    (Collected, 3, &[
        "information we collect", "data we collect", "we collect", "personal data collected",
        "information collected", "data collected", "categories of data",
        "categories of personal", "types of data", "types of personal", "what information",
        "what data", "what we know", "collection of", "acquisition of", "log data",
        "data processed",
    ]),
    (Collected, 1, &[
        "name, address", "email address", "e-mail address", "ip address", "telephone number",
        "date of birth", "log information", "device information", "credit card", "may collect",
        "private information", "you provide",
    ]),
    (Sources, 3, &[
        "source of", "sources of", "where we get", "how we collect", "how we obtain",
        "acquisition notification", "method of collection",
    ]),
    (Sources, 2, &[
        "from third parties", "from other sources", "directly from", "obtain from",
        "received from", "publicly available",
    ]),
    (Purposes, 3, &[
        "purpose", "how we use", "why we use", "why we process", "what we use",
        "use of personal", "use of information", "use of your", "use of the personal",
        "use of data", "what we do with", "use restriction",
    ]),
    (Purposes, 1, &["in order to", "we use your", "will use", "we use it to"]),
    (LegalBasis, 3, &[
        "legal basis", "legal bases", "lawful basis", "legal ground", "lawfulness", "article 6",
        "art. 6",
    ]),
    (LegalBasis, 1, &[
        "performance of a contract", "legal obligation", "based on your consent",
        "legitimate interest",
    ]),
    (LegitimateInterests, 3, &["legitimate interest"]),
    (Recipients, 3, &[
        "recipient", "third party provision", "provision to third", "provision to a third",
        "disclosure to third", "to third parties", "to a third party", "to any third party",
        "who we share", "sharing", "share your", "we share", "who receives", "disclosure and",
        "disclosing", "who sees", "information sharing", "with whom",
    ]),
    (Recipients, 2, &[
        "disclose", "third parties", "third party", "required by law", "affiliates",
    ]),
    (Processors, 3, &[
        "processor", "entrust", "outsourc", "commission of", "subcontractor", "service provider",
        "contractors",
    ]),
    (Processors, 1, &["on our behalf", "trustee", "fiduciary", "confidentiality agreement"]),
    (JointUse, 3, &[
        "joint use", "jointly use", "joint controller", "shared use", "used jointly",
    ]),
    (JointUse, 1, &["affiliate partner", "group companies"]),
    (Transfers, 3, &[
        "international transfer", "transfer of data", "transfers of data", "transfer abroad",
        "data transfer", "third countr", "foreign countr", "standard contractual clause",
        "outside the european", "outside of the european", "outside the eea", "cross-border",
        "overseas", "where data goes", "adequacy decision", "transfer of personal data",
    ]),
    (Transfers, 1, &["united states", "other countries"]),
    (Retention, 3, &[
        "retention", "how long", "storage period", "period of storage", "we keep", "keep your",
        "keeping your", "retain", "storage of", "storage duration", "deletion period",
    ]),
    (Retention, 1, &[
        "deleted after", "no longer needed", "no longer necessary", "period of time",
    ]),
    (Security, 3, &[
        "security", "safeguard", "keep it safe", "keep your data safe", "protect your",
        "secure management", "management of personal", "management of private",
        "handling of personal", "ssl", "tls", "encrypt", "safe", "how we protect",
    ]),
    (Security, 2, &[
        "unauthorized access", "unauthorised access", "leakage", "falsification", "firewall",
        "access control",
    ]),
    (Cookies, 3, &[
        "cookie", "similar technologies", "local storage", "web beacon", "tracking technolog",
        "trackers",
    ]),
    (Cookies, 2, &[
        "beacon", "pixel", "browser setting", "information gathering module",
        "external transmission", "advertising identifier",
    ]),
    (Analytics, 3, &[
        "analytics", "access analysis", "statistics", "measur", "web analysis", "log analysis",
    ]),
    (Analytics, 1, &["statistical", "usage data", "visitors use"]),
    (TargetedAdvertising, 3, &[
        "targeted ad", "targeting ad", "behavioral ad", "behavioural ad", "behavioral targeting",
        "behavioural targeting", "interest-based", "personalized ad", "personalised ad",
        "advertis", "displayed ads", "marketing", "remarketing", "retargeting", "newsletter",
    ]),
    (TargetedAdvertising, 2, &["opt out of targeted", "ad network", "third-party ad"]),
    (Sale, 3, &[
        "do not sell", "sell your", "sell or share", "sale of", "not sell", "ccpa", "california",
        "cpra",
    ]),
    (Rights, 3, &[
        "your rights", "rights", "right to", "right of access", "your choices", "data subject",
        "disclosure of personal", "disclosure of private", "correction of", "correction",
        "alteration, deletion", "access and correction", "what you can ask",
        "request for disclosure",
    ]),
    (Rights, 2, &[
        "rectification", "erasure", "portability", "right to object",
        "restriction of processing", "request access", "delete your", "correct or",
        "copy of your", "suspension of use",
    ]),
    (Withdrawal, 3, &[
        "withdraw", "revoke your consent", "revocation", "changing your mind", "take back",
    ]),
    (Complaint, 3, &[
        "supervisory authority", "complaint", "data protection authority", "lodge a",
        "information commissioner", "ombudsman",
    ]),
    (Obligation, 3, &[
        "obligation to provide", "obliged to provide", "required to provide", "whether you must",
        "do you have to", "entirely optional", "is voluntary", "is optional", "must you give",
    ]),
    (AutomatedDecisions, 3, &[
        "automated decision", "automated individual", "profiling", "automatic decision",
        "decisions by machine", "artificial intelligence",
    ]),
    (SpecialCategories, 3, &[
        "special categor", "sensitive personal", "sensitive data", "sensitive information",
        "health data", "special care-required", "biometric",
    ]),
    (Children, 3, &[
        "children", "child", "minors", "under the age", "younger than", "under 13", "under 16",
        "parental", "guardian", "underage",
    ]),
    (Changes, 3, &[
        "changes to this", "changes to our", "change of this", "changes in", "amendment",
        "revision", "updates to this", "update this", "modification", "we may change",
        "we may update", "change without notice", "subject to change", "other important points",
        "version history", "changes",
    ]),
    (Changes, 2, &[
        "may revise", "revise or change", "from time to time", "will be announced", "may change",
    ]),
    (Contact, 3, &[
        "contact", "inquir", "enquir", "how to reach", "questions", "ask us", "get in touch",
        "write to us", "point of contact", "complaints or inquiries", "claims or",
    ]),
    (Contact, 1, &["telephone", "e-mail us", "email us", "reception time"]),
    (Definitions, 3, &[
        "definition", "terms used", "defined as", "meaning of", "glossary", "what we mean",
    ]),
    (Definitions, 2, &["shall mean", "means", "refers to", "is defined"]),
    (Scope, 3, &[
        "scope", "application of", "applies to", "who this", "what this policy", "introduction",
        "about this policy", "basic policy", "general", "overview", "at a glance",
    ]),
    (ExternalLinks, 3, &[
        "external link", "links to other", "linked site", "third-party site",
        "third party website", "other websites", "external services", "linked from",
    ]),
    (ExternalLinks, 1, &["not responsible for", "links to external"]),
    (Disclaimers, 3, &[
        "disclaimer", "liability", "no responsibility", "not be liable", "not liable",
        "exclusion of", "trouble relating", "cannot guarantee", "governing law",
    ]),
];
