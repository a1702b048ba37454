//! Which older revisions' choices still count, from the manifest's list of changes.

use super::manifest::{ChangeEntry, Manifest, PurposeEntry};
use crate::notice::{PartlyAccepted, Text};

/// What older choices are still good for.
pub struct Acceptance {
    /// This revision, and older ones since which nothing material has changed.
    pub whole: Vec<Text>,
    /// Older ones that count but for what has changed since; only where the owner allows that.
    pub partly: Vec<PartlyAccepted>,
}

/// Goes back through the changes, newest first: each makes the revision before it count as well,
/// but for what it has materially changed.
pub fn acceptance(manifest: &Manifest) -> Acceptance {
    let mut found = Acceptance { whole: vec![manifest.revision.clone()], partly: Vec::new() };
    let mut again: Vec<Text> = Vec::new();
    let mut revision = &manifest.revision;
    for (at, change) in manifest.changes.iter().enumerate() {
        let of_one_revision = |other: &&ChangeEntry| other.revision == change.revision;
        if manifest.changes[..at].iter().any(|earlier| of_one_revision(&earlier)) {
            continue;
        }
        if *revision != change.revision {
            break;
        }
        let changes = manifest.changes.iter().filter(of_one_revision);
        let material: Vec<_> = changes.filter(|change| change.material).collect();
        if !material.is_empty() && !manifest.abilities.asking_again.only_changes {
            break;
        }
        for change in material {
            for id in touched(change, manifest) {
                if !again.contains(&id) {
                    again.push(id);
                }
            }
        }
        let optional = manifest.purposes.iter().filter(|purpose| !purpose.required);
        if optional.clone().count() > 0
            && optional.clone().all(|purpose| again.contains(&purpose.id.value))
        {
            // All of it is asked again: no choice of that revision counts.
            break;
        }
        let Some(before) =
            manifest.changes[at + 1..].iter().find(|older| older.revision != change.revision)
        else {
            break;
        };
        revision = &before.revision;
        let known = found.partly.iter().any(|partly| partly.revision == *revision);
        if known || found.whole.contains(revision) {
            continue;
        }
        if again.is_empty() {
            found.whole.push(revision.clone());
        } else {
            found.partly.push(PartlyAccepted { revision: revision.clone(), again: again.clone() });
        }
    }
    found
}

/// The optional purposes that a change touches, and the services behind them: those that it names,
/// and those whose article it names. One that touches none of them is still a reason to ask: about
/// all.
fn touched(change: &ChangeEntry, manifest: &Manifest) -> Vec<Text> {
    let optional: Vec<_> = manifest.purposes.iter().filter(|purpose| !purpose.required).collect();
    let named = |purpose: &&&PurposeEntry| {
        change.purposes.iter().any(|id| id.value == purpose.id.value)
            || change.articles.iter().any(|id| id.value == purpose.article.value)
    };
    let mut purposes: Vec<_> = optional.iter().filter(named).collect();
    if purposes.is_empty() {
        purposes = optional.iter().collect();
    }
    let mut ids = Vec::new();
    for purpose in purposes {
        ids.push(purpose.id.value.clone());
        let services = manifest.services.iter();
        let behind = services.filter(|service| service.purpose.value == purpose.id.value);
        ids.extend(behind.map(|service| service.id.value.clone()));
    }
    ids
}
