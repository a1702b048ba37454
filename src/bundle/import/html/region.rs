//! Where the policy stands in a page, and what around it is left out.
//!
//! What a page says about itself comes first: `main`, `article`, their roles. Where it says nothing, the
//! element with most of the page's running text is taken: text in links does not count. Inside of it, what is
//! named a menu, a footer, a banner is left out as long as it is small or made of links.

mod around;
mod hidden;
mod weights;

use std::collections::BTreeSet;

use super::super::dates;
use super::super::draft::names_policy;
use super::dom::{Dom, Id, ROOT};
use around::around;
use hidden::is_door;
use weights::Weights;

/// The policy's place in a page.
#[derive(Debug)]
pub(super) struct Region {
    /// The element that holds the policy.
    pub(super) top: Id,
    /// The page's heading, where it stands outside of that element.
    pub(super) title: Option<Id>,
    /// Per node: nobody reads it here.
    skipped: Vec<bool>,
    /// Heads of parts that open and close: headings that are not called so.
    doors: BTreeSet<Id>,
    /// What was left out and has words, with what it seems to be.
    pub(super) left_out: Vec<(Id, &'static str)>,
}

impl Region {
    pub(super) fn skips(&self, id: Id) -> bool {
        self.skipped.get(id).copied().unwrap_or(true)
    }

