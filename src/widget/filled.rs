//! Labels with places to fill.

use yew::{Html, html};

use super::context::attr;
use super::inline::words;
use crate::notice::Text;

/// A label whose places (`{date}` and the like) hold markup.
pub(super) fn filled(label: &str, values: &[(&str, Html)]) -> Html {
    let mut rest = label;
    let mut parts = Vec::new();
    while let Some((before, after)) = rest.split_once('{') {
        parts.push(Html::from(before));
        let Some((place, after)) = after.split_once('}') else { break };
        let value = values.iter().find(|(name, _)| *name == place);
        parts.extend(value.map(|(_, value)| value.clone()));
        rest = after;
    }
    parts.push(Html::from(rest));
    parts.into_iter().collect()
}

/// A day, as the notice or the record gives it; of an instant, its day.
pub(super) fn day(date: &Text) -> Html {
    match date.split_once('T') {
        Some((day, _)) => html! { <time datetime={attr(date)}>{day}</time> },
        None => html! { <time datetime={attr(date)}>{words(date)}</time> },
    }
}
