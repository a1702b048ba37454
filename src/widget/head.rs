//! The head: who asks, what this is, which revision, in which language; and how to leave.

use yew::Html;

use super::Action;
use super::context::View;
use super::filled::filled;
use super::inline::{Links, line, link};
use super::search_box::search_box;
use super::tag::{Child, on_click, tag};
use crate::notice::{Language, Text, UiWord};

/// The bar that stays: operator, search, print and close.
pub(super) fn bar(view: View) -> Html {
    let close = || {
        let close = tag!(
            "button",
            ["type" = "button", "class" = "quiet", "data-consent-action" = "close"],
            view.word(UiWord::Close),
        );
        on_click(close, view.act(Action::Close))
    };
    tag!(
        "header",
        ["class" = "bar", "part" = "head"],
        tag!("p", ["class" = "operator"], &view.notice().operator.name),
        view.live().then(|| search_box(view)),
        view.live().then(|| view.button(UiWord::Print, Action::Print)),
        view.live().then(close),
    )
}

/// The title, the revision, and the languages.
pub(super) fn title(view: View) -> Html {
    let notice = view.notice();
    let revision = filled(
        &notice.ui[UiWord::RevisionOf],
        &[("revision", notice.revision.child()), ("date", view.day(&notice.effective))],
    );
    tag!(
        "div",
        ["class" = "title"],
        tag!(
            "h1",
            [
                "id" = "sudare-title",
                "tabindex" = view.live().then_some("-1"),
                // A dialog gives the keyboard to its first control otherwise, and a phone its keys.
                "autofocus" = view.live().then_some(""),
            ],
            line(&notice.title, Links::None),
        ),
        tag!("p", ["class" = "why"], revision),
        notice.changes.first().map(|change| {
            let date = [("date", view.day(&change.date))];
            tag!("p", ["class" = "why"], filled(view.word(UiWord::LastChanged), &date))
        }),
        languages(view),
    )
}

/// The languages of the notice, each named in itself.
fn languages(view: View) -> Option<Html> {
    let notice = view.notice();
    if notice.languages.len() < 2 {
        return None;
    }
    let entry = |its: &Language| {
        let here = its.tag == notice.lang;
        tag!("li", if view.live() { button(view, its, here) } else { anchor(view, its, here) })
    };
    let entries: Vec<Html> = notice.languages.iter().map(entry).collect();
    Some(tag!(
        "nav",
        ["class" = "languages", "aria-label" = view.word(UiWord::Language)],
        tag!("ul", ["role" = "list"], entries),
    ))
}

fn button(view: View, language: &Language, here: bool) -> Html {
    let button = tag!(
        "button",
        [
            "type" = "button",
            "class" = "quiet",
            "lang" = &language.tag,
            "aria-current" = here.then_some(true),
        ],
        &language.name,
    );
    on_click(button, view.act(Action::Language(language.tag.clone())))
}

fn anchor(view: View, language: &Language, here: bool) -> Html {
    let tag = &language.tag;
    let href = view.notice().page_name(tag);
    let here = here.then_some("page");
    tag!(
        "a",
        ["href" = href, "lang" = tag, "hreflang" = tag, "aria-current" = here],
        &language.name,
    )
}

/// How to reach the operator.
pub(super) fn contact(view: View) -> Html {
    let operator = &view.notice().operator;
    let linked = |scheme: &str, value: &Text| {
        let href = Text::from([scheme, value].concat());
        link(&href, value.child(), view.links())
    };
    let mut lines = vec![operator.name.child()];
    lines.extend(operator.address.iter().map(Child::child));
    lines.extend(operator.email.iter().map(|value| linked("mailto:", value)));
    lines.extend(operator.phone.iter().map(Child::child));
    lines.extend(operator.url.iter().map(|value| linked("", value)));
    let lines: Vec<Html> = lines.into_iter().map(|line| tag!("li", line)).collect();
    let address = tag!("address", tag!("ul", ["role" = "list"], lines));
    view.part("contact", UiWord::Contact, vec![address])
}
