//! *Changes*: what changed since the visitor chose, by its words; and every change by its date, in
//! the owner's.

mod since;

use yew::Html;

use super::card::read;
use super::context::View;
use super::filled::filled;
use super::tag::{Child, tag};
use crate::notice::{Change, UiWord};
pub(super) use since::mark;
use since::since_choice;

/// What changed, where anything did.
pub(super) fn changes(view: View) -> Option<Html> {
    let notice = view.notice();
    let changes = &notice.changes;
    if changes.is_empty() && notice.since.is_empty() {
        return None;
    }
    let changes: Vec<Html> = changes.iter().map(|part| change(view, part)).collect();
    let list = tag!("ul", ["class" = "changes", "role" = "list"], changes);
    Some(view.part("changes", UiWord::Changes, vec![since_choice(view).child(), list]))
}

fn change(view: View, change: &Change) -> Html {
    let notice = view.notice();
    let touched = change.articles.iter().filter_map(|id| notice.article_holding(id));
    let touched = touched.map(|article| tag!("li", read(view, article, UiWord::ReadArticle)));
    let label = filled(
        &notice.ui[UiWord::RevisionOf],
        &[("revision", change.revision.child()), ("date", view.day(&change.date))],
    );
    tag!(
        "li",
        tag!("p", ["class" = "why"], label),
        tag!("p", &change.summary),
        tag!("ul", ["class" = "there", "role" = "list"], touched.collect::<Vec<_>>()),
    )
}
