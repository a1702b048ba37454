//! One article: a slat that rolls open.

use yew::virtual_dom::VTag;
use yew::{AttrValue, Html, html};

use super::Action;
use super::body::Body;
use super::context::{View, attr, dom_id};
use super::inline::{Links, line};
use super::switch::article_switches;
use crate::notice::Article;

/// The article of that place. In the dialog its heading is a button alone, as the APG has it.
pub(super) fn article(view: View, place: usize, article: &Article) -> Html {
    let text = html! {
        <Body
            notice={view.state.notice.clone()}
            place={Some(place)}
            mode={view.mode}
            link={view.link.clone()}
        />
    };
    if !view.live() {
        return html! {
            <article id={attr(&article.id)}>
                <h3>{line(&article.title, Links::Page)}</h3>
                {text}
            </article>
        };
    }
    let open = view.state.is_open(place);
    let body_id = dom_id("body-", &article.id);
    html! {
        <article id={attr(&article.id)}>
            <h3>
                <button
                    type="button"
                    id={dom_id("head-", &article.id)}
                    aria-expanded={if open { "true" } else { "false" }}
                    aria-controls={body_id.clone()}
                    onclick={view.act(Action::Toggle(place))}
                >
                    {line(&article.title, Links::None)}
                </button>
            </h3>
            {body(body_id, open, html! { <>{article_switches(view, "in-article-", article)}{text}</> })}
        </article>
    }
}

/// What rolls up: hidden until the browser's own search finds something in it. (`html!` takes
/// `hidden` for a yes or no.)
fn body(id: AttrValue, open: bool, inner: Html) -> Html {
    let mut body = VTag::new("div");
    body.add_attribute("class", "body");
    body.add_attribute("id", id);
    if !open {
        body.add_attribute("hidden", "until-found");
    }
    body.add_child(inner);
    body.into()
}
