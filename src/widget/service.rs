//! A company or tool: what it is sent, what for, and how to say no to it here and there.

use yew::Html;

use super::context::View;
use super::filled::filled;
use super::inline::link;
use super::switch::switch;
use super::tag::{Child, list, tag};
use crate::notice::{Cookie, OptOutStops, Purpose, Service, Text, UiWord};

/// One service of a purpose.
pub(super) fn service(view: View, purpose: &Purpose, service: &Service) -> Html {
    let own = !purpose.required;
    tag!(
        "li",
        ["class" = "service"],
        tag!("h4", &service.name),
        own.then(|| switch(view, "service-", &service.id, &service.name, Some(purpose))),
        facts(view, service),
        there(view, service),
    )
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
fn there(view: View, service: &Service) -> Option<Html> {
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
        let checked = service.checked.as_ref();
        let checked =
            checked.map(|date| filled(&ui[UiWord::CheckedOn], &[("date", view.day(date))]));
        lines.push(tag!("li", ["class" = "why"], stops, " ", checked));
    }
    (!lines.is_empty()).then(|| tag!("ul", ["class" = "there", "role" = "list"], lines))
}
