//! Links whose words are an address, and another one than they lead to; and hosts whose letters are
//! of two scripts.

use url::Url;

use super::Subject;
use super::reading::Link;
use crate::notice::source::Diagnostic;

/// Endings that are a file's and no host's.
const FILES: [&str; 9] = ["css", "htm", "html", "js", "json", "md", "pdf", "php", "txt"];

/// One warning a link.
pub(super) fn check(subject: &Subject) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for reading in &subject.readings {
        for link in reading.articles.iter().flat_map(|article| &article.links) {
            if let Some(message) = fault(link) {
                found.push(
                    Diagnostic::warning("link-text", &reading.file, link.span.clone(), message)
                        .label(format!("this leads to {}", link.href))
                        .help("write where it leads, in words or as the same address"),
                );
            }
        }
    }
    found
}

fn fault(link: &Link) -> Option<String> {
    if let Some(mailbox) = link.href.strip_prefix("mailto:") {
        let said = link.text.split_whitespace().find(|word| word.contains('@'))?;
        let said = trimmed(said.trim_start_matches(['<', '"']).trim_start_matches("mailto:"));
        let same = mailbox.split('?').next()?.eq_ignore_ascii_case(said);
        return (!same).then(|| format!("this reads as {said}, and writes to another address"));
    }
    let url = Url::parse(&link.href).ok().filter(|url| url.scheme().starts_with("http"))?;
    let host = url.host_str()?;
    if let Some(label) = mixed(&link.href) {
        return Some(format!("`{label}` has letters of two scripts, which look alike"));
    }
    let said =
        link.text.split_whitespace().find_map(|word| host_in(word, link.text.trim() == word))?;
    // `shop.example` may lead to `www.shop.example`, and to no other host.
    let within = |inner: &str, outer: &str| {
        inner == outer || inner.strip_suffix(outer).is_some_and(|rest| rest.ends_with('.'))
    };
    let same = within(host, &said) || within(&said, host);
    (!same).then(|| format!("this reads as {said}, and leads to another host"))
}

/// Without the signs around it.
fn trimmed(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// The host that a word names, as browsers have it. A word with nothing before the host is only
/// taken for an address where it is the whole link.
fn host_in(word: &str, alone: bool) -> Option<String> {
    let word = word.trim_start_matches(|c: char| !c.is_alphanumeric());
    let whole = if word.starts_with("http://") || word.starts_with("https://") {
        word.to_owned()
    } else if word.starts_with("www.") || alone {
        format!("https://{word}")
    } else {
        return None;
    };
    let url = Url::parse(&whole).ok()?;
    let host = url.host_str()?.trim_end_matches('.');
    let (_, end) = host.rsplit_once('.')?;
    // As written: `ASP.NET` is a name.
    let written = word.starts_with("http") || word.to_ascii_lowercase() == word;
    let is_host = end.len() > 1 && end.starts_with(|c: char| c.is_ascii_alphabetic());
    (written && is_host && !FILES.contains(&end))
        .then(|| host.trim_start_matches("www.").to_owned())
}

/// A part of the host with letters of Latin and of a script that has the same shapes.
fn mixed(href: &str) -> Option<&str> {
    let host = href.split_once("//")?.1.split(['/', '?', '#', ':']).next()?;
    let alike = |c: char| matches!(c, '\u{370}'..='\u{52f}' | '\u{13a0}'..='\u{13ff}');
    host.split('.')
        .find(|label| label.chars().any(alike) && label.chars().any(|c| c.is_ascii_alphabetic()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(text: &str, href: &str) -> Option<String> {
        fault(&Link { href: href.into(), text: text.into(), span: 0..1 })
    }

    #[test]
    fn words_that_are_another_address_are_found() {
        for (text, href) in [
            ("https://bank.example/", "https://evil.example/"),
            ("bank.example", "https://bank.example.evil.example/"),
            ("see www.bank.example", "https://evil.example/"),
            ("b\u{430}nk.example", "https://bank.example/"),
            ("our bank", "https://b\u{430}nk.example/"),
            ("privacy@a.example", "mailto:someone@evil.example"),
        ] {
            assert!(link(text, href).is_some(), "{text} {href}");
        }
    }

    #[test]
    fn words_that_are_words_or_the_same_address_are_not() {
        for (text, href) in [
            ("our bank", "https://bank.example/"),
            ("bank.example", "https://www.bank.example/privacy"),
            ("https://www.bank.example/privacy.", "https://bank.example/privacy"),
            ("ASP.NET", "https://learn.example/"),
            ("Node.js", "https://nodejs.example/"),
            ("notice.pdf", "https://shop.example/x"),
            ("Version 2.0", "https://shop.example/"),
            ("2.0", "https://shop.example/"),
            ("日本.example", "https://日本.example/"),
            ("privacy@a.example", "mailto:Privacy@a.example?subject=x"),
            ("mailto:privacy@a.example", "mailto:privacy@a.example"),
            ("write to us", "mailto:privacy@a.example"),
            ("article 4", "#cookies"),
        ] {
            assert_eq!(link(text, href), None, "{text} {href}");
        }
    }
}
