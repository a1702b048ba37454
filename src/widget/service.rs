//! A company or tool: what it is sent, what for, and how to say no to it here and there.

use yew::Html;

use super::Action;
use super::context::View;
use super::filled::filled;
use super::inline::link;
use super::slot::{Stamp, slot};
use super::standing::Standing;
use super::switch::service_switch;
use super::tag::{Child, list, on_click, tag};
use crate::notice::{Cookie, OptOutStops, Service, Text, UiWord};

/// The service at that place, of the purpose at that one. It is left out of sight where the
/// visitor filters and it does not match.
pub(super) fn service(view: View, place: usize, purpose: usize) -> Html {
    let stamp = Stamp::NONE
        .and(view.state.standing(purpose) as u32)
        .and(view.state.service_allowed(place).into())
        .and(view.state.directory.is_ticked(place).into());
    let shown = view.state.directory.shows(place);
    let now = view.state.directory.wants_now(place);
    let inside = slot(view, draw, place, stamp, now);
    tag!("li", ["class" = "service", "hidden" = (!shown).then_some("")], inside)
}

fn draw(view: View, place: usize) -> Html {
    let notice = view.notice();
    let Some(service) = notice.services.get(place) else { return Html::default() };
    let purpose = notice.purposes.iter().position(|purpose| purpose.id == service.purpose);
    let own = purpose.filter(|purpose| view.state.standing(*purpose) != Standing::Required);
    vec![
        tag!("h4", &service.name),
        own.map(|purpose| service_switch(view, place, service, purpose)).child(),
        facts(view, service).child(),
        there(view, place, service).child(),
    ]
    .child()
}

/// Who receives what, and what for. What the owner does not say is said to be missing, unless
/// the owner says nothing at all.
fn facts(view: View, service: &Service) -> Option<Html> {
    let stated = [
        (UiWord::Recipient, &service.recipient),
        (UiWord::Sends, &service.sends),
        (UiWord::RecipientUse, &service.recipient_use),
        (UiWord::OwnUse, &service.own_use),
    ];
    let fact =
        |label: UiWord, value: Html| tag!("div", tag!("dt", view.word(label)), tag!("dd", value));
    let mut facts = Vec::new();
    if stated.iter().any(|(_, value)| value.is_some()) {
        facts.extend(stated.iter().map(|(label, value)| {
            fact(*label, value.as_ref().unwrap_or(view.word(UiWord::NotStated)).child())
        }));
    }
    if !service.cookies.is_empty() {
        let cookies: Vec<Html> = service.cookies.iter().map(cookie).collect();
        facts.push(fact(UiWord::Cookies, tag!("ul", cookies)));
    }
    (!facts.is_empty()).then(|| tag!("dl", ["class" = "facts"], facts))
}

fn cookie(cookie: &Cookie) -> Html {
    let lifetime = cookie.lifetime.as_ref().map(|words| [" – ", words].concat());
    tag!("li", tag!("code", &cookie.name), lifetime)
}

/// What can be done at the company itself.
fn there(view: View, place: usize, service: &Service) -> Option<Html> {
    let ui = &view.notice().ui;
    let away = |href: &Text, word: UiWord| {
        let name = ui.fill(word, &[("{name}", &service.name)]);
        let leaves = tag!("small", view.word(UiWord::LeavesSite));
        tag!("li", link(href, list(vec![name.child(), " ".child(), leaves]), view.links()))
    };
    let mut lines = Vec::new();
    lines.extend(service.policy.iter().map(|href| away(href, UiWord::Policy)));
    lines.extend(service.opt_out.iter().map(|href| away(href, UiWord::OptOut)));
    if !service.opt_out.is_empty() {
        let stops = view.word(match service.opt_out_stops {
            OptOutStops::Sending => UiWord::StopsSending,
            OptOutStops::Use => UiWord::StopsUse,
            OptOutStops::Unknown => UiWord::StopsUnknown,
        });
        let checked = match &service.checked {
            Some(date) => filled(&ui[UiWord::CheckedOn], &[("date", view.day(date))]).child(),
            None => view.word(UiWord::LinkUnchecked).child(),
        };
        lines.push(tag!("li", ["class" = "why"], stops, " ", checked));
        if view.live() {
            lines.push(tag!("li", tick(view, place, service)));
        }
    }
    (!lines.is_empty()).then(|| tag!("ul", ["class" = "there", "role" = "list"], lines))
}

/// The visitor's own mark that they have opted out there.
fn tick(view: View, place: usize, service: &Service) -> Html {
    let button = tag!(
        "button",
        [
            "type" = "button",
            "class" = "tick",
            "role" = "checkbox",
            "aria-checked" = view.state.directory.is_ticked(place),
        ],
        view.notice().ui.fill(UiWord::TickOff, &[("{name}", &service.name)]),
    );
    on_click(button, view.act(Action::Tick(place)))
}
