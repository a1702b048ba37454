//! Services that the text names, known by the catalogue's names. Nothing of what the catalogue says about them
//! is taken over: whether the site uses them so, only its owner knows.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::draft::Article;
use super::purposes::Kind;
use crate::bundle::catalogue::{Catalogue, Category};

/// A service and where the text first names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    /// Its id in the catalogue.
    pub(super) id: String,
    pub(super) name: String,
    pub(super) kind: Kind,
    pub(super) line: usize,
    pub(super) words: String,
    /// The article that names it.
    pub(super) article: Option<String>,
}

/// Names that are words or letters of everyday.
const EVERYDAY: [&str; 8] =
    ["X", "Segment", "Crisp", "Sentry", "Intercom", "Snowplow", "Inspectlet", "Spotify"];

/// The services that the text names, in the order in which it does. `operator` names itself all the time.
pub(super) fn of(text: &str, articles: &[Article], operator: &str) -> Vec<Named> {
    let Some(known) = known() else { return Vec::new() };
    let operator = operator.to_lowercase();
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for (line, number) in text.lines().zip(1..) {
        for hit in known.finder.find_iter(line) {
            let words = line.get(hit.start()..hit.end()).unwrap_or_default();
            let Some((name, at)) = known.names.get(hit.pattern().as_usize()) else { continue };
            // "SEGMENT" and "segment" are words; a name begins as its owner writes it.
            let large = words.chars().next() == name.chars().next()
                || words.chars().all(|c| !c.is_lowercase());
            let letter =
                |c: char| c.is_ascii_alphanumeric() || c == '.' || c == '/' || c == '@' || c == '-';
            let before = line.get(..hit.start()).unwrap_or_default().ends_with(letter);
            let after = line
                .get(hit.end()..)
                .unwrap_or_default()
                .starts_with(|c: char| c.is_ascii_alphanumeric());
            let Some(entry) = known.catalogue.entries().get(*at) else { continue };
            let own = operator.split_whitespace().any(|word| word == name.to_lowercase());
            let Some(kind) = kind(entry.category).filter(|_| large && !before && !after && !own)
            else {
                continue;
            };
            if seen.insert(*at) {
                let article = articles.iter().rev().find(|article| article.line <= number);
                found.push(Named {
                    id: entry.id.clone(),
                    name: words.to_owned(),
                    kind,
                    line: number,
                    words: excerpt(line, hit.start()),
                    article: article.map(|article| article.id.clone()),
                });
            }
        }
    }
    found
}

/// The ids of the services that a text names, each with the line where it does first, from 0.
pub(in crate::bundle) fn ids(text: &str, operator: &str) -> Vec<(String, usize)> {
    of(text, &[], operator).into_iter().map(|named| (named.id, named.line - 1)).collect()
}

/// The catalogue and what finds its names in a text; read once.
struct Known {
    catalogue: Catalogue,
    /// Names and the places of their entries.
    names: Vec<(String, usize)>,
    finder: AhoCorasick,
}

fn known() -> Option<&'static Known> {
    static ONCE: OnceLock<Option<Known>> = OnceLock::new();
    ONCE.get_or_init(|| {
        let catalogue = Catalogue::built_in().ok()?;
        let mut names: Vec<(String, usize)> = Vec::new();
        for (at, entry) in catalogue.entries().iter().enumerate() {
            for name in std::iter::once(&entry.name).chain(&entry.also) {
                if name.chars().count() >= 4 && !EVERYDAY.contains(&name.as_str()) {
                    names.push((name.clone(), at));
                }
            }
        }
        let finder = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .ascii_case_insensitive(true)
            .build(names.iter().map(|(name, _)| name))
            .ok()?;
        Some(Known { catalogue, names, finder })
    })
    .as_ref()
}

fn kind(category: Category) -> Option<Kind> {
    match category {
        Category::Analytics
        | Category::AbTesting
        | Category::SessionReplay
        | Category::Survey
        | Category::ErrorMonitoring => Some(Kind::Analytics),
        Category::Advertising | Category::Email => Some(Kind::Ads),
        Category::Video
        | Category::Audio
        | Category::Maps
        | Category::Social
        | Category::Comments => Some(Kind::Media),
        Category::Captcha
        | Category::Chat
        | Category::Payments
        | Category::FontsCdn
        | Category::TagManagement => Some(Kind::Functions),
        // Those keep choices, or are no service of a site.
        Category::Consent | Category::OptOutPage => None,
    }
}

/// The line from a little before a place on.
fn excerpt(line: &str, at: usize) -> String {
    let from =
        line.char_indices().map(|(at, _)| at).filter(|from| from + 24 >= at).min().unwrap_or(0);
    let cut = line.get(from..).unwrap_or_default().trim();
    if from == 0 { cut.to_owned() } else { format!("…{cut}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn services_are_known_by_their_names_and_only_by_them() {
        let found = of(
            "We use Google Analytics and hotjar.\nHOTJAR. See youtube.com or YouTube.",
            &[],
            "Aster",
        );
        let names: Vec<(&str, Kind, usize)> =
            found.iter().map(|n| (n.name.as_str(), n.kind, n.line)).collect();
        assert_eq!(
            names,
            [
                ("Google Analytics", Kind::Analytics, 1),
                ("HOTJAR", Kind::Analytics, 2),
                ("YouTube", Kind::Media, 2)
            ]
        );
    }
}
