//! Elements, as calls.
//!
//! `html!` writes each element out as code, about five hundred bytes of wasm; [`tag!`] makes the
//! same virtual elements through one function. A visitor downloads a fifth less.

use std::rc::Rc;

use yew::virtual_dom::{Attributes, Listener, VTag, VText};
use yew::{AttrValue, Callback, Html, MouseEvent};

use crate::notice::Text;

/// An element: `tag!("li", ["class" = "card", "id" = id], child, children)`. An attribute may be
/// an `Option`; a child may be text, an element, a list of them, or an `Option`.
macro_rules! tag {
    ($name:expr, [$($attributes:tt)*] $(, $child:expr)* $(,)?) => {
        $crate::widget::tag::with_attributes!(
            ($name, vec![$($crate::widget::tag::Child::child($child)),*]) [] [] $($attributes)*
        )
    };
    ($name:expr $(, $child:expr)* $(,)?) => { tag!($name, [] $(, $child)*) };
}
pub(super) use tag;

/// Sorts an element's attributes: what is written as a literal becomes one text with the names, a
/// line each; the other values become a list.
macro_rules! with_attributes {
    (($name:expr, $children:expr) [$($text:literal)*] [$($value:expr,)*]) => {
        $crate::widget::tag::element(
            $name,
            concat!($($text),*),
            Box::new([$($crate::widget::tag::Value::value($value)),*]),
            $children,
        )
    };
    ($of:tt [$($text:literal)*] [$($values:expr,)*] $key:literal = $value:literal $(, $($rest:tt)*)?) => {
        $crate::widget::tag::with_attributes!(
            $of [$($text)* $key "=" $value "\n"] [$($values,)*] $($($rest)*)?
        )
    };
    ($of:tt [$($text:literal)*] [$($values:expr,)*] $key:literal = $value:expr $(, $($rest:tt)*)?) => {
        $crate::widget::tag::with_attributes!(
            $of [$($text)* $key "\n"] [$($values,)* $value,] $($($rest)*)?
        )
    };
}
pub(super) use with_attributes;

#[inline(never)]
pub(super) fn element(
    name: &'static str,
    names: &'static str,
    values: Box<[Option<AttrValue>]>,
    children: Vec<Html>,
) -> Html {
    let mut element = VTag::new(name);
    element.attributes = Attributes { names, values };
    if !children.is_empty() {
        element.set_children(list(children));
    }
    element.into()
}

/// The same element, doing something when it is clicked.
#[inline(never)]
pub(super) fn on_click(mut element: Html, act: Callback<MouseEvent>) -> Html {
    // It is new: nobody else has it yet.
    if let Html::VTag(tag) = &mut element
        && let Some(tag) = Rc::get_mut(tag)
    {
        let listener: Rc<dyn Listener> = Rc::new(yew::html::onclick::Wrapper::new(act));
        tag.set_listeners(Box::new([Some(listener)]));
    }
    element
}

/// What an attribute can be given.
pub(super) trait Value {
    fn value(self) -> Option<AttrValue>;
}

impl Value for &'static str {
    fn value(self) -> Option<AttrValue> {
        Some(AttrValue::Static(self))
    }
}

impl Value for AttrValue {
    fn value(self) -> Option<AttrValue> {
        Some(self)
    }
}

impl Value for &Text {
    #[inline(never)]
    fn value(self) -> Option<AttrValue> {
        Some(self.clone().into())
    }
}

impl Value for String {
    #[inline(never)]
    fn value(self) -> Option<AttrValue> {
        Some(self.into())
    }
}

/// A number in the digits of code. (`to_string` would bring two kilobytes of ways to print.)
pub(crate) fn digits(mut number: u32) -> String {
    let mut text = String::new();
    loop {
        text.insert(0, char::from(b"0123456789"[(number % 10) as usize]));
        number /= 10;
        if number == 0 {
            return text;
        }
    }
}

impl Value for u32 {
    fn value(self) -> Option<AttrValue> {
        digits(self).value()
    }
}

/// `aria-…="true"` or `"false"`.
impl Value for bool {
    fn value(self) -> Option<AttrValue> {
        (if self { "true" } else { "false" }).value()
    }
}

impl<V: Value> Value for Option<V> {
    fn value(self) -> Option<AttrValue> {
        self.and_then(V::value)
    }
}

/// What an element can hold. What is not there leaves its place empty, so that the elements
/// beside it stay themselves when it comes.
pub(super) trait Child {
    fn child(self) -> Html;
}

impl Child for Html {
    fn child(self) -> Html {
        self
    }
}

impl Child for Vec<Html> {
    fn child(self) -> Html {
        list(self)
    }
}

impl Child for &Text {
    #[inline(never)]
    fn child(self) -> Html {
        text(self.clone().into())
    }
}

impl Child for String {
    #[inline(never)]
    fn child(self) -> Html {
        text(self.into())
    }
}

impl Child for &'static str {
    #[inline(never)]
    fn child(self) -> Html {
        text(self.into())
    }
}

impl<C: Child> Child for Option<C> {
    fn child(self) -> Html {
        self.map(C::child).unwrap_or_default()
    }
}

#[inline(never)]
pub(super) fn list(parts: Vec<Html>) -> Html {
    yew::virtual_dom::VList::with_children(parts).into()
}

#[inline(never)]
fn text(words: AttrValue) -> Html {
    VText::new(words).into()
}

#[cfg(test)]
mod tests {
    use super::digits;
    use yew::Html;

    #[test]
    fn attributes_stand_in_the_order_in_which_they_are_written() {
        let (id, none): (String, Option<String>) = ("x".into(), None);
        let element =
            tag!("p", ["class" = "a=b", "id" = id, "hidden" = none, "dir" = "ltr", "open" = true]);
        let Html::VTag(element) = element else { panic!("no element") };
        let attributes: Vec<_> = element.attributes.iter().collect();
        assert_eq!(attributes, [("class", "a=b"), ("id", "x"), ("dir", "ltr"), ("open", "true")]);
    }

    #[test]
    fn a_number_has_the_digits_that_the_standard_library_gives_it() {
        for number in [0, 7, 10, 42, 100, 4_294_967_295] {
            assert_eq!(digits(number), number.to_string());
        }
    }
}
