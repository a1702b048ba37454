//! Swedish phrases.

use super::{Phrases, Topic::*};

#[rustfmt::skip]
pub(super) const PHRASES: Phrases = &[
    (Controller, 3, &["personuppgiftsansvarig", "vilka vi är", "vem är ansvarig", "om oss"]),
    (Officer, 3, &["dataskyddsombud"]),
    (Collected, 3, &[
        "vilka uppgifter", "uppgifter vi samlar", "samlar vi in", "samlar in", "insamling",
        "vilka personuppgifter",
    ]),
    (Collected, 1, &["ip-adress", "e-postadress", "telefonnummer"]),
    (Purposes, 3, &["ändamål", "varför", "syfte", "användning av", "hur vi använder"]),
    (LegalBasis, 3, &["rättslig grund", "laglig grund"]),
    (LegitimateInterests, 3, &["berättigat intresse", "intresseavvägning"]),
    (Recipients, 3, &["mottagare", "delar vi", "vem får", "tredje part", "lämnas ut"]),
    (Processors, 3, &["personuppgiftsbiträde", "leverantörer"]),
    (Transfers, 3, &["överföring", "utanför eu", "tredje land", "tredjeland"]),
    (Retention, 3, &["hur länge", "lagring", "lagringstid", "sparas", "sparar vi", "bevaras"]),
    (Security, 3, &["säkerhet", "tekniska och organisatoriska", "skyddar vi"]),
    (Cookies, 3, &["kakor", "cookie"]),
    (Analytics, 3, &["statistik", "analys"]),
    (TargetedAdvertising, 3, &["annonser", "reklam", "marknadsföring", "nyhetsbrev"]),
    (Rights, 3, &["dina rättigheter", "rättigheter", "rätt att", "rätt till"]),
    (Rights, 2, &["registerutdrag", "rättelse", "raderade", "radering", "dataportabilitet"]),
    (Withdrawal, 3, &["återkalla", "dra tillbaka"]),
    (Complaint, 3, &["integritetsskyddsmyndigheten", "klagomål", "klaga", "tillsynsmyndighet"]),
    (Obligation, 3, &["frivilligt", "måste du lämna", "skyldig att"]),
    (AutomatedDecisions, 3, &["automatiserat beslut", "automatiserade beslut", "profilering"]),
    (SpecialCategories, 3, &["känsliga personuppgifter", "känsliga uppgifter"]),
    (Children, 3, &["barn", "minderårig", "under 13"]),
    (Changes, 3, &["ändringar", "uppdateringar", "ändra denna"]),
    (Contact, 3, &["kontakt", "frågor"]),
    (Definitions, 3, &["definitioner", "begrepp"]),
    (Scope, 3, &["omfattning", "inledning", "tillämpning"]),
    (ExternalLinks, 3, &["externa länkar", "länkar till andra", "andra webbplatser"]),
    (Disclaimers, 3, &["ansvarsfriskrivning", "ansvarsbegränsning", "tillämplig lag"]),
];
