//! Where a relative address of a page leads: to what the page says of its own address.

use super::dom::{Dom, Id, ROOT};

/// The page's own address, as far as it says it.
#[derive(Debug, Default)]
pub(super) struct Base {
    address: Option<String>,
}

impl Base {
    /// `base`, the canonical address, or the one for sharing.
    pub(super) fn of(dom: &Dom) -> Base {
        let ids: Vec<Id> = dom.below(ROOT, &|_| false).collect();
        let find = |name: &str, key: &str, value: &str, wanted: &str| {
            ids.iter().find_map(|id| {
                let fits = dom.name(*id) == name
                    && (key.is_empty()
                        || dom.attribute(*id, key).is_some_and(|v| v.eq_ignore_ascii_case(value)));
                let address = dom.attribute(*id, wanted).filter(|_| fits)?.trim();
                let web = address.starts_with("https://") || address.starts_with("http://");
                web.then(|| address.to_owned())
            })
        };
        let address = find("base", "", "", "href")
            .or_else(|| find("link", "rel", "canonical", "href"))
            .or_else(|| find("meta", "property", "og:url", "content"));
        Base { address }
    }

    /// The address that a link leads to; as it stands where the page does not say.
    pub(super) fn resolve(&self, target: &str) -> String {
        let target: String = target.chars().filter(|c| !matches!(c, '\n' | '\t' | '\r')).collect();
        let has_scheme = target.split_once(':').is_some_and(|(scheme, _)| {
            scheme.starts_with(|c: char| c.is_ascii_alphabetic())
                && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
        });
        let Some(base) =
            self.address.as_deref().filter(|_| !has_scheme && !target.starts_with('#'))
        else {
            return target;
        };
        let Some((scheme, rest)) = base.split_once("://") else { return target };
        let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
        let path =
            rest.get(host.len()..).unwrap_or_default().split(['?', '#']).next().unwrap_or_default();
        if let Some(rest) = target.strip_prefix("//") {
            format!("{scheme}://{rest}")
        } else if target.starts_with('/') {
            format!("{scheme}://{host}{target}")
        } else if target.starts_with('?') {
            format!("{scheme}://{host}{path}{target}")
        } else {
            let mut folders: Vec<&str> = path.split('/').collect();
            folders.pop();
            let (way, query) = target.split_at(target.find(['?', '#']).unwrap_or(target.len()));
            for part in way.split('/') {
                match part {
                    ".." if folders.len() > 1 => {
                        folders.pop();
                    }
                    "." | ".." => {}
                    part => folders.push(part),
                }
            }
            let joined = folders.join("/");
            let slash = if joined.starts_with('/') { "" } else { "/" };
            format!("{scheme}://{host}{slash}{joined}{query}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_relative_address_is_completed_as_a_browser_does_it() {
        let base = Base { address: Some("https://a.example/legal/privacy.html?x=1".to_owned()) };
        for (target, expected) in [
            ("/contact", "https://a.example/contact"),
            ("cookies.html#b", "https://a.example/legal/cookies.html#b"),
            ("../top", "https://a.example/top"),
            ("//b.example/c", "https://b.example/c"),
            ("?y=2", "https://a.example/legal/privacy.html?y=2"),
            ("#here", "#here"),
            ("mailto:a@b.example", "mailto:a@b.example"),
            ("https://c.example", "https://c.example"),
        ] {
            assert_eq!(base.resolve(target), expected, "{target}");
        }
        assert_eq!(Base::default().resolve("/contact"), "/contact");
    }
}
