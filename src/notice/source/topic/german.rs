//! German phrases.

use super::{Phrases, Topic::*};

#[rustfmt::skip]
pub(super) const PHRASES: Phrases = &[
    (Controller, 3, &[
        "verantwortlich", "wer wir sind", "verantwortliche stelle", "anbieter",
        "name und anschrift",
    ]),
    (Officer, 3, &["datenschutzbeauftragt"]),
    (Collected, 3, &[
        "erhobene daten", "welche daten", "kategorien personenbezogener",
        "arten der verarbeiteten", "datenkategorien", "erhebung", "erfassung",
        "umfang der verarbeitung", "server-log", "logfiles", "protokolldaten", "wir erheben",
        "verarbeitete daten",
    ]),
    (Collected, 1, &[
        "ip-adresse", "e-mail-adresse", "anschrift", "geburtsdatum", "telefonnummer",
    ]),
    (Sources, 3, &["herkunft der daten", "quelle der daten", "datenquelle", "woher", "herkunft"]),
    (Purposes, 3, &["zweck", "zwecke", "wofür", "nutzung der daten", "verwendung", "wozu"]),
    (Purposes, 1, &["um zu", "dient der"]),
    (LegalBasis, 3, &["rechtsgrundlage", "rechtliche grundlage", "art. 6 abs"]),
    (LegalBasis, 1, &["erfüllung eines vertrag", "rechtliche verpflichtung", "einwilligung"]),
    (LegitimateInterests, 3, &[
        "berechtigte interesse", "berechtigtes interesse", "berechtigten interesse",
    ]),
    (Recipients, 3, &[
        "empfänger", "weitergabe", "übermittlung an dritte", "offenlegung", "an dritte",
        "wer erhält",
    ]),
    (Processors, 3, &[
        "auftragsverarbeit", "auftragsdatenverarbeitung", "dienstleister", "hosting",
    ]),
    (JointUse, 3, &["gemeinsam verantwortlich", "gemeinsame verantwort"]),
    (Transfers, 3, &[
        "drittland", "drittländer", "drittstaat", "standardvertragsklausel", "außerhalb der eu",
        "außerhalb des ewr", "angemessenheitsbeschluss", "internationale übermittlung",
    ]),
    (Retention, 3, &[
        "speicherdauer", "dauer der speicherung", "aufbewahrung", "wie lange", "löschung",
        "speicherfrist", "löschfrist",
    ]),
    (Retention, 1, &["gelöscht", "gespeichert"]),
    (Security, 3, &[
        "datensicherheit", "sicherheit", "verschlüssel", "ssl", "tls",
        "technische und organisatorische",
    ]),
    (Cookies, 3, &["cookie", "local storage", "endgerät", "ttdsg", "tdddg"]),
    (Cookies, 2, &["browser-einstellung", "browsereinstellung", "pixel"]),
    (Analytics, 3, &[
        "analyse", "webanalyse", "analytics", "reichweitenmessung", "statistik", "matomo",
    ]),
    (TargetedAdvertising, 3, &[
        "werbung", "personalisierte werbung", "remarketing", "marketing", "newsletter",
        "interessenbezogen",
    ]),
    (Sale, 3, &["verkauf", "verkaufen"]),
    (Rights, 3, &[
        "ihre rechte", "rechte der betroffenen", "betroffenenrechte", "rechte als betroffene",
        "deine rechte", "recht auf", "auskunftsrecht", "rechte",
    ]),
    (Rights, 2, &[
        "auskunft", "berichtigung", "einschränkung der verarbeitung", "datenübertragbarkeit",
        "widerspruchsrecht", "widerspruch",
    ]),
    (Withdrawal, 3, &["widerruf", "widerrufen", "widerrufsrecht"]),
    (Complaint, 3, &["aufsichtsbehörde", "beschwerde", "beschwerderecht"]),
    (Obligation, 3, &[
        "pflicht zur bereitstellung", "bereitstellung der daten", "bereitstellung von daten",
        "freiwillig", "verpflichtet, daten", "verpflichtung zur",
    ]),
    (AutomatedDecisions, 3, &[
        "automatisierte entscheidung", "automatisierte einzel", "profiling",
    ]),
    (SpecialCategories, 3, &[
        "besondere kategorien", "besonderer kategorien", "sensible daten", "gesundheitsdaten",
    ]),
    (Children, 3, &["kinder", "minderjährig", "unter 16", "jugendliche", "erziehungsberechtigt"]),
    (Changes, 3, &[
        "änderung dieser", "änderungen dieser", "änderung der datenschutz", "aktualität",
        "anpassung", "änderungen", "änderung",
    ]),
    (Contact, 3, &[
        "kontakt", "anfragen", "ansprechpartner", "fragen zum datenschutz", "so erreichen",
        "kontaktaufnahme",
    ]),
    (Definitions, 3, &["begriffsbestimmung", "definition", "begriffe"]),
    (Scope, 3, &[
        "geltungsbereich", "allgemeines", "allgemeine hinweise", "überblick", "einleitung",
        "auf einen blick", "präambel",
    ]),
    (ExternalLinks, 3, &[
        "externe links", "links zu", "verlinkung", "andere websites", "webseiten dritter",
    ]),
    (Disclaimers, 3, &["haftung", "haftungsausschluss", "gewähr"]),
];
