//! *Your record*: what this browser keeps, and the two things a visitor can do with it.

use yew::Html;

use super::Action;
use super::context::View;
use super::filled::filled;
use super::tag::tag;
use crate::notice::UiWord;

/// The visitor's record, where there is a visitor.
pub(super) fn record(view: View) -> Option<Html> {
    if !view.live() {
        return Some(waiting(view));
    }
    let now = view.state.snapshot.as_ref()?;
    let held = now.decided_at.as_ref().zip(now.expires_at.as_ref());
    let inside = match held {
        None => vec![tag!("p", view.word(UiWord::RecordNone))],
        Some((at, until)) => {
            let times = [("date", view.day(at)), ("until", view.day(until))];
            vec![
                tag!("p", filled(view.word(UiWord::RecordHeld), &times)),
                tag!("p", ["class" = "why"], view.word(UiWord::RecordOwnCopy)),
                tag!(
                    "div",
                    ["class" = "rolls"],
                    view.button(UiWord::Download, Action::Download),
                    view.button(UiWord::Forget, Action::Forget),
                ),
            ]
        }
    };
    Some(view.part("record", UiWord::YourRecord, inside))
}

/// The same on the static page, for its script to fill.
fn waiting(view: View) -> Html {
    let times = [
        ("date", tag!("time", ["data-chosen-at" = ""])),
        ("until", tag!("time", ["data-chosen-until" = ""])),
    ];
    let button = |word: UiWord, does: &'static str| {
        tag!("button", ["type" = "button", "class" = "quiet", "data-does" = does], view.word(word))
    };
    let held = tag!(
        "div",
        ["class" = "held", "hidden" = "", "data-record" = "held"],
        tag!("p", filled(view.word(UiWord::RecordHeld), &times)),
        tag!("p", ["class" = "why"], view.word(UiWord::RecordOwnCopy)),
        tag!(
            "div",
            ["class" = "rolls"],
            button(UiWord::Download, "download"),
            button(UiWord::Forget, "forget"),
        ),
    );
    let none = tag!("p", ["data-record" = "none"], view.word(UiWord::RecordNone));
    let part = view.part("record", UiWord::YourRecord, vec![none, held]);
    tag!("div", ["hidden" = "", "data-live" = ""], part)
}
