//! What the view remembers, apart from how it looks.

use std::rc::Rc;

use super::action::Action;
use super::below::Below;
use super::directory::Directory;
use super::leaf::AT_ONCE;
use super::search::Search;
use super::standing::{Standing, Standings};
use crate::consent::{Persistence, Snapshot};
use crate::notice::{How, Notice, PurposeKind, Since, Text, UiWord};

/// How many articles of the first screens are opened between two paintings.
const ROLLED: usize = 2;

/// Where the notice is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// In a modal dialog on a host page, with switches.
    Dialog,
    /// As a page of its own, without a script: everything open, nothing to press.
    Page,
}

/// What the view remembers.
#[derive(Clone, Debug)]
pub struct State {
    /// The notice, in the language that is shown.
    pub notice: Rc<Notice>,
    /// What holds now, in the page's own words; nothing on the static page.
    pub snapshot: Option<Rc<Snapshot>>,
    /// The text that the visitor had chosen on when the notice was put up, if they had.
    pub chosen: Option<Rc<Chosen>>,
    /// The last thing worth saying aloud.
    pub status: Text,
    /// The companies' directory.
    pub directory: Directory,
    /// What the search has found.
    pub search: Search,
    /// How often what holds has changed.
    pub(super) turn: u32,
    /// How often anything else has happened that cards and articles could show.
    pub(super) moved: u32,
    below: Below,
    standings: Standings,
    /// Article by article: is it open?
    open: Vec<bool>,
    /// The article, or its card, that the visitor waits for.
    wanted: Option<usize>,
    /// All articles are being opened (or closed), and that many have been.
    rolling: Option<(bool, usize)>,
    /// The articles whose changed words are shown.
    unrolled: Vec<Text>,
    /// The id of the element that the next painting has to reveal.
    reveal: Option<String>,
    /// Whether the next painting has to show the match that the visitor is at.
    stepped: bool,
}

/// The text that a choice was made on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// Its revision.
    pub revision: Text,
    /// Its hash.
    pub text: Text,
    /// When, ISO 8601 in UTC.
    pub at: Text,
}

impl State {
    /// A notice with every article closed.
    #[must_use]
    pub fn new(notice: Rc<Notice>, snapshot: Option<Rc<Snapshot>>) -> Self {
        Self {
            standings: Standings::of(&notice, snapshot.as_deref()),
            open: vec![false; notice.articles.len()],
            notice,
            snapshot,
            chosen: None,
            status: "".into(),
            directory: Directory::default(),
            search: Search::default(),
            turn: 0,
            moved: 0,
            below: Below::There,
            wanted: None,
            rolling: None,
            unrolled: Vec::new(),
            reveal: None,
            stepped: false,
        }
    }

    /// What has changed since the visitor chose, where that is known.
    #[must_use]
    pub fn since(&self) -> Option<&Since> {
        let chosen = self.chosen.as_ref()?;
        self.notice.since(&chosen.revision, &chosen.text)
    }

    /// What happened to an article since then.
    #[must_use]
    pub fn altered(&self, id: &str) -> Option<How> {
        let altered = self.since()?.articles.iter().find(|altered| &*altered.id == id);
        altered.map(|altered| altered.how)
    }

    /// Whether the words by which the article of that id has changed are shown.
    #[must_use]
    pub fn is_unrolled(&self, id: &Text) -> bool {
        self.unrolled.contains(id)
    }

    /// Whether the article of that place is open.
    #[must_use]
    pub fn is_open(&self, place: usize) -> bool {
        self.open.get(place).copied().unwrap_or_default()
    }

    /// The article, or its card, that the visitor waits for.
    pub(super) fn wanted(&self) -> Option<usize> {
        self.wanted
    }

    /// Leaves out, until [`Action::Rest`] or until somebody is led there, what is below the first screen.
    pub fn begin_at_the_top(&mut self) {
        self.below = Below::LeftOut;
    }

    /// Whether what is below the first screen is there, or comes.
    pub(super) fn is_whole(&self) -> bool {
        self.below != Below::LeftOut
    }

    /// Whether it comes as there is time, and not at once.
    pub(super) fn in_turns(&self) -> bool {
        self.below == Below::InTurns
    }

    /// The id of the element to reveal now, once.
    pub fn take_reveal(&mut self) -> Option<String> {
        self.reveal.take()
    }

