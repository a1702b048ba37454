//! `notice.toml`: the structure of a notice, with the place of everything that may be found wrong
//! later.

use toml::de::DeTable;

use super::abilities::{Abilities, ConsentMode, Mirror, Traces, Withdrawal};
use super::fields::{Faults, Fields, Placed, Words};
use super::{Diagnostic, SourceFile, identifier, locale_tags};
use crate::notice::{EUROPE, Look, OptOutStops, Regime, Regimes, Storage, Text};

/// The version of the format that this code reads.
const FORMAT: u32 = 1;

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

pub struct Manifest {
    pub id: Text,
    pub operator: Operator,
    pub revision: Text,
    pub effective: Text,
    pub published: Option<Text>,
    pub languages: Vec<Placed<Text>>,
    pub regimes: Regimes,
    pub first_layer: FirstLayerWords,
    pub purposes: Vec<PurposeEntry>,
    pub services: Vec<ServiceEntry>,
    pub changes: Vec<ChangeEntry>,
    pub look: Look,
    pub storage: Storage,
    pub abilities: Abilities,
}

pub struct Operator {
    pub name: Words,
    pub address: Option<Words>,
    pub email: Option<Text>,
    pub phone: Option<Text>,
    pub url: Option<Text>,
}

#[derive(Default)]
pub struct FirstLayerWords {
    pub title: Option<Words>,
    pub text: Option<Words>,
    pub surprise: Option<Words>,
}

pub struct PurposeEntry {
    pub id: Placed<Text>,
    pub name: Words,
    pub text: Words,
    pub required: bool,
    pub gpc: bool,
    pub article: Placed<Text>,
    pub signals: Vec<Text>,
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
    pub material: bool,
}

/// The regimes' names, as the format has them.
const REGIMES: [(&str, Regime); 2] = [("opt-in", Regime::OptIn), ("opt-out", Regime::OptOut)];

/// Reads a manifest. What is wrong is in the diagnostics; without a fault there is a manifest.
pub fn read(file: &SourceFile) -> (Option<Manifest>, Vec<Diagnostic>) {
    let faults = Faults::of(&file.name);
    if file.text.trim().is_empty() {
        faults.push(
            faults
                .at("empty-file", 0..0, "this file is empty")
                .help("`sudare init` writes one to start from"),
        );
        return (None, faults.into_diagnostics());
    }
    let root = match DeTable::parse(&file.text) {
        Ok(root) => root,
        Err(error) => {
            let span = error.span().unwrap_or(0..0);
            faults.error("toml", span, error.message().trim_end_matches('.').to_owned());
            return (None, faults.into_diagnostics());
        }
    };
    // What is missing from the file as a whole is told at its first line.
    let first_line = file.text.find('\n').unwrap_or(file.text.len());
    let manifest =
        manifest(Fields::new(root.get_ref(), 0..first_line, "this file", &faults), &faults);
    let diagnostics = faults.into_diagnostics();
    (manifest.filter(|_| diagnostics.is_empty()), diagnostics)
}

fn manifest(root: Fields, faults: &Faults) -> Option<Manifest> {
    if root.whole_number("format", FORMAT..=FORMAT).is_none() {
        root.missing("format", "write `format = 1` as the first line");
    }
    let id = root.id("name this notice: id = \"my-shop\"");
    let (head, languages) = notice_head(&root, faults);
    let operator = operator(&root, &languages);
    let regimes = regimes(&root, faults);
    let (look, placeholders) = look(&root, faults);
    let first_layer = first_layer(&root, &languages, &look.layout);
    let purposes: Vec<_> = root
        .tables("purpose", "[[purpose]]")
        .into_iter()
        .map(|fields| purpose(fields, &languages, faults))
        .collect();
    if purposes.is_empty() {
        root.missing("[[purpose]]", "a notice has at least one purpose, if only a required one");
    }
    let services: Vec<_> = root
        .tables("service", "[[service]]")
        .into_iter()
        .map(|fields| service(fields, &languages, faults))
        .collect();
    let changes: Vec<_> = root
        .tables("change", "[[change]]")
        .into_iter()
        .map(|fields| change(fields, &languages))
        .collect();
    let (storage, mirror) = storage(&root, faults);
    let withdrawal = withdrawal(&root);
    let consent_mode = consent_mode(&root, &purposes, faults);
    root.done();
    let purposes: Vec<_> = purposes.into_iter().flatten().collect();
    let services: Vec<_> = services.into_iter().flatten().collect();
    let changes: Vec<_> = changes.into_iter().flatten().collect();
    check_ids(&purposes, &services, &changes, faults);

    let abilities = Abilities {
        consent_mode,
        withdrawal,
        placeholders,
        mirror,
        traces: services.iter().map(|service| service.traces.clone()).collect(),
    };
    let (revision, effective, published) = head?;
    Some(Manifest {
        id: id?.value,
        operator: operator?,
        revision,
        effective,
        published,
        languages,
        regimes: regimes?,
        first_layer,
        purposes,
        services,
        changes,
        look,
        storage,
        abilities,
    })
}

