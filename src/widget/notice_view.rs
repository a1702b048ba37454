//! The root: the notice as a dialog or as a page.

use std::rc::Rc;

use yew::{Component, Context, Html, Properties};

use super::card::cards;
use super::changes::changes;
use super::choices::choices;
use super::context::{Shown, View};
use super::head::{bar, contact, title};
use super::record::record;
use super::search::{Finder, Next};
use super::slot::{Stamp, slot};
use super::tag::{Child, list, tag};
use super::whole::whole;
use super::{Action, Effects, Mode, State};

/// The notice.
pub struct NoticeView {
    shown: Rc<Shown>,
    finder: Finder,
    /// Whether what takes several paintings is to go on after the next.
    goes_on: bool,
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

/// How many parts there are, and which of them is the choices'.
const PARTS: usize = 4;
const CHOICES: usize = 1;

/// The cards and, below the first screen, what is behind them. Each part is looked at again only where
/// something has happened that it could show: a company that comes into sight does not have a thousand
/// articles asked whether they are the same.
fn parts(view: View) -> Html {
    let state = view.state;
    let part_of = |place: usize| {
        let its = if place == CHOICES { state.directory.turn() } else { state.moved };
        let stamp = Stamp::NONE.and(state.turn).and(its);
        slot(view, part, place, stamp, place == 0 || !state.in_turns())
    };
    list((0..if state.is_whole() { PARTS } else { 1 }).map(part_of).collect())
}

fn part(view: View, place: usize) -> Html {
    match place {
        0 => cards(view).child(),
        CHOICES => choices(view).child(),
        2 => whole(view),
        _ => list(vec![changes(view).child(), record(view).child(), contact(view)]),
    }
}

impl Component for NoticeView {
    type Message = Rc<Action>;
    type Properties = NoticeViewProps;

    fn create(ctx: &Context<Self>) -> Self {
        let NoticeViewProps { state, mode, effects } = ctx.props();
        let (mut state, mode, effects) = (state.clone(), *mode, effects.clone());
        if let Some(now) = state.snapshot.as_ref().filter(|_| mode == Mode::Dialog) {
            state.directory.take_ticks(&state.notice, effects.ticks(now));
        }
        let plain = effects.clone();
        let finder = Finder::new(Rc::new(move |text: &str| plain.plain_letters(text)));
        let link = ctx.link().callback(|action: Rc<Action>| action);
        Self { shown: Rc::new(Shown { state, mode, effects, link }), finder, goes_on: false }
    }

    /// What the visitor wants goes to the world first; the state follows what came of it.
    fn update(&mut self, ctx: &Context<Self>, action: Rc<Action>) -> bool {
        let effects = &ctx.props().effects;
        let State { notice, snapshot, .. } = &self.shown.state;
        let action = match &*action {
            Action::Choose(said, layer) => {
                // Written and told; the screen follows in a turn of its own.
                if let Some(now) = snapshot.clone() {
                    effects.choose(&now, notice, said, *layer);
                    let (effects, said) = (effects.clone(), said.clone());
                    let chosen = move |()| {
                        let now = effects.snapshot().map_or_else(|| now.clone(), Rc::new);
                        Action::Chosen(said.clone(), now)
                    };
                    ctx.props().effects.after_others(ctx.link().callback(chosen));
                }
                return false;
            }
            Action::Forget => {
                effects.forget();
                match effects.snapshot() {
                    Some(now) => Action::Forgotten(now.into()).into(),
                    None => return false,
                }
            }
            Action::Work => {
                let (found, next) = self.finder.work(notice, &self.shown.state.search, &**effects);
                self.finder.running = next != Next::Never;
                let work = ctx.link().callback(|()| Action::Work);
                match next {
                    Next::Never => {}
                    Next::AfterOthers => effects.after_others(work),
                    Next::AtRest => effects.at_rest(work),
                }
                match found {
                    Some(found) => found.into(),
                    None => return false,
                }
            }
            Action::Step(back) if self.finder.step_later(*back) => return false,
            _ => action,
        };
        let action = &*action;
        match action {
            Action::Download => {
                if let Some(now) = snapshot {
                    effects.download(now, notice);
                }
            }
            Action::Language(tag) => effects.language(tag),
            Action::Print => effects.print(),
            Action::Close => effects.close(),
            Action::Clear => {
                effects.clear_search();
                self.finder.ask("".into());
            }
            Action::Search(words) => self.finder.ask(words.clone()),
            _ => {}
        }
        let tells = matches!(action, Action::Translated(_));
        let ticks = matches!(action, Action::Tick(_) | Action::Forgotten(_));
        if matches!(action, Action::GoOn) {
            self.goes_on = false;
        }
        let asks = tells || matches!(action, Action::Search(_) | Action::Clear);
        let state = &mut Rc::make_mut(&mut self.shown).state;
        let new = match action {
            Action::Filter(words) => {
                state.directory.narrow(&state.notice, words, &mut self.finder.letters);
                true
            }
            other => state.reduce(other),
        };
        // The first company does not wait until the visitor rests; nor does the count for it.
        if matches!(action, Action::Filter(_) | Action::Unfold) && state.directory.begins() {
            effects.after_painting(ctx.link().callback(|()| Action::Unfold));
        }
        if !new && let Some(id) = state.take_reveal() {
            effects.reveal(&id);
        }
        if state.goes_on() && !std::mem::replace(&mut self.goes_on, true) {
            effects.at_rest(ctx.link().callback(|()| Action::GoOn));
        }
        if let Some(now) = state.snapshot.as_ref().filter(|_| ticks) {
            effects.keep_ticks(now, state.directory.ticked());
        }
        if tells {
            self.finder.start_over();
            effects.no_highlights();
        }
        if asks && !std::mem::replace(&mut self.finder.running, true) {
            ctx.link().send_message(Action::Work);
        }
        new
    }

    fn view(&self, _: &Context<Self>) -> Html {
        let view = View::new(&self.shown);
        let notice = view.notice();
        let live = view.live();
        let status = || tag!("p", ["class" = "status", "role" = "status"], &view.state.status);
        tag!(
            if live { "dialog" } else { "main" },
            [
                "class" = "sudare",
                "part" = "paper",
                "lang" = &notice.lang,
                "dir" = &notice.dir,
                "aria-labelledby" = live.then_some("sudare-title"),
            ],
            tag!("div", ["class" = "sheet"], bar(view), title(view), parts(view), status()),
        )
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        let effects = &ctx.props().effects;
        let state = &mut Rc::make_mut(&mut self.shown).state;
        if let Some(id) = state.take_reveal() {
            effects.reveal(&id);
        }
        if state.take_step()
            && let Some((place, nth)) = state.search.place()
            && let Some((id, part)) = self.finder.find(&state.notice, place, nth)
        {
            effects.highlight_one(&id, part);
        }
    }
}
