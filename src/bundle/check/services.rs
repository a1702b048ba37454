//! Services against the catalogue of known ones, and how long ago their opt-out links were opened.
//! The catalogue says what was read where; nothing of it is filled in.

use std::ops::Range;

use jiff::civil::Date;

use super::{Subject, languages};
use crate::bundle::catalogue::{Catalogue, Claim, Entry, StatusKind};
use crate::bundle::import::named;
use crate::notice::source::Diagnostic;
use crate::notice::{OptOutStops, Service};

pub(super) fn check(subject: &Subject) -> Vec<Diagnostic> {
    let Some(edition) = subject.editions.first() else { return Vec::new() };
    // The catalogue is part of the executable; a test reads it whole.
    let catalogue = Catalogue::built_in().ok();
    let mut found = Vec::new();
    for (at, service) in edition.notice.services.iter().enumerate() {
        let known = Known { subject, at, service };
        found.extend(known.opened_long_ago());
        if let Some(catalogue) = &catalogue
            && let Some(entry) = known.entry(catalogue)
        {
            found.extend(known.ended(entry));
            found.extend(known.recipient(entry, catalogue));
            found.extend(known.policy(entry));
            found.extend(known.opt_out(entry));
            found.extend(known.stops(entry));
            found.extend(known.cookies(entry));
        }
    }
    if let Some(catalogue) = &catalogue {
        found.extend(undeclared(subject, catalogue));
    }
    found
}

/// Services that the default language's text names and no entry declares.
fn undeclared(subject: &Subject, catalogue: &Catalogue) -> Vec<Diagnostic> {
    let (Some(edition), Some(reading)) = (subject.editions.first(), subject.readings.first())
    else {
        return Vec::new();
    };
    let names =
        edition.notice.services.iter().flat_map(|service| {
            [Some(&service.id), Some(&service.name), service.recipient.as_ref()]
        });
    let declared: Vec<&str> = names
        .flatten()
        .flat_map(|name| catalogue.by_id(name).into_iter().chain(catalogue.by_name(name)))
        .map(|entry| &*entry.id)
        .collect();
    // Each passage is a line of its own, so that a line's number is a passage's.
    let passages: Vec<_> = reading.articles.iter().flat_map(|article| &article.passages).collect();
    let lines: Vec<String> =
        passages.iter().map(|passage| passage.text.replace('\n', " ")).collect();
    let named = named::ids(&lines.join("\n"), &edition.notice.operator.name);
    let unknown = named.into_iter().filter(|(id, _)| !declared.contains(&&**id));
    unknown
        .filter_map(|(id, line)| {
            let (entry, passage) = (catalogue.by_id(&id)?, passages.get(line)?);
            let message =
                format!("the policy names {}, and no [[service]] declares it", entry.name);
            Some(
                Diagnostic::warning("service-undeclared", &reading.file, passage.whole(), message)
                    .help("declare it, if the site loads it: it has no switch otherwise"),
            )
        })
        .collect()
}

/// A service of the notice, by its place in the manifest.
struct Known<'a> {
    subject: &'a Subject<'a>,
    at: usize,
    service: &'a Service,
}

