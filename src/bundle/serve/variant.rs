//! What somebody wants to try: it comes in the page's address, and goes into the bundle only as far
//! as the bundle has to do with it.

use crate::notice::Change;
use crate::notice::source::Edition;

/// What to try.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wishes {
    /// The region that the tag names.
    pub region: String,
    /// The language that the tag names.
    pub language: String,
    /// Another layout than the notice's.
    pub layout: String,
    /// The browser says Global Privacy Control.
    pub gpc: bool,
    /// The notice has a new revision.
    pub revised: bool,
}

/// The layouts that there are to try.
pub const LAYOUTS: [&str; 3] = ["bar", "corner", "none"];

/// What the name of a variant says of a new revision.
const REVISED: &str = "revised";

impl Wishes {
    /// The wishes in a query. What is no region, language or layout is no wish.
    pub fn of(query: &str) -> Self {
        let mut wishes = Self::default();
        for (name, value) in url::form_urlencoded::parse(query.as_bytes()) {
            let tag =
                value.len() <= 20 && value.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
            match &*name {
                "region" if tag => wishes.region = value.into_owned(),
                "lang" if tag => wishes.language = value.into_owned(),
                "layout" if LAYOUTS.contains(&&*value) => wishes.layout = value.into_owned(),
                "gpc" => wishes.gpc = &*value == "1",
                "revised" => wishes.revised = &*value == "1",
                _ => {}
            }
        }
        wishes
    }

    /// What the bundle has to do with, as a part of its address; empty for the bundle as it is.
    pub fn name(&self) -> String {
        let parts = [&*self.layout, if self.revised { REVISED } else { "" }];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
    }

    /// The wishes that such a name stands for.
    pub fn of_name(name: &str) -> Self {
        let mut wishes = Self::default();
        for part in name.split('-') {
            if part == REVISED {
                wishes.revised = true;
            } else if LAYOUTS.contains(&part) {
                part.clone_into(&mut wishes.layout);
            }
        }
        wishes
    }

    /// The folder of the bundle.
    pub fn folder(&self) -> String {
        match &*self.name() {
            "" => "/consent".to_owned(),
            name => format!("/as/{name}"),
        }
    }
}

/// Makes the editions as they were wished.
pub fn varied(editions: &mut [Edition], wishes: &Wishes) {
    for Edition { notice, .. } in editions {
        if !wishes.layout.is_empty() {
            notice.look.layout = wishes.layout.as_str().into();
        }
        if wishes.revised {
            // A visitor who decided on the revision before comes back to this one.
            let revision = format!("{}-and-after", notice.revision);
            let touched = notice.articles.iter().filter(|article| article.card.is_some());
            notice.revision = revision.as_str().into();
            notice.accepted_revisions = vec![notice.revision.clone()];
            notice.changes.insert(
                0,
                Change {
                    revision: notice.revision.clone(),
                    date: notice.effective.clone(),
                    summary: "sudare serve: a revision to try".into(),
                    articles: touched.take(1).map(|article| article.id.clone()).collect(),
                    material: true,
                },
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stands_for_what_the_bundle_has_to_do_with() {
        let wishes = Wishes::of("region=DE&lang=ja&layout=corner&gpc=1&revised=1");
        assert_eq!(wishes.name(), "corner-revised");
        let known = Wishes::of_name("corner-revised");
        assert_eq!((&*known.layout, known.revised), ("corner", true));
        assert_eq!(Wishes::of("region=US-CA").folder(), "/consent");
    }

    #[test]
    fn what_is_no_tag_is_no_wish() {
        let wishes = Wishes::of("region=%22%3E%3Cscript%3E&lang=en%20x&layout=full");
        assert_eq!(wishes, Wishes::default());
    }
}
