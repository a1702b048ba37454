//! Cards whose article has changed since somebody last touched them.

use super::{Language, Lock};
use crate::bundle::difference::NoticeText;
use crate::notice::source::Edition;

/// A card that may no longer say what its article says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaleCard {
    /// The language's tag.
    pub lang: String,
    /// The article's id.
    pub article: String,
}

impl Lock {
    /// The cards of these editions that are as they were, while the words of their article are not
    /// those that the card was written for.
    #[must_use]
    pub fn stale_cards(&self, editions: &[Edition]) -> Vec<StaleCard> {
        let Some(newest) = self.published.first() else { return Vec::new() };
        let mut stale = Vec::new();
        for Edition { notice, .. } in editions {
            let Some(before) = newest.language(&notice.lang) else { continue };
            let (texts, cards) = (before.text.by_id(), before.cards_by_id());
            for article in &NoticeText::of(notice).articles {
                let id = article.id.as_str();
                let same_card = !article.card.is_empty()
                    && texts.get(id).is_some_and(|its| its.card == article.card);
                let written_for = cards.get(id);
                if same_card
                    && written_for.is_some_and(|hash| *hash != Language::body_hash(article))
                {
                    let lang = notice.lang.to_string();
                    stale.push(StaleCard { lang, article: article.id.clone() });
                }
            }
        }
        stale
    }
}
