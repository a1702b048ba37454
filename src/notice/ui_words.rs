//! The words of the interface: every label that is Sudare's and not the owner's.
//!
//! They come from `locales/<lang>.toml`. On the wire they are a plain list, in the order of
//! [`UiWord`] and then of [`UiCount`], so that the widget carries no key names. A counted word is
//! six texts, one a [`PluralCategory`]; empty where the language has no such category.

use std::ops::Index;

use serde::{Deserialize, Serialize};

use super::Text;

macro_rules! ui_words {
    ($(#[$about:meta])* $list:ident: $($(#[$doc:meta])* $word:ident = $key:literal,)*) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $list {
            $($(#[$doc])* $word,)*
        }

        impl $list {
            /// Every one with its key in the locale files, in wire order.
            pub const ALL: &[($list, &str)] = &[$(($list::$word, $key),)*];
        }
    };
}

ui_words! {
    /// A label of the interface.
    UiWord:
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
    /// The button that opens the search, and its heading.
    Search = "search",
    /// The label of the search box.
    SearchLabel = "search-label",
    /// The status line when nothing was found.
    NoMatches = "no-matches",
    /// The button that goes to the next match.
    NextMatch = "next-match",
    /// The button that goes to the match before.
    PreviousMatch = "previous-match",
    /// The button that empties the search box.
    ClearSearch = "clear-search",
    /// The button that prints the notice.
    Print = "print",
    /// The label of the box that filters the companies.
    FilterCompanies = "filter-companies",
    /// The status line when the filter leaves none.
    NoCompanies = "no-companies",
    /// The box that ticks a company off: `{name}`.
    TickOff = "tick-off",
    /// What ticking off does, and what it does not.
    TickNote = "tick-note",
    /// The state of a purpose some of whose services may run: `{name}`.
    StateSome = "state-some",
    /// The mark on what was reworded since the visitor chose.
    ChangedSince = "changed-since",
    /// The mark on what was added since then.
    AddedSince = "added-since",
    /// The mark on what was removed since then.
    RemovedSince = "removed-since",
    /// The heading of what has changed since then: `{date}`.
    SinceYourChoice = "since-your-choice",
    /// That nothing has.
    NothingChanged = "nothing-changed",
    /// The name of words that were removed.
    WordsRemoved = "words-removed",
    /// The name of words that were added.
    WordsAdded = "words-added",
    /// Why the first layer asks again: `{titles}` of articles.
    AsksAgain = "asks-again",
    /// The way from there to the changes.
    WhatChanged = "what-changed",
    /// The name of the table of purposes and data.
    DataByPurpose = "data-by-purpose",
    /// The heading of its data.
    Data = "data",
    /// In that table: these data serve this purpose.
    Used = "used",
    /// In that table: they do not.
    NotUsed = "not-used",
    /// The control that opts out of sale and sharing.
    DoNotSell = "do-not-sell",
    /// That this is done.
    DoNotSellDone = "do-not-sell-done",
    /// The record: where the choice was made.
    GivenFirstLayer = "given-first-layer",
    /// The record: likewise.
    GivenNotice = "given-notice",
    /// The record: likewise.
    GivenApi = "given-api",
    /// The record: likewise.
    GivenGpc = "given-gpc",
    /// The record: it was made with another tool, before.
    GivenImport = "given-import",
    /// The heading of the choices in the record.
    RecordChoices = "record-choices",
    /// The heading of those before them.
    RecordHistory = "record-history",
    /// When the notice last changed: `{date}`.
    LastChanged = "last-changed",
    /// That nobody says when a link was last checked.
    LinkUnchecked = "link-unchecked",
    /// On the static page, for a visitor whom boot brought here: why it is not the dialog.
    AsPage = "as-page",
}

ui_words! {
    /// A label of the interface that depends on a number.
    UiCount:
    /// How many matches a search has: `{count}`.
    Matches = "matches",
    /// In how many articles, after that: `{count}`.
    MatchesArticles = "matches-articles",
    /// How many companies the filter leaves: `{count}`.
    CompaniesShown = "companies-shown",
    /// How many are ticked off: `{done}` of `{count}`, by whose number it is counted.
    TickProgress = "tick-progress",
    /// How many articles have changed: `{count}`.
    ArticlesChanged = "articles-changed",
}

/// The grammatical classes of numbers that languages have, as CLDR names them; a language needs
/// some of them, and `other` always.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PluralCategory {
    /// As Arabic has for 0.
    Zero,
    /// As English has for 1.
    One,
    /// As Arabic has for 2.
    Two,
    /// As Polish has for 2 to 4.
    Few,
    /// As Polish has for 5 and more.
    Many,
    /// Every other number.
    Other,
}

impl PluralCategory {
    /// Every category with CLDR's name for it, in wire order.
    pub const ALL: [(Self, &str); 6] = [
        (Self::Zero, "zero"),
        (Self::One, "one"),
        (Self::Two, "two"),
        (Self::Few, "few"),
        (Self::Many, "many"),
        (Self::Other, "other"),
    ];

    /// The category of that name; `other` for a name that CLDR does not have.
    #[must_use]
    pub fn named(name: &str) -> Self {
        let found = Self::ALL.iter().find(|(_, known)| *known == name);
        found.map_or(Self::Other, |(category, _)| *category)
    }
}

/// The words of the interface in one language.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct UiWords(Vec<Text>);

impl UiWords {
    /// The words as they travel: in the order of [`UiWord`], then of [`UiCount`].
    pub(super) fn from_wire(words: Vec<Text>) -> Self {
        Self(words)
    }

    /// The words in the order in which they travel: `build.rs` leaves them like that.
    #[cfg(feature = "cli")]
    #[must_use]
    pub fn in_wire_order(&self) -> &[Text] {
        &self.0
    }

    /// The words as a locale file gives them, by key; a counted word's text by its key and its
    /// category, `matches.one`. Of the categories only `other` must be there: which ones a language
    /// has is more than is known here.
    ///
    /// # Errors
    /// The keys that `word_of` has nothing for.
    pub fn new(word_of: impl Fn(&str) -> Option<Text>) -> Result<Self, Vec<String>> {
        let mut words = Vec::with_capacity(UiWord::ALL.len() + UiCount::ALL.len() * 6);
        let mut missing = Vec::new();
        for (_, key) in UiWord::ALL {
            words.push(word_of(key).unwrap_or_else(|| {
                missing.push((*key).to_owned());
                Text::default()
            }));
        }
        for (_, key) in UiCount::ALL {
            for (category, name) in PluralCategory::ALL {
                let key = [key, ".", name].concat();
                words.push(word_of(&key).unwrap_or_else(|| {
                    if category == PluralCategory::Other {
                        missing.push(key);
                    }
                    Text::default()
                }));
            }
        }
        if missing.is_empty() { Ok(Self(words)) } else { Err(missing) }
    }

    /// A label with its places filled: `{name}` and the like.
    #[must_use]
    pub fn fill(&self, word: UiWord, values: &[(&str, &str)]) -> String {
        filled(&self[word], values)
    }

    /// A counted label in a number's category, with its places filled. The number itself is one of
    /// them, written as the language writes it.
    #[must_use]
    pub fn fill_count(
        &self,
        count: UiCount,
        category: PluralCategory,
        values: &[(&str, &str)],
    ) -> String {
        filled(self.counted(count, category), values)
    }

    /// A counted label in a category; in `other` where the language has no such category.
    #[must_use]
    pub fn counted(&self, count: UiCount, category: PluralCategory) -> &str {
        let of = |category: PluralCategory| {
            let place =
                UiWord::ALL.len() + count as usize * PluralCategory::ALL.len() + category as usize;
            self.0.get(place).map_or("", |text| &**text)
        };
        match of(category) {
            "" => of(PluralCategory::Other),
            text => text,
        }
    }
}

/// A text with its places filled.
pub(super) fn filled(label: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    let mut rest = label;
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

impl Index<UiWord> for UiWords {
    type Output = Text;

    fn index(&self, word: UiWord) -> &Text {
        &self.0[word as usize]
    }
}
