//! The words of the interface: every label that is Sudare's and not the owner's.
//!
//! They come from `locales/<lang>.toml`. On the wire they are a plain list in the order of
//! [`UiWord`], so that the widget carries no key names.

use std::ops::Index;

use serde::{Deserialize, Serialize};

use super::Text;

macro_rules! ui_words {
    ($($(#[$doc:meta])* $word:ident = $key:literal,)*) => {
        /// A label of the interface.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum UiWord {
            $($(#[$doc])* $word,)*
        }

        impl UiWord {
            /// Every label with its key in the locale files, in wire order.
            pub const ALL: &[(UiWord, &str)] = &[$((UiWord::$word, $key),)*];
        }
    };
}

ui_words! {
    /// The button that allows every purpose.
    AcceptAll = "accept-all",
    /// The button that refuses every purpose that can be refused.
    RefuseAll = "refuse-all",
    /// The quieter button that opens the switches.
    Choose = "choose",
    /// The quieter button that opens the notice.
    Read = "read",
    /// The name of the first layer's region.
    FirstLayer = "first-layer",
    /// The label of the launcher.
    Launcher = "launcher",
    /// That the visitor can change their mind at any time.
    AnyTime = "any-time",
    /// That the browser's Global Privacy Control signal is honoured.
    GpcHonoured = "gpc-honoured",
    /// The button that closes the notice.
    Close = "close",
    /// The label of the language choice.
    Language = "language",
    /// The heading of the cards.
    InShort = "in-short",
    /// The heading of the switches.
    YourChoices = "your-choices",
    /// The heading of the articles.
    WholeNotice = "whole-notice",
    /// The heading of the dated changes.
    Changes = "changes",
    /// The heading of the visitor's record.
    YourRecord = "your-record",
    /// The button of a card: `{title}` is the article's heading.
    ReadArticle = "read-article",
    /// The button that opens every article.
    OpenAll = "open-all",
    /// The button that closes every article.
    CloseAll = "close-all",
    /// The state of a purpose or service that may run: `{name}`.
    StateAllowed = "state-allowed",
    /// The state of one that may not: `{name}`.
    StateBlocked = "state-blocked",
    /// The state of a required purpose: `{name}`.
    StateRequired = "state-required",
    /// Why: the visitor said so.
    WhyChoice = "why-choice",
    /// Why: nobody has chosen, so the site's default for the region holds.
    WhyDefault = "why-default",
    /// Why: the browser's signal.
    WhyGpc = "why-gpc",
    /// Why: the site does not work without it.
    WhyRequired = "why-required",
    /// The link from a purpose to the article that explains it: `{title}`.
    ExplainedIn = "explained-in",
    /// The heading of the companies behind a purpose: `{count}`.
    Companies = "companies",
    /// Label: who receives it.
    Recipient = "recipient",
    /// Label: what is sent.
    Sends = "sends",
    /// Label: what the recipient uses it for.
    RecipientUse = "recipient-use",
    /// Label: what this site uses it for.
    OwnUse = "own-use",
    /// Label: cookies and their lifetimes.
    Cookies = "cookies",
    /// Label: what the owner does not say.
    NotStated = "not-stated",
    /// The link to a company's own policy: `{name}`.
    Policy = "policy",
    /// The link to a company's opt-out page: `{name}`.
    OptOut = "opt-out",
    /// That such a link leads to another site.
    LeavesSite = "leaves-site",
    /// What opting out there stops: the sending.
    StopsSending = "stops-sending",
    /// What opting out there stops: the use.
    StopsUse = "stops-use",
    /// What opting out there stops: not stated.
    StopsUnknown = "stops-unknown",
    /// When the link was last checked: `{date}`.
    CheckedOn = "checked-on",
    /// The revision and its date: `{revision}`, `{date}`.
    RevisionOf = "revision-of",
    /// Label: how to reach the operator.
    Contact = "contact",
    /// The status line after a switch acted: `{state}`.
    Recorded = "recorded",
    /// The status line when nothing could be stored beyond this page.
    OnlyThisPage = "only-this-page",
    /// The record: nothing has been chosen yet.
    RecordNone = "record-none",
    /// The record: when, and until when: `{date}`, `{until}`.
    RecordHeld = "record-held",
    /// The record: it is the visitor's own copy.
    RecordOwnCopy = "record-own-copy",
    /// The button that downloads the record.
    Download = "download",
    /// The button that forgets the record.
    Forget = "forget",
    /// The status line after that.
    Forgotten = "forgotten",
    /// On the static page, in place of the switches.
    PageChoices = "page-choices",
    /// That the notice could not be loaded in the language that was asked for.
    LoadFailed = "load-failed",
    /// The placeholder of a held-back frame: `{name}` is the purpose.
    HeldBack = "held-back",
    /// Why a service's switch does nothing: its purpose `{name}` is not allowed.
    NeedsPurpose = "needs-purpose",
    /// The name of the table of contents.
    Contents = "contents",
    /// The button that shows a held-back frame this once.
    ShowOnce = "show-once",
    /// The button that allows it for good: `{name}` is the purpose or service.
    AlwaysAllow = "always-allow",
}

/// The words of the interface in one language.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct UiWords(Vec<Text>);

impl UiWords {
    /// The words as a locale file gives them, by key.
    ///
    /// # Errors
    /// The keys that `word_of` has nothing for.
    pub fn new(word_of: impl Fn(&str) -> Option<Text>) -> Result<Self, Vec<&'static str>> {
        let mut words = Vec::with_capacity(UiWord::ALL.len());
        let mut missing = Vec::new();
        for (_, key) in UiWord::ALL {
            match word_of(key) {
                Some(word) => words.push(word),
                None => missing.push(*key),
            }
        }
        if missing.is_empty() { Ok(Self(words)) } else { Err(missing) }
    }

    /// A label with its places filled: `{name}` and the like.
    #[must_use]
    pub fn fill(&self, word: UiWord, values: &[(&str, &str)]) -> String {
        let mut filled = String::new();
        let mut rest = &*self[word];
        while let Some(start) = rest.find('{') {
            filled.push_str(&rest[..start]);
            rest = &rest[start..];
            let end = rest.find('}').map_or(rest.len(), |end| end + 1);
            let (place, after) = rest.split_at(end);
            let value = values.iter().find(|(name, _)| *name == place);
            filled.push_str(value.map_or(place, |(_, value)| value));
            rest = after;
        }
        filled.push_str(rest);
        filled
    }
}

impl Index<UiWord> for UiWords {
    type Output = Text;

    fn index(&self, word: UiWord) -> &Text {
        &self.0[word as usize]
    }
}
