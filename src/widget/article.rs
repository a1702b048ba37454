//! One article: a slat that rolls open.

use yew::Html;

use super::Action;
use super::body::body;
use super::context::{View, dom_id};
use super::inline::{Links, line};
use super::slot::{AT_ONCE, slots};
use super::switch::{article_stamp, article_switches};
use super::tag::{Child, on_click, tag};
use crate::consent::Layer;
use crate::notice::UiCount;

/// The articles. Each is drawn again only when it opens or closes, is found, or one of its switches
/// turns. What is below the first screens is bound into leaves: a browser passes over a leaf that is
/// out of sight as a whole, where a thousand articles of their own make every key in a box wait.
pub(super) fn articles(view: View) -> Vec<Html> {
    let articles = &view.notice().articles;
    let mut drawn = slots(view, draw, articles.len(), view.state.wanted(), |place| {
        article_stamp(view, place)
            .and(view.state.is_open(place).into())
            .and(view.state.search.told_in(place))
            .and((view.state.wanted() == Some(place)).into())
    });
    if view.live() && drawn.len() > AT_ONCE {
        let rest = drawn.split_off(AT_ONCE);
        drawn.extend(rest.into_iter().map(|eight| tag!("div", ["class" = "leaf"], eight)));
    }
    drawn
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