    /// Whether there is a match to show now, once.
    pub(super) fn take_step(&mut self) -> bool {
        std::mem::take(&mut self.stepped)
    }

    /// The state after something happened; whether there is anything new to paint.
    pub fn reduce(&mut self, action: &Action) -> bool {
        if !matches!(action, Action::GoOn | Action::Unfold) {
            self.moved += 1;
        }
        match action {
            Action::Chosen(said, snapshot) => {
                self.hold(snapshot);
                self.status = self.recorded(said).into();
            }
            Action::Forgotten(snapshot) => {
                self.hold(snapshot);
                self.chosen = None;
                self.directory.take_ticks(&self.notice, Vec::new());
                self.status = self.notice.ui[UiWord::Forgotten].clone();
            }
            Action::Refreshed(snapshot) => self.hold(snapshot),
            Action::Translated(notice) => self.translate(notice),
            Action::LoadFailed => self.status = self.notice.ui[UiWord::LoadFailed].clone(),
            Action::Toggle(place) => match self.open.get_mut(*place) {
                Some(open) => {
                    *open = !*open;
                    self.search.leave_alone(*place);
                    self.wanted = Some(*place);
                }
                None => return false,
            },
            Action::Unroll(id) => match self.unrolled.iter().position(|known| known == id) {
                Some(place) => drop(self.unrolled.remove(place)),
                None => self.unrolled.push(id.clone()),
            },
            Action::OpenAll(open) => {
                self.rolling = Some((*open, 0));
                self.roll();
            }
            Action::Found(id) => return self.open_holder(id),
            Action::Rest => {
                let comes = self.below == Below::LeftOut;
                if comes {
                    self.below = Below::InTurns;
                }
                return comes;
            }
            Action::Show(place) => {
                let (before, below) = (self.wanted.take(), self.below);
                self.reveal = Some(self.place(place));
                if self.wanted.is_none() {
                    self.wanted = before;
                    return self.below != below;
                }
            }
            Action::Matched(counts, step) => {
                self.search.take(counts.clone());
                self.below = Below::There;
                // The first few at once: in most notices that is all of them, in one painting.
                self.search.unroll(&mut self.open);
                if let Some(back) = step {
                    self.step(*back);
                }
            }
            Action::OpenFound => self.search.unroll(&mut self.open),
            Action::Step(back) => self.step(*back),
            Action::Unfold => self.directory.unfold(&self.notice),
            Action::GoOn => {
                self.directory.unfold(&self.notice);
                self.roll();
            }
            Action::Tick(place) => self.directory.tick(&self.notice, *place),
            Action::Choose(..)
            | Action::Forget
            | Action::Download
            | Action::Language(_)
            | Action::Search(_)
            | Action::Work
            | Action::Clear
            | Action::Filter(_)
            | Action::Print
            | Action::Close => return false,
        }
        true
    }

    /// From now on this holds.
    fn hold(&mut self, snapshot: &Rc<Snapshot>) {
        self.standings = Standings::of(&self.notice, Some(snapshot));
        self.snapshot = Some(snapshot.clone());
        self.turn += 1;
    }

    /// Whether something that takes several paintings is under way: companies that come into sight,
    /// articles that open.
    #[must_use]
    pub fn goes_on(&self) -> bool {
        !self.directory.is_unfolded() || self.rolling.is_some()
    }

    /// Opens (or closes) the next articles: of the first screens, which are laid out at once, a few;
    /// then all the others.
    fn roll(&mut self) {
        let Some((open, from)) = self.rolling.take() else { return };
        self.moved += 1;
        let to = if open && from < AT_ONCE { from + ROLLED } else { self.open.len() };
        let to = to.min(self.open.len());
        self.open[from..to].fill(open);
        self.rolling = (to < self.open.len()).then_some((open, to));
    }

    fn step(&mut self, back: bool) {
        self.search.step(back);
        self.stepped = true;
        self.below = Below::There;
        let at = self.search.place().and_then(|(place, _)| place.checked_sub(1));
        if let Some(article) = at {
            self.wanted = at;
            // Its turn to be opened may be still to come, or the visitor has closed it since.
            if let Some(open) = self.open.get_mut(article)
                && !std::mem::replace(open, true)
            {
                self.search.opened_on_the_way(article);
            }
        }
    }

