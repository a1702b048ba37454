//! Finding an entry: by its id, by a name as somebody wrote it, by a host, by a cookie.

use super::{Catalogue, Entry};

impl Catalogue {
    /// Every entry, in the order of the file.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entry with an id.
    #[must_use]
    pub fn by_id(&self, id: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.id == id)
    }

    /// The entries that go by a name: the service's, another name for it, or its recipient's. Case,
    /// width, spaces, signs and the usual words for a company make no difference.
    #[must_use]
    pub fn by_name(&self, name: &str) -> Vec<&Entry> {
        let wanted = plain(name);
        if wanted.is_empty() {
            return Vec::new();
        }
        let own = |entry: &&Entry| {
            std::iter::once(&entry.name).chain(&entry.also).any(|name| plain(name) == wanted)
        };
        let found: Vec<&Entry> = self.entries.iter().filter(own).collect();
        if !found.is_empty() {
            return found;
        }
        let received = |entry: &&Entry| {
            entry.recipient.as_ref().is_some_and(|recipient| plain(&recipient.name) == wanted)
        };
        self.entries.iter().filter(received).collect()
    }

    /// The entries that load from a host or a domain above it. Those that name it most closely come
    /// alone: `www.google.com` is no match for `google.com` where an entry names it itself.
    #[must_use]
    pub fn by_host(&self, host: &str) -> Vec<&Entry> {
        let host = host.trim_end_matches('.').to_ascii_lowercase();
        let depth = |entry: &Entry| {
            let fits = |known: &&String| {
                host.strip_suffix(known.as_str())
                    .is_some_and(|before| before.is_empty() || before.ends_with('.'))
            };
            entry.hosts.iter().filter(fits).map(String::len).max()
        };
        let closest = self.entries.iter().filter_map(depth).max();
        self.entries.iter().filter(|entry| closest.is_some() && depth(entry) == closest).collect()
    }

    /// The entries that set a cookie of this name. A name may be common to several services.
    #[must_use]
    pub fn by_cookie(&self, name: &str) -> Vec<&Entry> {
        let sets = |entry: &&Entry| entry.cookies.iter().any(|cookie| fits(&cookie.name, name));
        self.entries.iter().filter(sets).collect()
    }
}

/// Whether a name fits a pattern in which `*` stands for anything.
fn fits(pattern: &str, name: &str) -> bool {
    let Some((head, rest)) = pattern.split_once('*') else { return pattern == name };
    let Some(mut left) = name.strip_prefix(head) else { return false };
    let mut pieces = rest.split('*').peekable();
    while let Some(piece) = pieces.next() {
        if pieces.peek().is_none() {
            return left.ends_with(piece);
        }
        let Some(at) = left.find(piece) else { return false };
        left = &left[at + piece.len()..];
    }
    true
}

/// Words that only say what kind of company a name is.
const COMPANY: [&str; 25] = [
    "inc",
    "incorporated",
    "llc",
    "ltd",
    "limited",
    "co",
    "corp",
    "corporation",
    "company",
    "kk",
    "gmbh",
    "ag",
    "sa",
    "sas",
    "se",
    "bv",
    "ab",
    "as",
    "oy",
    "plc",
    "pbc",
    "株式会社",
    "合同会社",
    "有限会社",
    "(株)",
];

/// A name without what makes no difference.
fn plain(name: &str) -> String {
    let mut name: String = name.chars().map(narrow).collect::<String>().to_lowercase();
    for word in COMPANY.iter().filter(|word| !word.is_ascii() || word.starts_with('(')) {
        name = name.replace(word, " ");
    }
    // "K.K." and "S.A.S." are one word each.
    let name = name.replace(['.', '\''], "");
    let mut words: Vec<&str> =
        name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    while words.len() > 1 && words.last().is_some_and(|last| COMPANY.contains(last)) {
        words.pop();
    }
    words.concat()
}

/// A full-width letter, digit or sign as its usual self.
fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_known_whatever_its_case_width_and_company_words() {
        for written in
            ["i-mobile Co.,Ltd.", "Ｉ－ＭＯＢＩＬＥ", "株式会社i-mobile", "I mobile K.K."]
        {
            assert_eq!(plain(written), "imobile", "{written}");
        }
        assert_eq!(plain("Co."), "co", "a name that is nothing else stays");
    }

    #[test]
    fn a_star_stands_for_anything() {
        for (pattern, name, fit) in [
            ("_ga", "_ga", true),
            ("_ga", "_ga_1", false),
            ("_ga_*", "_ga_ABC", true),
            ("*_sid", "x_sid", true),
            ("a*b*c", "a-b-b-c", true),
            ("a*b*c", "a-c", false),
            ("a*a", "a", false),
        ] {
            assert_eq!(fits(pattern, name), fit, "{pattern} {name}");
        }
    }
}
