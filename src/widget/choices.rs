//! *Your choices*: every purpose with its switch, why it stands so, and who is behind it.

use std::rc::Rc;

use yew::Html;

use super::Action;
use super::card::read;
use super::context::View;
use super::data_table::data_table;
use super::directory;
use super::sale::sale;
use super::service::services;
use super::slot::{Stamp, slot};
use super::switch::purpose_switch;
use super::tag::{Child, on_click, tag};
use crate::consent::Why;
use crate::notice::{Purpose, Text, UiWord};

/// Every purpose with its switch, and two equal buttons for all of them.
pub(super) fn choices(view: View) -> Option<Html> {
    let notice = view.notice();
    if notice.purposes.is_empty() {
        return None;
    }
    // On the static page every line is there, and its script says which one holds.
    let said = |word: UiWord, holds: bool, name: &'static str| {
        (holds || !view.live()).then(|| {
            let name = view.waiting().map(|_| name);
            tag!(
                "p",
                [
                    "class" = "said",
                    "hidden" = view.waiting().filter(|_| !holds),
                    "data-said" = name
                ],
                view.word(word),
            )
        })
    };
    let signal = view.state.snapshot.as_ref().is_some_and(|now| now.gpc);
    let all = tag!(
        "div",
        ["class" = "pair", "hidden" = view.waiting(), "data-live" = view.waiting()],
        all(view, UiWord::RefuseAll, "refuse-all", false),
        all(view, UiWord::AcceptAll, "accept-all", true),
    );
    let purposes = notice.purposes.iter().enumerate();
    let purposes: Vec<Html> = purposes.map(|(place, part)| purpose(view, place, part)).collect();
    let inside = vec![
        sale(view).child(),
        said(UiWord::GpcHonoured, signal, "gpc").child(),
        said(UiWord::OnlyThisPage, view.state.only_this_page(), "memory").child(),
        (!view.live()).then(|| said(UiWord::PageChoices, true, "still")).child(),
        all,
        directory::head(view).child(),
        tag!("ul", ["class" = "purposes", "role" = "list"], purposes),
        data_table(view).child(),
    ];
    Some(view.part("choices", UiWord::YourChoices, inside))
}

/// A button that says the same to every purpose that can be refused.
fn all(view: View, word: UiWord, action: &'static str, yes: bool) -> Html {
    let optional = view.notice().purposes.iter().filter(|purpose| !purpose.required);
    let said: Rc<[(Text, bool)]> = optional.map(|purpose| (purpose.id.clone(), yes)).collect();
    let button = tag!(
        "button",
        ["type" = "button", "part" = "answer", "data-consent-action" = action],
        view.word(word),
    );
    on_click(button, view.act(Action::Choose(said, view.layer)))
}

fn purpose(view: View, place: usize, purpose: &Purpose) -> Html {
    let notice = view.notice();
    let explained = notice.articles.iter().find(|article| article.id == purpose.article);
    let its = notice.services.iter().enumerate().filter(|(_, its)| its.purpose == purpose.id);
    let its: Vec<usize> = its.map(|(at, _)| at).collect();
    // Where the visitor looks for a company, only purposes that have it.
    let directory = &view.state.directory;
    let hidden = directory.narrows() && !its.iter().any(|at| directory.matches(*at));
    tag!(
        "li",
        ["class" = "purpose", "hidden" = hidden.then_some("")],
        tag!("h3", &purpose.name),
        tag!("p", &purpose.text),
        purpose_switch(view, "choice-", place, purpose),
        why(view, purpose),
        explained.map(|article| {
            tag!("p", ["class" = "more"], read(view, article, UiWord::ExplainedIn))
        }),
        (!its.is_empty()).then(|| companies(view, place, &its)),
    )
}

/// On what ground a purpose stands as it does.
fn why(view: View, purpose: &Purpose) -> Option<Html> {
    if !view.live() && !purpose.required {
        return Some(tag!("p", ["class" = "why", "hidden" = "", "data-why" = &purpose.id]));
    }
    let why = match &view.state.snapshot {
        Some(now) => now.why.get(&purpose.id),
        None => purpose.required.then_some(Why::Required),
    };
    let word = match why? {
        Why::Required => UiWord::WhyRequired,
        Why::Granted | Why::Denied => UiWord::WhyChoice,
        Why::Default => UiWord::WhyDefault,
        Why::Gpc => UiWord::WhyGpc,
    };
    Some(tag!("p", ["class" = "why"], view.word(word)))
}

/// The companies behind a purpose, rolled up where they can be rolled down, and rolled down for one that
/// the visitor looks for, before it comes into sight.
fn companies(view: View, place: usize, its: &[usize]) -> Html {
    let count = view.number(its.len());
    let name = view.notice().ui.fill(UiWord::Companies, &[("{count}", &count)]);
    let narrows = view.state.directory.narrows();
    let stamp = Stamp::NONE.and(view.state.turn).and(view.state.directory.turn());
    let inside = slot(view, services, place, stamp, narrows);
    let open = its.iter().any(|at| view.state.directory.opens(*at)).then_some("");
    tag!("details", ["open" = open], tag!("summary", name), inside)
}
