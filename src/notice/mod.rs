//! The document: articles, cards, purposes, services. Pure: no browser, no view.
//!
//! [`Notice`] is one notice in one language, every word resolved. The compiler writes it as
//! `notice.<lang>.<hash>.json`; the widget reads the same shape back. `source` (native only) is
//! how an owner's folder becomes one.

mod block;
mod data;
mod regime;
mod service;
mod since;
#[cfg(feature = "cli")]
pub mod source;
mod ui_words;
pub mod wire;

use std::rc::Rc;

use serde::{Deserialize, Serialize};

pub use block::{Block, Definition, Inline, List, Table, plain};
pub use data::Datum;
pub use regime::{EUROPE, Regime, Regimes};
pub use service::{Cookie, OptOutStops, Purpose, PurposeKind, Service};
pub use since::{Altered, How, Passage, Since};
pub use ui_words::{PluralCategory, UiCount, UiWord, UiWords};

/// A piece of text that is shared rather than copied: Yew takes it as an attribute value for free.
pub type Text = Rc<str>;

/// The version of the JSON shape of [`Notice`]. A widget refuses any other.
pub const SCHEMA: u32 = 1;

/// One notice in one language: what `notice.<lang>.<hash>.json` holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Notice {
    /// The version of this shape, [`SCHEMA`].
    pub schema: u32,
    /// The owner's name for this notice; a record made for another one does not count.
    pub id: Text,
    /// The language of every word here, as a BCP 47 tag.
    pub lang: Text,
    /// The direction of that language: `ltr` or `rtl`.
    pub dir: Text,
    /// The one `#` heading of the policy.
    pub title: Vec<Inline>,
    /// Who is asking.
    pub operator: Operator,
    /// The owner's label for this revision.
    pub revision: Text,
    /// The day this revision takes effect, `YYYY-MM-DD`.
    pub effective: Text,
    /// The day the first revision was published, `YYYY-MM-DD`.
    #[serde(default)]
    pub published: Option<Text>,
    /// Revisions whose recorded choices still count: this one, and older ones since which nothing
    /// material has changed.
    pub accepted_revisions: Vec<Text>,
    /// Older revisions of which only a part has materially changed since, where the owner asks
    /// again about that part alone.
    pub partly_accepted: Vec<PartlyAccepted>,
    /// A hash of the words shown: a record says which text the choice was made on.
    pub text_hash: Text,
    /// What stands before the first article.
    pub preamble: Article,
    /// The policy, article by article, in the owner's order.
    pub articles: Vec<Article>,
    /// What the visitor can say yes or no to, and what always runs.
    pub purposes: Vec<Purpose>,
    /// The companies and tools behind the purposes.
    pub services: Vec<Service>,
    /// Which data serve which purpose, where the owner says so.
    #[serde(default)]
    pub data: Vec<Datum>,
    /// What changed, newest first.
    pub changes: Vec<Change>,
    /// What has changed since each earlier text that is known, newest first.
    #[serde(default)]
    pub since: Vec<Since>,
    /// What holds where nobody has chosen.
    pub regimes: Regimes,
    /// Where and for how long a choice is kept.
    pub storage: Storage,
    /// How the notice looks.
    pub look: Look,
    /// The languages that this notice has, this one among them, in the owner's order.
    pub languages: Vec<Language>,
    /// The words of the interface in this language.
    pub ui: UiWords,
    /// How this language writes a date out: a pattern for each month, January's first, with `{day}`
    /// and `{year}` in it. Empty where twelve cannot say it (another calendar, other figures, a day
    /// that is written unlike the others): only there a browser has to be asked, and its first words
    /// about a language take it longer than a screen. Where there are patterns, figures are 0 to 9.
    pub dates: Vec<Text>,
    /// What this language puts before the last three figures of a number: of one of four figures, and
    /// of one of five or six. Empty where two signs cannot say it.
    pub thousands: Vec<Text>,
}

/// A revision whose recorded choices still count, but for some.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PartlyAccepted {
    /// The revision.
    pub revision: Text,
    /// The purposes and services that are asked about again: a yes to them no longer counts.
    pub again: Vec<Text>,
}

