//! What every view function is given.

use yew::{AttrValue, Callback, Html, MouseEvent};

use super::inline::{Links, words};
use super::{Action, Mode, State};
use crate::notice::{Notice, Text, UiWord};

/// What every view function is given.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    pub state: &'a State,
    pub mode: Mode,
    pub link: &'a Callback<Action>,
}

impl<'a> View<'a> {
    pub fn notice(&self) -> &'a Notice {
        &self.state.notice
    }

    /// Whether there is somebody to choose: not on the static page.
    pub fn live(&self) -> bool {
        self.mode == Mode::Dialog
    }

    /// A label of the interface.
    pub fn word(&self, word: UiWord) -> Html {
        words(&self.notice().ui[word])
    }

    /// What a click does.
    pub fn act(&self, action: Action) -> Callback<MouseEvent> {
        let link = self.link.clone();
        Callback::from(move |_| link.emit(action.clone()))
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

/// A shared text as an attribute.
pub(super) fn attr(text: &Text) -> AttrValue {
    AttrValue::from(text.clone())
}
