//! Where a link may lead, and where it seems to have been bent.

use crate::notice::source::address;

/// A notice may link there: what its reader allows, or one of its own ids.
pub(super) fn is_allowed(target: &str, ids: &dyn Fn(&str) -> bool) -> bool {
    match target.strip_prefix('#') {
        Some(fragment) => ids(fragment),
        None => address::fault(target).is_none() && !target.contains(char::is_whitespace),
    }
}

/// It may stand between `<` and `>`, and shows there as it is.
pub(super) fn fits_autolink(target: &str) -> bool {
    address::fault(target).is_none()
        && !target.starts_with('#')
        && target.chars().all(|c| c.is_ascii_graphic() && c != '<' && c != '>' && c != '\\')
}

/// A web address, as text would show it.
pub(super) fn is_web(text: &str) -> bool {
    (text.starts_with("http://") || text.starts_with("https://")) && fits_autolink(text)
}

/// The archive that the address goes through.
pub(super) fn archive(target: &str) -> Option<&'static str> {
    let host = target.split_once("://").map(|(_, rest)| rest.split('/').next().unwrap_or(rest))?;
    [
        "web.archive.org",
        "archive.org",
        "archive.ph",
        "archive.is",
        "archive.today",
        "webcache.googleusercontent.com",
    ]
    .into_iter()
    .find(|archive| host.eq_ignore_ascii_case(archive))
}

/// The redirect of a search engine, a network or a mail program that the address goes through.
pub(super) fn redirect(target: &str) -> Option<&'static str> {
    let rest = target.split_once("://").map(|(_, rest)| rest)?;
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let host = host.strip_prefix("www.").unwrap_or(host);
    if host == "google.com" && path.starts_with("url?") {
        return Some("google.com/url");
    }
    let known = ["l.facebook.com", "lm.facebook.com", "l.instagram.com", "urldefense.com"];
    let mail = "safelinks.protection.outlook.com";
    known.into_iter().find(|known| host == *known).or_else(|| host.ends_with(mail).then_some(mail))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_open_doors_are_allowed() {
        let none = |_: &str| false;
        for good in ["https://a.example/", "HTTP://a.example", "mailto:a@b.example", "tel:+81"] {
            assert!(is_allowed(good, &none), "{good}");
        }
        for bad in [
            "/contact",
            "contact.html",
            "javascript:alert(1)",
            "#nowhere",
            "ftp://a",
            "http:/a",
            "",
            "https://",
        ] {
            assert!(!is_allowed(bad, &none), "{bad}");
        }
        assert!(is_allowed("#here", &|id| id == "here"));
    }

    #[test]
    fn redirects_are_known_by_their_host() {
        assert_eq!(
            redirect("https://www.google.com/url?q=https://a.example"),
            Some("google.com/url")
        );
        assert_eq!(redirect("https://www.google.com/settings/ads"), None);
        let mail = "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example";
        assert!(redirect(mail).is_some());
    }

    #[test]
    fn archives_are_known_by_their_host() {
        assert_eq!(
            archive("https://web.archive.org/web/2019/https://a.example"),
            Some("web.archive.org")
        );
        assert_eq!(archive("https://a.example/?from=web.archive.org"), None);
    }
}
