//! Where a relative address of a page leads: to what the page says of its own address.

use url::Url;

use super::dom::{Dom, Id, ROOT};

/// The page's own address, as far as it says it.
#[derive(Debug, Default)]
pub(super) struct Base {
    address: Option<Url>,
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
        Base { address: address.and_then(|address| Url::parse(&address).ok()) }
    }

    /// The address that a link leads to; as it stands where the page does not say.
    pub(super) fn resolve(&self, target: &str) -> String {
        let target: String = target.chars().filter(|c| !matches!(c, '\n' | '\t' | '\r')).collect();
        if target.starts_with("//") && self.address.is_none() {
            return format!("https:{target}");
        }
        if target.starts_with('#') || Url::parse(&target).is_ok() {
            return target;
        }
        let joined = self.address.as_ref().and_then(|base| base.join(&target).ok());
        joined.map_or(target, String::from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_relative_address_is_completed_as_a_browser_does_it() {
        let base = Base { address: Url::parse("https://a.example/legal/privacy.html?x=1").ok() };
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
