//! The text of one article: the only part worth a component, because it is most of the notice and
//! never changes while switches do.

use std::rc::Rc;

use yew::{Callback, Component, Context, Html, Properties, html};

use super::blocks::blocks;
use super::context::View;
use super::inline::{Links, line};
use super::tag::{list, tag};
use super::{Action, Mode};
use crate::notice::{Article, Notice, Section};

/// The text of one article.
pub(super) struct Body;

/// The text of the article of that place, or the preamble.
pub(super) fn body(view: View, place: Option<usize>) -> Html {
    let (notice, link) = (view.state.notice.clone(), view.link.clone());
    html! { <Body {notice} {place} mode={view.mode} {link} /> }
}

#[derive(Properties)]
pub(super) struct BodyProps {
    pub notice: Rc<Notice>,
    /// Which article; none is the preamble.
    pub place: Option<usize>,
    pub mode: Mode,
    pub link: Callback<Action>,
}

/// The mode and the callback never change while a notice is shown.
impl PartialEq for BodyProps {
    fn eq(&self, other: &Self) -> bool {
        self.place == other.place && Rc::ptr_eq(&self.notice, &other.notice)
    }
}

impl Component for Body {
    type Message = ();
    type Properties = BodyProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let article = match props.place {
            None => Some(&props.notice.preamble),
            Some(place) => props.notice.articles.get(place),
        };
        let links = match props.mode {
            Mode::Dialog => Links::Dialog(&props.link),
            Mode::Page => Links::Page,
        };
        article.map(|article| text(article, links)).unwrap_or_default()
    }
}

fn text(article: &Article, links: Links) -> Html {
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
