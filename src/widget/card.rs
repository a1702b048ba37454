//! *In short*: the summary cards.

use yew::Html;

use super::blocks::blocks;
use super::changes::mark;
use super::context::{View, dom_id};
use super::inline::{Links, line, link};
use super::leaf::{held, leaves, list_in_list};
use super::switch::{article_stamp, article_switches};
use super::tag::{Child, tag};
use crate::notice::{Article, Text, UiWord, plain};

/// How many cards make a leaf: whole rows, whether two, three or four stand side by side.
const LEAF: usize = 12;

/// As many as are drawn, and by the style sheet's `.opening` laid out, before the first painting: two
/// rows. A tall screen has the others while the notice still rolls down.
const FIRST_SCREEN: usize = 4;

/// One card an article that has one, in the owner's order.
pub(super) fn cards(view: View) -> Option<Html> {
    let articles = view.notice().articles.iter().enumerate();
    let places: Vec<usize> =
        articles.filter(|(_, article)| article.card.is_some()).map(|(place, _)| place).collect();
    if places.is_empty() {
        return None;
    }
    let known = view.state.chosen.is_some();
    let stamp = |place| article_stamp(view, place).and(known.into());
    let seen = &places[..places.len().min(FIRST_SCREEN)];
    // Who is led to what is behind the cards would lose it to each card that came above it later. (A leaf
    // takes its room beforehand.)
    let led_below = view.state.is_whole() && !view.state.in_turns();
    let cards = leaves(view, &places, LEAF, &|few| {
        let first = seen.contains(&few[0]) || (led_below && few.len() == 1);
        let held = held(view, draw, few, &stamp, first);
        if few.len() == 1 { held } else { list_in_list("cards", held, false) }
    });
    let list = tag!("ul", ["class" = "cards", "role" = "list"], cards);
    Some(view.part("in-short", UiWord::InShort, vec![list]))
}

fn draw(view: View, place: usize) -> Html {
    let article = view.notice().articles.get(place);
    article.and_then(|article| card(view, article)).unwrap_or_default()
}

fn card(view: View, article: &Article) -> Option<Html> {
    let card = article.card.as_ref()?;
    Some(tag!(
        "li",
        [
            "class" = "card",
            "role" = view.live().then_some("listitem"),
            "part" = "card",
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
