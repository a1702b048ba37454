//! Dates that cannot all be right.

use jiff::civil::Date;

use super::Subject;
use crate::bundle::import::dates;
use crate::notice::source::Diagnostic;

pub(super) fn check(subject: &Subject) -> Vec<Diagnostic> {
    let mut found = changes(subject);
    found.extend(opened_in_the_future(subject));
    found.extend(in_the_text(subject));
    found
}

/// A change that is dated before the notice was first published, or after the revision that brought
/// it takes effect.
fn changes(subject: &Subject) -> Vec<Diagnostic> {
    let Some(edition) = subject.editions.first() else { return Vec::new() };
    let notice = &edition.notice;
    let mut found = Vec::new();
    for (at, change) in notice.changes.iter().enumerate() {
        let message = if notice.published.as_ref().is_some_and(|first| change.date < *first) {
            "this change is older than `published`, the first revision's date"
        } else if change.revision == notice.revision && change.date > notice.effective {
            "this change is newer than `effective`, from when its revision holds"
        } else {
            continue;
        };
        let place = subject.manifest.entry("change", at, "date");
        found.push(
            Diagnostic::warning("dates-out-of-order", &subject.manifest_file.name, place, message)
                .help("mend the date that is wrong: visitors see them one above the other"),
        );
    }
    found
}

fn opened_in_the_future(subject: &Subject) -> Vec<Diagnostic> {
    let Some(edition) = subject.editions.first() else { return Vec::new() };
    let services = edition.notice.services.iter().enumerate();
    let ahead = services.filter(|(_, service)| {
        service.checked.as_deref().is_some_and(|checked| checked > subject.today)
    });
    ahead
        .map(|(at, _)| {
            let place = subject.manifest.entry("service", at, "checked");
            let message = "this day has not come yet";
            Diagnostic::warning("date-in-future", &subject.manifest_file.name, place, message)
                .help("`checked` is the day when somebody last opened the opt-out link")
        })
        .collect()
}

/// Words beside a date that make it the policy's own.
const CUES: [&str; 18] = [
    "effective",
    "updated",
    "revised",
    "last modified",
    "amended",
    "in force",
    "as of",
    "enacted",
    "施行",
    "改定",
    "改訂",
    "改正",
    "制定",
    "更新",
    "stand:",
    "gültig ab",
    "mise à jour",
    "en vigueur",
];

/// Whether a passage is short and speaks of the policy's own date.
fn is_own(text: &str) -> bool {
    if text.chars().nth(120).is_some() {
        return false;
    }
    let lower = text.to_lowercase();
    CUES.iter().any(|cue| lower.contains(cue))
}

/// The date that a policy gives as its own against `effective`.
fn in_the_text(subject: &Subject) -> Vec<Diagnostic> {
    let Some(edition) = subject.editions.first() else { return Vec::new() };
    let effective = &*edition.notice.effective;
    let mut found = Vec::new();
    for reading in &subject.readings {
        let passages = reading.articles.iter().flat_map(|article| &article.passages);
        let own = passages.filter(|passage| is_own(&passage.text)).filter_map(|passage| {
            Some((dates::in_line(&passage.text).into_iter().max()?, passage))
        });
        let Some((last, passage)) = own.max_by_key(|(date, _)| *date) else { continue };
        let last = last.to_string();
        if last == effective {
            continue;
        }
        // A policy may name the day of its revision and take effect some weeks later.
        let soon = |from: &str, to: &str| {
            let days = from.parse::<Date>().ok()?.until(to.parse::<Date>().ok()?).ok()?.get_days();
            Some((0..=62).contains(&days))
        };
        if soon(&last, effective) == Some(true) {
            continue;
        }
        let message = format!("the text says {last}, notice.toml says `effective = {effective}`");
        found.push(
            Diagnostic::warning("date-differs", &reading.file, passage.whole(), message)
                .help("write the same day in both: visitors see both"),
        );
    }
    found
}
