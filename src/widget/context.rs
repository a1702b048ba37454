//! What every view function is given.

use std::rc::Rc;

use yew::{AttrValue, Callback, Html, MouseEvent};

use super::inline::Links;
use super::tag::{digits, on_click, tag};
use super::{Action, Effects, Mode, State};
use crate::consent::Layer;
use crate::notice::{Notice, Text, UiCount, UiWord};

/// What a notice is shown from, at one moment. Slots keep it, so that they can be drawn later.
#[derive(Clone)]
pub(super) struct Shown {
    pub state: State,
    pub mode: Mode,
    pub effects: Rc<dyn Effects>,
    pub link: Callback<Rc<Action>>,
}

/// What every view function is given.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    pub state: &'a State,
    pub link: &'a Callback<Rc<Action>>,
    /// The layer that is being drawn: a record says where a choice was made.
    pub layer: Layer,
    pub shown: &'a Rc<Shown>,
}

impl<'a> View<'a> {
    pub fn new(shown: &'a Rc<Shown>) -> Self {
        Self { state: &shown.state, link: &shown.link, layer: Layer::Summary, shown }
    }

    pub fn notice(&self) -> &'a Notice {
        &self.state.notice
    }

    /// Whether there is somebody to choose: not on the static page, which is made natively. In a
    /// browser this is known beforehand, and what is the page's alone is not in the widget.
    pub fn live(&self) -> bool {
        cfg!(not(feature = "cli")) || self.shown.mode == Mode::Dialog
    }

    /// What marks an element that stays hidden on the static page until its script is there.
    pub fn waiting(&self) -> Option<&'static str> {
        (!self.live()).then_some("")
    }

    /// A label of the interface.
    pub fn word(&self, word: UiWord) -> &'a Text {
        &self.notice().ui[word]
    }

    /// A label of the interface for that many: `{count}` is filled, the other places are `values`.
    pub fn count(&self, word: UiCount, count: usize, values: &[(&str, &str)]) -> String {
        let notice = self.notice();
        let number = self.number(count);
        let mut values = values.to_vec();
        values.push(("{count}", &number));
        notice.ui.fill_count(word, self.shown.effects.plural(&notice.lang, count), &values)
    }

    /// A number as the language writes it. The world is asked only where the notice does not know.
    #[expect(clippy::cast_possible_truncation, reason = "both are below a thousand")]
    pub fn number(&self, number: usize) -> Text {
        let notice = self.notice();
        let (thousands, rest) = (number / 1000, (number % 1000) as u32);
        match (thousands, notice.thousands.get(usize::from(thousands > 9))) {
            (0, _) if !notice.dates.is_empty() => digits(rest).into(),
            (1..1000, Some(sign)) => {
                // With a figure before them that goes again, the last three are three.
                [&*digits(thousands as u32), sign, &digits(1000 + rest)[1..]].concat().into()
            }
            _ => self.shown.effects.number(&notice.lang, number),
        }
    }

    /// A day as the language writes it, from what the notice or the record gives; of an instant,
    /// its day where the reader is.
    pub fn day(&self, date: &Text) -> Html {
        let (notice, effects) = (self.notice(), &self.shown.effects);
        let day = effects.day(date);
        let text = notice.date(&day).map_or_else(|| effects.date(&notice.lang, &day), Text::from);
        tag!("time", ["datetime" = date], &text)
    }

    /// What a click does.
    pub fn act(&self, action: Action) -> Callback<MouseEvent> {
        let (link, action) = (self.link.clone(), Rc::new(action));
        Callback::from(move |_| link.emit(action.clone()))
    }

    /// A quiet button with a label of the interface.
    pub fn button(&self, word: UiWord, action: Action) -> Html {
        let button = tag!("button", ["type" = "button", "class" = "quiet"], self.word(word));
        on_click(button, self.act(action))
    }

    /// A part of the notice, under its heading.
    pub fn part(&self, id: &'static str, name: UiWord, inside: Vec<Html>) -> Html {
        let heading = ["sudare-", id, "-name"].concat();
        tag!(
            "section",
            [
                "class" = "part",
                "id" = ["sudare-", id].concat(),
                "tabindex" = self.live().then_some("-1"),
                "aria-labelledby" = heading.clone(),
            ],
            tag!("h2", ["id" = heading], self.word(name)),
            inside,
        )
    }

    /// How links in the owner's text behave here.
    pub fn links(&self) -> Links<'a> {
        if self.live() { Links::Dialog(self.link) } else { Links::Page }
    }
}

/// An id of this view's own: `sudare-`, the part, and the owner's id.
pub(super) fn dom_id(part: &str, id: &str) -> AttrValue {
    AttrValue::from(["sudare-", part, id].concat())
}