type Head = (Text, Text, Option<Text>);

fn notice_head(root: &Fields, faults: &Faults) -> (Option<Head>, Vec<Placed<Text>>) {
    let help = "it says which revision this is: revision, effective, languages";
    let Some(fields) = root.required_table("notice", "[notice]", help) else {
        return (None, Vec::new());
    };
    let revision = fields.required_text(
        "revision",
        "name this revision, for instance by its date: revision = \"2026-11-01\"",
    );
    if let Some(label) = &revision
        && label.value.contains(char::is_whitespace)
    {
        faults.error(
            "wrong-value",
            label.span.clone(),
            "`revision` must be a label without spaces",
        );
    }
    let effective =
        fields.required_date("effective", "say from when it holds: effective = 2026-11-01");
    let published = fields.date("published");
    if let (Some(first), Some(now)) = (&published, &effective)
        && first.value > now.value
    {
        let message = "`published` is the first revision's date and cannot be after `effective`";
        faults.error("dates-out-of-order", first.span.clone(), message);
    }
    let languages = fields.texts("languages");
    if languages.is_empty() {
        fields.missing("languages", "name the languages, the default first: languages = [\"en\"]");
    }
    for (at, lang) in languages.iter().enumerate() {
        if languages[..at].iter().any(|earlier| earlier.value.eq_ignore_ascii_case(&lang.value)) {
            faults.error(
                "duplicate",
                lang.span.clone(),
                format!("`{}` is listed twice", lang.value),
            );
        }
        if super::locale(&lang.value).is_err() {
            let known: Vec<_> = locale_tags().collect();
            let message = format!("there are no interface words in `{}`", lang.value);
            let error = faults.at("unknown-language", lang.span.clone(), message);
            faults.push(error.help(format!("there are: {}", known.join(", "))));
        }
    }
    fields.done();
    let head = revision.zip(effective).map(|(revision, effective)| {
        (revision.value, effective.value, published.map(|date| date.value))
    });
    (head, languages)
}

fn operator(root: &Fields, languages: &[Placed<Text>]) -> Option<Operator> {
    let fields =
        root.required_table("operator", "[operator]", "say who is asking: [operator] with a name")?;
    let name = fields.required_words("name", languages, "say who is asking: name = \"…\"");
    let address = fields.words("address", languages).map(|words| words.value);
    let email = fields.text("email").map(|text| text.value);
    let phone = fields.text("phone").map(|text| text.value);
    let url = fields.address("url");
    fields.done();
    name.map(|name| Operator { name: name.value, address, email, phone, url })
}

fn regimes(root: &Fields, faults: &Faults) -> Option<Regimes> {
    let help = "say what holds where nobody has chosen: default = \"opt-in\"";
    let fields = root.required_table("regimes", "[regimes]", help)?;
    let default = fields.one_of("default", &REGIMES);
    if default.is_none() {
        fields.missing("default", help);
    }
    let mut regions: Vec<(Text, Regime)> = Vec::new();
    for (key, regime) in REGIMES {
        for region in fields.texts(key) {
            if !is_region(&region.value) {
                let error = faults.at("bad-region", region.span, "this is not a region's code");
                faults.push(
                    error.help("write a country as \"JP\", a part of one as \"US-CA\", or \"EU\""),
                );
                continue;
            }
            if regions.iter().any(|(name, _)| *name == region.value) {
                faults.error(
                    "duplicate",
                    region.span,
                    format!("`{}` is listed twice", region.value),
                );
                continue;
            }
            regions.push((region.value, regime));
        }
    }
    fields.done();
    // A country that is named itself is not a mere member of Europe.
    if let Some(at) = regions.iter().position(|(name, _)| &**name == "EU") {
        let (_, regime) = regions.remove(at);
        for member in EUROPE {
            if !regions.iter().any(|(name, _)| &**name == member) {
                regions.push((member.into(), regime));
            }
        }
    }
    default.map(|default| Regimes { default, regions })
}

