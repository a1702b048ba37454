//! What `sudare init` writes: a small, whole notice whose comments teach the format, and the
//! choices that are usual for such a site, or where its visitors are. Starting points, no legal advice.

use clap::ValueEnum;

/// What a site is, or where most of its visitors are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Starter {
    /// Any site: opt-in for everybody; regions to switch on
    Elsewhere,
    /// A shop: orders, payment, offers on other sites
    Shop,
    /// A blog: visit counts, videos from elsewhere, comments
    Blog,
    /// An app to sign in to: account, reports of errors, what is used
    App,
    /// European Union and United Kingdom: opt-in, what GDPR article 13 lists
    #[value(alias = "eu")]
    Europe,
    /// In Japanese and English: the three items of external transmission
    Japan,
    /// United States: opt-out, sale and sharing as a switch of its own, Global Privacy Control
    Us,
}

macro_rules! starter {
    ($place:literal: $($name:literal),+) => {
        &[$(($name, include_str!(concat!("starter/", $place, "/", $name)))),+]
    };
}

impl Starter {
    /// The files by name, the manifest first, with today's date.
    pub fn files(self, today: &str) -> Vec<(&'static str, String)> {
        let files: &[(&str, &str)] = match self {
            Self::Elsewhere => starter!("elsewhere": "notice.toml", "en.md"),
            Self::Shop => starter!("shop": "notice.toml", "en.md"),
            Self::Blog => starter!("blog": "notice.toml", "en.md"),
            Self::App => starter!("app": "notice.toml", "en.md"),
            Self::Europe => starter!("europe": "notice.toml", "en.md"),
            Self::Japan => starter!("japan": "notice.toml", "ja.md", "en.md"),
            Self::Us => starter!("us": "notice.toml", "en.md"),
        };
        files.iter().map(|(name, text)| (*name, text.replace("2026-11-01", today))).collect()
    }
}
