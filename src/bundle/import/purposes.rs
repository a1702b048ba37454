//! What the text says that data is used for, as far as a visitor can be asked about it.

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
    pub(super) fn id(self) -> &'static str {
        match self {
            Kind::Necessary => "necessary",
            Kind::Functions => "functions",
            Kind::Analytics => "analytics",
            Kind::Media => "media",
            Kind::Ads => "ads",
        }
    }

    /// Where in a line, in small letters, it is spoken of; the strong words say so by themselves.
    fn place_in(self, line: &str, strong: bool) -> Option<usize> {
        let first = |words: &[&str]| words.iter().filter_map(|word| line.find(word)).min();
        let by_cookie = first(&[
            "cookie",
            "beacon",
            "クッキー",
            "information gathering module",
            "情報収集モジュール",
            "쿠키",
        ]);
        match (self, strong) {
            (Kind::Necessary, true) => first(&["cookie", "クッキー", "쿠키"]),
            (Kind::Functions, true) => first(&FUNCTIONS),
            (Kind::Media, true) => first(&MEDIA),
            (Kind::Analytics, true) => first(&ANALYTICS),
            (Kind::Ads, true) => first(&TARGETED),
            (Kind::Necessary | Kind::Functions | Kind::Media, false) => None,
            (Kind::Analytics, false) => by_cookie.and(first(&[
                "statistic",
                "to analyze",
                "to analyse",
                "measure traffic",
                "統計",
                "statistisch",
                "statistique",
                "estadístic",
                "statistich",
                "통계",
            ])),
            (Kind::Ads, false) => by_cookie.and(first(&[
                "advertis",
                "広告",
                "werbung",
                "publicit",
                "publicidad",
                "pubblicit",
                "광고",
            ])),
        }
    }
}

const ANALYTICS: [&str; 14] = [
    "analytics",
    "access analysis",
    "access log analysis",
    "performance cookie",
    "statistics cookie",
    "アクセス解析",
    "reichweitenmessung",
    "webanalyse",
    "statistik-cookies",
    "mesure d’audience",
    "mesure d'audience",
    "cookies analíticas",
    "cookie analitici",
    "접속 통계",
];

/// Cookie categories that keep settings.
const FUNCTIONS: [&str; 10] = [
    "functional cookie",
    "functionality cookie",
    "preference cookie",
    "funktionale cookies",
    "funktions-cookies",
    "cookies fonctionnels",
    "cookies de préférence",
    "cookies de personalización",
    "cookies de preferencias",
    "機能性クッキー",
];

/// What comes into the page from others.
const MEDIA: [&str; 9] = [
    "social media cookie",
    "social plug-in",
    "social plugin",
    "embedded content",
    "embedded video",
    "eingebettete videos",
    "eingebundene videos",
    "contenus intégrés",
    "vidéos intégrées",
];

const TARGETED: [&str; 27] = [
    "targeted ad",
    "targeting ad",
    "targeted marketing",
    "behavioral ad",
    "behavioural ad",
    "behavioral targeting",
    "behavioural targeting",
    "interest-based ad",
    "personalized ad",
    "personalised ad",
    "third-party ad",
    "third party ad",
    "targeting cookie",
    "advertising cookie",
    "marketing cookie",
    "行動ターゲティング",
    "ターゲティング広告",
    "行動ターゲット",
    "personalisierte werbung",
    "interessenbezogene werbung",
    "marketing-cookies",
    "publicité ciblée",
    "publicité personnalisée",
    "cookies publicitaires",
    "publicidad personalizada",
    "publicidad comportamental",
    "맞춤형 광고",
];

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
    let mut purposes = Vec::new();
    for kind in [Kind::Necessary, Kind::Functions, Kind::Analytics, Kind::Media, Kind::Ads] {
        let found = in_headings(kind, articles)
            .or_else(|| in_lines(kind, text, articles, true))
            .or_else(|| in_lines(kind, text, articles, false));
        match (found, articles.first()) {
            (Some(purpose), _) => purposes.push(purpose),
            (None, Some(first)) if kind == Kind::Necessary => {
                purposes.push(Purpose { kind, article: first.id.clone(), found: None });
            }
            _ => {}
        }
    }
    purposes
}

fn in_headings(kind: Kind, articles: &[Article]) -> Option<Purpose> {
    let article = articles
        .iter()
        .find(|article| kind.place_in(&article.heading.to_lowercase(), true).is_some())?;
    Some(Purpose {
        kind,
        article: article.id.clone(),
        found: Some((article.line, article.heading.clone())),
    })
}

fn in_lines(kind: Kind, text: &str, articles: &[Article], strong: bool) -> Option<Purpose> {
    text.lines().zip(1..).find_map(|(line, number)| {
        let lower = line.to_lowercase();
        let at = kind.place_in(&lower, strong)?;
        let article = articles.iter().rev().find(|article| article.line <= number)?;
        let before = lower.get(..at).unwrap_or_default().chars().count();
        Some(Purpose {
            kind,
            article: article.id.clone(),
            found: Some((number, excerpt(line, before))),
        })
    })
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
