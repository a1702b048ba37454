//! Italian phrases.

use super::{Phrases, Topic::*};

#[rustfmt::skip]
pub(super) const PHRASES: Phrases = &[
    (Controller, 3, &["titolare del trattamento", "chi siamo"]),
    (Officer, 3, &["responsabile della protezione dei dati", "dpo", "rpd"]),
    (Collected, 3, &[
        "dati raccolti", "quali dati", "categorie di dati", "dati trattati", "tipologie di dati",
        "raccogliamo",
    ]),
    (Purposes, 3, &["finalità", "perché trattiamo", "scopi del trattamento", "uso dei dati"]),
    (LegalBasis, 3, &["base giuridica", "basi giuridiche"]),
    (LegitimateInterests, 3, &["legittimo interesse", "interesse legittimo"]),
    (Recipients, 3, &[
        "destinatari", "comunicazione dei dati", "a terzi", "con chi condividiamo",
    ]),
    (Processors, 3, &[
        "responsabili del trattamento", "responsabile del trattamento", "fornitori",
    ]),
    (Transfers, 3, &["trasferimento", "paesi terzi", "extra ue", "clausole contrattuali"]),
    (Retention, 3, &["conservazione", "per quanto tempo", "conserviamo"]),
    (Security, 3, &["sicurezza", "misure tecniche", "crittografia"]),
    (Cookies, 3, &["cookie", "tracciamento"]),
    (Analytics, 3, &["statistiche", "analytics", "misurazione"]),
    (TargetedAdvertising, 3, &["pubblicità", "marketing", "newsletter", "pubblicitari"]),
    (Rights, 3, &[
        "diritti dell'interessato", "diritti dell’interessato", "diritti", "diritto di",
    ]),
    (Withdrawal, 3, &["revoca del consenso", "revocare"]),
    (Complaint, 3, &["garante", "reclamo", "autorità di controllo"]),
    (Obligation, 3, &[
        "natura del conferimento", "conferimento dei dati", "facoltativ", "obbligatori",
    ]),
    (AutomatedDecisions, 3, &["processo decisionale automatizzato", "profilazione"]),
    (SpecialCategories, 3, &["categorie particolari", "dati sensibili"]),
    (Children, 3, &["minori", "minorenni", "bambini"]),
    (Changes, 3, &["modifiche", "aggiornament"]),
    (Contact, 3, &["contatti", "contattar", "come contattarci"]),
    (Definitions, 3, &["definizioni", "si intende per"]),
    (Scope, 3, &["ambito di applicazione", "introduzione", "premessa"]),
    (ExternalLinks, 3, &["link esterni", "siti di terzi", "collegamenti"]),
    (Disclaimers, 3, &[
        "esclusione di responsabilità", "limitazione di responsabilità", "legge applicabile",
    ]),
];