/// Who asks, and how to reach them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Operator {
    /// The name a visitor knows.
    pub name: Text,
    /// A postal address, in one line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<Text>,
    /// An e-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<Text>,
    /// A telephone number, as people write it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<Text>,
    /// The operator's own site.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<Text>,
}

/// One article of the policy. The preamble is one too, without id, title or card.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Article {
    /// What deep links and `data-consent-open` name.
    pub id: Text,
    /// The heading, with its number where the source has one.
    pub title: Vec<Inline>,
    /// The summary that lives beside the text it summarises. (Written even where there is none:
    /// the widget need not look for it in the rest of the article.)
    #[serde(default)]
    pub card: Option<Card>,
    /// The text up to the first section.
    pub blocks: Vec<Block>,
    /// The sections, in order; each carries its own depth.
    pub sections: Vec<Section>,
}

/// A headed part of an article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Section {
    /// What deep links name.
    pub id: Text,
    /// The depth of the heading in the source, 3 to 6.
    pub level: u8,
    /// The heading.
    pub title: Vec<Inline>,
    /// The text below it.
    pub blocks: Vec<Block>,
}

/// The summary of an article: one plain headline, one to three sentences.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Card {
    /// The bold lead of the owner's block quote.
    pub headline: Vec<Inline>,
    /// The rest of it.
    pub text: Vec<Block>,
}

/// One dated change of the notice.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// The revision that brought it.
    pub revision: Text,
    /// The day, `YYYY-MM-DD`.
    pub date: Text,
    /// What changed, in the owner's words.
    pub summary: Text,
    /// The ids of the articles touched.
    pub articles: Vec<Text>,
    /// Whether it is a reason to ask again.
    pub material: bool,
}

/// Where and for how long a choice is kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Storage {
    /// The key in localStorage.
    pub key: Text,
    /// How many days a choice with a yes in it holds.
    pub days: u32,
    /// How many days a refusal of everything holds.
    pub refusal_days: u32,
}

/// How the notice looks; the owner's say.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Look {
    /// Where the first layer stands: `bar`, `corner` or `none`.
    pub layout: Text,
    /// Where the launcher stands: `bottom-left`, `bottom-right` or `none`.
    pub launcher: Text,
    /// `auto`, `light` or `dark`.
    pub theme: Text,
    /// The accent as CSS has it, one colour by day and one by night: `light-dark(#…,#…)`.
    pub accent: Text,
}

/// A language that a notice has.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Language {
    /// Its BCP 47 tag.
    pub tag: Text,
    /// Its name in itself.
    pub name: Text,
}

impl Notice {
    /// The file name under which a language's static page is known: the default language, which
    /// is the first, has the plain one.
    #[must_use]
    pub fn page_name(&self, lang: &str) -> String {
        match self.languages.first() {
            Some(default) if &*default.tag == lang => "index.html".into(),
            _ => ["index.", lang, ".html"].concat(),
        }
    }

    /// A day, `YYYY-MM-DD`, as this language writes it; nothing where it has no pattern for it.
    #[must_use]
    pub fn date(&self, day: &str) -> Option<String> {
        let [.., tens, ones, b'-', _, _] = day.as_bytes() else { return None };
        let month = usize::from(tens & 15) * 10 + usize::from(ones & 15);
        let pattern = self.dates.get(month.wrapping_sub(1))?;
        let (year, day) = (day.get(..4)?, day.get(8..)?);
        let day = day.strip_prefix('0').unwrap_or(day);
        Some(ui_words::filled(pattern, &[("{year}", year), ("{day}", day)]))
    }

    /// The purpose of that id.
    #[must_use]
    pub fn purpose(&self, id: &str) -> Option<&Purpose> {
        self.purposes.iter().find(|purpose| &*purpose.id == id)
    }

    /// The article of that id, or the one that holds the section of that id.
    #[must_use]
    pub fn article_holding(&self, id: &str) -> Option<&Article> {
        self.articles.iter().find(|article| {
            &*article.id == id || article.sections.iter().any(|section| &*section.id == id)
        })
    }
}