/// ISO 3166-1 alpha-2, or 3166-2: a country, a hyphen, one to three letters or digits.
fn is_region(code: &str) -> bool {
    let upper = |part: &str| part.bytes().all(|b| b.is_ascii_uppercase());
    match code.split_once('-') {
        None => code.len() == 2 && upper(code),
        Some((country, part)) => {
            country.len() == 2
                && upper(country)
                && (1..=3).contains(&part.len())
                && part.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
        }
    }
}

fn first_layer(root: &Fields, languages: &[Placed<Text>], layout: &str) -> FirstLayerWords {
    let needed = layout != "none";
    let help = "write the words of the question, or set layout = \"none\" in [look]";
    let fields = if needed {
        root.required_table("first-layer", "[first-layer]", help)
    } else {
        root.table("first-layer", "[first-layer]")
    };
    let Some(fields) = fields else { return FirstLayerWords::default() };
    let words = |key| {
        let words = if needed {
            fields.required_words(key, languages, help)
        } else {
            fields.words(key, languages)
        };
        words.map(|words| words.value)
    };
    let read = FirstLayerWords {
        title: words("title"),
        text: words("text"),
        surprise: fields.words("surprise", languages).map(|words| words.value),
    };
    fields.done();
    read
}

fn purpose(fields: Fields, languages: &[Placed<Text>], faults: &Faults) -> Option<PurposeEntry> {
    let id = fields.id("name the purpose: id = \"ads\"");
    let name =
        fields.required_words("name", languages, "the name on the switch: name = \"Targeted ads\"");
    let text = fields.required_words("text", languages, "one sentence about it: text = \"…\"");
    let article =
        fields.required_text("article", "name the article that explains it: article = \"cookies\"");
    let required = fields.flag("required").unwrap_or(false);
    let gpc = fields.flag("gpc").unwrap_or(false);
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
        regime,
    })
}

fn service(fields: Fields, languages: &[Placed<Text>], faults: &Faults) -> Option<ServiceEntry> {
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

fn change(fields: Fields, languages: &[Placed<Text>]) -> Option<ChangeEntry> {
    let revision = fields
        .required_text("revision", "name the revision that brought it: revision = \"2026-11-01\"");
    let date = fields.required_date("date", "say when: date = 2026-11-01");
    let summary = fields.required_words("summary", languages, "say what changed: summary = \"…\"");
    let articles = fields.texts("articles");
    let material = fields.flag("material").unwrap_or(true);
    fields.done();
    Some(ChangeEntry {
        revision: revision?.value,
        date: date?,
        summary: summary?.value,
        articles,
        material,
    })
}

/// How the notice looks, and whether held-back frames have a placeholder.
fn look(root: &Fields, faults: &Faults) -> (Look, bool) {
    let mut look = Look {
        layout: "bar".into(),
        launcher: "bottom-left".into(),
        theme: "auto".into(),
        accent: None,
    };
    let Some(fields) = root.table("look", "[look]") else { return (look, false) };
    let chosen = |key, choices: [&'static str; 3]| {
        fields.one_of(key, &choices.map(|choice| (choice, choice)))
    };
    if let Some(layout) = chosen("layout", ["bar", "corner", "none"]) {
        look.layout = layout.into();
    }
    if let Some(launcher) = chosen("launcher", ["bottom-left", "bottom-right", "none"]) {
        look.launcher = launcher.into();
    }
    if let Some(theme) = chosen("theme", ["auto", "light", "dark"]) {
        look.theme = theme.into();
    }
    if let Some(accent) = fields.text("accent") {
        let digits = accent.value.strip_prefix('#').unwrap_or_default();
        if digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit()) {
            look.accent = Some(accent.value.to_lowercase().into());
        } else {
            let error =
                faults.at("bad-colour", accent.span, "`accent` must be a colour as #rrggbb");
            faults.push(error.help("for instance \"#1f5f8b\""));
        }
    }
    let placeholders = fields.flag("placeholders").unwrap_or(false);
    fields.done();
    (look, placeholders)
}

