//! A notice in each of its languages, put together from manifest and policies.

use super::abilities::Abilities;
use super::acceptance::acceptance;
use super::fields::Words;
use super::manifest::{self, Manifest};
use super::policy::{self, Policy};
use super::writing::{dates, thousands};
use super::{Diagnostic, Folder, Locale, Severity, SourceFile, agreement, folder};
use crate::notice::{
    Change, Cookie, Datum, Language, Notice, Operator, Purpose, SCHEMA, Service, Text,
};

/// A notice in one language, with the words of its question.
#[derive(Clone, Debug, PartialEq)]
pub struct Edition {
    /// The notice.
    pub notice: Notice,
    /// The owner's words on the first layer.
    pub first_layer: FirstLayer,
    /// The address at which the built folder is served, ending in `/`, where the owner says so.
    pub served_at: Option<Text>,
    /// What the boot script does beside the rest.
    pub abilities: Abilities,
}

/// The owner's words on the first layer, in one language; empty where there are none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FirstLayer {
    /// Its headline.
    pub title: Text,
    /// Who asks, and what for.
    pub text: Text,
    /// The one thing most likely to surprise.
    pub surprise: Text,
}

/// Compiles a folder: an edition for each language, the default first; and what there is to say.
/// With an error among the diagnostics there is no edition.
#[must_use]
pub fn compile(folder: &Folder) -> (Vec<Edition>, Vec<Diagnostic>) {
    let (editions, mut diagnostics) = readable(folder);
    folder.sort(&mut diagnostics);
    let sound = diagnostics.iter().all(|diagnostic| diagnostic.severity != Severity::Error);
    (if sound { editions } else { Vec::new() }, diagnostics)
}

/// The same, with the editions as far as they can be read whatever the errors: for looking at, not
/// for building. The diagnostics are in no order.
#[must_use]
pub fn readable(folder: &Folder) -> (Vec<Edition>, Vec<Diagnostic>) {
    let mut diagnostics = folder.diagnostics.clone();
    let editions = editions(folder, &mut diagnostics).unwrap_or_default();
    (editions, diagnostics)
}

fn editions(folder: &Folder, diagnostics: &mut Vec<Diagnostic>) -> Option<Vec<Edition>> {
    let unreadable = |name: &str| folder.diagnostics.iter().any(|d| d.file == name);
    let manifest_file = folder.file(folder::MANIFEST)?;
    if unreadable(&manifest_file.name) {
        return None;
    }
    let (manifest, found) = manifest::read(manifest_file);
    diagnostics.extend(found);

    // Policies are read even where the manifest is faulty: one run names every problem.
    let listed: Option<Vec<String>> = manifest.as_ref().map(|manifest| {
        manifest.languages.iter().map(|lang| format!("{}.md", lang.value)).collect()
    });
    let mut policies: Vec<(&SourceFile, Option<Policy>)> = Vec::new();
    for file in &folder.files {
        if !file.name.ends_with(".md") || unreadable(&file.name) {
            continue;
        }
        if listed.as_ref().is_some_and(|listed| !listed.contains(&file.name)) {
            diagnostics.push(
                Diagnostic::warning(
                    "unlisted",
                    &file.name,
                    0..0,
                    "this file belongs to no language of the notice",
                )
                .help("add its language to `languages` in notice.toml, or move it away"),
            );
            continue;
        }
        let (policy, found) = policy::read(file);
        diagnostics.extend(found);
        policies.push((file, policy));
    }

    let manifest = manifest?;
    for lang in &manifest.languages {
        let name = format!("{}.md", lang.value);
        if folder.file(&name).is_none() {
            let message = format!("there is no {name}, though the notice lists `{}`", lang.value);
            diagnostics.push(
                Diagnostic::error("missing-file", &manifest_file.name, lang.span.clone(), message)
                    .help(format!("write {name}, or take `{}` off the list", lang.value)),
            );
        }
    }
    diagnostics.extend(agreement::external_transmission(manifest_file, &manifest));
    diagnostics.extend(agreement::with_what_came_before(manifest_file, &manifest));

    // In the order of the languages.
    let mut ordered = Vec::new();
    for (lang, interface) in manifest.languages.iter().zip(&manifest.interfaces) {
        let name = format!("{}.md", lang.value);
        let found = policies.iter_mut().find(|(file, _)| file.name == name);
        if let Some((file, policy)) = found
            && let Some(policy) = policy.take()
        {
            ordered.push((&lang.value, interface, *file, policy));
        }
    }
    let (.., first_file, first_policy) = ordered.first()?;
    diagnostics.extend(agreement::with_manifest(manifest_file, &manifest, first_policy));
    for (.., file, policy) in &ordered[1..] {
        diagnostics
            .extend(agreement::between_languages((first_file, first_policy), (file, policy)));
    }
    let editions = ordered
        .into_iter()
        .map(|(lang, interface, _, policy)| edition(&manifest, lang, interface, policy));
    Some(editions.collect())
}

