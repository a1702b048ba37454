//! *The whole notice*: title, preamble and every article, in the owner's order and words.

use yew::{Html, html};

use super::article::article;
use super::body::Body;
use super::context::View;
use super::inline::{Links, line};
use super::{Action, Mode};
use crate::notice::UiWord;

/// The policy, whole. Inside `data-policy` stand the owner's words only, all of them and in
/// order; what is not theirs is marked `data-ui`.
pub(super) fn whole(view: View) -> Html {
    let notice = view.notice();
    let articles = notice.articles.iter().enumerate();
    html! {
        <section class="part" id="sudare-whole">
            <h2>{view.word(UiWord::WholeNotice)}</h2>
            if view.mode == Mode::Dialog && !notice.articles.is_empty() {
                <div class="rolls">
                    {roll(view, UiWord::OpenAll, true)}
                    {roll(view, UiWord::CloseAll, false)}
                </div>
            } else {
                {contents(view)}
            }
            <div class="policy" data-policy="">
                <h3 class="title">{line(&notice.title, view.links())}</h3>
                <Body
                    notice={view.state.notice.clone()}
                    place={None::<usize>}
                    mode={view.mode}
                    link={view.link.clone()}
                />
                {articles.map(|(place, part)| article(view, place, part)).collect::<Html>()}
            </div>
        </section>
    }
}

fn roll(view: View, word: UiWord, open: bool) -> Html {
    html! {
        <button type="button" class="quiet" onclick={view.act(Action::OpenAll(open))}>
            {view.word(word)}
        </button>
    }
}

/// The table of contents, where the articles stand open one below the other.
fn contents(view: View) -> Html {
    let notice = view.notice();
    let entries = notice.articles.iter().map(|article| {
        let href = ["#", &article.id].concat();
        html! { <li><a {href}>{line(&article.title, Links::None)}</a></li> }
    });
    let label = super::context::attr(&notice.ui[UiWord::Contents]);
    html! { <nav class="contents" aria-label={label}><ul>{entries.collect::<Html>()}</ul></nav> }
}