/// Where the choice is kept, and its second copy.
fn storage(root: &Fields, faults: &Faults) -> (Storage, Option<Mirror>) {
    let mut storage = Storage { key: "sudare".into(), days: 180, refusal_days: 180 };
    let Some(fields) = root.table("storage", "[storage]") else { return (storage, None) };
    if let Some(key) = fields.text("key") {
        storage.key = key.value;
    }
    if let Some(days) = fields.whole_number("days", 1..=730) {
        storage.days = days.value;
    }
    storage.refusal_days =
        fields.whole_number("refusal-days", 1..=730).map_or(storage.days, |days| days.value);
    let cookie = fields.text("cookie");
    let domain = fields.text("cookie-domain");
    fields.done();
    if let Some(name) = &cookie
        && !name.value.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b))
    {
        let error =
            faults.at("wrong-value", name.span.clone(), "this cannot be a cookie's name here");
        faults.push(error.help("letters, digits, \"-\" and \"_\""));
    }
    if let Some(domain) = &domain {
        let label = |label: &str| {
            !label.is_empty() && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        };
        if cookie.is_none() {
            let error =
                faults.at("wrong-value", domain.span.clone(), "there is no cookie to share");
            faults.push(error.help("name it: cookie = \"consent\""));
        } else if !domain.value.split('.').all(label) {
            let error = faults.at("wrong-value", domain.span.clone(), "this is not a domain");
            faults.push(error.help("write it as \"aster.example\""));
        }
    }
    let domain = domain.map(|domain| domain.value);
    (storage, cookie.map(|cookie| Mirror { cookie: cookie.value, domain }))
}

fn withdrawal(root: &Fields) -> Withdrawal {
    let Some(fields) = root.table("withdrawal", "[withdrawal]") else {
        return Withdrawal::default();
    };
    let flag = |key| fields.flag(key).unwrap_or(false);
    let withdrawal = Withdrawal { delete: flag("delete"), reload: flag("reload") };
    fields.done();
    withdrawal
}

fn consent_mode(root: &Fields, purposes: &[Option<PurposeEntry>], faults: &Faults) -> ConsentMode {
    let mut mode = ConsentMode::default();
    let Some(fields) = root.table("consent-mode", "[consent-mode]") else { return mode };
    if let Some(wait) = fields.whole_number("wait-for-update", 0..=10_000) {
        mode.wait_for_update = wait.value;
    }
    mode.url_passthrough = fields.flag("url-passthrough").unwrap_or(false);
    mode.ads_data_redaction = fields.flag("ads-data-redaction").unwrap_or(false);
    if purposes.iter().flatten().all(|purpose| purpose.signals.is_empty()) {
        let message = "no purpose controls a signal, so nothing of Consent Mode is sent";
        let error = faults.at("no-signals", fields.span.clone(), message);
        faults.push(error.help("name them on the purposes: signals = [\"ad_storage\"]"));
    }
    fields.done();
    mode
}

/// Ids that are used twice, and names of things that are not there.
fn check_ids(
    purposes: &[PurposeEntry],
    services: &[ServiceEntry],
    changes: &[ChangeEntry],
    faults: &Faults,
) {
    let purpose_ids = purposes.iter().map(|purpose| &purpose.id);
    let ids: Vec<_> = purpose_ids.chain(services.iter().map(|service| &service.id)).collect();
    for (at, id) in ids.iter().enumerate() {
        if ids[..at].iter().any(|earlier| earlier.value == id.value) {
            let message = format!("the id `{}` is used twice", id.value);
            let error = faults.at("duplicate", id.span.clone(), message);
            faults.push(error.help(
                "purposes and services share their ids: `consent.get(id)` must mean one thing",
            ));
        }
    }
    for service in services {
        if purposes.iter().any(|purpose| purpose.id.value == service.purpose.value) {
            continue;
        }
        let message = format!("there is no purpose `{}`", service.purpose.value);
        let error = faults.at("unknown-purpose", service.purpose.span.clone(), message);
        let known = purposes.iter().map(|purpose| &*purpose.id.value);
        faults.push(match identifier::nearest(&service.purpose.value, known.clone()) {
            Some(near) => error.label(format!("did you mean `{near}`?")),
            None => error.help(format!("there are: {}", known.collect::<Vec<_>>().join(", "))),
        });
    }
    for pair in changes.windows(2) {
        if pair[0].date.value < pair[1].date.value {
            let message = "this change is newer than the one above it";
            let error = faults.at("dates-out-of-order", pair[1].date.span.clone(), message);
            faults.push(error.help("list the newest change first"));
        }
    }
}
