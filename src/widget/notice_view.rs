//! The root: the notice as a dialog or as a page.

use std::rc::Rc;

use yew::{Callback, Component, Context, Html, Properties};

use super::card::cards;
use super::changes::changes;
use super::choices::choices;
use super::context::View;
use super::head::{bar, contact, title};
use super::record::record;
use super::tag::tag;
use super::whole::whole;
use super::{Action, Effects, Mode, State};

/// The notice.
pub struct NoticeView {
    state: State,
    link: Callback<Action>,
}

/// What a notice is shown with. None of it changes afterwards: what happens comes as [`Action`]s.
#[derive(Properties)]
pub struct NoticeViewProps {
    /// What it starts from.
    pub state: State,
    /// Where it is shown.
    pub mode: Mode,
    /// What it asks of the world.
    pub effects: Rc<dyn Effects>,
}

impl PartialEq for NoticeViewProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.effects, &other.effects)
    }
}

impl std::fmt::Debug for NoticeView {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str("NoticeView")
    }
}

impl std::fmt::Debug for NoticeViewProps {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str("NoticeViewProps")
    }
}

impl Component for NoticeView {
    type Message = Action;
    type Properties = NoticeViewProps;

    fn create(ctx: &Context<Self>) -> Self {
        Self { state: ctx.props().state.clone(), link: ctx.link().callback(|action| action) }
    }

    /// What the visitor wants goes to the world first; the state follows what came of it.
    fn update(&mut self, ctx: &Context<Self>, action: Action) -> bool {
        let effects = &ctx.props().effects;
        let action = match action {
            Action::Choose(said) => match effects.choose(&self.state.notice, &said) {
                Some(now) => Action::Chosen(said, now.into()),
                None => return false,
            },
            Action::Forget => match effects.forget() {
                Some(now) => Action::Forgotten(now.into()),
                None => return false,
            },
            other => other,
        };
        match &action {
            Action::Download => effects.download(&self.state.notice),
            Action::Language(tag) => effects.language(tag),
            Action::Close => effects.close(),
            _ => {}
        }
        self.state.reduce(action)
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let NoticeViewProps { mode, effects, .. } = ctx.props();
        let view = View { state: &self.state, mode: *mode, speech: &**effects, link: &self.link };
        let notice = view.notice();
        let live = view.live();
        let status = || tag!("p", ["class" = "status", "role" = "status"], &self.state.status);
        tag!(
            if live { "dialog" } else { "main" },
            [
                "class" = "sudare",
                "lang" = &notice.lang,
                "dir" = &notice.dir,
                "aria-labelledby" = live.then_some("sudare-title"),
            ],
            tag!(
                "div",
                ["class" = "sheet"],
                bar(view),
                title(view),
                cards(view),
                choices(view),
                whole(view),
                changes(view),
                record(view),
                contact(view),
                status(),
            ),
        )
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        if let Some(id) = self.state.take_reveal() {
            ctx.props().effects.reveal(&id);
        }
    }
}
