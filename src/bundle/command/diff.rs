//! `sudare diff`: what lies between two revisions of a notice, and what to say of it.

use std::collections::HashSet;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use clap::Args;

use super::say::{MOST, say, show, sound};
use super::stop::Stop;
use crate::bundle::difference::{
    Difference, NoticeText, Proposal, between, came_and_went, for_machines, for_people, propose,
};
use crate::bundle::lock::{Lock, Published, kept};
use crate::notice::Notice;
use crate::notice::source::{Edition, Folder, compile};

/// Show what changed in a notice, word by word, and propose the entry that tells visitors
#[derive(Args)]
pub struct Diff {
    /// The notice's folder; it is held against what notice.lock says was published
    #[arg(default_value = "privacy")]
    folder: PathBuf,
    /// A second folder, newer than the first, to hold against it instead
    new: Option<PathBuf>,
    /// The published revision to compare with, if not the last one
    #[arg(long, value_name = "REVISION", conflicts_with = "new")]
    since: Option<String>,
    /// Print JSON for machines
    #[arg(long)]
    json: bool,
}

impl Diff {
    /// Compares and says what it found.
    pub fn run(&self) -> Result<(), Stop> {
        let (old, new, lock) = match &self.new {
            Some(newer) => {
                let old = Published::of(&compiled(&self.folder)?.1);
                (old, compiled(newer)?.1, Lock::default())
            }
            None => {
                let (source, editions) = compiled(&self.folder)?;
                let lock = kept(&source, &editions).map_err(|fault| {
                    show(&[*fault], &source, &self.folder, MOST);
                    Stop::Notice(format!("{} cannot be compared", self.folder.display()))
                })?;
                (self.published(&lock)?.clone(), editions, lock)
            }
        };
        let mut differences: Vec<(String, Difference)> = Vec::new();
        for Edition { notice, .. } in &new {
            if let Some(before) = old.language(&notice.lang) {
                let difference = between(&before.text, &NoticeText::of(notice));
                differences.push((notice.lang.to_string(), difference));
            }
        }
        let things = Published::of(&new).things;
        let (came, went) = came_and_went(&old.things, &things);
        let Some(first) = new.first() else { return Ok(()) };
        let today = jiff::Zoned::now().date().to_string();
        let label = unused(&today, &first.notice, &old, &lock);
        let revision = if *first.notice.revision == *old.revision {
            (label.as_str(), today.as_str())
        } else {
            (&*first.notice.revision, &*first.notice.effective)
        };
        let proposal = propose(&differences, (&came, &went), &first.notice, revision);
        let told: Vec<_> = new
            .iter()
            .filter_map(|edition| {
                let its = differences.iter().find(|(lang, _)| **lang == *edition.notice.lang)?;
                Some((&edition.notice, &its.1))
            })
            .collect();
        let not_compared = old
            .languages
            .iter()
            .any(|its| its.text.things.is_none())
            .then(|| not_compared(&old, &new));
        if self.json {
            let value = for_machines(&told, (&came, &went), proposal.as_ref(), not_compared);
            say(format_args!("{value:#}\n"));
            return Ok(());
        }
        let coloured = std::io::stdout().is_terminal();
        for (notice, difference) in &told {
            if told.len() > 1 {
                say(format_args!("── {} ──\n", notice.lang));
            }
            say(format_args!("{}", for_people(notice, difference, coloured)));
        }
        let texts = lock.published.iter().filter(|its| its.revision == old.revision).count();
        let which = if texts > 1 { " (its first text, of two)" } else { "" };
        let since = format!("{}{which}", old.revision);
        let now = &first.notice.revision;
        let advice = advice(&since, proposal.as_ref(), now, not_compared.is_some());
        say(format_args!("{advice}"));
        if let Some(note) = not_compared {
            say(format_args!("\nnote: {note}\n"));
        }
        Ok(())
    }

    /// The text that was published under the revision asked for; without one, under the last. Of two
    /// texts of a revision the first: an edit under the same revision is a difference too, also for
    /// whoever builds it and only then gives it a new one.
    fn published<'a>(&self, lock: &'a Lock) -> Result<&'a Published, Stop> {
        let Some(newest) = lock.published.first() else {
            return Err(Stop::Use(format!(
                "{0} has no notice.lock yet: `sudare build {0}` keeps what is published from then on; \
                 to compare two folders name both",
                self.folder.display()
            )));
        };
        let wanted = self.since.as_deref().unwrap_or(&newest.revision);
        // The newest are first.
        let first = lock.published.iter().rfind(|published| published.revision == wanted);
        first.ok_or_else(|| {
            let mut known: Vec<&str> =
                lock.published.iter().map(|published| published.revision.as_str()).collect();
            known.dedup();
            Stop::Use(format!(
                "notice.lock knows no revision {wanted}; it has {}",
                known.join(", ")
            ))
        })
    }
}

fn compiled(folder: &Path) -> Result<(Folder, Vec<Edition>), Stop> {
    let source = Folder::open(folder)?;
    let (editions, diagnostics) = compile(&source);
    if editions.is_empty() {
        show(&diagnostics, &source, folder, MOST);
        sound(&diagnostics, folder)?;
    }
    Ok((source, editions))
}

/// A label for a new revision: today's date, with a number behind it where that was published.
fn unused(today: &str, now: &Notice, old: &Published, lock: &Lock) -> String {
    let published = lock.published.iter().chain([old]).map(|its| its.revision.as_str());
    let told = now.changes.iter().map(|change| &*change.revision);
    let known: HashSet<&str> = published.chain(told).chain([&*now.revision]).collect();
    let mut label = today.to_owned();
    let mut number = 1;
    while known.contains(label.as_str()) {
        number += 1;
        label = format!("{today}-{number}");
    }
    label
}

/// What to know of a text that was kept before locks kept what purposes and services say. The hash
/// of what was shown takes that in: it tells whether they are the same, and not what differs.
fn not_compared(old: &Published, new: &[Edition]) -> &'static str {
    let same = new.iter().all(|Edition { notice, .. }| {
        old.language(&notice.lang).is_none_or(|before| before.text_hash == *notice.text_hash)
    });
    if same {
        "notice.lock does not have yet what was said of purposes and services, and the notice is as it was \
         published; `sudare build` adds it"
    } else {
        "what is said of purposes and services was not compared: an earlier version of Sudare wrote this \
         text into notice.lock, without it. Something that is shown is not as it was published: look for \
         yourself whether a recipient, a use, a cookie or the like is another"
    }
}

/// What to do about it.
fn advice(since: &str, proposal: Option<&Proposal>, now: &str, partly: bool) -> String {
    let Some(Proposal { material, reasons, revision, entry }) = proposal else {
        let of = if partly { " in the words of the articles" } else { "" };
        return format!("nothing has changed{of} since revision {since}\n");
    };
    let verdict = match (material, partly) {
        (true, _) => "looks material: visitors should be told and asked again",
        (false, false) => "looks immaterial: nobody needs to be asked again",
        (false, true) => "looks immaterial as far as it was compared: see the note below",
    };
    let mut text = format!("since revision {since}: {verdict}\n");
    for reason in reasons {
        text.push_str(&format!("  - {reason}\n"));
    }
    let rename = if revision == now {
        String::new()
    } else {
        format!(
            "give [notice] the revision `{revision}`, or another new one, and its `effective`, and "
        )
    };
    text.push_str(&format!(
        "whether it is, you judge. Then {rename}put this first among the changes in notice.toml, with your words \
         for `…`:\n\n{entry}"
    ));
    text
}
