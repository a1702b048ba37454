//! A part of the notice that is drawn when its time comes, and again only when what it shows has
//! changed: the one component beside the root.
//!
//! A long notice is thousands of elements. What the visitor sees first is drawn at once; the rest
//! follows in the browser's idle time, so that its own search, print and deep links find all of it.

use std::rc::Rc;

use yew::{Component, Context, Html, Properties, html};

use super::Mode;
use super::context::{Shown, View};

/// What a slot shows, of the thing at that place.
pub(super) type Draw = fn(View, usize) -> Html;

/// Stands for everything that a drawing depends on, beside the notice and the place: equal stamps,
/// equal drawings. (The FNV-1a hash of its parts.)
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp(u64);

impl Stamp {
    pub const NONE: Stamp = Stamp(0xcbf2_9ce4_8422_2325);

    #[must_use]
    pub fn and(self, part: u32) -> Self {
        Self((self.0 ^ u64::from(part)).wrapping_mul(0x0100_0000_01b3))
    }
}

/// Draws the thing at that place: `now`, or when there is time.
pub(super) fn slot(view: View, draw: Draw, place: usize, stamp: Stamp, now: bool) -> Html {
    if view.shown.mode == Mode::Page {
        return draw(view, place);
    }
    let shown = view.shown.clone();
    html! { <Slot {shown} {draw} {place} {stamp} {now} /> }
}

pub(super) struct Slot {
    drawn: bool,
}

#[derive(Properties)]
pub(super) struct SlotProps {
    pub shown: Rc<Shown>,
    pub draw: Draw,
    pub place: usize,
    pub stamp: Stamp,
    pub now: bool,
}

/// What is drawn never changes in its place; the mode and the callback not while a notice is shown.
impl PartialEq for SlotProps {
    fn eq(&self, other: &Self) -> bool {
        self.stamp == other.stamp
            && self.place == other.place
            && self.now == other.now
            && Rc::ptr_eq(&self.shown.state.notice, &other.shown.state.notice)
    }
}

impl Component for Slot {
    type Message = ();
    type Properties = SlotProps;

    fn create(ctx: &Context<Self>) -> Self {
        let SlotProps { shown, now, .. } = ctx.props();
        Self { drawn: *now || !shown.effects.later(ctx.link().callback(|()| ())) }
    }

    fn update(&mut self, _: &Context<Self>, (): ()) -> bool {
        !std::mem::replace(&mut self.drawn, true)
    }

    fn changed(&mut self, ctx: &Context<Self>, _: &SlotProps) -> bool {
        self.drawn |= ctx.props().now;
        self.drawn
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let SlotProps { shown, draw, place, .. } = ctx.props();
        if self.drawn { draw(View::new(shown), *place) } else { Html::default() }
    }
}
