//! Lines of the owner's text.

use yew::virtual_dom::VText;
use yew::{AttrValue, Callback, Html, MouseEvent, html};

use super::Action;
use super::context::attr;
use crate::notice::{Inline, Text, plain};

/// How links behave where a line stands.
#[derive(Clone, Copy)]
pub(super) enum Links<'a> {
    /// Not at all: the line stands inside a button or a link.
    None,
    /// As the browser has it.
    Page,
    /// Fragments open the article; other sites open beside the page that the visitor is on.
    Dialog(&'a Callback<Action>),
}

/// Words, as they are.
pub(super) fn words(text: &Text) -> Html {
    VText::new(attr(text)).into()
}

/// A line of the owner's text.
pub(super) fn line(pieces: &[Inline], links: Links) -> Html {
    pieces.iter().map(|piece| inline(piece, links)).collect()
}

fn inline(piece: &Inline, links: Links) -> Html {
    match piece {
        Inline::Text(text) => words(text),
        Inline::Strong(inner) => html! { <strong>{line(inner, links)}</strong> },
        Inline::Emphasis(inner) => html! { <em>{line(inner, links)}</em> },
        Inline::Struck(inner) => html! { <s>{line(inner, links)}</s> },
        Inline::Code(text) => html! { <code>{words(text)}</code> },
        Inline::Link { href, content } => {
            // A link without words shows where it leads.
            let nameless = plain(content).trim().is_empty();
            let inner = if nameless { words(href) } else { line(content, Links::None) };
            link(href, inner, links)
        }
        Inline::Break => html! { <br /> },
    }
}

/// A link to an address of the kinds that a notice may have; any other address is no link.
pub(super) fn link(href: &Text, inner: Html, links: Links) -> Html {
    let elsewhere = href.starts_with("https://") || href.starts_with("http://");
    let fragment = href.strip_prefix('#');
    match (links, fragment) {
        (Links::None, _) => inner,
        (Links::Dialog(act), Some(id)) => {
            let (act, id) = (act.clone(), Text::from(id));
            let onclick = Callback::from(move |event: MouseEvent| {
                event.prevent_default();
                act.emit(Action::Show(id.clone()));
            });
            html! { <a href={attr(href)} {onclick}>{inner}</a> }
        }
        _ if elsewhere => {
            let target = matches!(links, Links::Dialog(_)).then_some(AttrValue::Static("_blank"));
            html! { <a href={attr(href)} {target} rel="noopener noreferrer">{inner}</a> }
        }
        _ if fragment.is_some() || href.starts_with("mailto:") || href.starts_with("tel:") => {
            html! { <a href={attr(href)}>{inner}</a> }
        }
        _ => inner,
    }
}
