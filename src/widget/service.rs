//! A company or tool: what it is sent, what for, and how to say no to it here and there.

use yew::Html;

use super::Action;
use super::context::View;
use super::filled::filled;
use super::inline::link;
use super::leaf::{leaves, list_in_list};
use super::slot::{Stamp, slot, slots};
use super::standing::Standing;
use super::switch::service_switch;
use super::tag::{Child, list, on_click, tag};
use crate::notice::{Cookie, OptOutStops, Service, Text, UiWord};

/// How many services make a leaf.
const LEAF: usize = 8;

/// The services of the purpose at that place. Those that do not match what the visitor filters by are
/// left out of sight, and a leaf without any as a whole.
pub(super) fn services(view: View, purpose: usize) -> Html {
    let notice = view.notice();
    let Some(id) = notice.purposes.get(purpose).map(|purpose| &purpose.id) else {
        return Html::default();
    };
    let its = notice.services.iter().enumerate().filter(|(_, its)| its.purpose == *id);
    let its: Vec<usize> = its.map(|(place, _)| place).collect();
    let directory = &view.state.directory;
    let stamp = |place: usize| {
        Stamp::NONE
            .and(view.state.standing(purpose) as u32)
            .and(view.state.service_allowed(place).into())
            .and(directory.is_ticked(place).into())
    };
    let list = leaves(view, &its, LEAF, &|few| {
        if let [place] = *few {
            return item(
                view,
                place,
                slot(view, inside, place, stamp(place), directory.found(place)),
            );
        }
        let shown = few.iter().any(|place| directory.shows(*place));
        // While it is out of sight, it need not follow who of it is.
        let stamp = few.iter().fold(Stamp::NONE, |all, place| {
            all.join(stamp(*place).and((shown && directory.shows(*place)).into()))
        });
        let now = shown && directory.narrows();
        list_in_list("services", slots(view, draw, few.into(), stamp, now), !shown)
    });
    tag!("ul", ["class" = "services", "role" = "list"], list)
}

fn draw(view: View, place: usize) -> Html {
    item(view, place, inside(view, place))
}

fn item(view: View, place: usize, inside: Html) -> Html {
    let hidden = !view.state.directory.shows(place);
    let role = view.live().then_some("listitem");
    tag!("li", ["class" = "service", "role" = role, "hidden" = hidden.then_some("")], inside)
}

fn inside(view: View, place: usize) -> Html {
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
