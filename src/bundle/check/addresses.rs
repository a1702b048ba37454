//! Addresses that lead somewhere else than they seem to, or nowhere.

use std::ops::Range;

use url::{Host, Url};

use super::Subject;
use crate::notice::source::Diagnostic;

/// Services whose addresses hold another one, and the host's own part or parameter that holds it.
const WRAPPERS: [(&str, &str); 13] = [
    ("web.archive.org", "the Internet Archive"),
    ("archive.org", "the Internet Archive"),
    ("archive.ph", "archive.today"),
    ("archive.is", "archive.today"),
    ("archive.today", "archive.today"),
    ("webcache.googleusercontent.com", "Google's cache"),
    ("safelinks.protection.outlook.com", "Outlook's link protection"),
    ("urldefense.com", "a mail filter"),
    ("urldefense.proofpoint.com", "a mail filter"),
    ("l.facebook.com", "Facebook's redirect"),
    ("lm.facebook.com", "Facebook's redirect"),
    ("slack-redir.net", "Slack's redirect"),
    ("translate.goog", "Google Translate"),
];

/// One warning for an address that is not as it should be.
pub(super) fn check(subject: &Subject) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for reading in &subject.readings {
        for link in reading.articles.iter().flat_map(|article| &article.links) {
            found.extend(told(&reading.file, link.span.clone(), &link.href));
        }
    }
    let file = &subject.manifest_file.name;
    if let (Some(edition), Some(span)) =
        (subject.editions.first(), subject.manifest.key("operator", "url"))
        && let Some(url) = &edition.notice.operator.url
    {
        found.extend(told(file, span, url));
    }
    for (at, service) in
        subject.editions.iter().take(1).flat_map(|e| e.notice.services.iter().enumerate())
    {
        let place = |key| subject.manifest.entry("service", at, key);
        found.extend(service.policy.iter().filter_map(|url| told(file, place("policy"), url)));
        found.extend(service.opt_out.iter().filter_map(|url| told(file, place("opt-out"), url)));
    }
    found
}

fn told(file: &str, span: Range<usize>, address: &str) -> Option<Diagnostic> {
    if address.starts_with('#') {
        return None;
    }
    if let Some(fault) = fault(address) {
        return Some(
            Diagnostic::warning("malformed-address", file, span, fault)
                .label(format!("this leads to {address}"))
                .help("open it once, and copy it again from the browser's address bar"),
        );
    }
    if let Some((through, inner)) = wrapper(address) {
        let help = match inner {
            Some(inner) => format!("link to the page itself: {inner}"),
            None => "link to the page itself".to_owned(),
        };
        let message = format!("this address goes through {through}");
        return Some(Diagnostic::warning("wrapped-address", file, span, message).help(help));
    }
    address.get(..5).filter(|scheme| scheme.eq_ignore_ascii_case("http:")).map(|_| {
        Diagnostic::warning("http-address", file, span, "this address is not encrypted")
            .label(format!("this leads to {address}"))
            .help("open it with https://, and write it so if the page is the same")
    })
}

/// What is wrong with an address, though a link may have it.
fn fault(address: &str) -> Option<String> {
    let lower = address.to_lowercase();
    if let Some(to) = lower.strip_prefix("mailto:") {
        let to = to.split('?').next().unwrap_or_default();
        let sound = to.split(',').all(|one| {
            one.split_once('@').is_some_and(|(name, host)| {
                !name.is_empty() && host.contains('.') && !host.contains('@') && !one.contains(' ')
            })
        });
        return (!sound).then(|| "this is no e-mail address".to_owned());
    }
    if let Some(number) = lower.strip_prefix("tel:") {
        let digits = number.chars().filter(char::is_ascii_digit).count();
        return (digits < 3).then(|| "this telephone number has too few digits".to_owned());
    }
    let url = match Url::parse(address) {
        Ok(url) => url,
        Err(error) => return Some(format!("this address cannot be read: {error}")),
    };
    if lower.matches("://").count() > 1 && wrapper(address).is_none() && url.query().is_none() {
        return Some("this holds two addresses".to_owned());
    }
    if address.contains(char::is_whitespace) || lower.contains("%20http") {
        return Some("there is a space in this address".to_owned());
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Some("there is a user name in this address".to_owned());
    }
    if address.ends_with(['.', ',', ';', '。', '、', '）', '」']) {
        return Some("this address ends with a punctuation mark".to_owned());
    }
    match url.host() {
        Some(Host::Domain("localhost")) => {
            Some("this leads to the visitor's own machine".to_owned())
        }
        Some(Host::Domain(name)) if !name.contains('.') => {
            Some(format!("`{name}` is no public host"))
        }
        Some(Host::Domain(name)) if name.contains("..") => {
            Some(format!("`{name}` is no host's name"))
        }
        Some(Host::Ipv4(_) | Host::Ipv6(_)) => Some("this names a machine and no site".to_owned()),
        _ => None,
    }
}

/// Through what an address goes, and the address within, where it can be told.
fn wrapper(address: &str) -> Option<(&'static str, Option<String>)> {
    let url = Url::parse(address).ok()?;
    let host = url.host_str()?;
    let parameter = |names: &[&str]| {
        let mut pairs = url.query_pairs();
        pairs
            .find(|(name, value)| names.contains(&&**name) && value.starts_with("http"))
            .map(|(_, value)| value.into_owned())
    };
    let google = host.strip_prefix("www.google.").is_some() && url.path() == "/url";
    if google && let Some(inner) = parameter(&["q", "url"]) {
        return Some(("Google's redirect", Some(inner)));
    }
    let within = |wrapper: &str| {
        host.strip_suffix(wrapper).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    };
    let (_, through) = WRAPPERS.iter().find(|(wrapper, _)| within(wrapper))?;
    // An archive's own pages are no wrappers.
    let in_path = ["/http://", "/https://"].iter().find_map(|scheme| address[8..].find(scheme));
    let inner =
        in_path.map(|at| address[8 + at + 1..].to_owned()).or_else(|| parameter(&["url", "u"]));
    if host.ends_with("archive.org") && inner.is_none() {
        return None;
    }
    Some((through, inner))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_within_another_is_found() {
        let (through, inner) =
            wrapper("https://web.archive.org/web/2019/https://a.example/x").unwrap();
        assert_eq!(through, "the Internet Archive");
        assert_eq!(inner.unwrap(), "https://a.example/x");
        let google = wrapper("https://www.google.com/url?q=https%3A%2F%2Fa.example%2F").unwrap();
        assert_eq!(google.1.unwrap(), "https://a.example/");
        for plain in [
            "https://a.example/?from=web.archive.org",
            "https://archive.org/about/",
            "https://notarchive.ph/x",
        ] {
            assert_eq!(wrapper(plain), None, "{plain}");
        }
    }

    #[test]
    fn what_leads_nowhere_is_malformed() {
        for bad in [
            "https://https://a.example/",
            "https://a",
            "https://localhost:3000/",
            "https://192.168.0.1/",
            "https://a.example/privacy.",
            "https://me:word@a.example/",
            "https://a.example:99999/",
            "mailto:me",
            "mailto:me@@a.example",
            "tel:call",
        ] {
            assert!(fault(bad).is_some(), "{bad}");
        }
        for good in [
            "https://a.example/privacy",
            "https://a.example/?next=https://b.example/",
            "https://日本.example/",
            "mailto:a@b.example?subject=x",
            "tel:+81-3-0000-0000",
        ] {
            assert_eq!(fault(good), None, "{good}");
        }
    }
}
