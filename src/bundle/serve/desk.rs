//! The notice as it lies on the owner's desk: read anew when a file has changed, built when a page
//! asks for it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use tokio::sync::watch;

use super::variant::{Wishes, varied};
use crate::bundle::check::report::tally;
use crate::bundle::check::{Wanted, check};
use crate::bundle::integrity::short_hash;
use crate::bundle::lock::kept;
use crate::bundle::output::{Bundle, assemble};
use crate::notice::source::{Folder, Severity, Style, compile, render};

/// The folder that is being served.
pub struct Desk {
    folder: PathBuf,
    now: Mutex<Option<(Marks, Arc<Present>)>>,
    bundles: Mutex<BTreeMap<(String, String), Arc<Bundle>>>,
    told: watch::Sender<Arc<Present>>,
}

/// The files by name, with size and time: whether one has changed can be told by it.
type Marks = Vec<(PathBuf, u64, Option<SystemTime>)>;

/// The notice as it stands now.
#[derive(Default)]
pub struct Present {
    /// A hash of its files: another one, another notice.
    pub stamp: String,
    /// It can be built.
    pub sound: bool,
    /// What there is to say about it, as plain text.
    pub faults: String,
    /// The same, counted.
    pub tally: String,
    /// The languages: tag and name.
    pub languages: Vec<(String, String)>,
    /// The regions that it tells apart.
    pub regions: Vec<String>,
}

impl Desk {
    /// The desk with this folder on it.
    pub fn of(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
            now: Mutex::default(),
            bundles: Mutex::default(),
            told: watch::Sender::default(),
        }
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Hears of each change.
    pub fn hear(&self) -> watch::Receiver<Arc<Present>> {
        self.told.subscribe()
    }

    /// The notice as it stands now: read again if one of its files has changed.
    pub async fn present(self: &Arc<Self>) -> Result<Arc<Present>, String> {
        let desk = self.clone();
        let read = tokio::task::spawn_blocking(move || desk.look());
        read.await.map_err(|error| error.to_string())
    }

    /// The bundle for somebody's wishes; none while the notice is not sound. On a thread of its own,
    /// because the static page is rendered in a runtime of its own.
    pub async fn bundle(self: &Arc<Self>, wishes: &Wishes) -> Result<Arc<Bundle>, String> {
        let (desk, wishes) = (self.clone(), wishes.clone());
        let built = tokio::task::spawn_blocking(move || desk.build(&wishes));
        built.await.map_err(|error| error.to_string())?
    }

    fn look(&self) -> Arc<Present> {
        let marks = marks(&self.folder);
        let mut now = self.now.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((known, present)) = &*now
            && *known == marks
        {
            return present.clone();
        }
        let present = Arc::new(read(&self.folder));
        *now = Some((marks, present.clone()));
        drop(now);
        self.bundles.lock().unwrap_or_else(PoisonError::into_inner).clear();
        self.told.send_if_modified(|told| {
            let changed = told.stamp != present.stamp;
            *told = present.clone();
            changed
        });
        present
    }

    fn build(&self, wishes: &Wishes) -> Result<Arc<Bundle>, String> {
        let key = (self.look().stamp.clone(), wishes.name());
        let mut bundles = self.bundles.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(bundle) = bundles.get(&key) {
            return Ok(bundle.clone());
        }
        let source = Folder::open(&self.folder).map_err(|error| error.to_string())?;
        let (mut editions, _) = compile(&source);
        if editions.is_empty() {
            return Err("the notice is not sound".to_owned());
        }
        let lock = kept(&source, &editions).map_err(|fault| fault.message)?;
        lock.tell(&mut editions);
        varied(&mut editions, wishes);
        let bundle = Arc::new(assemble(&editions).map_err(|error| error.to_string())?);
        bundles.insert(key, bundle.clone());
        Ok(bundle)
    }
}

fn marks(folder: &Path) -> Marks {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut marks: Marks = entries
        .flatten()
        .filter_map(|entry| {
            let about = entry.metadata().ok()?;
            Some((entry.path(), about.len(), about.modified().ok()))
        })
        .collect();
    marks.sort();
    marks
}

fn read(folder: &Path) -> Present {
    let source = match Folder::open(folder) {
        Ok(source) => source,
        Err(error) => {
            let faults = error.to_string();
            return Present {
                stamp: short_hash(faults.as_bytes()),
                tally: "the folder cannot be read".to_owned(),
                faults,
                ..Present::default()
            };
        }
    };
    let today = jiff::Zoned::now().date().to_string();
    let findings = check(&source, &today, Wanted::None);
    let faults: Vec<String> = findings
        .diagnostics
        .iter()
        .map(|fault| render(fault, &source.files, folder, Style::Plain))
        .collect();
    let whole: String =
        source.files.iter().map(|file| format!("{}\0{}\0", file.name, file.text)).collect();
    let (editions, _) = compile(&source);
    let notice = editions.first().map(|edition| &edition.notice);
    let languages = notice.map(|notice| &notice.languages).into_iter().flatten();
    let regions = notice.map(|notice| &notice.regimes.regions).into_iter().flatten();
    Present {
        stamp: short_hash(whole.as_bytes()),
        sound: findings.diagnostics.iter().all(|fault| fault.severity != Severity::Error),
        faults: faults.join("\n\n"),
        tally: tally(&findings.diagnostics),
        languages: languages.map(|lang| (lang.tag.to_string(), lang.name.to_string())).collect(),
        regions: regions.map(|(region, _)| region.to_string()).collect(),
    }
}
