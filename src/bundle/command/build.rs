//! `sudare build`: the folder that a site serves.

use std::path::PathBuf;

use clap::Args;

use super::progress::Progress;
use super::say::{MOST, has_error, say, show, sound};
use super::stop::Stop;
use crate::bundle::check::Findings;
use crate::bundle::check::report::json;
use crate::bundle::compress::Effort;
use crate::bundle::folder::write;
use crate::bundle::lock::{Lock, Staged, Step, kept};
use crate::bundle::output::assemble;
use crate::bundle::report::{Place, report, report_json};
use crate::notice::source::{Diagnostic, Edition, Folder, LOCK, MANIFEST, compile};

/// Write the folder that your site serves, and print the tag to paste
#[derive(Args)]
pub struct Build {
    /// The notice's folder
    #[arg(default_value = "privacy")]
    folder: PathBuf,
    /// Print JSON for machines
    #[arg(long)]
    json: bool,
    /// The folder to write; an earlier one of Sudare's is replaced
    #[arg(short, long, default_value = "consent")]
    output: PathBuf,
    /// Stop if notice.lock is not up to date, instead of writing it: for machines that only deploy
    #[arg(long)]
    locked: bool,
    /// Say that the cards of articles that changed were read again and are still right
    #[arg(long)]
    cards_hold: bool,
    /// Where your site serves that folder: a path or an address that ends in a slash
    #[arg(long, value_name = "ADDRESS", default_value = "/consent/", value_parser = base)]
    base: String,
    /// Write the script as text as well, to put into a page itself, and print its hash
    #[arg(long)]
    inline: bool,
    /// Print a tag that holds consent.js against its hash, as that holds all that it fetches: for a folder
    /// on a host that you trust less than your pages. The tag then changes with each build
    #[arg(long)]
    pinned: bool,
    /// Compress everything as far as it goes: seconds for a long notice, a tenth smaller
    #[arg(long, conflicts_with = "no_precompressed")]
    smallest: bool,
    /// Leave out the files that are compressed beforehand, .br and .gz
    #[arg(long)]
    no_precompressed: bool,
}

/// An address below which files can be named.
fn base(address: &str) -> Result<String, String> {
    let known = ["/", "https://", "http://"].iter().any(|start| address.starts_with(start));
    if !known || !address.ends_with('/') {
        return Err("it starts with / or https:// and ends with /, like /consent/".to_owned());
    }
    // It is printed as it stands into a tag, a policy and lines for servers.
    if address
        .contains(|c: char| c.is_whitespace() || c.is_control() || "\"'<>`?#\\{};".contains(c))
    {
        return Err(
            "it has no spaces, quotation marks, ?, # or the like: name the folder without them"
                .to_owned(),
        );
    }
    Ok(address.to_owned())
}

impl Build {
    /// Builds the folder and reports on it.
    pub fn run(&self) -> Result<(), Stop> {
        let source = Folder::open(&self.folder)?;
        let (mut editions, mut diagnostics) = compile(&source);
        let published = if editions.is_empty() {
            None
        } else {
            self.publish(&source, &editions).map_err(|fault| diagnostics.push(*fault)).ok()
        };
        if self.json && has_error(&diagnostics) {
            let findings = Findings { diagnostics, ..Findings::default() };
            say(format_args!("{:#}\n", json(&findings, &source)));
            return sound(&findings.diagnostics, &self.folder);
        }
        if !self.json {
            show(&diagnostics, &source, &self.folder, MOST);
        }
        sound(&diagnostics, &self.folder)?;
        let Some((lock, step)) = published else { return Ok(()) };
        // A lock of an earlier version is as good as it was for a machine that only deploys.
        let changes = !matches!(step, Step::Unchanged | Step::Filled);
        if self.locked && changes {
            return Err(Stop::Notice(format!(
                "{} would change and --locked forbids it: run `sudare build` without it where the notice is \
                 kept, and commit the file",
                self.folder.join(LOCK).display()
            )));
        }
        lock.tell(&mut editions);
        let progress = Progress::of("building");
        let mut bundle = assemble(&editions)?;
        if self.inline {
            bundle.add_inline(&self.base)?;
        }
        if !self.no_precompressed {
            bundle.compress(if self.smallest { Effort::Smallest } else { Effort::Quick });
        }
        let refused = |error| {
            Stop::Use(format!(
                "{}: {error}; build once where this folder can be written, commit {LOCK}, and build with \
                 --locked elsewhere",
                self.folder.join(LOCK).display()
            ))
        };
        // Before the folder: what a site serves has its lock, or is not written.
        let staged = (step != Step::Unchanged && !self.locked)
            .then(|| Staged::write(&lock, &editions[0].notice.id, &self.folder))
            .transpose()
            .map_err(refused)?;
        write(&bundle, &self.output, !self.no_precompressed)?;
        if let Some(staged) = staged {
            staged.keep().map_err(refused)?;
        }
        let place = Place {
            folder: &self.output.display().to_string(),
            base: &self.base,
            precompressed: !self.no_precompressed,
            pinned: self.pinned,
        };
        // Sizes after compression are what takes longest.
        let report = if self.json {
            format!("{:#}\n", report_json(&bundle, &place))
        } else {
            format!("{}{}", report(&bundle, &place), of_lock(&step))
        };
        drop(progress);
        say(format_args!("{report}"));
        Ok(())
    }

    fn publish(
        &self,
        folder: &Folder,
        editions: &[Edition],
    ) -> Result<(Lock, Step), Box<Diagnostic>> {
        let kept = kept(folder, editions)?;
        kept.publish(editions, self.cards_hold).map_err(|revision| {
            let message = format!("revision `{revision}` is not new: {LOCK} has newer ones");
            let text = folder.file(MANIFEST).map_or("", |file| &file.text);
            let at = text.find(&format!("\"{revision}\"")).unwrap_or_default();
            let span = at..at + if at == 0 { 0 } else { revision.len() + 2 };
            Box::new(Diagnostic::error("revision-again", MANIFEST, span, message).help(
                "give this text a revision of its own; or, to go back to an old state of the notice, take \
                 notice.lock back from version control along with it",
            ))
        })
    }
}

/// What a build did to the lock, where an owner should know of it.
fn of_lock(step: &Step) -> String {
    match step {
        Step::Unchanged | Step::Refreshed => String::new(),
        Step::Begun => format!("\nbegan {LOCK}: commit it with the notice\n"),
        Step::Added => format!("\nadded this revision to {LOCK}: commit it with the notice\n"),
        Step::Filled => format!(
            "\n{LOCK} now keeps what the notice says of its purposes and services too: commit it\n"
        ),
        Step::Amended(articles) => format!(
            "\n{LOCK}: other words under the same revision ({}). Nobody is told of them; if they are more than a \
             slip of the pen, `sudare diff` proposes what to write\n",
            articles.join(", ")
        ),
    }
}
