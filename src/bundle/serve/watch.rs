//! Looks at the folder whenever the system says that something in it has changed.

use std::sync::Arc;

use notify::{RecommendedWatcher, RecursiveMode, Watcher};
use tokio::sync::mpsc;

use super::desk::Desk;

/// Starts to watch, until what is given back is dropped. Where the system cannot watch, the page
/// still shows every edit when it is loaded again.
pub fn start(desk: Arc<Desk>) -> Option<RecommendedWatcher> {
    let (seen, mut changes) = mpsc::unbounded_channel();
    let watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        // Reading the files is no change: it would never end.
        if event.is_ok_and(|event| !event.kind.is_access()) {
            // Nobody listens once the server ends.
            let _ = seen.send(());
        }
    });
    let mut watcher = watcher.ok()?;
    watcher.watch(desk.folder(), RecursiveMode::NonRecursive).ok()?;
    tokio::spawn(async move {
        while changes.recv().await.is_some() {
            // An editor writes in several steps; those that are there already are one change. One
            // that follows is seen by its own event.
            while changes.try_recv().is_ok() {}
            let _ = desk.present().await;
        }
    });
    Some(watcher)
}
