//! Cards whose article has changed since they were last touched: `notice.lock` knows.

use super::Subject;
use crate::bundle::lock::kept;
use crate::notice::source::Diagnostic;

pub(super) fn check(subject: &Subject) -> Vec<Diagnostic> {
    let lock = match kept(subject.folder, subject.editions) {
        Ok(lock) => lock,
        Err(fault) => return vec![*fault],
    };
    let mut found = Vec::new();
    for stale in lock.stale_cards(subject.editions) {
        let reading = subject.readings.iter().find(|reading| reading.lang == stale.lang);
        let Some(reading) = reading else { continue };
        let card = reading
            .articles
            .iter()
            .find(|article| article.id == stale.article)
            .and_then(|article| article.card.first());
        let message = format!("the article `{}` has changed, its card has not", stale.article);
        found.push(
            Diagnostic::warning(
                "card-stale",
                &reading.file,
                card.map_or(0..0, |card| card.whole()),
                message,
            )
            .help(
                "read the card again; if it still holds, say so with `sudare build --cards-hold`",
            ),
        );
    }
    found
}
