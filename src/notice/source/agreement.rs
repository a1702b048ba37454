//! What must hold between the manifest and the policies, and among the policies.

use super::manifest::{ChangeEntry, Manifest};
use super::policy::Policy;
use super::{Diagnostic, SourceFile, identifier};
use crate::notice::Text;

/// Every language has the same articles and sections, under the same ids, in the same order.
pub fn between_languages(
    first: (&SourceFile, &Policy),
    other: (&SourceFile, &Policy),
) -> Vec<Diagnostic> {
    let (first_file, first_policy) = first;
    let (file, policy) = other;
    let ids = |policy: &Policy| -> Vec<Text> {
        policy.articles.iter().map(|article| article.id.clone()).collect()
    };
    let (there, here) = (ids(first_policy), ids(policy));
    if there == here {
        return Vec::new();
    }
    let alone = |one: &[Text], other: &[Text]| -> Vec<String> {
        one.iter().filter(|id| !other.contains(id)).map(|id| format!("`{id}`")).collect()
    };
    let (missing, own) = (alone(&there, &here), alone(&here, &there));
    let name = &first_file.name;
    let message = match (missing.is_empty(), own.is_empty()) {
        (false, true) => format!("{name} has {}, this file does not", missing.join(", ")),
        (true, false) => format!("this file has {}, {name} does not", own.join(", ")),
        (false, false) => {
            format!("{name} has {}, this file has {}", missing.join(", "), own.join(", "))
        }
        (true, true) => format!("the articles stand in another order than in {name}"),
    };
    let at = there.iter().zip(&here).position(|(expected, found)| expected != found);
    let heading = at.and_then(|at| policy.headings.get(at)).or(policy.headings.last());
    let span = heading.cloned().unwrap_or(0..0);
    vec![
        Diagnostic::error("languages-differ", &file.name, span, message)
            .help("languages have the same articles in the same order; name them alike with {#id}"),
    ]
}

/// What is no reason to ask anybody has a revision before it: without one, nobody's choice counts.
pub fn with_what_came_before(
    manifest_file: &SourceFile,
    manifest: &Manifest,
) -> Option<Diagnostic> {
    let newest = manifest.changes.first()?;
    let its = |change: &ChangeEntry| change.revision == manifest.revision;
    if !manifest.changes.iter().all(|change| its(change) && !change.material) {
        return None;
    }
    let message = format!("nothing says which revision came before `{}`", manifest.revision);
    let warning =
        Diagnostic::warning("change-alone", &manifest_file.name, newest.date.span.clone(), message);
    Some(warning.help(
        "everybody is asked again, though `material = false`: add a [[change]] for the revision before this one",
    ))
}

/// Every article that the manifest names is there.
pub fn with_manifest(
    manifest_file: &SourceFile,
    manifest: &Manifest,
    policy: &Policy,
) -> Vec<Diagnostic> {
    let ids = || {
        policy.articles.iter().flat_map(|article| {
            std::iter::once(&*article.id).chain(article.sections.iter().map(|section| &*section.id))
        })
    };
    let explained =
        manifest.purposes.iter().map(|purpose| (&purpose.article, "explains this purpose"));
    let touched = manifest
        .changes
        .iter()
        .flat_map(|change| &change.articles)
        .map(|article| (article, "can have changed"));
    let mut diagnostics = Vec::new();
    for (article, role) in explained.chain(touched) {
        if ids().any(|id| id == &*article.value) {
            continue;
        }
        let message = format!("there is no article `{}`, so none {role}", article.value);
        let error = Diagnostic::error(
            "unknown-article",
            &manifest_file.name,
            article.span.clone(),
            message,
        );
        diagnostics.push(match identifier::nearest(&article.value, ids()) {
            Some(near) => error.label(format!("did you mean `{near}`?")),
            None => error.help("give the article its id in the Markdown: `## Cookies {#cookies}`"),
        });
    }
    diagnostics
}

/// What is sent, to whom and what for: the three items that the Telecommunications Business Act,
/// art. 27-12, asks of every external transmission. A notice in Japanese cannot do without.
pub fn external_transmission(manifest_file: &SourceFile, manifest: &Manifest) -> Vec<Diagnostic> {
    let japanese = manifest.languages.iter().any(|lang| is_japanese(&lang.value));
    let mut diagnostics = Vec::new();
    for service in &manifest.services {
        let items = [
            ("sends", service.sends.is_some()),
            ("recipient", service.recipient.is_some()),
            ("use", service.recipient_use.is_some()),
        ];
        let missing: Vec<_> =
            items.iter().filter(|(_, there)| !there).map(|(key, _)| format!("`{key}`")).collect();
        if missing.is_empty() {
            continue;
        }
        let line =
            manifest_file.text.get(service.head.start..).and_then(|text| text.lines().next());
        let span = service.head.start..service.head.start + line.map_or(0, str::len);
        let message = format!("`{}` does not say {}", service.id.value, missing.join(", "));
        let diagnostic = if japanese {
            Diagnostic::error("transmission", &manifest_file.name, span, message).help(
                "in Japan a notice says what is sent, to whom and what for (Telecommunications Business Act, art. 27-12)",
            )
        } else {
            Diagnostic::warning("transmission", &manifest_file.name, span, message)
                .help("say what is sent, to whom and what for; a visitor cannot judge it otherwise")
        };
        diagnostics.push(diagnostic);
    }
    diagnostics
}

fn is_japanese(lang: &Text) -> bool {
    lang.split('-').next().is_some_and(|language| language.eq_ignore_ascii_case("ja"))
}
