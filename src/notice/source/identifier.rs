//! Names for machines: ids of purposes, services, articles.

/// Ids that would be keys of every JavaScript object, or that the API takes for something else.
const RESERVED: [&str; 4] = ["__proto__", "constructor", "prototype", "choices"];

/// What is wrong with an id, if something is: it needs `a-z`, `0-9` and `-`, starting with a
/// letter or digit.
#[must_use]
pub fn fault(id: &str) -> Option<&'static str> {
    let fits = id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if id.is_empty() {
        Some("an id needs at least one character")
    } else if RESERVED.contains(&id) {
        Some("this id is taken by the API")
    } else if !fits || id.starts_with('-') {
        Some("an id is made of a-z, 0-9 and -, and starts with a letter or digit")
    } else if id.len() > 80 {
        Some("an id has at most 80 characters")
    } else {
        None
    }
}

/// The longest id that is made of a text; a word is never cut.
const LONGEST_MADE: usize = 72;

/// An id made of the Latin letters and digits of a text; empty where there are none.
#[must_use]
pub fn slug(text: &str) -> String {
    let joined = text.replace(['\'', '’'], "");
    let words = joined.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut slug = String::new();
    for word in words {
        if slug.is_empty() {
            slug = word.chars().take(LONGEST_MADE).collect();
        } else if slug.len() + 1 + word.len() <= LONGEST_MADE {
            slug.push('-');
            slug.push_str(word);
        } else {
            break;
        }
    }
    slug.to_ascii_lowercase()
}

/// The known name nearest to an unknown one, if one is near enough to be meant.
#[must_use]
pub fn nearest<'a>(unknown: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let scored = known.into_iter().map(|name| (strsim::jaro_winkler(unknown, name), name));
    scored
        .filter(|(score, _)| *score > 0.75)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_keeps_letters_and_digits() {
        assert_eq!(slug("11 Cookies & the User’s devices"), "11-cookies-the-users-devices");
        assert_eq!(slug("第3条"), "3");
        assert_eq!(slug("個人情報"), "");
    }

    #[test]
    fn a_slip_finds_the_key_that_was_meant() {
        assert_eq!(nearest("adress", ["name", "address", "email"]), Some("address"));
        assert_eq!(nearest("zzz", ["name", "address"]), None);
    }

    #[test]
    fn names_of_every_object_are_refused() {
        assert!(fault("__proto__").is_some());
        assert!(fault("Ads").is_some());
        assert!(fault("ads-2").is_none());
    }
}
