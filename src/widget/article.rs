//! One article: a slat that rolls open.

use yew::Html;

use super::Action;
use super::body::body;
use super::context::{View, dom_id};
use super::inline::{Links, line};
use super::switch::article_switches;
use super::tag::{on_click, tag};
use crate::notice::Article;

/// The article of that place. In the dialog its heading is a button alone, as the APG has it,
/// and its body is hidden until the button, a link or the browser's own search opens it.
pub(super) fn article(view: View, place: usize, article: &Article) -> Html {
    let text = body(view, Some(place));
    if !view.live() {
        let heading = tag!("h3", line(&article.title, Links::Page));
        let switches = article_switches(view, "in-article-", article);
        return tag!(
            "article",
            ["id" = &article.id],
            tag!(
                "details",
                tag!("summary", heading),
                tag!("div", ["class" = "body"], switches, text),
            ),
        );
    }
    let open = view.state.is_open(place);
    let body_id = dom_id("body-", &article.id);
    let button = tag!(
        "button",
        [
            "type" = "button",
            "id" = dom_id("head-", &article.id),
            "aria-expanded" = open,
            "aria-controls" = body_id.clone(),
        ],
        line(&article.title, Links::None),
    );
    tag!(
        "article",
        ["id" = &article.id],
        tag!("h3", on_click(button, view.act(Action::Toggle(place)))),
        tag!(
            "div",
            ["class" = "body", "id" = body_id, "hidden" = (!open).then_some("until-found")],
            article_switches(view, "in-article-", article),
            text,
        ),
    )
}
