//! What the text says that data is used for, as far as a visitor can be asked about it.

mod cues;

use super::draft::Article;
use super::named::Named;

/// A purpose, and the place in the text that speaks of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Purpose {
    pub(super) kind: Kind,
    /// The article that explains it.
    pub(super) article: String,
    /// The line and its words; none if nothing speaks of it.
    pub(super) found: Option<(usize, String)>,
}

/// The purposes that are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Necessary,
    /// Settings, chats, payments: what helps the site without being the site.
    Functions,
    Analytics,
    /// Videos, maps, social networks: what other companies show in the page.
    Media,
    Ads,
}

impl Kind {
    const ALL: [Kind; 5] =
        [Kind::Necessary, Kind::Functions, Kind::Analytics, Kind::Media, Kind::Ads];

    pub(super) fn id(self) -> &'static str {
        match self {
            Kind::Necessary => "necessary",
            Kind::Functions => "functions",
            Kind::Analytics => "analytics",
            Kind::Media => "media",
            Kind::Ads => "ads",
        }
    }
}

/// Adds the purposes of services that the text names, where it does not speak of them otherwise.
pub(super) fn with_named(
    mut purposes: Vec<Purpose>,
    named: &[Named],
    articles: &[Article],
) -> Vec<Purpose> {
    for service in named {
        let known = purposes.iter().any(|purpose| purpose.kind == service.kind);
        let article = service.article.clone().or_else(|| Some(articles.first()?.id.clone()));
        if let Some(article) = article.filter(|_| !known) {
            let found = Some((service.line, service.words.clone()));
            purposes.push(Purpose { kind: service.kind, article, found });
        }
    }
    purposes.sort_by_key(|purpose| purpose.kind);
    purposes
}

/// The purposes that the text supports; the first is the one that is always on.
pub(super) fn of(text: &str, articles: &[Article]) -> Vec<Purpose> {
    let headings = in_headings(articles);
    let (strong, weak) = in_lines(text, articles);
    let mut found: Vec<Purpose> = headings
        .into_iter()
        .zip(strong.into_iter().zip(weak))
        .filter_map(|(heading, (strong, weak))| heading.or(strong).or(weak))
        .collect();
    if let Some(first) = articles.first()
        && found.first().is_none_or(|first| first.kind != Kind::Necessary)
    {
        let article = first.id.clone();
        found.insert(0, Purpose { kind: Kind::Necessary, article, found: None });
    }
    found
}

/// For each purpose the first that was found.
type Found = [Option<Purpose>; Kind::ALL.len()];

fn in_headings(articles: &[Article]) -> Found {
    let mut found = Found::default();
    for article in articles {
        let spoken = cues::in_line(&article.heading.to_lowercase());
        for (kind, found) in Kind::ALL.into_iter().zip(&mut found) {
            if found.is_none() && spoken.strongly(kind).is_some() {
                *found = Some(Purpose {
                    kind,
                    article: article.id.clone(),
                    found: Some((article.line, article.heading.clone())),
                });
            }
        }
    }
    found
}

/// What lines say by themselves, and what they say beside a word for cookies.
fn in_lines(text: &str, articles: &[Article]) -> (Found, Found) {
    let (mut strong, mut weak) = (Found::default(), Found::default());
    for (line, number) in text.lines().zip(1..) {
        if strong.iter().all(Option::is_some) {
            break;
        }
        let lower = line.to_lowercase();
        let spoken = cues::in_line(&lower);
        let purpose = |kind: Kind, at: usize| {
            let article = articles.iter().rev().find(|article| article.line <= number)?;
            let before = lower.get(..at).unwrap_or_default().chars().count();
            let found = Some((number, excerpt(line, before)));
            Some(Purpose { kind, article: article.id.clone(), found })
        };
        for ((kind, strong), weak) in Kind::ALL.into_iter().zip(&mut strong).zip(&mut weak) {
            if strong.is_none() {
                *strong = spoken.strongly(kind).and_then(|at| purpose(kind, at));
            }
            if weak.is_none() {
                *weak = spoken.weakly(kind).and_then(|at| purpose(kind, at));
            }
        }
    }
    (strong, weak)
}

/// The line from a word or two before its `at`th letter on.
fn excerpt(line: &str, at: usize) -> String {
    let line = line.trim_end();
    let from = at.saturating_sub(20);
    if from == 0 {
        return line.trim().to_owned();
    }
    let rest: String = line.chars().skip(from).collect();
    let whole = rest
        .split_once(' ')
        .filter(|(cut, _)| cut.chars().count() < 20)
        .map_or(rest.as_str(), |(_, whole)| whole);
    format!("…{}", whole.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&'static str, usize)> {
        let article = Article { id: "a".into(), heading: "A".into(), line: 1 };
        of(text, &[article])
            .iter()
            .map(|p| (p.kind.id(), p.found.as_ref().map_or(0, |(line, _)| *line)))
            .collect()
    }

    #[test]
    fn only_what_the_text_speaks_of_is_a_purpose() {
        assert_eq!(found("A\nWe make statistics of sales."), [("necessary", 0)]);
        assert_eq!(
            found("A\nCookies help.\nAccess analysis too."),
            [("necessary", 2), ("analytics", 3)]
        );
        assert_eq!(
            found("A\nThird parties show advertising by cookies."),
            [("necessary", 2), ("ads", 2)]
        );
    }
}
