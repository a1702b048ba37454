//! Labels with places to fill.

use yew::Html;

use super::tag::Child;

/// A label whose places (`{date}` and the like) hold markup.
pub(super) fn filled(label: &str, values: &[(&str, Html)]) -> Vec<Html> {
    let mut rest = label;
    let mut parts = Vec::new();
    while let Some((before, after)) = rest.split_once('{') {
        parts.push(String::from(before).child());
        let Some((place, after)) = after.split_once('}') else { break };
        let value = values.iter().find(|(name, _)| *name == place);
        parts.extend(value.map(|(_, value)| value.clone()));
        rest = after;
    }
    parts.push(String::from(rest).child());
    parts
}
