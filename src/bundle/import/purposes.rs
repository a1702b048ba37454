//! What the text says that data is used for, as far as a visitor can be asked about it.

use super::draft::Article;

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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Necessary,
    Analytics,
    Ads,
}

impl Kind {
    pub(super) fn id(self) -> &'static str {
        match self {
            Kind::Necessary => "necessary",
            Kind::Analytics => "analytics",
            Kind::Ads => "ads",
        }
    }

    /// A line of the text, in small letters, speaks of it.
    fn is_spoken_of(self, line: &str) -> bool {
        let has = |words: &[&str]| words.iter().any(|word| line.contains(word));
        let by_cookie = has(&["cookie", "beacon", "クッキー", "information gathering module", "情報収集モジュール"]);
        match self {
            Kind::Necessary => has(&["cookie", "クッキー"]),
            Kind::Analytics => {
                has(&["analytics", "access analysis", "access log analysis", "アクセス解析"])
                    || (by_cookie && has(&["statistic", "to analyze", "to analyse", "measure traffic", "統計"]))
            }
            Kind::Ads => {
                let targeted = [
                    "targeted ad", "targeting ad", "targeted marketing", "behavioral ad", "behavioural ad",
                    "behavioral targeting", "behavioural targeting", "interest-based ad", "personalized ad",
                    "personalised ad", "third-party ad", "third party ad", "行動ターゲティング", "ターゲティング広告", "行動ターゲット",
                ];
                let by_others = has(&["third part", "third-part", "第三者"]) || by_cookie;
                has(&targeted) || (by_cookie && by_others && has(&["advertis", "広告"]))
            }
        }
    }
}

/// The purposes that the text supports; the first is the one that is always on.
pub(super) fn of(text: &str, articles: &[Article]) -> Vec<Purpose> {
    let lines: Vec<&str> = text.lines().collect();
    let mut purposes = Vec::new();
    for kind in [Kind::Necessary, Kind::Analytics, Kind::Ads] {
        let spoken = |line: &&str| kind.is_spoken_of(&line.to_lowercase());
        let heading = articles.iter().find(|article| spoken(&article.heading.as_str()));
        let inside = lines.iter().zip(1..).filter(|(line, _)| spoken(line));
        let mut inside = inside.filter_map(|(line, number)| Some((article_at(articles, number)?, number, *line)));
        let found = match heading {
            Some(article) => Some((article, article.line, article.heading.as_str())),
            None => inside.next(),
        };
        let first = articles.first();
        match (found, first) {
            (Some((article, line, words)), _) => {
                let found = Some((line, words.trim().to_owned()));
                purposes.push(Purpose { kind, article: article.id.clone(), found });
            }
            (None, Some(first)) if kind == Kind::Necessary => {
                purposes.push(Purpose { kind, article: first.id.clone(), found: None });
            }
            _ => {}
        }
    }
    purposes
}

fn article_at(articles: &[Article], line: usize) -> Option<&Article> {
    articles.iter().rev().find(|article| article.line <= line)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&'static str, usize)> {
        let article = Article { id: "a".into(), heading: "A".into(), line: 1 };
        of(text, &[article]).iter().map(|p| (p.kind.id(), p.found.as_ref().map_or(0, |(line, _)| *line))).collect()
    }

    #[test]
    fn only_what_the_text_speaks_of_is_a_purpose() {
        assert_eq!(found("A\nWe make statistics of sales."), [("necessary", 0)]);
        assert_eq!(found("A\nCookies help.\nAccess analysis too."), [("necessary", 2), ("analytics", 3)]);
        assert_eq!(found("A\nThird parties show advertising by cookies."), [("necessary", 2), ("ads", 2)]);
    }
}
