//! *In short*: the summary cards.

use yew::Html;

use super::blocks::blocks;
use super::changes::mark;
use super::context::{View, dom_id};
use super::inline::{Links, line, link};
use super::slot::slot;
use super::switch::{article_stamp, article_switches};
use super::tag::{Child, tag};
use crate::notice::{Article, Text, UiWord, plain};

/// How many cards are drawn before the first painting: more than a screen has room for.
const AT_ONCE: usize = 24;

/// One card an article that has one, in the owner's order.
pub(super) fn cards(view: View) -> Option<Html> {
    let mut cards = Vec::new();
    for (place, article) in view.notice().articles.iter().enumerate() {
        if article.card.is_some() {
            let known = view.state.chosen.is_some();
            let stamp = article_stamp(view, article).and(known.into());
            let inside = slot(view, draw, place, stamp, cards.len() < AT_ONCE);
            cards.push(tag!(
                "li",
                [
                    "class" = "card",
                    "id" = dom_id("card-", &article.id),
                    "tabindex" = view.live().then_some("-1"),
                    "data-consent-card" = &article.id,
                ],
                inside,
            ));
        }
    }
    if cards.is_empty() {
        return None;
    }
    let list = tag!("ul", ["class" = "cards", "role" = "list"], cards);
    Some(view.part("in-short", UiWord::InShort, vec![list]))
}

fn draw(view: View, place: usize) -> Html {
    let Some(article) = view.notice().articles.get(place) else { return Html::default() };
    let card = article.card.as_ref().map(|card| {
        vec![
            tag!("h3", line(&card.headline, Links::None)),
            tag!("div", ["class" = "text"], blocks(&card.text, view.links())),
        ]
    });
    vec![
        view.state.altered(&article.id).map(|how| mark(view, how)).child(),
        card.child(),
        article_switches(view, "on-card-", article).child(),
        tag!("p", ["class" = "more"], read(view, article, UiWord::ReadArticle)),
    ]
    .child()
}

/// A link to an article, in words that name it.
pub(super) fn read(view: View, article: &Article, word: UiWord) -> Html {
    let href = Text::from(["#", &article.id].concat());
    let inner = view.notice().ui.fill(word, &[("{title}", &plain(&article.title))]);
    link(&href, inner.child(), view.links())
}