    /// The element is the head of a part that opens and closes.
    pub(super) fn is_door(&self, id: Id) -> bool {
        self.doors.contains(&id)
    }
}

/// Finds the policy. In a page that shows none, it may be in a template.
pub(super) fn find(dom: &Dom, templates: bool) -> Region {
    let mut skipped = vec![false; dom.len()];
    let doors = hidden::Doors::of(dom, templates);
    for (id, skip) in skipped.iter_mut().enumerate() {
        *skip = doors.is_unseen(dom, id);
    }
    let weights = Weights::of(dom, &skipped);
    let body = dom.below(ROOT, &|_| false).find(|id| dom.name(*id) == "body").unwrap_or(ROOT);
    let own = dom.below(body, &|_| false).find(|id| dom.attribute(*id, "data-policy").is_some());
    let is_own = own.is_some();
    let top = own.unwrap_or_else(|| narrowed(dom, &weights, &skipped, start(dom, &weights, body)));

    let mut left_out = Vec::new();
    if !is_own {
        let whole = weights.text_of(top).max(1);
        for id in dom.below(top, &|id| skipped.get(id).copied().unwrap_or(true)).collect::<Vec<_>>()
        {
            if id == top
                || dom.parent(id).is_none_or(|parent| skipped.get(parent).copied().unwrap_or(true))
            {
                continue;
            }
            if let Some(what) = around(dom, &weights, id, whole)
                && let Some(skip) = skipped.get_mut(id)
            {
                *skip = true;
                left_out.push((id, what));
            }
        }
    } else {
        for id in dom.below(top, &|_| false).collect::<Vec<_>>() {
            if dom.attribute(id, "data-ui").is_some()
                && let Some(skip) = skipped.get_mut(id)
            {
                *skip = true;
            }
        }
    }
    // A node below one that is left out is left out as well, so that asking for one node is enough.
    for id in dom.below(top, &|_| false).collect::<Vec<_>>() {
        if id != top
            && dom.parent(id).is_some_and(|parent| skipped.get(parent).copied().unwrap_or(false))
            && let Some(skip) = skipped.get_mut(id)
        {
            *skip = true;
        }
    }
    let title = title_outside(dom, &skipped, body, top);
    if !is_own {
        left_out.extend(beside(dom, &weights, &skipped, body, top, title));
    }
    left_out.retain(|(id, _)| weights.text_of(*id) > 0);
    left_out.sort_by_key(|(id, _)| dom.line(*id));
    let unread = |id: Id| skipped.get(id).copied().unwrap_or(true);
    let doors = dom.below(top, &unread).filter(|id| is_door(dom, *id)).collect();
    Region { top, title, skipped, doors, left_out }
}

/// The rank of a heading.
pub(super) fn level(dom: &Dom, id: Id) -> Option<u8> {
    match dom.name(id) {
        "h1" => Some(1),
        "h2" => Some(2),
        "h3" => Some(3),
        "h4" => Some(4),
        "h5" => Some(5),
        "h6" => Some(6),
        "" => None,
        _ if dom.attribute(id, "role") == Some("heading") => {
            let level = dom.attribute(id, "aria-level").and_then(|level| level.trim().parse().ok());
            Some(level.filter(|level| (1..=6).contains(level)).unwrap_or(2))
        }
        _ => None,
    }
}

/// What the page itself calls its content, if most of its text is in it.
fn start(dom: &Dom, weights: &Weights, body: Id) -> Id {
    let whole = u64::from(weights.worth(body));
    let candidates = dom.below(body, &|_| false).filter(|id| is_named(dom, *id));
    let best = candidates
        .filter(|id| 5 * u64::from(weights.worth(*id)) >= 2 * whole)
        .max_by_key(|id| weights.worth(*id));
    best.unwrap_or(body)
}

/// Directly before an element stands what names the policy or dates it: a line or two, and no link.
fn above(dom: &Dom, weights: &Weights, skipped: &[bool], parent: Id, child: Id) -> bool {
    let before = dom.children(parent).take_while(|id| *id != child);
    let seen = before.filter(|id| !skipped.get(*id).copied().unwrap_or(true));
    let short = |id: &Id| (1..=120).contains(&weights.text_of(*id)) && weights.linked_of(*id) == 0;
    let has_title =
        weights.headings_of(child) > 0 && weights.headings_of(parent) > weights.headings_of(child);
    seen.filter(short).any(|id| {
        let text: String = dom.below(id, &|_| false).filter_map(|id| dom.text(id)).collect();
        !has_title && names_policy(&text) || !dates::in_line(&text).is_empty()
    })
}

/// The page says that the element is its content.
fn is_named(dom: &Dom, id: Id) -> bool {
    matches!(dom.name(id), "main" | "article")
        || matches!(dom.attribute(id, "role"), Some("main" | "article"))
}

/// The smallest element below that still holds nearly all of its text and its headings.
fn narrowed(dom: &Dom, weights: &Weights, skipped: &[bool], mut at: Id) -> Id {
    loop {
        let children = dom.children(at).filter(|id| !skipped.get(*id).copied().unwrap_or(true));
        let heaviest = children.max_by_key(|id| (weights.worth(*id), weights.headings_of(*id)));
        let Some(child) = heaviest else { return at };
        let holds_text = 100 * u64::from(weights.worth(child)) >= 85 * u64::from(weights.worth(at));
        // Title and date above the text belong to it, where the page says that it is an article.
        let keeps_title = !is_named(dom, at)
            || weights.headings_of(child) == weights.headings_of(at)
            || weights.text_of(at) - weights.text_of(child) > 400
            || weights.linked_of(at) - weights.linked_of(child) > 20;
        let keeps_title = keeps_title && !above(dom, weights, skipped, at, child);
        let holds_headings = weights.headings_of(child) + 1 >= weights.headings_of(at)
            || 10 * weights.headings_of(child) >= 8 * weights.headings_of(at);
        let is_block = !matches!(
            dom.name(child),
            "p" | "ul"
                | "ol"
                | "dl"
                | "li"
                | "pre"
                | "blockquote"
                | "table"
                | ""
                | "h1"
                | "h2"
                | "h3"
                | "font"
                | "span"
                | "b"
                | "tbody"
                | "tr"
        );
        if weights.text_of(at) == 0 || !holds_text || !holds_headings || !is_block || !keeps_title {
            return at;
        }
        at = child;
    }
}

/// The page's first-rank heading, if the policy's element has none before its first heading.
fn title_outside(dom: &Dom, skipped: &[bool], body: Id, top: Id) -> Option<Id> {
    let skip = |id: Id| skipped.get(id).copied().unwrap_or(true);
    let words = |id: Id| {
        dom.below(id, &skip)
            .any(|id| dom.text(id).is_some_and(|t| t.contains(char::is_alphanumeric)))
    };
    let inside = dom.below(top, &skip).any(|id| level(dom, id) == Some(1) && words(id))
        || dom.attribute(top, "data-policy").is_some();
    if inside {
        return None;
    }
    let names = |id: &Id| {
        let text: String = dom.below(*id, &skip).filter_map(|id| dom.text(id)).collect();
        names_policy(&text)
    };
    let outside: Vec<Id> = dom
        .below(body, &|id| skip(id) || id == top)
        .filter(|id| level(dom, *id) == Some(1) && words(*id))
        .filter(|id| dom.line(*id) <= dom.line(top) || dom.name(*id) == "h1")
        .collect();
    // A site's name is a heading of the first rank on many pages, too.
    outside.iter().find(|id| names(id)).or(outside.first()).copied()
}

/// The largest parts of the page beside the policy.
fn beside(
    dom: &Dom,
    weights: &Weights,
    skipped: &[bool],
    body: Id,
    top: Id,
    title: Option<Id>,
) -> Vec<(Id, &'static str)> {
    let mut path = vec![top];
    while let Some(parent) = path.last().and_then(|id| dom.parent(*id)) {
        if parent == dom.parent(body).unwrap_or(ROOT) {
            break;
        }
        path.push(parent);
    }
    let mut parts = Vec::new();
    for above in &path[1..] {
        for id in dom.children(*above) {
            let apart = !path.contains(&id)
                && Some(id) != title
                && !skipped.get(id).copied().unwrap_or(true);
            // What holds the title and nothing else is not left out.
            let of_title = title
                .filter(|title| dom.below(id, &|_| false).any(|inner| inner == *title))
                .map_or(0, |title| weights.text_of(title));
            if apart && weights.text_of(id) > of_title {
                let whole = weights.text_of(body).max(1).saturating_mul(20);
                parts.push((id, around(dom, weights, id, whole).unwrap_or("a part of the page")));
            }
        }
    }
    parts
}
