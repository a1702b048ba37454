//! *Changes*: what changed, newest first, in the owner's words.

use yew::Html;

use super::card::read;
use super::context::View;
use super::filled::filled;
use super::tag::{Child, tag};
use crate::notice::{Change, UiWord};

/// The dated changes, where there are any.
pub(super) fn changes(view: View) -> Option<Html> {
    let changes = &view.notice().changes;
    if changes.is_empty() {
        return None;
    }
    let changes: Vec<Html> = changes.iter().map(|part| change(view, part)).collect();
    let list = tag!("ul", ["class" = "changes", "role" = "list"], changes);
    Some(view.part("changes", UiWord::Changes, vec![list]))
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
