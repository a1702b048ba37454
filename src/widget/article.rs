//! One article: a slat that rolls open.

use yew::Html;

use super::Action;
use super::body::body;
use super::context::{View, dom_id};
use super::inline::{Links, line};
use super::leaf::{held, leaves};
use super::switch::{article_stamp, article_switches};
use super::tag::{Child, on_click, tag};
use crate::consent::Layer;
use crate::notice::UiCount;

/// How many articles make a leaf.
const LEAF: usize = 8;

/// The articles. Each is drawn again only when it opens or closes, is found, or one of its switches
/// turns.
pub(super) fn articles(view: View) -> Vec<Html> {
    let places: Vec<usize> = (0..view.notice().articles.len()).collect();
    let stamp = |place| {
        article_stamp(view, place)
            .and(view.state.is_open(place).into())
            .and(view.state.search.told_in(place))
            .and((view.state.wanted() == Some(place)).into())
    };
    leaves(view, &places, LEAF, &|few| {
        let held = held(view, draw, few, &stamp, false);
        if few.len() == 1 { held } else { tag!("div", ["class" = "leaf"], held) }
    })
}

/// In the dialog its heading is a button alone, as the APG has it, and its body is hidden until the
/// button, a link, a search or the browser's own opens it.
fn draw(view: View, place: usize) -> Html {
    let Some(article) = view.notice().articles.get(place) else { return Html::default() };
    let text = body(view, place);
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
        found(view, place),
    );
    tag!(
        "article",
        ["id" = &article.id, "part" = "article"],
        tag!("h3", on_click(button, view.act(Action::Toggle(place)))),
        tag!(
            "div",
            ["class" = "body", "id" = body_id, "hidden" = (!open).then_some("until-found")],
            article_switches(View { layer: Layer::Article, ..view }, "in-article-", article),
            text,
        ),
    )
}

/// The mark of an article that the search has found.
fn found(view: View, place: usize) -> Html {
    let count = view.state.search.told_in(place) as usize;
    let mark = || tag!("small", ["data-ui" = ""], view.count(UiCount::Matches, count, &[]));
    (count > 0).then(mark).child()
}
