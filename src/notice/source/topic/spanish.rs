//! Spanish phrases.

use super::{Phrases, Topic::*};

#[rustfmt::skip]
pub(super) const PHRASES: Phrases = &[
    (Controller, 3, &[
        "responsable del tratamiento", "quiénes somos", "identidad del responsable",
        "quién es el responsable", "titular del sitio",
    ]),
    (Officer, 3, &["delegado de protección", "dpd", "dpo"]),
    (Collected, 3, &[
        "datos que recogemos", "datos recogidos", "qué datos", "categorías de datos",
        "recogida de", "recopilamos", "datos que tratamos", "información que recogemos",
        "recabamos",
    ]),
    (Collected, 1, &[
        "dirección ip", "correo electrónico", "número de teléfono", "fecha de nacimiento",
    ]),
    (Sources, 3, &["procedencia de", "origen de los datos", "fuente de los datos"]),
    (Purposes, 3, &[
        "finalidad", "para qué", "uso de los datos", "uso de sus datos", "uso de tus datos",
        "propósito", "con qué fin",
    ]),
    (LegalBasis, 3, &["base jurídica", "base legal", "legitimación", "bases legales", "licitud"]),
    (LegalBasis, 1, &["ejecución de un contrato", "obligación legal", "consentimiento"]),
    (LegitimateInterests, 3, &["interés legítimo", "intereses legítimos"]),
    (Recipients, 3, &[
        "destinatario", "cesión de datos", "cesiones", "a terceros", "con quién compartimos",
        "comunicación de datos", "compartir",
    ]),
    (Processors, 3, &[
        "encargado del tratamiento", "encargados del tratamiento", "proveedores de servicios",
        "subcontrat",
    ]),
    (JointUse, 3, &["corresponsable"]),
    (Transfers, 3, &[
        "transferencia internacional", "transferencias internacionales", "terceros países",
        "fuera del espacio económico", "fuera de la unión", "cláusulas contractuales tipo",
    ]),
    (Retention, 3, &[
        "plazo de conservación", "plazos de conservación", "conservación", "cuánto tiempo",
        "conservaremos", "conservamos",
    ]),
    (Security, 3, &["seguridad", "medidas técnicas", "cifrado", "protección de sus datos"]),
    (Cookies, 3, &["cookie", "tecnologías similares", "rastreador"]),
    (Cookies, 2, &["configuración del navegador", "navegador"]),
    (Analytics, 3, &["analítica", "analytics", "medición", "estadística"]),
    (TargetedAdvertising, 3, &[
        "publicidad personalizada", "publicidad comportamental", "publicidad", "publicitari",
        "mercadotecnia", "boletín", "marketing",
    ]),
    (Sale, 3, &["vendemos", "venta de datos", "no vendemos"]),
    (Rights, 3, &[
        "sus derechos", "tus derechos", "derechos", "derecho de acceso", "ejercer", "derecho a",
    ]),
    (Rights, 2, &[
        "rectificación", "supresión", "oposición", "portabilidad", "limitación del tratamiento",
    ]),
    (Withdrawal, 3, &[
        "retirar el consentimiento", "retirar su consentimiento", "retirar tu consentimiento",
        "revocar",
    ]),
    (Complaint, 3, &["autoridad de control", "reclamación", "agencia española", "aepd"]),
    (Obligation, 3, &[
        "obligatoriedad", "obligación de facilitar", "carácter obligatorio", "es voluntari",
    ]),
    (AutomatedDecisions, 3, &[
        "decisiones automatizadas", "decisión automatizada", "elaboración de perfiles",
    ]),
    (SpecialCategories, 3, &["categorías especiales", "datos sensibles", "datos de salud"]),
    (Children, 3, &["menores", "niños", "menor de edad", "menores de 14"]),
    (Changes, 3, &[
        "modificaciones de", "cambios en", "actualización", "modificación", "actualizaciones",
        "cambios",
    ]),
    (Contact, 3, &["contacto", "contactar", "consultas", "preguntas"]),
    (Definitions, 3, &["definiciones", "definición", "se entiende por", "glosario"]),
    (Scope, 3, &["ámbito de aplicación", "introducción", "objeto", "alcance", "en resumen"]),
    (ExternalLinks, 3, &["enlaces externos", "enlaces a", "sitios de terceros", "otros sitios"]),
    (Disclaimers, 3, &[
        "exención de responsabilidad", "limitación de responsabilidad", "responsabilidad",
        "ley aplicable",
    ]),
];
