//! The companies' directory: the list that narrows as the visitor types, and the list of those
//! that they have opted out of, company by company.

use yew::Html;

use super::context::View;
use super::search::{Letters, fold, holds};
use super::tag::{Child, tag};
use crate::notice::{Notice, Service, Text, UiCount, UiWord};

/// A list as long as this can be taken in at a glance.
const FEW: usize = 3;

/// What the directory remembers.
#[derive(Clone, Debug, Default)]
pub struct Directory {
    /// Service by service: does it match what is typed? Empty where nothing is.
    matches: Vec<bool>,
    /// How many do.
    left: usize,
    /// Those before this place that match are in sight.
    unfolded: usize,
    /// Of those before this place that match, the purposes are unrolled.
    unrolled: usize,
    /// The ids of those that are ticked off.
    ticked: Vec<Text>,
    /// Service by service: is it ticked off?
    ticks: Vec<bool>,
    /// How often anything here has changed.
    turn: u32,
}

impl Directory {
    /// Whether the service at that place is to be seen.
    pub(super) fn shows(&self, place: usize) -> bool {
        !self.narrows() || self.found(place)
    }

    /// Whether the visitor looks for the service at that place.
    pub(super) fn matches(&self, place: usize) -> bool {
        self.matches.get(place).copied().unwrap_or_default()
    }

    /// Whether they do, and it is in sight.
    pub(super) fn found(&self, place: usize) -> bool {
        place < self.unfolded && self.matches(place)
    }

    /// Whether they do, and the list that it stands in is open.
    pub(super) fn opens(&self, place: usize) -> bool {
        place < self.unrolled && self.matches(place)
    }

    /// Whether none is in sight yet that could be.
    pub(super) fn begins(&self) -> bool {
        self.left > 0 && !self.matches.iter().take(self.unfolded).any(|matches| *matches)
    }

    /// Opens the list of the next one that matches, or brings it into sight where that is open: a step
    /// between two paintings, so that a letter which is in every name keeps nobody waiting.
    pub(super) fn unfold(&mut self, notice: &Notice) {
        let next = |from: usize| (from..self.matches.len()).find(|place| self.matches(*place));
        let Some(place) = next(self.unfolded) else { return };
        let purpose = |place: usize| notice.services.get(place).map(|its| &its.purpose);
        if (0..place + 1).any(|at| self.opens(at) && purpose(at) == purpose(place)) {
            self.unfolded = next(place + 1).unwrap_or(self.matches.len());
        }
        self.unrolled = self.unrolled.max(place + 1);
        self.turn += 1;
    }

    /// Whether all that match are in sight.
    pub(super) fn is_unfolded(&self) -> bool {
        self.unfolded >= self.matches.len()
    }

    /// Changes whenever anything here does.
    pub(super) fn turn(&self) -> u32 {
        self.turn
    }

    /// Whether the visitor filters.
    pub(super) fn narrows(&self) -> bool {
        !self.matches.is_empty()
    }

    /// Whether the service at that place is ticked off.
    pub(super) fn is_ticked(&self, place: usize) -> bool {
        self.ticks.get(place).copied().unwrap_or_default()
    }

    /// The ids of the services that are ticked off.
    #[must_use]
    pub fn ticked(&self) -> &[Text] {
        &self.ticked
    }

    /// The ids as they are kept in the visitor's browser; those that this notice has.
    pub(super) fn take_ticks(&mut self, notice: &Notice, mut ticked: Vec<Text>) {
        ticked.retain(|id| notice.services.iter().any(|service| service.id == *id));
        self.ticked = ticked;
        self.turn += 1;
        self.ticks = notice.services.iter().map(|its| self.ticked.contains(&its.id)).collect();
    }

    /// Ticks the service at that place off, or takes the tick away.
    pub(super) fn tick(&mut self, notice: &Notice, place: usize) {
        let Some(service) = notice.services.get(place) else { return };
        let mut ticked = std::mem::take(&mut self.ticked);
        match ticked.iter().position(|id| *id == service.id) {
            Some(there) => {
                ticked.remove(there);
            }
            None => ticked.push(service.id.clone()),
        }
        self.take_ticks(notice, ticked);
    }

