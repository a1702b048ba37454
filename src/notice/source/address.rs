//! Where a link may lead: http(s), mailto, tel, or a fragment of the notice.

/// What is wrong with an address that a notice links to, if something is.
#[must_use]
pub fn fault(address: &str) -> Option<String> {
    if address.is_empty() {
        return Some("this link leads nowhere".into());
    }
    // Browsers drop tabs and newlines inside a scheme and read on; nothing here relies on that.
    let plain = address.bytes().all(|byte| byte.is_ascii_graphic());
    if !plain && let Some(hidden) = address.chars().find(|c| c.is_control() || is_invisible(*c)) {
        return Some(format!(
            "this address holds an invisible character (U+{:04X})",
            u32::from(hidden)
        ));
    }
    if address.starts_with('#') {
        return None;
    }
    let Some((scheme, rest)) = address.split_once(':') else {
        return Some("this address is relative".into());
    };
    let is = |known: &&str| scheme.eq_ignore_ascii_case(known);
    if ["http", "https"].iter().any(is) {
        match rest.strip_prefix("//") {
            Some(host) if host.starts_with(|c: char| c.is_alphanumeric() || c == '[') => None,
            _ => Some("this address names no host".into()),
        }
    } else if ["mailto", "tel"].iter().any(is) {
        rest.is_empty().then(|| "this address is incomplete".into())
    } else {
        Some(format!("`{scheme}:` addresses are refused"))
    }
}

/// Zero-width and direction-changing characters: they make an address look like another one.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{ad}')
}

/// What to do about any of them.
pub const HELP: &str = "links may start with https://, http://, mailto:, tel: or # and an id";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_addresses_pass() {
        for address in [
            "https://a.example/x?y#z",
            "HTTP://a.example",
            "mailto:a@b.example",
            "tel:+81-3",
            "#cookies",
        ] {
            assert_eq!(fault(address), None, "{address}");
        }
    }

    #[test]
    fn everything_that_could_run_or_hide_is_refused() {
        for address in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\nscript:alert(1)",
            " javascript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "//evil.example",
            "/relative",
            "page.html",
            "",
            "https:evil",
            "https://\u{202e}moc.example",
            "https://a.example/\u{200b}",
        ] {
            assert!(fault(address).is_some(), "{address:?}");
        }
    }
}
