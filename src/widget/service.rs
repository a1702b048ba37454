//! A company or tool: what it is sent, what for, and how to say no to it here and there.

use yew::{Html, html};

use super::context::View;
use super::filled::{day, filled};
use super::inline::{link, words};
use super::switch::switch;
use crate::notice::{OptOutStops, Purpose, Service, Text, UiWord};

/// One service of a purpose.
pub(super) fn service(view: View, purpose: &Purpose, service: &Service) -> Html {
    html! {
        <li class="service">
            <h4>{words(&service.name)}</h4>
            if view.live() && !purpose.required {
                {switch(view, "service-", &service.id, &service.name, Some(purpose))}
            }
            {facts(view, service)}
            {there(view, service)}
        </li>
    }
}

/// Who receives what, and what for. What the owner does not say is said to be missing, unless
/// the owner says nothing at all.
fn facts(view: View, service: &Service) -> Html {
    let stated = [
        (UiWord::Recipient, &service.recipient),
        (UiWord::Sends, &service.sends),
        (UiWord::RecipientUse, &service.recipient_use),
        (UiWord::OwnUse, &service.own_use),
    ];
    let fact = |label: UiWord, value: Html| {
        html! { <div><dt>{view.word(label)}</dt><dd>{value}</dd></div> }
    };
    let mut facts = Vec::new();
    if stated.iter().any(|(_, value)| value.is_some()) {
        facts.extend(stated.iter().map(|(label, value)| match value {
            Some(value) => fact(*label, words(value)),
            None => fact(*label, view.word(UiWord::NotStated)),
        }));
    }
    if !service.cookies.is_empty() {
        let cookies = service.cookies.iter().map(|cookie| {
            html! {
                <li><code>{words(&cookie.name)}</code>{lifetime(cookie.lifetime.as_ref())}</li>
            }
        });
        let cookies = cookies.collect::<Html>();
        facts.push(fact(UiWord::Cookies, html! { <ul>{cookies}</ul> }));
    }
    if facts.is_empty() {
        return Html::default();
    }
    html! { <dl class="facts">{for facts}</dl> }
}

fn lifetime(lifetime: Option<&Text>) -> Html {
    lifetime.map(|words| Html::from([" – ", words].concat())).unwrap_or_default()
}

/// What can be done at the company itself.
fn there(view: View, service: &Service) -> Html {
    let ui = &view.notice().ui;
    let name: &[(&str, &str)] = &[("{name}", &service.name)];
    let away = |href: &Text, word: UiWord| {
        let leaves = view.word(UiWord::LeavesSite);
        let inner = html! { <>{ui.fill(word, name)}{" "}<small>{leaves}</small></> };
        html! { <li>{link(href, inner, view.links())}</li> }
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
        let checked = service.checked.as_ref().map(|date| {
            html! { <>{" "}{filled(&ui[UiWord::CheckedOn], &[("date", day(date))])}</> }
        });
        lines.push(html! { <li class="why">{stops}{checked}</li> });
    }
    if lines.is_empty() {
        return Html::default();
    }
    html! { <ul class="there" role="list">{for lines}</ul> }
}
