//! Addresses that go through an archive, put back to what they led to before. Only on demand: what stands in a
//! policy is its owner's.

use url::Url;

use super::Remark;

const HOST: &str = "web.archive.org";

/// The text with the addresses behind the archive's, and what was changed.
pub(super) fn unwrap(text: &str) -> (String, Vec<Remark>) {
    let site = first_site(text);
    let mut out = String::with_capacity(text.len());
    let mut remarks = Vec::new();
    let mut rest = text;
    let mut line = 1;
    while let Some((at, length)) = next(rest) {
        let (before, after) =
            (rest.get(..at).unwrap_or_default(), rest.get(at + length..).unwrap_or_default());
        let address = rest.get(at..at + length).unwrap_or_default();
        line += before.matches('\n').count();
        out.push_str(before);
        match behind(address, site.as_ref()) {
            Some(own) => {
                remarks.push(Remark::new(
                    line,
                    format!("Unwrapped as you asked: {address} became {own}"),
                ));
                out.push_str(&own);
            }
            None => {
                remarks.push(Remark::new(
                    line,
                    format!("The address behind {address} cannot be told; it was left as it is."),
                ));
                out.push_str(address);
            }
        }
        rest = after;
    }
    out.push_str(rest);
    (out, remarks)
}

/// The place and the length of the next address of the archive.
fn next(text: &str) -> Option<(usize, usize)> {
    let found = text.find(&format!("//{HOST}/"))?;
    let scheme = ["https:", "http:"]
        .into_iter()
        .find(|scheme| text.get(..found).is_some_and(|t| t.ends_with(scheme)));
    let at = found - scheme.map_or(0, str::len);
    let address = text.get(at..)?;
    let ends = |c: char| c.is_whitespace() || "<>\"'()[]{}|\\^`".contains(c) || !c.is_ascii();
    Some((at, address.find(ends).unwrap_or(address.len())))
}

/// The site whose copy the text is: the first whole address behind the archive's.
fn first_site(text: &str) -> Option<Url> {
    let mut rest = text;
    while let Some((at, length)) = next(rest) {
        if let Some(url) = inner(rest.get(at..at + length)?).and_then(|own| Url::parse(&own).ok()) {
            return Some(url);
        }
        rest = rest.get(at + length..)?;
    }
    None
}

/// "https://web.archive.org/web/2019id_/https%3A//a.example/b" without what is before "https".
fn inner(address: &str) -> Option<String> {
    let path = address.split_once(&format!("//{HOST}/"))?.1;
    let own = path.strip_prefix("web/")?.split_once('/')?.1;
    let own = own.replacen("%3A", ":", 1).replacen("%3a", ":", 1);
    (own.starts_with("http://") || own.starts_with("https://")).then_some(own)
}

fn behind(address: &str, site: Option<&Url>) -> Option<String> {
    inner(address).or_else(|| {
        // "https://web.archive.org/optout": a relative address that was read on the archive's page.
        let path = address.split_once(&format!("//{HOST}"))?.1;
        let wrapped = path.starts_with("/web/");
        site.filter(|_| !wrapped)?.join(path).ok().map(String::from)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_behind_an_archive_is_found() {
        let text = "[a](https://web.archive.org/web/2019id_/https%3A//www.a.example/b)\n[c](https://web.archive.org/optout/).";
        let (unwrapped, remarks) = unwrap(text);
        assert_eq!(unwrapped, "[a](https://www.a.example/b)\n[c](https://www.a.example/optout/).");
        assert_eq!(remarks.iter().map(|r| r.line).collect::<Vec<_>>(), [1, 2]);
    }

    #[test]
    fn without_the_site_a_relative_address_stays() {
        let text = "see https://web.archive.org/optout and more";
        assert_eq!(unwrap(text).0, text);
    }
}
