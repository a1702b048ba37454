//! The codes of what there is to say, each with its page in `docs/checks/`. A code stays the same
//! once it was released: other tools and people's notes go by it.

/// A code and its page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code {
    /// The code.
    pub name: &'static str,
    /// What it means, why it matters and what to do: Markdown.
    pub page: &'static str,
}

/// Each code with its page: one without a page does not compile.
macro_rules! codes {
    ($($name:literal),+ $(,)?) => {
        &[$(Code {
            name: $name,
            page: include_str!(concat!("../../../docs/checks/", $name, ".md")),
        }),+]
    };
}

/// Every code, in the order of `docs/checks/README.md`.
pub const CODES: &[Code] = codes![
    "too-large",
    "not-utf8",
    "empty-file",
    "missing-file",
    "unlisted",
    "toml",
    "unknown-key",
    "missing-key",
    "missing-table",
    "wrong-type",
    "wrong-value",
    "wrong-date",
    "empty",
    "bad-id",
    "duplicate",
    "missing-words",
    "unknown-language",
    "unknown-purpose",
    "unknown-article",
    "unknown-signal",
    "no-signals",
    "sale",
    "bad-region",
    "bad-colour",
    "accent-corrected",
    "bad-address",
    "draft",
    "transmission",
    "change-alone",
    "revision-again",
    "lock",
    "lock-format",
    "lock-of-another",
    "no-title",
    "second-title",
    "empty-heading",
    "nested-heading",
    "raw-html",
    "picture",
    "too-deep",
    "bad-link",
    "empty-link",
    "unknown-fragment",
    "made-id",
    "skipped-level",
    "lost-heading",
    "placeholder",
    "hidden-text",
    "link-text",
    "bare-card",
    "card-contradicts",
    "card-unsupported",
    "card-number",
    "card-long",
    "card-draft",
    "card-stale",
    "languages-differ",
    "languages-numbers",
    "languages-links",
    "languages-sections",
    "languages-cards",
    "dates-out-of-order",
    "date-differs",
    "date-in-future",
    "long-sentence",
    "hard-to-read",
    "http-address",
    "wrapped-address",
    "malformed-address",
    "service-undeclared",
    "catalogue-differs",
    "catalogue-ended",
    "checked-old",
    "checklist-missing",
    "checklist-unclear",
];

impl Code {
    /// The code of that name.
    #[must_use]
    pub fn of(name: &str) -> Option<&'static Self> {
        CODES.iter().find(|code| code.name == name)
    }

    /// What it means, in one sentence.
    #[must_use]
    pub fn sentence(&self) -> &'static str {
        let mut lines = self.page.lines().filter(|line| !line.is_empty());
        let first = lines.nth(1).unwrap_or_default();
        first.split_once("* ").map_or(first, |(_, sentence)| sentence)
    }
}
