//! *In short*: the summary cards.

use yew::{Html, html};

use super::blocks::blocks;
use super::context::{View, attr, dom_id};
use super::inline::{Links, line, link};
use super::switch::article_switches;
use crate::notice::{Article, Card, Text, UiWord, plain};

/// One card an article that has one, in the owner's order.
pub(super) fn cards(view: View) -> Html {
    let cards = view
        .notice()
        .articles
        .iter()
        .filter_map(|article| article.card.as_ref().map(|its| card(view, article, its)));
    let cards: Vec<Html> = cards.collect();
    if cards.is_empty() {
        return Html::default();
    }
    html! {
        <section class="part" id="sudare-in-short">
            <h2>{view.word(UiWord::InShort)}</h2>
            <ul class="cards" role="list">{for cards}</ul>
        </section>
    }
}

fn card(view: View, article: &Article, card: &Card) -> Html {
    html! {
        <li
            class="card"
            id={dom_id("card-", &article.id)}
            tabindex="-1"
            data-consent-card={attr(&article.id)}
        >
            <h3>{line(&card.headline, Links::None)}</h3>
            <div class="text">{blocks(&card.text, view.links())}</div>
            {article_switches(view, "on-card-", article)}
            <p class="more">{read(view, article, UiWord::ReadArticle)}</p>
        </li>
    }
}

/// A link to an article, in words that name it.
pub(super) fn read(view: View, article: &Article, word: UiWord) -> Html {
    let href = Text::from(["#", &article.id].concat());
    let inner = view.notice().ui.fill(word, &[("{title}", &plain(&article.title))]);
    link(&href, inner.into(), view.links())
}
