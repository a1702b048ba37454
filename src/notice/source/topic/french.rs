//! French phrases.

use super::{Phrases, Topic::*};

#[rustfmt::skip]
pub(super) const PHRASES: Phrases = &[
    (Controller, 3, &[
        "responsable du traitement", "responsable de traitement", "qui sommes-nous",
        "éditeur du site", "identité du responsable", "qui est responsable",
    ]),
    (Officer, 3, &["délégué à la protection", "dpo", "dpd"]),
    (Collected, 3, &[
        "données collectées", "données que nous collectons", "quelles données",
        "catégories de données", "collecte", "informations recueillies", "données traitées",
        "nous collectons", "nous recueillons",
    ]),
    (Collected, 1, &[
        "adresse ip", "adresse électronique", "adresse e-mail", "numéro de téléphone",
        "date de naissance",
    ]),
    (Sources, 3, &["source des données", "origine des données", "sources", "provenance"]),
    (Purposes, 3, &[
        "finalité", "pourquoi", "utilisation des données", "utilisation de vos",
        "à quoi servent", "usage de vos", "objectif",
    ]),
    (LegalBasis, 3, &[
        "base légale", "bases légales", "base juridique", "fondement juridique",
        "fondement légal", "licéité",
    ]),
    (LegalBasis, 1, &[
        "exécution du contrat", "exécution d’un contrat", "exécution d'un contrat",
        "obligation légale", "consentement",
    ]),
    (LegitimateInterests, 3, &["intérêt légitime", "intérêts légitimes"]),
    (Recipients, 3, &[
        "destinataire", "partage", "qui a accès", "communication à des tiers", "à des tiers",
        "transmission à", "avec qui",
    ]),
    (Processors, 3, &["sous-traitant", "prestataire", "hébergeur", "hébergement"]),
    (JointUse, 3, &["responsables conjoints", "responsabilité conjointe", "coresponsab"]),
    (Transfers, 3, &[
        "transfert", "hors de l’union", "hors de l'union", "hors union", "pays tiers",
        "clauses contractuelles types", "hors ue", "à l’étranger",
    ]),
    (Retention, 3, &[
        "durée de conservation", "durées de conservation", "conservation", "combien de temps",
        "conservons", "conservées pendant",
    ]),
    (Security, 3, &[
        "sécurité", "mesures techniques", "chiffrement", "protection de vos données",
        "confidentialité des données",
    ]),
    (Cookies, 3, &["cookie", "traceur", "témoins de connexion"]),
    (Cookies, 2, &["paramètres du navigateur", "réglages du navigateur", "pixel"]),
    (Analytics, 3, &[
        "mesure d’audience", "mesure d'audience", "statistique", "analytics", "analyse de l",
    ]),
    (TargetedAdvertising, 3, &[
        "publicité ciblée", "publicité personnalisée", "publicité", "publicitaire",
        "prospection", "marketing", "lettre d’information", "newsletter",
    ]),
    (Sale, 3, &["vente de", "vendons", "revente", "ne vendons"]),
    (Rights, 3, &[
        "vos droits", "droits des personnes", "droit d’accès", "droit d'accès",
        "exercer vos droits", "exercice de vos droits", "droit de", "droits",
    ]),
    (Rights, 2, &[
        "rectification", "effacement", "portabilité", "droit d’opposition",
        "limitation du traitement",
    ]),
    (Withdrawal, 3, &[
        "retirer votre consentement", "retrait du consentement", "retrait de votre",
    ]),
    (Complaint, 3, &["cnil", "réclamation", "autorité de contrôle", "plainte"]),
    (Obligation, 3, &[
        "caractère obligatoire", "caractère facultatif", "obligatoire ou facultatif",
        "êtes-vous obligé", "facultatif",
    ]),
    (AutomatedDecisions, 3, &["décision automatisée", "décisions automatisées", "profilage"]),
    (SpecialCategories, 3, &[
        "catégories particulières", "données sensibles", "données de santé",
    ]),
    (Children, 3, &["enfant", "mineur", "moins de 15", "moins de 16", "parental"]),
    (Changes, 3, &[
        "modification de la", "modifications de la", "mise à jour", "mises à jour",
        "évolution de la", "modification", "actualisation",
    ]),
    (Contact, 3, &["contact", "nous contacter", "nous écrire", "questions"]),
    (Definitions, 3, &["définition", "glossaire", "on entend par"]),
    (Scope, 3, &[
        "champ d’application", "champ d'application", "préambule", "introduction", "objet",
        "en bref",
    ]),
    (ExternalLinks, 3, &[
        "liens externes", "liens vers", "sites tiers", "autres sites", "liens hypertextes",
    ]),
    (Disclaimers, 3, &[
        "responsabilité limitée", "limitation de responsabilité", "clause de non-responsabilité",
        "exclusion de responsabilité", "droit applicable",
    ]),
];
