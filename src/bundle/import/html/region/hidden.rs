//! What of a page nobody sees, and what is hidden only until somebody opens it.

use std::collections::BTreeSet;

use super::super::dom::{Dom, Id, ROOT};
use super::level;

/// Elements whose words are no words of a page.
const UNSEEN: [&str; 22] = [
    "script", "style", "noscript", "template", "head", "title", "svg", "math", "iframe", "object",
    "canvas", "audio", "video", "select", "textarea", "input", "button", "datalist", "dialog",
    "map", "embed", "frameset",
];

/// What opens parts of a page, and what it opens.
pub(super) struct Doors {
    opened: BTreeSet<String>,
    templates: bool,
}

impl Doors {
    /// All ids that something in the page says it opens.
    pub(super) fn of(dom: &Dom, templates: bool) -> Doors {
        let all = dom.below(ROOT, &|_| false).filter(|id| !dom.name(*id).is_empty());
        let targets = all.flat_map(|id| {
            ["aria-controls", "data-target", "data-bs-target"]
                .into_iter()
                .filter_map(move |name| dom.attribute(id, name))
        });
        let ids = targets.flat_map(str::split_whitespace);
        let opened = ids.map(|id| id.trim_start_matches('#').to_owned()).collect();
        Doors { opened, templates }
    }

    /// Something in the page opens the element.
    fn opens(&self, dom: &Dom, id: Id) -> bool {
        dom.attribute(id, "id").is_some_and(|own| self.opened.contains(own))
            || element_before(dom, id).is_some_and(|before| is_door(dom, before))
    }

    /// Nobody sees the element. A template's content is seen where that is asked for.
    pub(super) fn is_unseen(&self, dom: &Dom, id: Id) -> bool {
        let name = dom.name(id);
        if name.is_empty() {
            return false;
        }
        let shadow =
            name == "template" && (self.templates || dom.attribute(id, "shadowrootmode").is_some());
        let door = name == "button" && (is_door(dom, id) || in_heading(dom, id));
        UNSEEN.contains(&name) && !door && !shadow || is_hidden(dom, id) && !self.opens(dom, id)
    }
}

/// The element is the head of a part that opens and closes: few words, no heading, and it says so.
pub(super) fn is_door(dom: &Dom, id: Id) -> bool {
    let name = dom.name(id);
    if name.is_empty() || matches!(name, "summary" | "a" | "li" | "body" | "html") {
        return false;
    }
    let is_button = name == "button" || dom.attribute(id, "role") == Some("button");
    let says =
        ["aria-controls", "aria-expanded"].iter().any(|own| dom.attribute(id, own).is_some());
    let class = dom.attribute(id, "class").unwrap_or_default().to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| class.contains(word));
    let named = has(&["accordion", "tab-", "toggle", "faq", "collaps", "expand"])
        && has(&["title", "header", "heading", "question", "trigger", "button", "label"]);
    if !(is_button && says || named) || in_heading(dom, id) {
        return false;
    }
    let mut letters = 0;
    for inner in dom.below(id, &|_| false) {
        letters += dom.text(inner).map_or(0, |text| text.trim().chars().count());
        let block = matches!(dom.name(inner), "p" | "ul" | "ol" | "table" | "dl");
        if letters > 140 || block || level(dom, inner).is_some() {
            return false;
        }
    }
    letters >= 3 && opens_what_follows(dom, id)
}

/// A menu's and a banner's buttons open nothing that stands beside them.
fn opens_what_follows(dom: &Dom, id: Id) -> bool {
    let is_button =
        |id: Id| dom.name(id) == "button" || dom.attribute(id, "role") == Some("button");
    // The head may stand in an element of its own.
    let mut at = Some(id);
    let mut after = None;
    for _ in 0..3 {
        after = at.and_then(|at| element_after(dom, at));
        if after.is_some() {
            break;
        }
        at = at.and_then(|at| dom.parent(at));
    }
    after.is_some_and(|next| {
        let words = dom.below(next, &|_| false).filter_map(|id| dom.text(id));
        let mut letters = 0;
        !is_button(next)
            && words.into_iter().any(|text| {
                letters += text.trim().chars().count();
                letters >= 20
            })
    })
}

fn element_after(dom: &Dom, id: Id) -> Option<Id> {
    std::iter::successors(dom.next(id), |id| dom.next(*id)).find(|id| !dom.name(*id).is_empty())
}

fn element_before(dom: &Dom, id: Id) -> Option<Id> {
    std::iter::successors(dom.previous(id), |id| dom.previous(*id))
        .find(|id| !dom.name(*id).is_empty())
}

/// The element stands in a heading.
fn in_heading(dom: &Dom, id: Id) -> bool {
    std::iter::successors(dom.parent(id), |id| dom.parent(*id))
        .take(4)
        .any(|id| level(dom, id).is_some() || dom.name(id) == "summary")
}

/// Hidden, and by nothing that a visitor opens.
fn is_hidden(dom: &Dom, id: Id) -> bool {
    let style = dom.attribute(id, "style").unwrap_or_default();
    let style: String =
        style.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_lowercase();
    let hidden = dom.attribute(id, "hidden").is_some_and(|value| value != "until-found")
        || dom.attribute(id, "aria-hidden") == Some("true")
        || style.contains("display:none")
        || style.contains("visibility:hidden");
    let named = format!(
        "{} {} {}",
        dom.attribute(id, "class").unwrap_or_default(),
        dom.attribute(id, "id").unwrap_or_default(),
        dom.attribute(id, "role").unwrap_or_default()
    )
    .to_lowercase();
    let opened =
        ["accordion", "collaps", "panel", "tab", "toggle", "answer", "fold", "expand", "more"];
    hidden && !opened.iter().any(|word| named.contains(word))
}
