//! Our own words for what nobody can take from a policy: the first layer and the purposes, as drafts.

use super::purposes::Kind;

/// Our own words in the notice's language.
pub(super) struct Words<'a> {
    pub(super) lang: &'static str,
    pub(super) operator: &'a str,
}

impl Words<'_> {
    /// The draft's words are in the notice's language; where we have none, they are English.
    pub(super) fn are_in_its_language(&self) -> bool {
        matches!(self.lang, "en" | "ja" | "de" | "fr" | "es" | "it" | "ko")
    }

    pub(super) fn title(&self) -> String {
        let operator = self.operator;
        match self.lang {
            "ja" => format!("{operator}でのプライバシー"),
            "de" => format!("Ihre Privatsphäre bei {operator}"),
            "fr" => format!("Votre vie privée chez {operator}"),
            "es" => format!("Su privacidad en {operator}"),
            "it" => format!("La tua privacy presso {operator}"),
            "ko" => format!("{operator}의 개인정보 보호"),
            _ => format!("Your privacy at {operator}"),
        }
    }

    pub(super) fn text(&self, kinds: &[&str]) -> String {
        let has = |kind: Kind| kinds.contains(&kind.id());
        let pick = |run: &'static str, analytics: &'static str, ads: &'static str| {
            let mut aims = vec![run];
            aims.extend(has(Kind::Analytics).then_some(analytics));
            aims.extend(has(Kind::Ads).then_some(ads));
            aims
        };
        let operator = self.operator;
        match self.lang {
            "ja" => format!(
                "{operator}は{}に、お使いの端末に情報を保存します。必要でないものは、いつでもお断りいただけます。",
                pick(
                    "このサイトを動かすため",
                    "利用状況を知るため",
                    "関心に合わせた広告を出すため"
                )
                .join("、")
            ),
            "de" => format!(
                "{operator} speichert Informationen auf Ihrem Gerät, {}. Was nicht nötig ist, können Sie jederzeit ablehnen.",
                listed(
                    &pick(
                        "um diese Website zu betreiben",
                        "um zu sehen, wie sie genutzt wird",
                        "um passende Werbung zu zeigen"
                    ),
                    " und "
                )
            ),
            "fr" => format!(
                "{operator} enregistre des informations sur votre appareil {}. Vous pouvez refuser à tout moment ce qui n’est pas nécessaire.",
                listed(
                    &pick(
                        "pour faire fonctionner ce site",
                        "pour savoir comment il est utilisé",
                        "pour afficher des publicités ciblées"
                    ),
                    " et "
                )
            ),
            "es" => format!(
                "{operator} guarda información en su dispositivo {}. Puede rechazar en cualquier momento lo que no sea necesario.",
                listed(
                    &pick(
                        "para que este sitio funcione",
                        "para saber cómo se usa",
                        "para mostrar publicidad personalizada"
                    ),
                    " y "
                )
            ),
            "it" => format!(
                "{operator} salva informazioni sul tuo dispositivo {}. Ciò che non è necessario si può rifiutare in ogni momento.",
                listed(
                    &pick(
                        "per far funzionare questo sito",
                        "per capire come viene usato",
                        "per mostrare pubblicità mirata"
                    ),
                    " e "
                )
            ),
            "ko" => format!(
                "{operator}은(는) {} 이용자의 기기에 정보를 저장합니다. 필요하지 않은 것은 언제든지 거부할 수 있습니다.",
                pick(
                    "이 사이트를 운영하기 위해",
                    "이용 현황을 알기 위해",
                    "맞춤형 광고를 보여 주기 위해"
                )
                .join(", ")
            ),
            _ => format!(
                "{operator} stores information on your device {}. What is not needed, you can refuse at any time.",
                listed(
                    &pick("to run this site", "to see how it is used", "to show targeted ads"),
                    " and "
                )
            ),
        }
    }

    /// A purpose's name and sentence.
    pub(super) fn purpose(&self, kind: Kind) -> (&'static str, &'static str) {
        match (self.lang, kind) {
            ("ja", Kind::Necessary) => {
                ("必要なもの", "このサイトを動かし、あなたの選択を覚えておくために使います。")
            }
            ("ja", Kind::Functions) => {
                ("便利な機能", "設定を覚えたり、サイトの機能を助けたりするために使います。")
            }
            ("ja", Kind::Analytics) => {
                ("利用状況の分析", "サイトがどのように使われているかを知るために使います。")
            }
            ("ja", Kind::Media) => (
                "外部のコンテンツ",
                "動画や地図など、ほかの会社のコンテンツを表示するために使います。",
            ),
            ("ja", Kind::Ads) => ("ターゲティング広告", "関心に合わせた広告を選ぶために使います。"),
            ("de", Kind::Necessary) => {
                ("Notwendig", "Hält diese Website am Laufen und merkt sich Ihre Auswahl.")
            }
            ("de", Kind::Functions) => {
                ("Funktionen", "Merkt sich Einstellungen und hilft der Website zu funktionieren.")
            }
            ("de", Kind::Analytics) => ("Statistik", "Zeigt, wie diese Website genutzt wird."),
            ("de", Kind::Media) => {
                ("Externe Inhalte", "Zeigt Videos, Karten und anderes von anderen Unternehmen.")
            }
            ("de", Kind::Ads) => {
                ("Gezielte Werbung", "Wählt Werbung danach aus, was Sie sich angesehen haben.")
            }
            ("fr", Kind::Necessary) => {
                ("Nécessaire", "Fait fonctionner ce site et retient vos choix.")
            }
            ("fr", Kind::Functions) => {
                ("Fonctions", "Retient vos réglages et aide le site à fonctionner.")
            }
            ("fr", Kind::Analytics) => ("Mesure d’audience", "Montre comment ce site est utilisé."),
            ("fr", Kind::Media) => (
                "Contenus externes",
                "Affiche des vidéos, des cartes et d’autres contenus d’autres sociétés.",
            ),
            ("fr", Kind::Ads) => {
                ("Publicité ciblée", "Choisit les publicités d’après ce que vous avez consulté.")
            }
            ("es", Kind::Necessary) => {
                ("Necesario", "Hace que este sitio funcione y recuerda sus decisiones.")
            }
            ("es", Kind::Functions) => {
                ("Funciones", "Recuerda sus ajustes y ayuda a que el sitio funcione.")
            }
            ("es", Kind::Analytics) => ("Estadística", "Muestra cómo se usa este sitio."),
            ("es", Kind::Media) => {
                ("Contenido externo", "Muestra vídeos, mapas y otros contenidos de otras empresas.")
            }
            ("es", Kind::Ads) => {
                ("Publicidad personalizada", "Elige la publicidad según lo que ha visto antes.")
            }
            ("it", Kind::Necessary) => {
                ("Necessari", "Fa funzionare questo sito e ricorda le tue scelte.")
            }
            ("it", Kind::Functions) => {
                ("Funzioni", "Ricorda le impostazioni e aiuta il sito a funzionare.")
            }
            ("it", Kind::Analytics) => ("Statistiche", "Mostra come viene usato questo sito."),
            ("it", Kind::Media) => {
                ("Contenuti esterni", "Mostra video, mappe e altri contenuti di altre società.")
            }
            ("it", Kind::Ads) => {
                ("Pubblicità mirata", "Sceglie la pubblicità in base a ciò che hai visto.")
            }
            ("ko", Kind::Necessary) => ("필수", "이 사이트를 운영하고 이용자의 선택을 기억합니다."),
            ("ko", Kind::Functions) => ("기능", "설정을 기억하고 사이트의 기능을 돕습니다."),
            ("ko", Kind::Analytics) => ("이용 분석", "사이트가 어떻게 이용되는지 보여 줍니다."),
            ("ko", Kind::Media) => ("외부 콘텐츠", "다른 회사의 동영상, 지도 등을 보여 줍니다."),
            ("ko", Kind::Ads) => ("맞춤형 광고", "이전에 본 것에 따라 광고를 고릅니다."),
            (_, Kind::Necessary) => {
                ("Necessary", "Keeps this site working and remembers your choices.")
            }
            (_, Kind::Functions) => {
                ("Functions", "Remembers settings and helps the site to do what it does.")
            }
            (_, Kind::Analytics) => ("Analytics", "Shows how this site is used."),
            (_, Kind::Media) => {
                ("External content", "Shows videos, maps and the like from other companies.")
            }
            (_, Kind::Ads) => ("Targeted ads", "Chooses ads by what you looked at before."),
        }
    }
}

/// "a, b and c"
fn listed(parts: &[&str], last: &str) -> String {
    match parts.split_last() {
        Some((end, [])) => (*end).to_owned(),
        Some((end, rest)) => format!("{}{last}{end}", rest.join(", ")),
        None => String::new(),
    }
}
