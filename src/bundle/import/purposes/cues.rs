//! The words that speak of a purpose, and where a line has them.

use std::sync::OnceLock;

use aho_corasick::AhoCorasick;

use super::Kind;

/// What a phrase says.
#[derive(Debug, Clone, Copy)]
enum Cue {
    /// The purpose, by itself.
    Strong(Kind),
    /// The purpose, if the line speaks of cookies as well.
    Weak(Kind),
    /// Cookies and their like.
    Cookie,
}

/// Where a line speaks of each purpose, by the purpose's rank.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Spoken {
    strong: [Option<usize>; Kind::ALL.len()],
    weak: [Option<usize>; Kind::ALL.len()],
}

impl Spoken {
    /// The place in the line, in bytes, that says so by itself.
    pub(super) fn strongly(&self, kind: Kind) -> Option<usize> {
        self.strong.get(kind as usize).copied().flatten()
    }

    /// The place that says so beside a word for cookies.
    pub(super) fn weakly(&self, kind: Kind) -> Option<usize> {
        self.weak.get(kind as usize).copied().flatten()
    }
}

/// What a line in small letters speaks of.
pub(super) fn in_line(line: &str) -> Spoken {
    let mut spoken = Spoken::default();
    let Some((finder, cues)) = finder() else { return spoken };
    let mut cookie = false;
    for hit in finder.find_overlapping_iter(line) {
        let (list, kind) = match cues.get(hit.pattern().as_usize()) {
            Some(Cue::Strong(kind)) => (&mut spoken.strong, kind),
            Some(Cue::Weak(kind)) => (&mut spoken.weak, kind),
            Some(Cue::Cookie) | None => {
                cookie = true;
                continue;
            }
        };
        if let Some(place) = list.get_mut(*kind as usize) {
            *place = Some(place.map_or(hit.start(), |first: usize| first.min(hit.start())));
        }
    }
    if !cookie {
        spoken.weak = Default::default();
    }
    spoken
}

/// All phrases, found in one go, and what each says. There unless the list outgrows the finder's limits.
fn finder() -> Option<&'static (AhoCorasick, Vec<Cue>)> {
    static ONCE: OnceLock<Option<(AhoCorasick, Vec<Cue>)>> = OnceLock::new();
    ONCE.get_or_init(|| {
        let lists: [(Cue, &[&str]); 8] = [
            (Cue::Cookie, COOKIES),
            (Cue::Strong(Kind::Necessary), NECESSARY),
            (Cue::Strong(Kind::Functions), FUNCTIONS),
            (Cue::Strong(Kind::Analytics), ANALYTICS),
            (Cue::Strong(Kind::Media), MEDIA),
            (Cue::Strong(Kind::Ads), TARGETED),
            (Cue::Weak(Kind::Analytics), STATISTICS),
            (Cue::Weak(Kind::Ads), ADVERTISING),
        ];
        let phrases =
            || lists.iter().flat_map(|(cue, list)| list.iter().map(|words| (*words, *cue)));
        let finder = AhoCorasick::new(phrases().map(|(words, _)| words)).ok()?;
        Some((finder, phrases().map(|(_, cue)| cue).collect()))
    })
    .as_ref()
}

const COOKIES: &[&str] = &[
    "cookie",
    "beacon",
    "クッキー",
    "information gathering module",
    "情報収集モジュール",
    "쿠키",
    "kakor",
];

const NECESSARY: &[&str] = &["cookie", "クッキー", "쿠키", "kakor"];

const ANALYTICS: &[&str] = &[
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
    "cookies analíticos",
    "cookie analitici",
    "analytische cookies",
    "statistikcookies",
    "cookies estatísticos",
    "접속 통계",
    "网站分析",
    "流量分析",
];

/// Cookie categories that keep settings.
const FUNCTIONS: &[&str] = &[
    "functional cookie",
    "functionality cookie",
    "preference cookie",
    "funktionale cookies",
    "funktions-cookies",
    "functionele cookies",
    "funktionella cookies",
    "cookies fonctionnels",
    "cookies de préférence",
    "cookies de personalización",
    "cookies de preferencias",
    "cookies de funcionalidade",
    "cookies de preferência",
    "cookie funzionali",
    "機能性クッキー",
];

/// What comes into the page from others.
const MEDIA: &[&str] = &[
    "social media cookie",
    "social plug-in",
    "social plugin",
    "embedded content",
    "embedded video",
    "eingebettete videos",
    "eingebundene videos",
    "contenus intégrés",
    "vidéos intégrées",
    "contenido incrustado",
    "contenuti incorporati",
    "ingesloten inhoud",
    "inbäddat innehåll",
    "conteúdo incorporado",
];

const TARGETED: &[&str] = &[
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
    "publicidade personalizada",
    "cookies de publicidade",
    "pubblicità personalizzata",
    "cookie di profilazione",
    "advertentiecookies",
    "marketingcookies",
    "marknadsföringscookies",
    "맞춤형 광고",
    "个性化广告",
    "個人化廣告",
];

const STATISTICS: &[&str] = &[
    "statistic",
    "to analyze",
    "to analyse",
    "measure traffic",
    "統計",
    "statistisch",
    "statistique",
    "estadístic",
    "statistich",
    "estatístic",
    "statistiek",
    "statistik",
    "통계",
    "统计",
];

const ADVERTISING: &[&str] = &[
    "advertis",
    "広告",
    "werbung",
    "publicit",
    "publicidad",
    "pubblicit",
    "advertenti",
    "annons",
    "광고",
    "广告",
    "廣告",
];
