//! Ids that a person can read in an address: made from a heading's words, unlike within the notice.

use std::collections::BTreeSet;

use super::number;
use crate::notice::source::slug;

/// Words that JavaScript objects answer to by themselves.
const RESERVED: [&str; 4] = ["constructor", "prototype", "toString", "valueOf"];

/// The ids given so far.
#[derive(Debug, Default)]
pub(super) struct Ids {
    taken: BTreeSet<String>,
}

impl Ids {
    /// The id of the article that is the `ordinal`th, from the words of its heading.
    pub(super) fn article(&mut self, heading: &str, ordinal: usize) -> String {
        let slug = slug(number::without(heading));
        if slug.contains(|c: char| c.is_ascii_alphabetic()) {
            self.unlike(slug)
        } else {
            self.unlike(format!("section-{ordinal}"))
        }
    }

    /// An id from a name, or from `otherwise` where the name has no Latin letter.
    pub(super) fn name(&mut self, name: &str, otherwise: &str) -> String {
        let slug = slug(name);
        self.unlike(if slug.is_empty() { otherwise.to_owned() } else { slug })
    }

    /// An id that the source gives itself, if nobody has it yet.
    pub(super) fn own(&mut self, id: &str) -> Option<String> {
        self.taken.insert(id.to_owned()).then(|| id.to_owned())
    }

    fn unlike(&mut self, slug: String) -> String {
        let mut id = slug.clone();
        let mut next = 2;
        while RESERVED.iter().any(|word| word.eq_ignore_ascii_case(&id))
            || !self.taken.insert(id.clone())
        {
            id = format!("{slug}-{next}");
            next += 1;
        }
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_is_named_by_its_words_not_its_number() {
        let mut ids = Ids::default();
        assert_eq!(ids.article("Article 3 (The user’s rights)", 3), "the-users-rights");
        assert_eq!(ids.article("4. The users rights", 4), "the-users-rights-2");
        assert_eq!(ids.article("第5条（目的）", 5), "section-5");
        assert_eq!(ids.article("2019/4/18", 6), "section-6");
        assert_eq!(ids.article("Constructor", 7), "constructor-2");
    }
}
