//! Cards whose article has moved on, by what `notice.lock` remembers; and whether it can be read.

use super::Subject;
use crate::bundle::lock::kept;
use crate::notice::source::Diagnostic;

pub(super) fn check(subject: &Subject) -> Vec<Diagnostic> {
    let lock = match kept(subject.folder, subject.editions) {
        Ok(lock) => lock,
        Err(fault) => return vec![*fault],
    };
    let stale = lock.stale_cards(subject.editions).into_iter();
    let told = stale.filter_map(|stale| {
        let file = format!("{}.md", stale.lang);
        let reading = subject.readings.iter().find(|reading| reading.file == file)?;
        let article = reading.articles.iter().find(|article| *article.id == *stale.article)?;
        let message = format!("article `{}` has changed since this card was last touched", stale.article);
        Some(
            Diagnostic::warning("card-stale", &file, article.card.first()?.whole(), message).help(
                "read the card again; if it still holds, `sudare build --cards-hold` keeps that in notice.lock",
            ),
        )
    });
    told.collect()
}
