//! Lines of the owner's text.

use std::rc::Rc;

use yew::{Callback, Html, MouseEvent};

use super::Action;
use super::tag::{Child, on_click, tag};
use crate::notice::{Inline, Text, plain};

/// How links behave where a line stands.
#[derive(Clone, Copy)]
pub(super) enum Links<'a> {
    /// Not at all: the line stands inside a button or a link.
    None,
    /// As the browser has it.
    Page,
    /// Fragments open the article; other sites open beside the page that the visitor is on.
    Dialog(&'a Callback<Rc<Action>>),
}

/// A line of the owner's text.
pub(super) fn line(pieces: &[Inline], links: Links) -> Vec<Html> {
    pieces.iter().map(|piece| inline(piece, links)).collect()
}

fn inline(piece: &Inline, links: Links) -> Html {
    let (name, inner) = match piece {
        Inline::Text(text) => return text.child(),
        Inline::Strong(inner) => ("strong", line(inner, links)),
        Inline::Emphasis(inner) => ("em", line(inner, links)),
        Inline::Struck(inner) => ("s", line(inner, links)),
        Inline::Code(text) => ("code", vec![text.child()]),
        Inline::Link { href, content } => {
            // A link without words shows where it leads.
            let nameless = plain(content).is_empty();
            let inner = if nameless { href.child() } else { line(content, Links::None).child() };
            return link(href, inner, links);
        }
        Inline::Break => return tag!("br"),
    };
    tag!(name, inner)
}

/// A link to an address of the kinds that a notice may have; any other address is no link.
pub(super) fn link(href: &Text, inner: Html, links: Links) -> Html {
    let begins = |scheme: &str| href.starts_with(scheme);
    match links {
        Links::None => inner,
        Links::Dialog(act) if begins("#") => {
            let (act, id) = (act.clone(), Text::from(&href[1..]));
            let act = Callback::from(move |event: MouseEvent| {
                event.prevent_default();
                act.emit(Action::Show(id.clone()).into());
            });
            on_click(tag!("a", ["href" = href], inner), act)
        }
        _ if begins("https://") || begins("http://") => {
            let target = matches!(links, Links::Dialog(_)).then_some("_blank");
            tag!("a", ["href" = href, "rel" = "noopener noreferrer", "target" = target], inner)
        }
        _ if begins("#") || begins("mailto:") || begins("tel:") => {
            tag!("a", ["href" = href], inner)
        }
        _ => inner,
    }
}