fn edition(manifest: &Manifest, lang: &Text, interface: &Locale, policy: Policy) -> Edition {
    let words = |words: &Words| words.in_language(lang);
    let some_words = |words: &Option<Words>| words.as_ref().map(|words| words.in_language(lang));
    let first_layer = FirstLayer {
        title: some_words(&manifest.first_layer.title).unwrap_or_default(),
        text: some_words(&manifest.first_layer.text).unwrap_or_default(),
        surprise: some_words(&manifest.first_layer.surprise).unwrap_or_default(),
    };
    let purposes = manifest.purposes.iter().map(|purpose| Purpose {
        id: purpose.id.value.clone(),
        name: words(&purpose.name),
        text: words(&purpose.text),
        required: purpose.required,
        gpc: purpose.gpc,
        article: purpose.article.value.clone(),
        signals: purpose.signals.clone(),
        kind: purpose.kind,
        regime: purpose.regime,
    });
    let services = manifest.services.iter().map(|service| Service {
        id: service.id.value.clone(),
        name: words(&service.name),
        purpose: service.purpose.value.clone(),
        recipient: some_words(&service.recipient),
        sends: some_words(&service.sends),
        recipient_use: some_words(&service.recipient_use),
        own_use: some_words(&service.own_use),
        cookies: service
            .cookies
            .iter()
            .map(|(name, lifetime)| Cookie { name: name.clone(), lifetime: some_words(lifetime) })
            .collect(),
        policy: service.policy.clone(),
        opt_out: service.opt_out.clone(),
        opt_out_stops: service.opt_out_stops,
        checked: service.checked.clone(),
    });
    let data = manifest
        .data
        .iter()
        .map(|datum| Datum { name: words(&datum.name), purposes: datum.purposes.clone() });
    let changes = manifest.changes.iter().map(|change| Change {
        revision: change.revision.clone(),
        date: change.date.value.clone(),
        summary: words(&change.summary),
        articles: change.articles.iter().map(|article| article.value.clone()).collect(),
        material: change.material,
    });
    let languages = manifest.languages.iter().zip(&manifest.interfaces);
    let languages =
        languages.map(|(lang, its)| Language { tag: lang.value.clone(), name: its.name.clone() });
    let accepted = acceptance(manifest);
    let mut notice = Notice {
        schema: SCHEMA,
        id: manifest.id.clone(),
        lang: lang.clone(),
        dir: interface.dir.clone(),
        title: policy.title,
        operator: Operator {
            name: words(&manifest.operator.name),
            address: some_words(&manifest.operator.address),
            email: manifest.operator.email.clone(),
            phone: manifest.operator.phone.clone(),
            url: manifest.operator.url.clone(),
        },
        revision: manifest.revision.clone(),
        effective: manifest.effective.clone(),
        published: manifest.published.clone(),
        accepted_revisions: accepted.whole,
        partly_accepted: accepted.partly,
        text_hash: Text::default(),
        preamble: policy.preamble,
        articles: policy.articles,
        purposes: purposes.collect(),
        services: services.collect(),
        data: data.collect(),
        changes: changes.collect(),
        since: Vec::new(),
        regimes: manifest.regimes.clone(),
        storage: manifest.storage.clone(),
        look: manifest.look.clone(),
        languages: languages.collect(),
        ui: interface.words.clone(),
        dates: dates(lang),
        thousands: thousands(lang),
    };
    notice.text_hash = policy.shown.finish(&notice, &first_layer);
    Edition {
        notice,
        first_layer,
        served_at: manifest.served_at.clone(),
        abilities: manifest.abilities.clone(),
    }
}
