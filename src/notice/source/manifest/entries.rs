//! What a visitor decides on: purposes, the services behind them, and what has changed.

use super::REGIMES;
use crate::notice::source::abilities::Traces;
use crate::notice::source::fields::{Faults, Fields, Placed, Words};
use crate::notice::source::identifier;
use crate::notice::{OptOutStops, PurposeKind, Regime, Text};

/// The seven signals of Google Consent Mode v2.
pub const SIGNALS: [&str; 7] = [
    "ad_storage",
    "ad_user_data",
    "ad_personalization",
    "analytics_storage",
    "functionality_storage",
    "personalization_storage",
    "security_storage",
];

pub struct PurposeEntry {
    pub id: Placed<Text>,
    pub name: Words,
    pub text: Words,
    pub required: bool,
    pub gpc: bool,
    pub article: Placed<Text>,
    pub signals: Vec<Text>,
    pub kind: PurposeKind,
    pub regime: Option<Regime>,
}

pub struct ServiceEntry {
    pub id: Placed<Text>,
    pub name: Words,
    pub purpose: Placed<Text>,
    pub recipient: Option<Words>,
    pub sends: Option<Words>,
    pub recipient_use: Option<Words>,
    pub own_use: Option<Words>,
    pub cookies: Vec<(Text, Option<Words>)>,
    pub traces: Traces,
    pub policy: Option<Text>,
    pub opt_out: Vec<Text>,
    pub opt_out_stops: OptOutStops,
    pub checked: Option<Text>,
    pub head: std::ops::Range<usize>,
}

pub struct ChangeEntry {
    pub revision: Text,
    pub date: Placed<Text>,
    pub summary: Words,
    pub articles: Vec<Placed<Text>>,
    /// The purposes touched, beside those whose article is.
    pub purposes: Vec<Placed<Text>>,
    pub material: bool,
}

pub(super) fn purpose(
    fields: Fields,
    languages: &[Placed<Text>],
    faults: &Faults,
) -> Option<PurposeEntry> {
    let id = fields.id("name the purpose: id = \"ads\"");
    let name =
        fields.required_words("name", languages, "the name on the switch: name = \"Targeted ads\"");
    let text = fields.required_words("text", languages, "one sentence about it: text = \"…\"");
    let article =
        fields.required_text("article", "name the article that explains it: article = \"cookies\"");
    let required = fields.flag("required").unwrap_or(false);
    let gpc = fields.flag("gpc");
    let kind = fields.one_of("kind", &[("sale", PurposeKind::Sale)]).unwrap_or_default();
    if kind == PurposeKind::Sale {
        check_sale(required, gpc, &fields, faults);
    }
    let gpc = gpc.unwrap_or(kind == PurposeKind::Sale);
    let regime = fields.one_of("regime", &REGIMES);
    let mut signals = Vec::new();
    for signal in fields.texts("signals") {
        if SIGNALS.contains(&&*signal.value) {
            signals.push(signal.value);
            continue;
        }
        let message = format!("`{}` is not a signal of Google Consent Mode v2", signal.value);
        let error = faults.at("unknown-signal", signal.span, message);
        faults.push(match identifier::nearest(&signal.value, SIGNALS) {
            Some(near) => error.label(format!("did you mean `{near}`?")),
            None => error.help(format!("there are: {}", SIGNALS.join(", "))),
        });
    }
    fields.done();
    Some(PurposeEntry {
        id: id?,
        name: name?.value,
        text: text?.value,
        required,
        gpc,
        article: article?,
        signals,
        kind,
        regime,
    })
}

/// Nobody has to put up with a sale, and the browser's signal against it always counts (Cal. Civ.
/// Code §1798.120, §1798.135(e); 11 CCR §7025).
fn check_sale(required: bool, gpc: Option<bool>, fields: &Fields, faults: &Faults) {
    let fault = |message: &str| faults.at("sale", fields.span.clone(), message);
    if required {
        let error = fault("a purpose of the kind \"sale\" cannot be required");
        faults.push(error.help("take `required` away: visitors may always refuse a sale"));
    }
    if gpc == Some(false) {
        let error = fault("a purpose of the kind \"sale\" must respect GPC");
        faults.push(error.help("take `gpc = false` away: the signal is a request not to sell"));
    }
}

pub(super) fn service(
    fields: Fields,
    languages: &[Placed<Text>],
    faults: &Faults,
) -> Option<ServiceEntry> {
    let head = fields.span.clone();
    let id = fields.id("name the service: id = \"lumo\"");
    let name =
        fields.required_words("name", languages, "the name that a visitor may know: name = \"…\"");
    let purpose =
        fields.required_text("purpose", "name the purpose that it serves: purpose = \"ads\"");
    let words = |key| fields.words(key, languages).map(|words| words.value);
    let (recipient, sends) = (words("recipient"), words("sends"));
    let (recipient_use, own_use) = (words("use"), words("use-here"));
    let mut cookies = Vec::new();
    let (mut deletable, mut http_only) = (Vec::new(), Vec::new());
    for cookie in fields.tables("cookies", "a cookie") {
        let name = cookie
            .required_text("name", "name the cookie: { name = \"_id\", lifetime = \"90 days\" }");
        let lifetime = cookie.words("lifetime", languages).map(|words| words.value);
        let unseen = cookie.flag("http-only").unwrap_or(false);
        cookie.done();
        let Some(name) = name else { continue };
        check_pattern(&name, faults);
        if unseen { &mut http_only } else { &mut deletable }.push(name.value.clone());
        cookies.push((name.value, lifetime));
    }
    let storage = fields.texts("storage");
    storage.iter().for_each(|key| check_pattern(key, faults));
    let policy = fields.address("policy");
    let opt_out = fields.addresses("opt-out");
    let stops = [
        ("sending", OptOutStops::Sending),
        ("use", OptOutStops::Use),
        ("unknown", OptOutStops::Unknown),
    ];
    let opt_out_stops = fields.one_of("opt-out-stops", &stops).unwrap_or_default();
    let checked = fields.date("checked").map(|date| date.value);
    fields.done();
    let id = id?;
    let traces = Traces {
        service: id.value.clone(),
        cookies: deletable,
        storage: storage.into_iter().map(|key| key.value).collect(),
        http_only,
    };
    Some(ServiceEntry {
        id,
        name: name?.value,
        purpose: purpose?,
        recipient,
        sends,
        recipient_use,
        own_use,
        cookies,
        traces,
        policy,
        opt_out,
        opt_out_stops,
        checked,
        head,
    })
}

/// What a service leaves is deleted by these names: one that fits everything would take along what
/// others need.
fn check_pattern(name: &Placed<Text>, faults: &Faults) {
    if name.value.chars().all(|c| c == '*') {
        let error = faults.at("wrong-value", name.span.clone(), "this names everything");
        faults.push(error.help("give the part that is always the same: \"_lumo*\""));
    }
}

pub(super) fn change(fields: Fields, languages: &[Placed<Text>]) -> Option<ChangeEntry> {
    let revision = fields
        .required_text("revision", "name the revision that brought it: revision = \"2026-11-01\"");
    let date = fields.required_date("date", "say when: date = 2026-11-01");
    let summary = fields.required_words("summary", languages, "say what changed: summary = \"…\"");
    let articles = fields.texts("articles");
    let purposes = fields.texts("purposes");
    let material = fields.flag("material").unwrap_or(true);
    fields.done();
    Some(ChangeEntry {
        revision: revision?.value,
        date: date?,
        summary: summary?.value,
        articles,
        purposes,
        material,
    })
}
