//! Tells an open page what became of the notice, as server-sent events: one at once, one for each
//! change.

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::State;
use axum::response::Sse;
use axum::response::sse::{Event, KeepAlive};
use futures_util::Stream;
use futures_util::stream::unfold;
use tokio::sync::watch::Receiver;

use super::desk::{Desk, Present};

/// The events of a page.
pub async fn stream(
    State(desk): State<Arc<Desk>>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let mut told = desk.hear();
    // The first event says how things stand: the page may have been away for a while.
    let _ = desk.present().await;
    told.mark_changed();
    Sse::new(unfold(told, next)).keep_alive(KeepAlive::default())
}

async fn next(
    mut told: Receiver<Arc<Present>>,
) -> Option<(Result<Event, Infallible>, Receiver<Arc<Present>>)> {
    told.changed().await.ok()?;
    let present = told.borrow_and_update().clone();
    let data = serde_json::json!({
        "stamp": present.stamp,
        "sound": present.sound,
        "tally": present.tally,
        "faults": present.faults,
    });
    Some((Ok(Event::default().event("notice").data(data.to_string())), told))
}
