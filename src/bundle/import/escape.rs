//! Text written so that Markdown reads it as nothing but text.

/// Text within a line, with its web addresses made links.
pub(super) fn inline(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, url, after)) = next_address(rest) {
        out.push_str(&plain(before));
        out.push('<');
        out.push_str(url);
        out.push('>');
        rest = after;
    }
    out.push_str(&plain(rest));
    out
}

/// A whole line of a paragraph: what opens a block at the line's start is escaped, too.
pub(super) fn line(text: &str) -> String {
    guard_start(text.trim(), inline(text.trim()))
}

/// A line that is Markdown already, guarded at its start.
pub(super) fn guarded(markdown: &str) -> String {
    guard_start(markdown, markdown.to_owned())
}

/// The same without making links.
pub(super) fn unlinked_line(text: &str) -> String {
    guard_start(text.trim(), plain(text.trim()))
}

/// The words of a heading.
pub(super) fn heading(text: &str) -> String {
    guard_heading(&plain(text.trim()))
}

/// Markdown that stands in a heading: its last braces are no attributes and its last hashes no fence.
pub(super) fn guard_heading(markdown: &str) -> String {
    let mut text = markdown.trim().to_owned();
    while text.ends_with('\\') && !text.ends_with("\\\\") {
        text.pop();
    }
    match text.pop() {
        Some(last @ ('}' | '#')) => {
            if !text.ends_with('\\') {
                text.push('\\');
            }
            text.push(last);
        }
        Some(last) => text.push(last),
        None => {}
    }
    text
}

/// Text within a line, without making links.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::new();
    let mut before = None;
    for (at, c) in text.char_indices() {
        let rest = &text[at + c.len_utf8()..];
        let next = rest.chars().next();
        let special = match c {
            '\\' | '`' | '*' | '[' | '~' | '|' => true,
            '_' => {
                !(before.is_some_and(char::is_alphanumeric)
                    && next.is_some_and(char::is_alphanumeric))
            }
            '<' => next.is_some_and(|n| n.is_ascii_alphabetic() || "/!?".contains(n)),
            '&' => is_entity(rest),
            _ => false,
        };
        if special {
            out.push('\\');
        }
        out.push(c);
        before = Some(c);
    }
    out
}

fn guard_start(text: &str, escaped: String) -> String {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let after = text.get(digits..).unwrap_or_default();
    if (1..=9).contains(&digits) && after.starts_with(['.', ')']) {
        // The digits need no escape, so that they stand at the same place in both.
        let mut out = escaped;
        out.insert(digits, '\\');
        return out;
    }
    if text.starts_with(['#', '>', '+', '-', '=', ':']) {
        return format!("\\{escaped}");
    }
    escaped
}

/// What follows an ampersand reads as a character reference.
fn is_entity(rest: &str) -> bool {
    rest.split_once(';').is_some_and(|(name, _)| {
        !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'#')
    })
}

/// The first web address in the text, with what stands before and after it.
fn next_address(text: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    while let Some(found) = text.get(from..)?.find("http") {
        let at = from + found;
        from = at + 4;
        let before = &text[..at];
        let url = address_at(&text[at..]);
        if !url.is_empty() && !before.ends_with(char::is_alphanumeric) {
            return Some((before, url, &text[at + url.len()..]));
        }
    }
    None
}

fn address_at(text: &str) -> &str {
    let Some(host) = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")) else {
        return "";
    };
    let allowed = |c: char| c.is_ascii_graphic() && !"<>\"`{}|^\\".contains(c);
    let scheme = text.len() - host.len();
    let length = host.find(|c| !allowed(c)).unwrap_or(host.len());
    let host = host[..length].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '\'', '*', '_']);
    if host.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        &text[..scheme + host.len()]
    } else {
        ""
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_markdown_would_read_is_escaped() {
        assert_eq!(line("# a *b* [c](d) <e>"), r"\# a \*b\* \[c](d) \<e>");
        assert_eq!(line("12. twelve"), r"12\. twelve");
        assert_eq!(line("snake_case and _this_"), r"snake_case and \_this\_");
        assert_eq!(line("R&D &copy; < /p>"), r"R&D \&copy; < /p>");
    }

    #[test]
    fn an_address_becomes_a_link_without_the_stop_after_it() {
        assert_eq!(line("See https://a.example/b_c?d=1."), "See <https://a.example/b_c?d=1>.");
        assert_eq!(line("xhttp://a.example"), "xhttp://a.example");
        assert_eq!(line("http://"), "http://");
    }

    #[test]
    fn a_heading_keeps_its_last_brace_and_hash() {
        assert_eq!(heading("Sets {a}"), "Sets {a\\}");
        assert_eq!(heading("Music in C #"), "Music in C \\#");
    }
}
