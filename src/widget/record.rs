//! *Your record*: what this browser keeps, and the two things a visitor can do with it.

use yew::Html;

use super::Action;
use super::context::View;
use super::filled::filled;
use super::tag::tag;
use crate::notice::UiWord;

/// The visitor's record, where there is a visitor.
pub(super) fn record(view: View) -> Option<Html> {
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
