//! Dutch phrases.

use super::{Phrases, Topic::*};

#[rustfmt::skip]
pub(super) const PHRASES: Phrases = &[
    (Controller, 3, &["verwerkingsverantwoordelijke", "wie zijn wij", "wie wij zijn"]),
    (Officer, 3, &["functionaris gegevensbescherming", "functionaris voor gegevensbescherming"]),
    (Collected, 3, &[
        "welke gegevens", "gegevens die wij verzamelen", "verzamelen wij", "wij verzamelen",
        "categorieën persoonsgegevens", "soorten gegevens",
    ]),
    (Collected, 1, &["ip-adres", "e-mailadres", "telefoonnummer"]),
    (Purposes, 3, &["doeleinden", "waarvoor", "waarom", "gebruik van gegevens", "gebruiken wij"]),
    (LegalBasis, 3, &["rechtsgrond", "grondslag"]),
    (LegitimateInterests, 3, &["gerechtvaardigd belang"]),
    (Recipients, 3, &["ontvangers", "met derden", "aan derden", "delen wij", "delen van gegevens"]),
    (Processors, 3, &["verwerkers", "verwerker", "dienstverleners"]),
    (Transfers, 3, &["doorgifte", "buiten de eu", "buiten de eer", "derde landen"]),
    (Retention, 3, &["bewaartermijn", "hoe lang", "bewaren", "bewaard"]),
    (Security, 3, &["beveiliging", "beveiligen", "technische en organisatorische"]),
    (Cookies, 3, &["cookie"]),
    (Analytics, 3, &["statistieken", "analytics", "analytische"]),
    (TargetedAdvertising, 3, &["advertenties", "reclame", "marketing", "nieuwsbrief"]),
    (Rights, 3, &["uw rechten", "jouw rechten", "recht op inzage", "recht op", "rechten"]),
    (Rights, 2, &["inzage", "rectificatie", "verwijdering"]),
    (Withdrawal, 3, &["toestemming intrekken", "intrekken"]),
    (Complaint, 3, &["autoriteit persoonsgegevens", "klacht", "toezichthouder"]),
    (Obligation, 3, &["verplicht", "vrijwillig"]),
    (AutomatedDecisions, 3, &["geautomatiseerde besluit", "profilering"]),
    (SpecialCategories, 3, &["bijzondere persoonsgegevens", "bijzondere categorieën"]),
    (Children, 3, &["kinderen", "minderjarig", "jonger dan"]),
    (Changes, 3, &["wijzigingen", "wijzigen", "aanpassingen"]),
    (Contact, 3, &["contact", "vragen"]),
    (Definitions, 3, &["definities", "begrippen"]),
    (Scope, 3, &["toepassing", "inleiding", "toepasselijkheid"]),
    (ExternalLinks, 3, &["externe links", "links naar andere", "websites van derden"]),
    (Disclaimers, 3, &["aansprakelijkheid", "disclaimer", "toepasselijk recht"]),
];