impl Known<'_> {
    fn place(&self, key: &str) -> Range<usize> {
        let span = self.subject.manifest.entry("service", self.at, key);
        // Where the key is not there, the table's first line stands for it.
        let text = self.subject.manifest_file.text.get(span.clone()).unwrap_or_default();
        span.start..span.start + text.lines().next().map_or(0, str::len)
    }

    fn warning(&self, code: &'static str, key: &str, message: String) -> Diagnostic {
        Diagnostic::warning(code, &self.subject.manifest_file.name, self.place(key), message)
    }

    /// The one entry that it is: by id, by name in any language.
    fn entry<'c>(&self, catalogue: &'c Catalogue) -> Option<&'c Entry> {
        if let Some(entry) = catalogue.by_id(&self.service.id) {
            return Some(entry);
        }
        let names = self.subject.editions.iter().filter_map(|edition| {
            edition.notice.services.get(self.at).map(|service| service.name.clone())
        });
        let mut fitting = names.map(|name| catalogue.by_name(&name)).filter(|all| all.len() == 1);
        fitting.next().and_then(|all| all.first().copied())
    }

    fn opened_long_ago(&self) -> Option<Diagnostic> {
        let checked = self.service.checked.as_deref()?;
        let days = |date: &str| date.parse::<Date>().ok();
        let age = days(checked)?.until(days(self.subject.today)?).ok()?.get_days();
        (age > 365 && !self.service.opt_out.is_empty()).then(|| {
            self.warning(
                "checked-old",
                "checked",
                format!("the opt-out link of `{}` was last opened on {checked}", self.service.id),
            )
            .help("open it, and write today's date if it still does what it says")
        })
    }

    fn ended(&self, entry: &Entry) -> Option<Diagnostic> {
        let status = entry.status.as_ref()?;
        let became = match status.kind {
            StatusKind::Active => return None,
            StatusKind::Merged => "belongs to another company now",
            StatusKind::Renamed => "has another name now",
            StatusKind::Closed => "has ended",
        };
        let note = status.note.as_deref().unwrap_or_default();
        Some(
            self.warning("catalogue-ended", "name", format!("{} {became}", entry.name))
                .label(note)
                .help(read_at(entry, Claim::Status)),
        )
    }

    fn differs(&self, entry: &Entry, claim: Claim, key: &str, known: &str) -> Diagnostic {
        self.warning(
            "catalogue-differs",
            key,
            format!("the catalogue has another `{key}` of {}: {known}", entry.name),
        )
        .help(read_at(entry, claim))
    }

    fn recipient(&self, entry: &Entry, catalogue: &Catalogue) -> Option<Diagnostic> {
        let known = entry.recipient.as_ref()?;
        let written: Vec<_> = (self.subject.editions.iter())
            .filter_map(|edition| edition.notice.services.get(self.at)?.recipient.clone())
            .collect();
        // A name in another script cannot be compared, and one within a longer one is the same.
        let same = |name: &str| {
            !name.is_ascii()
                || name.to_lowercase().contains(&known.name.to_lowercase())
                || catalogue.by_name(name).iter().any(|found| found.id == entry.id)
        };
        if written.is_empty() || written.iter().any(|name| same(name)) {
            return None;
        }
        Some(self.differs(entry, Claim::Recipient, "recipient", &known.name))
    }

    fn policy(&self, entry: &Entry) -> Option<Diagnostic> {
        let (known, written) = (entry.policy.as_deref()?, self.service.policy.as_deref()?);
        (!same_place(known, written)).then(|| self.differs(entry, Claim::Policy, "policy", known))
    }

    fn opt_out(&self, entry: &Entry) -> Option<Diagnostic> {
        let lacks = |known: &&String| {
            !self.service.opt_out.iter().any(|written| same_place(known, written))
        };
        if entry.opt_out.is_empty() || !entry.opt_out.iter().all(|known| lacks(&known)) {
            return None;
        }
        let known = entry.opt_out.join(", ");
        Some(if self.service.opt_out.is_empty() {
            self.warning(
                "catalogue-differs",
                "name",
                format!(
                    "the catalogue has an opt-out page of {}, the notice none: {known}",
                    entry.name
                ),
            )
            .help(read_at(entry, Claim::OptOut))
        } else {
            self.differs(entry, Claim::OptOut, "opt-out", &known)
        })
    }

    fn stops(&self, entry: &Entry) -> Option<Diagnostic> {
        let (known, written) = (entry.opt_out_stops, self.service.opt_out_stops);
        let unknown = OptOutStops::Unknown;
        if known == unknown || written == unknown || known == written {
            return None;
        }
        let known = if known == OptOutStops::Sending { "sending" } else { "use" };
        Some(self.differs(entry, Claim::OptOutStops, "opt-out-stops", known))
    }

    /// Cookies that it usually sets and the notice does not list, where the notice lists any.
    fn cookies(&self, entry: &Entry) -> Option<Diagnostic> {
        let listed = |name: &str| {
            let stem = |name: &str| name.split('*').next().unwrap_or_default().to_owned();
            self.service.cookies.iter().any(|cookie| {
                let (known, written) = (stem(name), stem(&cookie.name));
                known.starts_with(&written) || written.starts_with(&known)
            })
        };
        let lacking: Vec<&str> =
            entry.cookies.iter().map(|cookie| &*cookie.name).filter(|name| !listed(name)).collect();
        if self.service.cookies.is_empty() || lacking.is_empty() {
            return None;
        }
        Some(
            self.warning(
                "catalogue-differs",
                "cookies",
                format!(
                    "{} usually sets cookies that are not listed: {}",
                    entry.name,
                    lacking.join(", ")
                ),
            )
            .help(read_at(entry, Claim::Cookies)),
        )
    }
}

/// Whether two addresses lead to the same page, whatever its language.
fn same_place(one: &str, other: &str) -> bool {
    let plain = |address: &str| {
        let address = languages::without_language(address);
        let address = address.split_once("://").map_or(&*address, |(_, rest)| rest).to_owned();
        address.trim_start_matches("www.").trim_end_matches('/').to_lowercase()
    };
    plain(one) == plain(other)
}

/// Where the catalogue has it from, and how old that is.
fn read_at(entry: &Entry, claim: Claim) -> String {
    let source = entry.sources_of(claim).next().or(entry.sources.first());
    let Some(source) = source else { return "look at the company's own pages".to_owned() };
    match source.dated {
        Some(date) => format!("read at {}, a page of {date}: see what is true today", source.url),
        None => format!("read at {}, a page without a date: see what is true today", source.url),
    }
}
