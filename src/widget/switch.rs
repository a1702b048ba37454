//! The switch: one look and one behaviour, wherever it stands.

use std::rc::Rc;

use yew::Html;

use super::Action;
use super::context::{View, dom_id};
use super::slot::Stamp;
use super::standing::Standing;
use super::tag::{Child, on_click, tag};
use crate::notice::{Article, Purpose, Service, Text, UiWord};

/// What a switch is for.
struct Switch<'a> {
    /// Keeps the ids of the copies apart.
    place: &'a str,
    id: &'a Text,
    name: &'a Text,
    on: bool,
    state: String,
    /// Why it cannot be turned now.
    reason: Option<String>,
}

fn switch(view: View, its: Switch) -> Html {
    let label = dom_id(its.place, its.id);
    let state = dom_id(&[its.place, "state-"].concat(), its.id);
    let mut button = tag!(
        "button",
        [
            "type" = "button",
            "role" = "switch",
            "part" = "switch",
            "aria-checked" = its.on,
            "aria-disabled" = its.reason.as_ref().map(|_| true),
            "aria-labelledby" = label.clone(),
            "aria-describedby" = state.clone(),
            "data-consent-toggle" = its.id,
        ]
    );
    if its.reason.is_none() {
        let said = Rc::from([(its.id.clone(), !its.on)]);
        button = on_click(button, view.act(Action::Choose(said, view.layer)));
    }
    tag!(
        "div",
        [
            "class" = "switch",
            "data-ui" = "",
            "hidden" = view.waiting(),
            "data-live" = view.waiting(),
        ],
        tag!("span", ["class" = "unseen", "id" = label], its.name),
        button,
        tag!(
            "span",
            ["class" = "state", "id" = state],
            its.state,
            its.reason.map(|reason| tag!("small", reason)),
        ),
    )
}

/// The switch of the purpose at that place; in words only where it always runs.
pub(super) fn purpose_switch(view: View, at: &str, place: usize, purpose: &Purpose) -> Html {
    let standing = view.state.standing(place);
    let state = view.notice().ui.fill(standing.word(), &[("{name}", &purpose.name)]);
    if standing == Standing::Required {
        return tag!("p", ["class" = "state", "data-ui" = ""], state);
    }
    let on = standing != Standing::Blocked;
    let (id, name) = (&purpose.id, &purpose.name);
    switch(view, Switch { place: at, id, name, on, state, reason: None })
}

/// The switch of the service at that place, which its purpose must allow first.
pub(super) fn service_switch(view: View, place: usize, service: &Service, purpose: usize) -> Html {
    let ui = &view.notice().ui;
    let on = view.state.service_allowed(place);
    let word = if on { UiWord::StateAllowed } else { UiWord::StateBlocked };
    let (id, name) = (&service.id, &service.name);
    let state = ui.fill(word, &[("{name}", name)]);
    let blocked = view.live() && view.state.standing(purpose) == Standing::Blocked;
    let purpose = view.notice().purposes.get(purpose).filter(|_| blocked);
    let reason = purpose.map(|purpose| ui.fill(UiWord::NeedsPurpose, &[("{name}", &purpose.name)]));
    switch(view, Switch { place: "service-", id, name, on, state, reason })
}

/// The switches that belong to an article: those of the purposes that it explains.
pub(super) fn article_switches(view: View, at: &str, article: &Article) -> Html {
    let mut switches = Vec::new();
    for (place, purpose) in explained_by(view, article) {
        switches.push(purpose_switch(view, at, place, purpose));
    }
    switches.child()
}

/// What the switches of the article at that place depend on.
pub(super) fn article_stamp(view: View, place: usize) -> Stamp {
    let article = view.notice().articles.get(place);
    article
        .into_iter()
        .flat_map(|article| explained_by(view, article))
        .fold(Stamp::NONE, |stamp, (place, _)| stamp.and(view.state.standing(place) as u32))
}

fn explained_by<'a>(
    view: View<'a>,
    article: &'a Article,
) -> impl Iterator<Item = (usize, &'a Purpose)> {
    let purposes = view.notice().purposes.iter().enumerate();
    purposes.filter(|(_, purpose)| purpose.article == article.id)
}