    /// Leaves what holds these words, in name, recipient or cookies.
    pub(super) fn narrow(&mut self, notice: &Notice, words: &str, letters: &mut Letters) {
        let wanted = fold(words, letters);
        let before = std::mem::take(&mut self.matches);
        self.left = 0;
        self.turn += 1;
        if wanted.is_empty() {
            self.unfolded = 0;
            return;
        }
        let matches = |service: &Service| {
            let mut words = String::from(&*service.name);
            let cookies = service.cookies.iter().map(|cookie| &cookie.name);
            for part in service.recipient.iter().chain(cookies) {
                words.push('\n');
                words.push_str(part);
            }
            holds(&fold(&words, letters), &wanted)
        };
        self.matches = notice.services.iter().map(matches).collect();
        self.left = self.matches.iter().filter(|matches| **matches).count();
        // What is in sight and still looked for stays there, as far as nothing new stands between.
        let new = |place: &usize| self.matches(*place) && before.get(*place) != Some(&true);
        self.unfolded = (0..self.unfolded).find(new).unwrap_or(self.unfolded);
        self.unrolled = self.unfolded;
    }
}

/// The head of the list: where to type, what is left, and how far the visitor has come.
pub(super) fn head(view: View) -> Option<Html> {
    let services = &view.notice().services;
    let there = |service: &&Service| !service.opt_out.is_empty();
    let total = services.iter().filter(there).count();
    if !view.live() || (services.len() <= FEW && total == 0) {
        return None;
    }
    let directory = &view.state.directory;
    let left = || {
        if directory.left == 0 {
            view.word(UiWord::NoCompanies).child()
        } else {
            view.count(UiCount::CompaniesShown, directory.left, &[]).child()
        }
    };
    let box_ = || {
        tag!(
            "div",
            ["class" = "search"],
            tag!("label", ["for" = "sudare-filter"], view.word(UiWord::FilterCompanies)),
            tag!("input", ["type" = "search", "id" = "sudare-filter", "autocomplete" = "off"]),
            tag!("p", ["class" = "found", "role" = "status"], directory.narrows().then(left),),
        )
    };
    let done = || {
        let done = services.iter().enumerate();
        let done = done.filter(|(place, its)| there(its) && directory.is_ticked(*place)).count();
        let done = view.number(done);
        tag!(
            "p",
            ["class" = "why"],
            view.count(UiCount::TickProgress, total, &[("{done}", &done)]),
            " ",
            tag!("small", view.word(UiWord::TickNote)),
        )
    };
    Some(tag!(
        "div",
        ["class" = "directory"],
        (services.len() > FEW).then(box_),
        (total > 0).then(done),
    ))
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;

    #[test]
    fn a_letter_that_is_in_every_name_opens_lists_and_brings_companies_into_sight_one_at_a_time() {
        let json = include_str!("../../tests/fixtures/harbour.json");
        let mut notice: serde_json::Value = serde_json::from_str(json).unwrap();
        notice["ui"] = Vec::<u8>::new().into();
        let mut notice: Notice = serde_json::from_value(notice).unwrap();
        let company = notice.services[0].clone();
        let named = |n| Service { name: format!("Company {n}").as_str().into(), ..company.clone() };
        notice.services = (0..20).map(named).collect();
        notice.services[1].purpose = "another".into();
        let mut letters = Letters::new(Rc::new(str::to_lowercase));
        let mut directory = Directory::default();
        let in_sight = |directory: &Directory| (0..20).filter(|at| directory.shows(*at)).count();

        directory.narrow(&notice, "c", &mut letters);
        assert!(directory.begins() && directory.left == 20, "the count does not wait");
        let mut turns = vec![in_sight(&directory)];
        while !directory.is_unfolded() {
            directory.unfold(&notice);
            turns.push(in_sight(&directory));
        }
        let lists_open_first = [0, 0, 1, 1].into_iter().chain(2..=20).collect::<Vec<_>>();
        assert_eq!((turns, directory.left), (lists_open_first, 20));

        directory.narrow(&notice, "company 17", &mut letters);
        assert!(directory.is_unfolded() && directory.shows(17), "what is in sight stays there");

        directory.narrow(&notice, "company", &mut letters);
        assert!(directory.begins() && in_sight(&directory) == 0, "nor do all come at once");
        directory.narrow(&notice, "company 17", &mut letters);
        directory.unfold(&notice);
        assert!(directory.opens(17) && directory.begins(), "its list first");
        directory.unfold(&notice);
        assert!(directory.is_unfolded(), "what does not match keeps nobody waiting");
        assert_eq!((in_sight(&directory), directory.shows(17)), (1, true));

        directory.narrow(&notice, "", &mut letters);
        assert!(directory.is_unfolded());
        assert_eq!(in_sight(&directory), 20, "nobody looks for anything: all are there");
    }
}
