//! Where the policy stands in a page, and what around it is left out.
//!
//! What a page says about itself comes first: `main`, `article`, their roles. Where it says nothing, the
//! element with most of the page's running text is taken: text in links does not count. Inside of it, what is
//! named a menu, a footer, a banner is left out as long as it is small or made of links.

use super::dom::{Dom, Id, ROOT};

/// The policy's place in a page.
#[derive(Debug)]
pub(super) struct Region {
    /// The element that holds the policy.
    pub(super) top: Id,
    /// The page's heading, where it stands outside of that element.
    pub(super) title: Option<Id>,
    /// Per node: nobody reads it here.
    skipped: Vec<bool>,
    /// What was left out and has words, with what it seems to be.
    pub(super) left_out: Vec<(Id, &'static str)>,
}

impl Region {
    pub(super) fn skips(&self, id: Id) -> bool {
        self.skipped.get(id).copied().unwrap_or(true)
    }
}

/// Elements whose words are no words of a page.
const UNSEEN: [&str; 22] = [
    "script", "style", "noscript", "template", "head", "title", "svg", "math", "iframe", "object",
    "canvas", "audio", "video", "select", "textarea", "input", "button", "datalist", "dialog",
    "map", "embed", "frameset",
];

/// How much running text there is below each node, and how much of it in links.
struct Weights {
    text: Vec<u32>,
    linked: Vec<u32>,
    headings: Vec<u32>,
}

/// Finds the policy.
pub(super) fn find(dom: &Dom) -> Region {
    let mut skipped = vec![false; dom.len()];
    for (id, skip) in skipped.iter_mut().enumerate() {
        *skip = is_unseen(dom, id);
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
    Region { top, title, skipped, left_out }
}

/// Running text outside of any link, in letters.
impl Weights {
    fn of(dom: &Dom, skipped: &[bool]) -> Weights {
        let skip = |id: Id| skipped.get(id).copied().unwrap_or(true);
        let mut weights = Weights {
            text: vec![0; dom.len()],
            linked: vec![0; dom.len()],
            headings: vec![0; dom.len()],
        };
        let order: Vec<Id> = dom.below(ROOT, &skip).collect();
        let mut in_link = vec![false; dom.len()];
        for id in &order {
            let above =
                dom.parent(*id).and_then(|parent| in_link.get(parent).copied()).unwrap_or(false);
            if let Some(linked) = in_link.get_mut(*id) {
                *linked = above || dom.name(*id) == "a";
            }
        }
        for id in order.iter().rev() {
            let letters =
                dom.text(*id).map_or(0, |text| text.chars().filter(|c| !c.is_whitespace()).count());
            let letters = u32::try_from(letters).unwrap_or(u32::MAX);
            let linked = in_link.get(*id).copied().unwrap_or(false);
            add(&mut weights.text, *id, letters);
            add(&mut weights.linked, *id, if linked { letters } else { 0 });
            add(&mut weights.headings, *id, u32::from(level(dom, *id).is_some()));
            if let Some(parent) = dom.parent(*id) {
                let (text, linked, headings) =
                    (weights.text_of(*id), weights.linked_of(*id), weights.headings_of(*id));
                add(&mut weights.text, parent, text);
                add(&mut weights.linked, parent, linked);
                add(&mut weights.headings, parent, headings);
            }
        }
        weights
    }

    fn text_of(&self, id: Id) -> u32 {
        self.text.get(id).copied().unwrap_or(0)
    }

    fn linked_of(&self, id: Id) -> u32 {
        self.linked.get(id).copied().unwrap_or(0)
    }

    fn headings_of(&self, id: Id) -> u32 {
        self.headings.get(id).copied().unwrap_or(0)
    }

    /// What is no link counts in full, what is one a fifth: an opt-out list is made of links.
    fn worth(&self, id: Id) -> u32 {
        let (text, linked) = (self.text_of(id), self.linked_of(id));
        text.saturating_sub(linked).saturating_add(linked / 5)
    }

    fn is_links(&self, id: Id) -> bool {
        2 * u64::from(self.linked_of(id)) >= u64::from(self.text_of(id))
    }
}

fn add(sums: &mut [u32], at: Id, more: u32) {
    if let Some(sum) = sums.get_mut(at) {
        *sum = sum.saturating_add(more);
    }
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
    let named = |id: &Id| {
        matches!(dom.name(*id), "main" | "article")
            || matches!(dom.attribute(*id, "role"), Some("main" | "article"))
    };
    let candidates = dom.below(body, &|_| false).filter(named);
    let best = candidates
        .filter(|id| 5 * u64::from(weights.worth(*id)) >= 2 * whole)
        .max_by_key(|id| weights.worth(*id));
    best.unwrap_or(body)
}

/// The smallest element below that still holds nearly all of its text and its headings.
fn narrowed(dom: &Dom, weights: &Weights, skipped: &[bool], mut at: Id) -> Id {
    loop {
        let children = dom.children(at).filter(|id| !skipped.get(*id).copied().unwrap_or(true));
        let heaviest = children.max_by_key(|id| (weights.worth(*id), weights.headings_of(*id)));
        let Some(child) = heaviest else { return at };
        let holds_text = 100 * u64::from(weights.worth(child)) >= 85 * u64::from(weights.worth(at));
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
        if weights.text_of(at) == 0 || !holds_text || !holds_headings || !is_block {
            return at;
        }
        at = child;
    }
}

fn is_unseen(dom: &Dom, id: Id) -> bool {
    let name = dom.name(id);
    if name.is_empty() {
        return false;
    }
    UNSEEN.contains(&name) || is_hidden(dom, id)
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

/// What an element inside of the policy's is, if it is none of the policy.
fn around(dom: &Dom, weights: &Weights, id: Id, whole: u32) -> Option<&'static str> {
    let name = dom.name(id);
    if name.is_empty() || weights.text_of(id) == 0 {
        return None;
    }
    let small = 20 * u64::from(weights.text_of(id)) <= 3 * u64::from(whole);
    let dense = weights.is_links(id);
    let headed = weights.headings_of(id) > 0;
    let by_role = match (name, dom.attribute(id, "role").unwrap_or_default()) {
        ("nav", _) | (_, "navigation" | "menu" | "menubar") => Some("a menu"),
        (_, "banner") => Some("the page's header"),
        (_, "contentinfo") => Some("the page's footer"),
        (_, "search") | ("search", _) => Some("a search field"),
        (_, "dialog" | "alertdialog") => Some("a dialog"),
        ("aside", _) | (_, "complementary") if small => Some("a side column"),
        ("header", _) if small && !headed && dense => Some("the page's header"),
        ("footer", _) if small && (dense || !headed) && !dated(dom, id) => {
            Some("the page's footer")
        }
        ("form", _) if small => Some("a form"),
        _ => None,
    };
    if by_role.is_some() {
        return by_role;
    }
    let names = names(dom, id);
    let has = |wanted: &[&str]| names.iter().any(|name| wanted.contains(&name.as_str()));
    let banner = has(&["cookie", "cookies", "consent", "gdpr", "privacy"])
        && has(&[
            "banner", "bar", "popup", "modal", "overlay", "notice", "dialog", "window", "message",
            "toast",
        ]);
    if small
        && (banner
            || has(&[
                "onetrust",
                "cookiebot",
                "didomi",
                "usercentrics",
                "cmplz",
                "cky",
                "cc-window",
            ]))
    {
        Some("a cookie banner")
    } else if small
        && has(&["footer", "foot", "colophon", "copyright", "contentinfo"])
        && (dense || !headed)
        && !dated(dom, id)
    {
        Some("the page's footer")
    } else if small
        && has(&[
            "nav",
            "navi",
            "gnav",
            "lnav",
            "navbar",
            "menu",
            "breadcrumb",
            "breadcrumbs",
            "topicpath",
            "pankuzu",
            "crumb",
            "crumbs",
            "pager",
            "pagination",
            "pagetop",
        ])
        && (dense || !headed)
    {
        Some("a menu")
    } else if small
        && dense
        && has(&[
            "sidebar",
            "side",
            "related",
            "share",
            "sns",
            "social",
            "recommend",
            "tags",
            "author",
        ])
    {
        Some("links to elsewhere")
    } else if small
        && has(&["newsletter", "subscribe", "signup", "comments", "comment"])
        && has(&["form", "box", "widget", "respond", "area", "list"])
    {
        Some("a form")
    } else if small && !headed && is_menu(dom, weights, id) {
        Some("a menu")
    } else if small
        && has(&["skip", "screen", "sr", "visually"])
        && has(&["link", "content", "reader", "only", "hidden"])
        && dense
    {
        Some("a link for keyboards")
    } else {
        None
    }
}

/// Nothing but short links to other pages of the site, three at least.
fn is_menu(dom: &Dom, weights: &Weights, id: Id) -> bool {
    if 10 * u64::from(weights.linked_of(id)) < 9 * u64::from(weights.text_of(id))
        || weights.text_of(id) > 400
    {
        return false;
    }
    let links: Vec<Id> = dom.below(id, &|_| false).filter(|id| dom.name(*id) == "a").collect();
    links.len() >= 3
        && links.iter().all(|link| {
            let href = dom.attribute(*link, "href").unwrap_or_default();
            let inside = !href.contains("://") && !href.starts_with(['#', 'm', 't']) || href == "#";
            inside && weights.text_of(*link) <= 24
        })
}

/// A footer that says since when the policy holds is a part of it.
fn dated(dom: &Dom, id: Id) -> bool {
    dom.below(id, &|_| false)
        .filter_map(|id| dom.text(id))
        .any(|text| !super::super::dates::in_line(text).is_empty())
}

/// The words of an element's class and id.
fn names(dom: &Dom, id: Id) -> Vec<String> {
    let mut names = Vec::new();
    for attribute in ["class", "id"] {
        for name in dom.attribute(id, attribute).unwrap_or_default().split_whitespace() {
            let mut word = String::new();
            for c in name.chars() {
                if c.is_uppercase() && word.ends_with(char::is_lowercase) || !c.is_alphanumeric() {
                    names.push(std::mem::take(&mut word));
                }
                if c.is_alphanumeric() {
                    word.extend(c.to_lowercase());
                }
            }
            names.push(word);
        }
    }
    names.retain(|name| !name.is_empty());
    names
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
    dom.below(body, &|id| skip(id) || id == top)
        .filter(|id| level(dom, *id) == Some(1) && words(*id))
        .find(|id| dom.line(*id) <= dom.line(top) || dom.name(*id) == "h1")
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
            if apart && weights.text_of(id) > 0 {
                let whole = weights.text_of(body).max(1).saturating_mul(20);
                parts.push((id, around(dom, weights, id, whole).unwrap_or("a part of the page")));
            }
        }
    }
    parts
}
