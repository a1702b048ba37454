//! The switch: one look and one behaviour, wherever it stands.

use std::rc::Rc;

use yew::Html;

use super::Action;
use super::context::{View, dom_id};
use super::tag::{on_click, tag};
use crate::notice::{Article, Purpose, Text, UiWord};

/// The switch of something that can be refused, with its state in words beside it. `place` keeps
/// the ids of the copies apart; `needs` is the purpose without which it cannot be allowed.
pub(super) fn switch(
    view: View,
    place: &str,
    id: &Text,
    name: &Text,
    needs: Option<&Purpose>,
) -> Html {
    let on = view.state.allowed(id);
    let needs = needs.filter(|purpose| view.live() && !view.state.allowed(&purpose.id));
    let reason = needs
        .map(|purpose| view.notice().ui.fill(UiWord::NeedsPurpose, &[("{name}", &purpose.name)]));
    let label = dom_id(place, id);
    let state = dom_id(&[place, "state-"].concat(), id);
    let mut button = tag!(
        "button",
        [
            "type" = "button",
            "role" = "switch",
            "aria-checked" = on,
            "aria-disabled" = needs.map(|_| true),
            "aria-labelledby" = label.clone(),
            "aria-describedby" = state.clone(),
            "data-consent-toggle" = id,
        ]
    );
    if needs.is_none() {
        button = on_click(button, view.act(Action::Choose(Rc::from([(id.clone(), !on)]))));
    }
    tag!(
        "div",
        [
            "class" = "switch",
            "data-ui" = "",
            "hidden" = view.waiting(),
            "data-live" = view.waiting()
        ],
        tag!("span", ["class" = "unseen", "id" = label], name),
        button,
        tag!(
            "span",
            ["class" = "state", "id" = state],
            view.state.in_words(id),
            reason.map(|reason| tag!("small", reason)),
        ),
    )
}

/// The switch of a purpose; in words only where it always runs.
pub(super) fn purpose_switch(view: View, place: &str, purpose: &Purpose) -> Html {
    if purpose.required {
        tag!("p", ["class" = "state", "data-ui" = ""], view.state.in_words(&purpose.id))
    } else {
        switch(view, place, &purpose.id, &purpose.name, None)
    }
}

/// The switches that belong to an article: those of the purposes that it explains.
pub(super) fn article_switches(view: View, place: &str, article: &Article) -> Vec<Html> {
    let explained = view.notice().purposes.iter().filter(|purpose| purpose.article == article.id);
    explained.map(|purpose| purpose_switch(view, place, purpose)).collect()
}
