//! What both readers hand on: the notice's words and what was learnt on the way.

use std::collections::BTreeSet;

use super::{Remark, words::Moved};

/// A policy in the notice's Markdown.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) markdown: String,
    pub(super) articles: Vec<Article>,
    /// All ids that its headings have, where the source could link to them.
    pub(super) ids: BTreeSet<String>,
    pub(super) remarks: Vec<Remark>,
    /// Set if the title had to jump over what stood before it.
    pub(super) moved: Option<Moved>,
}

/// An article, by the heading that opens it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Article {
    pub(super) id: String,
    pub(super) heading: String,
    /// Its line in the source.
    pub(super) line: usize,
}

/// Joins the short lines before a title with it: order is kept and the title says what it is.
pub(super) const TITLE_JOINT: &str = " – ";

/// The words of a title name a policy.
pub(super) fn names_policy(text: &str) -> bool {
    let lower = text.to_lowercase();
    [
        "privacy",
        "policy",
        "notice",
        "data protection",
        "cookie",
        "プライバシー",
        "個人情報",
        "ポリシー",
        "方針",
        "datenschutz",
        "confidentialité",
        "vie privée",
        "données",
        "privacidad",
        "protección de datos",
        "riservatezza",
        "개인정보",
        "隐私",
        "隱私",
        "integritet",
        "prywatności",
        "privacidade",
        "dados pessoais",
        "kakor",
        "personvern",
        "databeskyttelse",
        "tietosuoja",
        "adatvédelm",
        "osobních údajů",
        "confidențialitate",
        "конфиденциальност",
        "персональн",
        "gizlilik",
        "kişisel veri",
        "個人資料",
        "个人信息",
        "riêng tư",
        "الخصوصية",
    ]
    .iter()
    .any(|word| lower.contains(word))
}