    /// Opens the article of that id, or the one with the section of that id.
    fn open_holder(&mut self, id: &str) -> bool {
        let Some(holder) = self.notice.article_holding(id) else { return false };
        let place = self.notice.articles.iter().position(|article| article.id == holder.id);
        self.wanted = place;
        if let Some(open) = place.and_then(|place| self.open.get_mut(place)) {
            *open = true;
        }
        true
    }

    /// The id of the element that a deep link means; what is on the way is drawn and opened.
    fn place(&mut self, wanted: &str) -> String {
        let below = std::mem::replace(&mut self.below, Below::There);
        if wanted == "choices" || wanted == "what-changed" {
            let part = if wanted == "choices" { wanted } else { "changes" };
            return ["sudare-", part].concat();
        }
        if self.open_holder(wanted) {
            let is_article = self.notice.articles.iter().any(|article| &*article.id == wanted);
            return if is_article { ["sudare-head-", wanted].concat() } else { wanted.into() };
        }
        self.below = below;
        let card = wanted.strip_prefix("card-").and_then(|id| {
            let mut articles = self.notice.articles.iter();
            articles.position(|article| &*article.id == id && article.card.is_some())
        });
        if card.is_none() {
            return "sudare-title".into();
        }
        self.wanted = card;
        ["sudare-", wanted].concat()
    }

    /// Another language of the same notice: what was open stays open.
    fn translate(&mut self, notice: &Rc<Notice>) {
        let open = |id: &Text| {
            let before = self.notice.articles.iter().position(|article| article.id == *id);
            before.is_some_and(|place| self.is_open(place))
        };
        self.open = notice.articles.iter().map(|article| open(&article.id)).collect();
        self.status = "".into();
        self.standings = Standings::of(notice, self.snapshot.as_deref());
        self.directory.take_ticks(notice, self.directory.ticked().to_vec());
        self.search = Search::default();
        self.rolling = None;
        self.notice = notice.clone();
    }

    /// The sentence about a choice that was just made: what holds now, not what was asked.
    fn recorded(&self, said: &[(Text, bool)]) -> String {
        let ui = &self.notice.ui;
        let of_sale = |id: &str| {
            self.notice.purpose(id).is_some_and(|purpose| purpose.kind == PurposeKind::Sale)
        };
        let mut words = if said.iter().all(|(id, yes)| !yes && of_sale(id)) {
            String::from(&*ui[UiWord::DoNotSellDone])
        } else {
            let mut states = String::new();
            for (id, _) in said {
                if !states.is_empty() {
                    states.push_str(" · ");
                }
                states.push_str(&self.in_words(id));
            }
            ui.fill(UiWord::Recorded, &[("{state}", &states)])
        };
        if self.only_this_page() {
            words.push(' ');
            words.push_str(&ui[UiWord::OnlyThisPage]);
        }
        words
    }

    /// Whether a choice would be lost with the page.
    #[must_use]
    pub fn only_this_page(&self) -> bool {
        self.snapshot.as_ref().is_some_and(|now| now.persistence == Persistence::Memory)
    }

    /// How the purpose of that place stands.
    pub(super) fn standing(&self, purpose: usize) -> Standing {
        self.standings.purposes.get(purpose).copied().unwrap_or(Standing::Blocked)
    }

    /// Whether the service of that place may run now.
    pub(super) fn service_allowed(&self, service: usize) -> bool {
        self.standings.services.get(service).copied().unwrap_or_default()
    }

    /// The name of the purpose or service of that id.
    pub(super) fn name(&self, id: &str) -> Option<&Text> {
        let purpose = self.notice.purpose(id).map(|purpose| &purpose.name);
        let service = || self.notice.services.iter().find(|service| &*service.id == id);
        purpose.or_else(|| service().map(|service| &service.name))
    }

