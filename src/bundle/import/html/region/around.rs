//! What an element beside or inside of a policy is, if it is none of the policy: a menu, a banner, a footer.

use super::super::super::dates;
use super::super::dom::{Dom, Id};
use super::weights::Weights;

/// What an element inside of the policy's is, if it is none of the policy.
pub(super) fn around(dom: &Dom, weights: &Weights, id: Id, whole: u32) -> Option<&'static str> {
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
        .any(|text| !dates::in_line(text).is_empty())
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
