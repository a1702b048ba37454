//! GDPR article 13: what people are told when their data is collected from them.

use super::super::Subject;
use super::search::{Part, Searched, Wish};
use super::{Checklist, Found, Item, State};
use crate::notice::source::topic::Topic;

const fn one(name: &'static str, phrases: &'static [&'static str]) -> Part {
    Part { name, phrases }
}

const WISHES: &[Wish] = &[
    Wish {
        law: "13(1)(b)",
        asks: "the data protection officer, if there is one",
        topics: &[Topic::Officer],
        says: &[one(
            "the officer",
            &[
                "data protection officer",
                "dpo@",
                "our dpo",
                "privacy officer",
                "datenschutzbeauftragte",
                "délégué à la protection",
                "délégué(e) à la protection",
                "個人情報保護管理者",
                "データ保護責任者",
                "データ保護オフィサー",
                "個人情報保護責任者",
            ],
        )],
    },
    Wish {
        law: "13(1)(c)",
        asks: "what the data is used for",
        topics: &[Topic::Purposes, Topic::Collected],
        says: &[one(
            "a purpose",
            &[
                "we use … to ",
                "we use … for",
                "use your … to ",
                "use it to ",
                "use them to ",
                "used to ",
                "used for",
                "we need … to ",
                "in order to",
                "for the following purpose",
                "the purpose of",
                "purposes:",
                "for the purpose",
                "what we use",
                "why we use",
                "how we use",
                "利用目的",
                "ために利用",
                "ために使用",
                "のために使",
                "ため、",
                "目的で",
                "に使います",
                "zweck",
                "verwenden wir … um",
                "um … zu",
                "finalité",
                "utilisons … pour",
                "afin de",
            ],
        )],
    },
    Wish {
        law: "13(1)(c)",
        asks: "by what right it is used (the legal basis)",
        topics: &[Topic::LegalBasis, Topic::LegitimateInterests],
        says: &[one(
            "a legal basis",
            &[
                "legal basis",
                "legal bases",
                "lawful basis",
                "legal ground",
                "article 6",
                "art. 6",
                "performance of a contract",
                "perform the contract",
                "perform our contract",
                "performance of the contract",
                "because you have agreed",
                "because the law",
                "legitimate interest",
                "legal obligation",
                "rechtsgrundlage",
                "berechtigtes interesse",
                "berechtigten interesse",
                "base légale",
                "base juridique",
                "fondement juridique",
                "intérêt légitime",
                "法的根拠",
                "正当な利益",
                "適法性の根拠",
            ],
        )],
    },
    Wish {
        law: "13(1)(d)",
        asks: "the legitimate interests, if the use rests on them",
        topics: &[Topic::LegitimateInterests],
        says: &[one(
            "the interests",
            &[
                "legitimate interest",
                "our interest in",
                "interests pursued",
                "berechtigtes interesse",
                "berechtigten interesse",
                "berechtigte interesse",
                "intérêt légitime",
                "intérêts légitimes",
                "正当な利益",
            ],
        )],
    },
    Wish {
        law: "13(1)(f)",
        asks: "transfers out of the European Economic Area and their safeguards, if there are any",
        topics: &[Topic::Transfers],
        says: &[
            one(
                "where to",
                &[
                    "outside the european",
                    "outside the eea",
                    "outside of the e",
                    "outside the eu",
                    "third countr",
                    "transferred to",
                    "transfer … to",
                    "in the united states",
                    "in the us",
                    "other countries",
                    "leave the european",
                    "stays in the e",
                    "stay in the e",
                    "drittland",
                    "drittländer",
                    "außerhalb der e",
                    "pays tiers",
                    "hors de l'union",
                    "hors de l’union",
                    "外国にある第三者",
                    "第三国",
                    "国外",
                    "海外",
                ],
            ),
            one(
                "the safeguards",
                &[
                    "standard contractual clauses",
                    "standard clauses",
                    "adequacy",
                    "adequate",
                    "data privacy framework",
                    "binding corporate rules",
                    "safeguards",
                    "standardvertragsklauseln",
                    "angemessenheitsbeschluss",
                    "clauses contractuelles types",
                    "décision d'adéquation",
                    "décision d’adéquation",
                    "標準契約",
                    "十分性認定",
                    "保護措置",
                    "stays in the e",
                    "stay in the e",
                    "相当措置",
                ],
            ),
        ],
    },
    Wish {
        law: "13(2)(a)",
        asks: "for how long it is kept, or what decides that",
        topics: &[Topic::Retention],
        says: &[one(
            "how long",
            &[
                "keep … day",
                "keep … week",
                "keep … month",
                "keep … year",
                "kept … day",
                "kept … month",
                "kept … year",
                "kept for",
                "stored for",
                "store … for … day",
                "store … for … month",
                "retain",
                "deleted after",
                "delete … after",
                "deleted … when",
                "as long as",
                "no longer than",
                "stay for",
                "stays for",
                "保存期間",
                "保管期間",
                "保存し",
                "保有期間",
                "日間",
                "年間",
                "か月間",
                "経過後",
                "speichern wir … für",
                "speicherdauer",
                "gelöscht",
                "aufbewahr",
                "conserv",
                "supprim",
            ],
        )],
    },
    Wish {
        law: "13(2)(b)",
        asks: "the rights of access, rectification, erasure, restriction, objection and portability",
        topics: &[Topic::Rights],
        says: &[
            one(
                "access",
                &[
                    "access",
                    "copy of",
                    "what we hold",
                    "ask to see",
                    "can see",
                    "to know",
                    "auskunft",
                    "accès",
                    "開示",
                    "確認",
                ],
            ),
            one("rectification", &["rectif", "correct", "berichtig", "訂正"]),
            one("erasure", &["eras", "delet", "lösch", "effac", "suppression", "削除", "消去"]),
            one(
                "restriction",
                &[
                    "restrict",
                    "limit the use",
                    "limit how",
                    "pause the use",
                    "einschränk",
                    "limitation",
                    "利用停止",
                    "利用の停止",
                    "制限",
                ],
            ),
            one("objection", &["object", "say no to", "widerspr", "opposition", "opposer", "異議"]),
            one(
                "portability",
                &[
                    "portab",
                    "machine-readable",
                    "take your data",
                    "take it with you",
                    "to another service",
                    "übertragbarkeit",
                    "持ち出し",
                    "ポータビリティ",
                    "移行",
                ],
            ),
        ],
    },
    Wish {
        law: "13(2)(c)",
        asks: "that consent can be taken back at any time, if the use rests on it",
        topics: &[Topic::Withdrawal, Topic::Rights, Topic::Cookies],
        says: &[one(
            "taking back",
            &[
                "withdraw",
                "take back",
                "take … back",
                "revoke",
                "change your mind",
                "change your choice",
                "at any time … switch",
                "widerruf",
                "retirer votre consentement",
                "retirer … consentement",
                "撤回",
                "取り消す",
                "取り消し",
            ],
        )],
    },
    Wish {
        law: "13(2)(d)",
        asks: "that one can complain to a supervisory authority",
        topics: &[Topic::Complaint],
        says: &[one(
            "the authority",
            &[
                "supervisory authority",
                "data protection authority",
                "data protection regulator",
                "information commissioner",
                "complain to",
                "lodge a complaint",
                "aufsichtsbehörde",
                "autorité de contrôle",
                "cnil",
                "監督機関",
                "監督当局",
                "個人情報保護委員会",
            ],
        )],
    },
    Wish {
        law: "13(2)(e)",
        asks: "whether one must give the data, and what happens if not",
        topics: &[Topic::Obligation],
        says: &[one(
            "the obligation",
            &[
                "obliged to",
                "required to provide",
                "you must give",
                "you must provide",
                "need not give",
                "do not have to give",
                "don't have to",
                "do not have to tell",
                "without it we cannot",
                "without them we cannot",
                "is voluntary",
                "is optional",
                "are optional",
                "cannot … without",
                "if you do not provide",
                "if you do not give",
                "freiwillig",
                "verpflichtet",
                "obligatoire",
                "facultati",
                "任意",
                "いただけない場合",
                "ご提供いただけない",
                "必須",
            ],
        )],
    },
    Wish {
        law: "13(2)(f)",
        asks: "automated decisions and profiling, if there are any",
        topics: &[Topic::AutomatedDecisions],
        says: &[one(
            "automated decisions",
            &[
                "automated decision",
                "automated individual",
                "automatic decision",
                "profiling",
                "decided by a machine",
                "decisions by machine",
                "no machine decides",
                "decided by software",
                "automatisierte entscheidung",
                "automatisierten entscheidung",
                "décision automatisée",
                "自動化された",
                "プロファイリング",
                "自動的な意思決定",
            ],
        )],
    },
];

const RECIPIENTS: Wish = Wish {
    law: "13(1)(e)",
    asks: "who receives the data",
    topics: &[Topic::Recipients, Topic::Processors, Topic::JointUse],
    says: &[one(
        "the recipients",
        &[
            "share … with",
            "shared with",
            "disclose … to",
            "disclosed to",
            "recipients",
            "service provider",
            "processors",
            "we pass … to",
            "passed on to",
            "given to",
            "we give",
            "receive it",
            "receives it",
            "receives them",
            "who sees",
            "第三者に提供",
            "委託",
            "共同利用",
            "提供先",
            "empfänger",
            "weitergegeben",
            "auftragsverarbeiter",
            "destinataires",
            "sous-traitant",
            "partageons",
        ],
    )],
};

pub(super) fn checklist(subject: &Subject) -> Checklist {
    let mut items = vec![controller(subject)];
    if let Some(searched) = Searched::of(subject) {
        let mut found: Vec<Item> = WISHES.iter().map(|wish| searched.item(wish)).collect();
        // In the order of the law: (e) stands between (d) and (f).
        let at = found.iter().position(|item| item.law == "13(1)(f)").unwrap_or(found.len());
        found.insert(at, recipients(subject, searched.item(&RECIPIENTS)));
        items.append(&mut found);
    }
    Checklist { id: "gdpr-13", title: "GDPR art. 13", items }
}

/// 13(1)(a): the manifest has it.
fn controller(subject: &Subject) -> Item {
    let asks = "who the controller is and how to reach them";
    let operator = subject.editions.first().map(|edition| &edition.notice.operator);
    let ways: Vec<&str> = operator
        .iter()
        .flat_map(|operator| {
            [&operator.address, &operator.email, &operator.phone]
                .into_iter()
                .flatten()
                .map(|way| &**way)
        })
        .collect();
    let place = subject.manifest.key("operator", "name").unwrap_or(0..0);
    let found = operator.map(|operator| Found {
        file: subject.manifest_file.name.clone(),
        article: String::new(),
        span: place,
        words: std::iter::once(&*operator.name)
            .chain(ways.iter().copied())
            .collect::<Vec<_>>()
            .join(", "),
    });
    let (state, note) = match ways.is_empty() {
        true => (State::Unclear, Some("[operator] has no address, email or phone".to_owned())),
        false => (State::Present, None),
    };
    Item { law: "13(1)(a)", asks, state, found, note }
}

/// 13(1)(e): the services that the manifest declares are recipients as well.
fn recipients(subject: &Subject, item: Item) -> Item {
    let services = subject.editions.first().map(|edition| &*edition.notice.services);
    let named: Vec<&str> = services
        .iter()
        .flat_map(|all| all.iter())
        .filter_map(|service| service.recipient.as_deref())
        .collect();
    if item.state == State::Present || named.is_empty() {
        return item;
    }
    let found = Found {
        file: subject.manifest_file.name.clone(),
        article: String::new(),
        span: subject.manifest.entry("service", 0, "recipient"),
        words: named.join(", "),
    };
    let note =
        "the services are named; no sentence was found about others, such as a host".to_owned();
    Item { state: State::Unclear, found: Some(found), note: Some(note), ..item }
}
