//! A long list, bound into leaves: the first things each by itself, the rest a few together. A browser
//! passes over a leaf that is out of sight as a whole, where hundreds of things of their own make
//! every painting wait, and so every key in a box.

use yew::Html;

use super::context::View;
use super::slot::{Draw, Stamp, slot, slots};
use super::tag::tag;

/// How many things of a kind are drawn before the first painting: more than a screen has room for.
pub(super) const AT_ONCE: usize = 24;

/// The things at those places, so many of them to a leaf. Those up to where the visitor is led are
/// drawn now. `stamp` is of the thing at a place.
pub(super) fn leaves(
    view: View,
    draw: Draw,
    places: &[usize],
    size: usize,
    stamp: &dyn Fn(usize) -> Stamp,
    bind: fn(Html) -> Html,
) -> Vec<Html> {
    let alone = if view.live() { AT_ONCE.min(places.len()) } else { places.len() };
    let (first, rest) = places.split_at(alone);
    let first = first.iter().map(|place| slot(view, draw, *place, stamp(*place), true));
    let rest = rest.chunks(size).map(|few| {
        let now = view.state.wanted().is_some_and(|wanted| few[0] <= wanted);
        let stamp = few.iter().fold(Stamp::NONE, |all, place| all.join(stamp(*place)));
        bind(slots(view, draw, few.into(), stamp, now))
    });
    first.chain(rest).collect()
}

/// A leaf of a list: its items are the list's own, for who reads with a screen reader too.
pub(super) fn list_in_list(class: &'static str, few: Html, hidden: bool) -> Html {
    let inner = tag!("ul", ["class" = class, "role" = "none"], few);
    tag!("li", ["class" = "leaf", "role" = "none", "hidden" = hidden.then_some("")], inner)
}
