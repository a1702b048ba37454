//! A part of the notice that is drawn when its time comes, and again only when what it shows has
//! changed: the one component beside the root.
//!
//! A long notice is thousands of elements. What the visitor sees first is drawn at once; the rest
//! follows in the browser's idle time, so that its own search, print and deep links find all of it.

use std::ops::Range;
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
    fn join(self, other: Stamp) -> Self {
        self.and(other.0 as u32).and((other.0 >> 32) as u32)
    }

    #[must_use]
    pub fn and(self, part: u32) -> Self {
        Self((self.0 ^ u64::from(part)).wrapping_mul(0x0100_0000_01b3))
    }
}

/// How many things of a kind are drawn before the first painting: more than a screen has room for.
pub(super) const AT_ONCE: usize = 24;
/// How many of the others are drawn in one go, and again together.
const IN_ONE_GO: usize = 8;

/// Draws the thing at that place: `now`, or when there is time.
pub(super) fn slot(view: View, draw: Draw, place: usize, stamp: Stamp, now: bool) -> Html {
    many(view, draw, place..place + 1, stamp, now)
}

/// Draws so many things, the first ones and those up to the `wanted` one now, the others when there
/// is time. `stamp` is of the thing at a place.
pub(super) fn slots(
    view: View,
    draw: Draw,
    count: usize,
    wanted: Option<usize>,
    stamp: impl Fn(usize) -> Stamp,
) -> Vec<Html> {
    let mut drawn = Vec::new();
    let mut from = 0;
    while from < count {
        let to = if from < AT_ONCE { from + 1 } else { from + IN_ONE_GO }.min(count);
        let together = (from..to).fold(Stamp::NONE, |all, place| all.join(stamp(place)));
        let now = from < AT_ONCE || wanted.is_some_and(|wanted| from <= wanted);
        drawn.push(many(view, draw, from..to, together, now));
        from = to;
    }
    drawn
}

fn many(view: View, draw: Draw, places: Range<usize>, stamp: Stamp, now: bool) -> Html {
    if view.shown.mode == Mode::Page {
        return draw_all(view, draw, places);
    }
    let shown = view.shown.clone();
    html! { <Slot {shown} {draw} {places} {stamp} {now} /> }
}

fn draw_all(view: View, draw: Draw, places: Range<usize>) -> Html {
    if places.len() == 1 {
        return draw(view, places.start);
    }
    list(places.map(|place| draw(view, place)).collect())
}

pub(super) struct Slot {
    drawn: bool,
}

#[derive(Properties)]
pub(super) struct SlotProps {
    pub shown: Rc<Shown>,
    pub draw: Draw,
    pub places: Range<usize>,
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
        Self { drawn: *now || !shown.effects.later(ctx.link().callback(|()| ())) }
    }

    fn update(&mut self, _: &Context<Self>, (): ()) -> bool {
        !std::mem::replace(&mut self.drawn, true)
    }

    fn changed(&mut self, ctx: &Context<Self>, before: &SlotProps) -> bool {
        let anew = !self.drawn || !ctx.props().draws_as(before);
        self.drawn |= ctx.props().now;
        self.drawn && anew
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let SlotProps { shown, draw, places, .. } = ctx.props();
        if !self.drawn {
            return Html::default();
        }
        draw_all(View::new(shown), *draw, places.clone())
    }
}
