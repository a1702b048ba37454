//! *Your record*: what this browser keeps, and the two things a visitor can do with it.

use yew::{Html, html};

use super::Action;
use super::context::View;
use super::filled::{day, filled};
use crate::notice::UiWord;

/// The visitor's record, where there is a visitor.
pub(super) fn record(view: View) -> Html {
    let Some(now) = &view.state.snapshot else { return Html::default() };
    let held = now.decided_at.as_ref().zip(now.expires_at.as_ref());
    let inside = match held {
        None => html! { <p>{view.word(UiWord::RecordNone)}</p> },
        Some((at, until)) => {
            let held = &view.notice().ui[UiWord::RecordHeld];
            html! {
                <>
                    <p>{filled(held, &[("date", day(at)), ("until", day(until))])}</p>
                    <p class="why">{view.word(UiWord::RecordOwnCopy)}</p>
                    <div class="rolls">
                        {button(view, UiWord::Download, Action::Download)}
                        {button(view, UiWord::Forget, Action::Forget)}
                    </div>
                </>
            }
        }
    };
    html! {
        <section class="part" id="sudare-record">
            <h2>{view.word(UiWord::YourRecord)}</h2>
            {inside}
        </section>
    }
}

fn button(view: View, word: UiWord, action: Action) -> Html {
    html! {
        <button type="button" class="quiet" onclick={view.act(action)}>{view.word(word)}</button>
    }
}
