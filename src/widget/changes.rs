//! *Changes*: what changed, newest first, in the owner's words.

use yew::{Html, html};

use super::card::read;
use super::context::View;
use super::filled::{day, filled};
use super::inline::words;
use crate::notice::{Change, UiWord};

/// The dated changes, where there are any.
pub(super) fn changes(view: View) -> Html {
    let notice = view.notice();
    if notice.changes.is_empty() {
        return Html::default();
    }
    let changes = notice.changes.iter().map(|part| change(view, part));
    html! {
        <section class="part" id="sudare-changes">
            <h2>{view.word(UiWord::Changes)}</h2>
            <ul class="changes" role="list">{changes.collect::<Html>()}</ul>
        </section>
    }
}

fn change(view: View, change: &Change) -> Html {
    let notice = view.notice();
    let touched = change.articles.iter().filter_map(|id| notice.article_holding(id));
    let touched = touched.map(|article| {
        html! { <li>{read(view, article, UiWord::ReadArticle)}</li> }
    });
    let touched = touched.collect::<Vec<Html>>();
    let label = filled(
        &notice.ui[UiWord::RevisionOf],
        &[("revision", words(&change.revision)), ("date", day(&change.date))],
    );
    html! {
        <li>
            <p class="why">{label}</p>
            <p>{words(&change.summary)}</p>
            if !touched.is_empty() {
                <ul class="more" role="list">{for touched}</ul>
            }
        </li>
    }
}
