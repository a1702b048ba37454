//! Words that policies are made of, in many languages: without one of them a text is none.

const WORDS: [&str; 44] = [
    "privacy",
    "personal data",
    "personal information",
    "cookie",
    "gdpr",
    "data protection",
    "private information",
    "プライバシー",
    "個人情報",
    "クッキー",
    "利用目的",
    "個人データ",
    "datenschutz",
    "personenbezogen",
    "dsgvo",
    "confidentialité",
    "données personnelles",
    "données à caractère",
    "vie privée",
    "rgpd",
    "privacidad",
    "datos personales",
    "protección de datos",
    "riservatezza",
    "dati personali",
    "privacidade",
    "dados pessoais",
    "개인정보",
    "쿠키",
    "隐私",
    "個人資料",
    "个人信息",
    "隱私",
    "persoonsgegevens",
    "prywatnoś",
    "osobow",
    "personuppgift",
    "personopplysning",
    "henkilötie",
    "конфиденциальност",
    "персональн",
    "الخصوصية",
    "kişisel veri",
    "gizlilik",
];

/// How many of them a text has, each counted once.
pub(super) fn of_privacy(text: &str) -> usize {
    let lower = text.to_lowercase();
    WORDS.iter().filter(|word| lower.contains(**word)).count()
}
