//! A part of the notice that is drawn when its time comes, and again only when what it shows has
//! changed: the one component beside the root.
//!
//! A long notice is thousands of elements. What the visitor sees first is drawn at once; the rest
//! follows in the browser's idle time, so that its own search, print and deep links find all of it.

use std::rc::Rc;

use yew::{Component, Context, Html, Properties, html};

use super::Mode;
use super::context::{Shown, View};
use super::tag::list;

/// What a slot shows, of the thing at that place.
pub(super) type Draw = fn(View, usize) -> Html;

/// Stands for everything that a drawing depends on, beside the notice and the place: equal stamps,
/// equal drawings. (The FNV-1a hash of its parts.)
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp(u64);

impl Stamp {
    pub const NONE: Stamp = Stamp(0xcbf2_9ce4_8422_2325);

    #[expect(clippy::cast_possible_truncation, reason = "half and half")]
    pub fn join(self, other: Stamp) -> Self {
        self.and(other.0 as u32).and((other.0 >> 32) as u32)
    }

    #[must_use]
    pub fn and(self, part: u32) -> Self {
        Self((self.0 ^ u64::from(part)).wrapping_mul(0x0100_0000_01b3))
    }
}

/// Draws the thing at that place: `now`, and again at once, or when there is time.
pub(super) fn slot(view: View, draw: Draw, place: usize, stamp: Stamp, now: bool) -> Html {
    slots(view, draw, Rc::from([place]), stamp, now)
}

/// Draws the things at those places, always together.
pub(super) fn slots(view: View, draw: Draw, places: Rc<[usize]>, stamp: Stamp, now: bool) -> Html {
    if view.shown.mode == Mode::Page {
        return draw_all(view, draw, &places);
    }
    let shown = view.shown.clone();
    html! { <Slot {shown} {draw} {places} {stamp} {now} /> }
}

fn draw_all(view: View, draw: Draw, places: &[usize]) -> Html {
    list(places.iter().map(|place| draw(view, *place)).collect())
}

pub(super) struct Slot {
    /// Whether anything is drawn.
    stands: bool,
    /// Whether it is to be drawn, or drawn again, when there is time.
    waits: bool,
}

#[derive(Properties)]
pub(super) struct SlotProps {
    pub shown: Rc<Shown>,
    pub draw: Draw,
    pub places: Rc<[usize]>,
    pub stamp: Stamp,
    pub now: bool,
}

/// What is drawn never changes in its place; the mode and the callback not while a notice is shown.
impl PartialEq for SlotProps {
    fn eq(&self, other: &Self) -> bool {
        self.now == other.now && self.draws_as(other)
    }
}

impl SlotProps {
    fn draws_as(&self, other: &Self) -> bool {
        self.stamp == other.stamp
            && self.places == other.places
            && Rc::ptr_eq(&self.shown.state.notice, &other.shown.state.notice)
    }
}

impl Component for Slot {
    type Message = ();
    type Properties = SlotProps;

    fn create(ctx: &Context<Self>) -> Self {
        let SlotProps { shown, now, .. } = ctx.props();
        let waits = !now && shown.effects.later(ctx.link().callback(|()| ()));
        Self { stands: !waits, waits }
    }

    fn update(&mut self, _: &Context<Self>, (): ()) -> bool {
        self.stands = true;
        std::mem::take(&mut self.waits)
    }

    /// Until it is drawn again, it stands there as it was.
    fn changed(&mut self, ctx: &Context<Self>, before: &SlotProps) -> bool {
        let SlotProps { shown, now, .. } = ctx.props();
        if !self.waits && ctx.props().draws_as(before) {
            return false;
        }
        if *now {
            self.waits = false;
        } else if !self.waits {
            self.waits = shown.effects.again_later(ctx.link().callback(|()| ()));
        }
        self.stands |= !self.waits;
        !self.waits
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let SlotProps { shown, draw, places, .. } = ctx.props();
        if !self.stands {
            return Html::default();
        }
        draw_all(View::new(shown), *draw, places)
    }
}
