//! The text of one article: the only part worth a component, because it is most of the notice and
//! never changes while switches do.

use std::rc::Rc;

use yew::virtual_dom::VTag;
use yew::{Callback, Component, Context, Html, Properties, html};

use super::blocks::blocks;
use super::context::attr;
use super::inline::{Links, line};
use super::{Action, Mode};
use crate::notice::{Article, Notice, Section};

/// The text of one article.
pub(super) struct Body;

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
    let sections = article.sections.iter().map(|part| section(part, links));
    html! { <>{blocks(&article.blocks, links)}{sections.collect::<Html>()}</> }
}

/// A section's heading is one level below the source's: an article stands under *The whole notice*.
fn section(section: &Section, links: Links) -> Html {
    let mut heading = VTag::new(match section.level {
        ..=3 => "h4",
        4 => "h5",
        _ => "h6",
    });
    heading.add_attribute("id", attr(&section.id));
    heading.add_attribute("tabindex", "-1");
    heading.add_child(line(&section.title, links));
    html! { <>{Html::from(heading)}{blocks(&section.blocks, links)}</> }
}
