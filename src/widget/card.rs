//! *In short*: the summary cards.

use yew::Html;

use super::blocks::blocks;
use super::changes::mark;
use super::context::{View, dom_id};
use super::inline::{Links, line, link};
use super::switch::article_switches;
use super::tag::{Child, tag};
use crate::notice::{Article, Text, UiWord, plain};

/// One card an article that has one, in the owner's order.
pub(super) fn cards(view: View) -> Option<Html> {
    let cards = view.notice().articles.iter().filter_map(|article| card(view, article));
    let cards: Vec<Html> = cards.collect();
    if cards.is_empty() {
        return None;
    }
    let list = tag!("ul", ["class" = "cards", "role" = "list"], cards);
    Some(view.part("in-short", UiWord::InShort, vec![list]))
}

fn card(view: View, article: &Article) -> Option<Html> {
    let card = article.card.as_ref()?;
    Some(tag!(
        "li",
        [
            "class" = "card",
            "id" = dom_id("card-", &article.id),
            "tabindex" = view.live().then_some("-1"),
            "data-consent-card" = &article.id,
        ],
        view.state.altered(&article.id).map(|how| mark(view, how)),
        tag!("h3", line(&card.headline, Links::None)),
        tag!("div", ["class" = "text"], blocks(&card.text, view.links())),
        article_switches(view, "on-card-", article),
        tag!("p", ["class" = "more"], read(view, article, UiWord::ReadArticle)),
    ))
}

/// A link to an article, in words that name it.
pub(super) fn read(view: View, article: &Article, word: UiWord) -> Html {
    let href = Text::from(["#", &article.id].concat());
    let inner = view.notice().ui.fill(word, &[("{title}", &plain(&article.title))]);
    link(&href, inner.child(), view.links())
}
