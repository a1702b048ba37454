//! A long list, bound into leaves: the first things each by itself, the rest a few together. A browser
//! passes over a leaf that is out of sight as a whole, where hundreds of things of their own make
//! every painting wait, and so every key in a box.

use yew::Html;

use super::context::View;
use super::slot::{Draw, Stamp, slots};
use super::tag::tag;

/// How many things of a kind stand by themselves: more than a screen has room for.
pub(super) const AT_ONCE: usize = 16;

/// The things at those places: the first ones each by itself, the others so many to a `leaf`.
pub(super) fn leaves(
    view: View,
    places: &[usize],
    size: usize,
    leaf: &dyn Fn(&[usize]) -> Html,
) -> Vec<Html> {
    let alone = if view.live() { AT_ONCE.min(places.len()) } else { places.len() };
    let (first, rest) = places.split_at(alone);
    first.chunks(1).chain(rest.chunks(size)).map(leaf).collect()
}

/// What a leaf of cards or articles holds. It is drawn now if it is of the first screen, or where the
/// visitor is led, or before that. `stamp` is of the thing at a place.
pub(super) fn held(
    view: View,
    draw: Draw,
    few: &[usize],
    stamp: &dyn Fn(usize) -> Stamp,
    first: bool,
) -> Html {
    let led = view.state.wanted().is_some_and(|wanted| few[0] <= wanted);
    let stamp = few.iter().fold(Stamp::NONE, |all, place| all.join(stamp(*place)));
    slots(view, draw, few.into(), stamp, led || first)
}

/// A leaf of a list: its items are the list's own, for who reads with a screen reader too.
pub(super) fn list_in_list(class: &'static str, few: Html, hidden: bool) -> Html {
    let inner = tag!("ul", ["class" = class, "role" = "none"], few);
    tag!("li", ["class" = "leaf", "role" = "none", "hidden" = hidden.then_some("")], inner)
}
