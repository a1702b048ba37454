//! Portuguese phrases, of Portugal and of Brazil.

use super::{Phrases, Topic::*};

#[rustfmt::skip]
pub(super) const PHRASES: Phrases = &[
    (Controller, 3, &["responsável pelo tratamento", "controlador", "quem somos"]),
    (Officer, 3, &["encarregado", "encarregada", "dpo"]),
    (Collected, 3, &[
        "dados que coletamos", "dados coletados", "dados recolhidos", "que dados", "quais dados",
        "recolhemos", "coletamos", "categorias de dados",
    ]),
    (Collected, 1, &["endereço ip", "e-mail", "telefone"]),
    (Purposes, 3, &["finalidade", "para que usamos", "como usamos", "uso dos dados", "utilização"]),
    (LegalBasis, 3, &["base legal", "bases legais", "fundamento jurídico"]),
    (LegitimateInterests, 3, &["interesse legítimo", "interesses legítimos", "legítimo interesse"]),
    (Recipients, 3, &["destinatários", "compartilha", "partilha", "a terceiros", "com terceiros"]),
    (Processors, 3, &["subcontratante", "operadores", "prestadores de serviço"]),
    (Transfers, 3, &["transferência internacional", "transferência", "países terceiros"]),
    (Retention, 3, &["conservação", "retenção", "por quanto tempo", "armazenamento", "guardamos"]),
    (Security, 3, &["segurança", "medidas técnicas", "criptografia"]),
    (Cookies, 3, &["cookie", "rastreamento"]),
    (Analytics, 3, &["estatística", "analytics", "analítico"]),
    (TargetedAdvertising, 3, &["publicidade", "marketing", "newsletter", "anúncios"]),
    (Rights, 3, &["direitos do titular", "seus direitos", "direitos", "direito de", "direito a"]),
    (Rights, 2, &["correção", "retificação", "exclusão", "portabilidade"]),
    (Withdrawal, 3, &["revogar", "retirar o consentimento", "revogação"]),
    (Complaint, 3, &["anpd", "cnpd", "reclamação", "autoridade de controlo", "autoridade nacional"]),
    (Obligation, 3, &["obrigatório", "facultativo"]),
    (AutomatedDecisions, 3, &["decisões automatizadas", "definição de perfis"]),
    (SpecialCategories, 3, &["dados sensíveis", "categorias especiais"]),
    (Children, 3, &["crianças", "menores", "adolescentes"]),
    (Changes, 3, &["alterações", "atualizações", "mudanças"]),
    (Contact, 3, &["contato", "contacto", "fale conosco", "contacte"]),
    (Definitions, 3, &["definições", "entende-se por"]),
    (Scope, 3, &["âmbito", "introdução", "aplicação"]),
    (ExternalLinks, 3, &["links externos", "links para", "sites de terceiros"]),
    (Disclaimers, 3, &["limitação de responsabilidade", "isenção", "lei aplicável"]),
];
