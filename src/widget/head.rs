//! The head: who asks, what this is, which revision, in which language; and how to leave.

use yew::{AttrValue, Html, html};

use super::Action;
use super::context::{View, attr};
use super::filled::{day, filled};
use super::inline::{Links, line, link, words};
use crate::notice::{Language, Text, UiWord};

/// The bar that stays: operator, languages, close.
pub(super) fn bar(view: View) -> Html {
    html! {
        <header class="bar">
            <p class="operator">{words(&view.notice().operator.name)}</p>
            {languages(view)}
            if view.live() {
                <button
                    type="button"
                    class="close"
                    data-consent-action="close"
                    onclick={view.act(Action::Close)}
                >
                    {view.word(UiWord::Close)}
                </button>
            }
        </header>
    }
}

/// The title, the revision, and ways to the parts below.
pub(super) fn title(view: View) -> Html {
    let notice = view.notice();
    let revision = filled(
        &notice.ui[UiWord::RevisionOf],
        &[("revision", words(&notice.revision)), ("date", day(&notice.effective))],
    );
    html! {
        <div class="title">
            <h1 id="sudare-title" tabindex={view.live().then_some("-1")}>
                {line(&notice.title, Links::None)}
            </h1>
            <p class="why">{revision}</p>
        </div>
    }
}

/// The languages of the notice, each named in itself.
fn languages(view: View) -> Html {
    let notice = view.notice();
    if notice.languages.len() < 2 {
        return Html::default();
    }
    let entries = notice.languages.iter().enumerate().map(|(place, its)| {
        let here = its.tag == notice.lang;
        let entry = if view.live() { button(view, its, here) } else { anchor(place, its, here) };
        html! { <li>{entry}</li> }
    });
    html! {
        <nav class="languages" aria-label={attr(&notice.ui[UiWord::Language])}>
            <ul role="list">{entries.collect::<Html>()}</ul>
        </nav>
    }
}

fn button(view: View, language: &Language, here: bool) -> Html {
    html! {
        <button
            type="button"
            class="quiet"
            lang={attr(&language.tag)}
            aria-current={here.then_some("true")}
            onclick={view.act(Action::Language(language.tag.clone()))}
        >
            {words(&language.name)}
        </button>
    }
}

/// The first language is the default one and has the plain file name.
fn anchor(place: usize, language: &Language, here: bool) -> Html {
    let tag = attr(&language.tag);
    let href = match place {
        0 => AttrValue::Static("index.html"),
        _ => ["index.", &language.tag, ".html"].concat().into(),
    };
    html! {
        <a {href} lang={tag.clone()} hreflang={tag} aria-current={here.then_some("page")}>
            {words(&language.name)}
        </a>
    }
}

/// How to reach the operator.
pub(super) fn contact(view: View) -> Html {
    let operator = &view.notice().operator;
    let linked = |scheme: &str, value: &Text| {
        let href = Text::from([scheme, value].concat());
        link(&href, words(value), view.links())
    };
    let mut lines = vec![words(&operator.name)];
    lines.extend(operator.address.iter().map(words));
    lines.extend(operator.email.iter().map(|value| linked("mailto:", value)));
    lines.extend(operator.phone.iter().map(words));
    lines.extend(operator.url.iter().map(|value| linked("", value)));
    let lines = lines.into_iter().map(|line| html! { <li>{line}</li> });
    html! {
        <section class="part" id="sudare-contact">
            <h2>{view.word(UiWord::Contact)}</h2>
            <address><ul role="list">{lines.collect::<Html>()}</ul></address>
        </section>
    }
}
