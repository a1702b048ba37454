//! The text of one article.

use yew::Html;

use super::blocks::blocks;
use super::context::View;
use super::inline::{Links, line};
use super::slot::{Stamp, slot};
use super::tag::{list, tag};
use crate::notice::{Article, Section};

/// The text of the article at that place: most of the notice, and never changing while switches
/// do. It is drawn at once where it is wanted open.
pub(super) fn body(view: View, place: usize) -> Html {
    slot(view, draw, place, Stamp::NONE, view.state.wanted() == Some(place))
}

fn draw(view: View, place: usize) -> Html {
    view.notice().articles.get(place).map(|part| text(part, view.links())).unwrap_or_default()
}

/// The text of an article, or of the preamble.
pub(super) fn text(article: &Article, links: Links) -> Html {
    let mut parts = blocks(&article.blocks, links);
    for section in &article.sections {
        parts.push(heading(section, links));
        parts.extend(blocks(&section.blocks, links));
    }
    list(parts)
}

/// A section's heading is one level below the source's: an article stands under *The whole notice*.
fn heading(section: &Section, links: Links) -> Html {
    let name = match section.level {
        ..=3 => "h4",
        4 => "h5",
        _ => "h6",
    };
    tag!(name, ["id" = &section.id, "tabindex" = "-1"], line(&section.title, links))
}
