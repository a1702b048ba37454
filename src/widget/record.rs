//! *Your record*: what this browser keeps, and the two things a visitor can do with it.

use yew::Html;

use super::Action;
use super::context::View;
use super::filled::filled;
use super::slot::{Stamp, slot};
use super::tag::{Child, tag};
use crate::consent::{ById, Choice, Source};
use crate::notice::{Text, UiWord};

/// The visitor's record, where there is a visitor. It is last and seldom looked for: it is drawn
/// when there is time.
pub(super) fn record(view: View) -> Option<Html> {
    if !view.live() {
        return Some(waiting(view));
    }
    view.state.snapshot.as_ref()?;
    let inside = slot(view, draw, 0, Stamp::NONE.and(view.state.turn), false);
    Some(view.part("record", UiWord::YourRecord, vec![inside]))
}

fn draw(view: View, _: usize) -> Html {
    let now = view.state.snapshot.as_ref();
    let times = now.and_then(|now| Some((now, now.decided_at.as_ref()?, now.expires_at.as_ref()?)));
    let Some((now, at, until)) = times else {
        return tag!("p", view.word(UiWord::RecordNone));
    };
    let times = [("date", view.day(at)), ("until", view.day(until))];
    let mut parts = vec![tag!("p", filled(view.word(UiWord::RecordHeld), &times))];
    if let Some(record) = view.shown.effects.record(now) {
        parts.push(tag!("p", view.word(given(record.source))));
        parts.push(tag!("h3", view.word(UiWord::RecordChoices)));
        parts.push(chosen(view, &record.choices));
        if !record.past.is_empty() {
            let past = record.past.iter().rev().map(|past| {
                let day = view.day(&view.shown.effects.instant(past.at));
                tag!(
                    "li",
                    tag!("p", day, " ", view.word(given(past.source))),
                    chosen(view, &past.choices)
                )
            });
            parts.push(tag!(
                "details",
                tag!("summary", view.word(UiWord::RecordHistory)),
                tag!("ol", ["class" = "past", "role" = "list"], past.collect::<Vec<_>>()),
            ));
        }
    }
    parts.push(tag!("p", ["class" = "why"], view.word(UiWord::RecordOwnCopy)));
    parts.push(tag!(
        "div",
        ["class" = "rolls"],
        view.button(UiWord::Download, Action::Download),
        view.button(UiWord::Forget, Action::Forget),
    ));
    parts.child()
}

/// How a decision was given.
fn given(source: Source) -> UiWord {
    match source {
        Source::FirstLayer => UiWord::GivenFirstLayer,
        Source::Notice => UiWord::GivenNotice,
        Source::Api => UiWord::GivenApi,
        Source::Gpc => UiWord::GivenGpc,
        Source::Import => UiWord::GivenImport,
    }
}

/// What was said, in words. What the notice no longer has is named by its id.
fn chosen(view: View, choices: &ById<Choice>) -> Html {
    let said = |(id, choice): &(Text, Choice)| {
        let word = match choice {
            Choice::Denied => UiWord::StateBlocked,
            Choice::Granted | Choice::GrantedOverGpc => UiWord::StateAllowed,
        };
        let name = view.state.name(id).unwrap_or(id);
        tag!("li", view.notice().ui.fill(word, &[("{name}", name)]))
    };
    tag!("ul", choices.0.iter().map(said).collect::<Vec<_>>())
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
