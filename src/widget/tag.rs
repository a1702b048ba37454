//! Elements, as calls.
//!
//! `html!` writes each element out as code, about five hundred bytes of wasm; [`tag!`] makes the
//! same virtual elements through one function. A visitor downloads a fifth less.

use std::rc::Rc;

use yew::virtual_dom::{AttributeOrProperty, Attributes, Listener, VTag, VText};
use yew::{AttrValue, Callback, Html, MouseEvent};

use crate::notice::Text;

/// An element: `tag!("li", ["class" = "card", "id" = id], child, children)`. An attribute may be
/// an `Option`; a child may be text, an element, a list of them, or an `Option`.
macro_rules! tag {
    ($name:expr, [$($key:literal = $value:expr),* $(,)?] $(, $child:expr)* $(,)?) => {
        $crate::widget::tag::element(
            $name,
            &[$($key),*],
            Box::new([$($crate::widget::tag::Value::value($value)),*]),
            vec![$($crate::widget::tag::Child::child($child)),*],
        )
    };
    ($name:expr $(, $child:expr)* $(,)?) => { tag!($name, [] $(, $child)*) };
}
pub(super) use tag;

#[inline(never)]
pub(super) fn element(
    name: &'static str,
    keys: &'static [&'static str],
    values: Box<[Option<AttributeOrProperty>]>,
    children: Vec<Html>,
) -> Html {
    let mut element = VTag::new(name);
    element.attributes = Attributes::Dynamic { keys, values };
    if !children.is_empty() {
        element.set_children(list(children));
    }
    element.into()
}

/// The same element, doing something when it is clicked.
#[inline(never)]
pub(super) fn on_click(element: Html, act: Callback<MouseEvent>) -> Html {
    let Html::VTag(mut element) = element else { return element };
    let listener: Rc<dyn Listener> = Rc::new(yew::html::onclick::Wrapper::new(act));
    Rc::make_mut(&mut element).set_listeners(Box::new([Some(listener)]));
    Html::VTag(element)
}

/// What an attribute can be given.
pub(super) trait Value {
    fn value(self) -> Option<AttributeOrProperty>;
}

impl Value for &'static str {
    /// Not `AttributeOrProperty::Static`: Yew 0.23 renders none of those on the server where the
    /// list of attributes is dynamic.
    fn value(self) -> Option<AttributeOrProperty> {
        // Not `AttributeOrProperty::Static`: Yew 0.23 leaves those out of what it renders natively.
        AttrValue::Static(self).value()
    }
}

impl Value for AttrValue {
    fn value(self) -> Option<AttributeOrProperty> {
        Some(AttributeOrProperty::Attribute(self))
    }
}

impl Value for &Text {
    fn value(self) -> Option<AttributeOrProperty> {
        AttrValue::from(self.clone()).value()
    }
}

impl Value for String {
    fn value(self) -> Option<AttributeOrProperty> {
        AttrValue::from(self).value()
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
    fn value(self) -> Option<AttributeOrProperty> {
        digits(self).value()
    }
}

/// `aria-…="true"` or `"false"`.
impl Value for bool {
    fn value(self) -> Option<AttributeOrProperty> {
        (if self { "true" } else { "false" }).value()
    }
}

impl<V: Value> Value for Option<V> {
    fn value(self) -> Option<AttributeOrProperty> {
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
    fn child(self) -> Html {
        text(self.clone().into())
    }
}

impl Child for String {
    fn child(self) -> Html {
        text(self.into())
    }
}

impl Child for &'static str {
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

    #[test]
    fn a_number_has_the_digits_that_the_standard_library_gives_it() {
        for number in [0, 7, 10, 42, 100, 4_294_967_295] {
            assert_eq!(digits(number), number.to_string());
        }
    }
}