    /// How the purpose or service of that id stands: "Targeted ads: blocked".
    #[must_use]
    pub fn in_words(&self, id: &str) -> String {
        let notice = &self.notice;
        let Some(name) = self.name(id) else { return String::new() };
        let purpose = notice.purposes.iter().position(|purpose| &*purpose.id == id);
        let service = || notice.services.iter().position(|service| &*service.id == id);
        let word = match (purpose, service()) {
            (Some(place), _) => self.standing(place).word(),
            (None, Some(place)) if self.service_allowed(place) => UiWord::StateAllowed,
            _ => UiWord::StateBlocked,
        };
        notice.ui.fill(word, &[("{name}", name)])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state() -> State {
        let words = crate::notice::UiWords::new(|key| Some(key.into()));
        let json = include_str!("../../tests/fixtures/harbour.json");
        let mut notice: serde_json::Value = serde_json::from_str(json).unwrap_or_default();
        notice["ui"] = serde_json::to_value(words.ok()).unwrap_or_default();
        match serde_json::from_value(notice) {
            Ok(notice) => State::new(Rc::new(notice), None),
            Err(error) => panic!("{error}"),
        }
    }

    fn revealed(place: &str) -> (Option<String>, Vec<bool>) {
        let mut state = state();
        state.reduce(&Action::Show(place.into()));
        (state.take_reveal(), state.open)
    }

    #[test]
    fn a_deep_link_opens_its_article_and_names_what_to_reveal() {
        let first = vec![true, false, false, false, false];
        assert_eq!(revealed("orders"), (Some("sudare-head-orders".into()), first.clone()));
        assert_eq!(revealed("returns"), (Some("returns".into()), first));
    }

    #[test]
    fn what_a_step_opens_before_its_turn_closes_with_the_search() {
        let mut notice = (*state().notice).clone();
        notice.articles = vec![notice.articles[0].clone(); 20];
        let mut state = State::new(Rc::new(notice), None);
        let unroll = |state: &mut State| {
            while !state.search.is_unrolled() {
                state.reduce(&Action::OpenFound);
            }
        };
        state.reduce(&Action::Matched(vec![1; 21], Some(true)));
        assert!(state.is_open(19) && !state.is_open(18));
        unroll(&mut state);
        state.reduce(&Action::Matched(Vec::new(), None));
        unroll(&mut state);
        assert_eq!(state.open, [false; 20]);
    }

    #[test]
    fn choices_and_cards_open_no_article() {
        let none = vec![false; 5];
        assert_eq!(revealed("choices"), (Some("sudare-choices".into()), none.clone()));
        assert_eq!(revealed("card-ads"), (Some("sudare-card-ads".into()), none));
    }

    #[test]
    fn a_place_that_is_not_there_is_the_top() {
        for place in ["", "nowhere", "card-", "card-rights", "card-returns"] {
            assert_eq!(revealed(place), (Some("sudare-title".into()), vec![false; 5]), "{place}");
        }
    }

    #[test]
    fn what_is_open_stays_open_in_another_language() {
        let mut state = state();
        state.reduce(&Action::Toggle(2));
        let mut other = (*state.notice).clone();
        other.articles.swap(0, 2);
        state.reduce(&Action::Translated(Rc::new(other)));
        assert_eq!(state.open, [true, false, false, false, false]);
    }

    #[test]
    fn only_what_opens_or_waits_for_an_article_is_painted_anew() {
        let anew = |place: &str| state().reduce(&Action::Show(place.into()));
        assert!(["orders", "returns", "card-ads"].into_iter().all(anew));
        assert!(!["", "nowhere", "choices", "what-changed"].into_iter().any(anew));
    }

    #[test]
    fn what_is_below_the_first_screen_waits_unless_somebody_is_led_there() {
        let there = |action: Action| {
            let mut state = state();
            state.begin_at_the_top();
            state.reduce(&action) && state.is_whole()
        };
        let led = |place: &str| there(Action::Show(place.into()));
        assert!(there(Action::Rest));
        assert!(there(Action::Step(false)));
        assert!(there(Action::Matched(vec![1], None)));
        assert!(["orders", "returns", "choices", "what-changed"].into_iter().all(led));
        assert!(!["", "nowhere", "card-ads"].into_iter().any(led));
    }

    #[test]
    fn what_comes_as_there_is_time_is_there_at_once_for_who_is_led_there() {
        let mut state = state();
        state.begin_at_the_top();
        assert!(!state.in_turns() && state.reduce(&Action::Rest) && state.in_turns());
        assert!(!state.reduce(&Action::Rest), "it comes already");
        assert!(!state.reduce(&Action::Show("nowhere".into())) && state.in_turns());
        assert!(state.reduce(&Action::Show("choices".into())) && !state.in_turns());
    }

    #[test]
    fn a_reveal_is_given_once() {
        let mut state = state();
        state.reduce(&Action::Show("".into()));
        assert!(state.take_reveal().is_some());
        assert!(state.take_reveal().is_none());
    }
}
