//! `sudare serve`: a page with the notice on it, and a toolbar to try it with. The notice is read
//! anew when one of its files changes, and the page follows by itself.

mod desk;
mod events;
mod page;
mod variant;
mod watch;

use std::io::Write;
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::extract::{Path as UrlPath, RawQuery, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

use crate::notice::source::Folder;
use desk::Desk;
use page::{SCRIPT, SIGNAL, STYLE};
use variant::Wishes;

/// Serves until the terminal says stop. `site` is a folder to serve as it is; without one there is
/// a host page with the notice of `folder`.
///
/// # Errors
/// One sentence: there is nothing to serve, or the port is taken.
pub fn serve(folder: &Path, site: Option<PathBuf>, port: u16) -> Result<(), String> {
    let desk = match &site {
        Some(site) if !site.is_dir() => {
            return Err(format!("there is no folder {}", site.display()));
        }
        Some(_) => None,
        None => {
            // A wrong folder is told at once, not at the first visit.
            Folder::open(folder).map_err(|error| error.to_string())?;
            Some(Arc::new(Desk::of(folder)))
        }
    };
    let routes = match (&desk, site) {
        (Some(desk), _) => routes(desk.clone()),
        (None, site) => Router::new().fallback_service(ServeDir::new(site.unwrap_or_default())),
    };
    // What is being edited must never come from a cache.
    let fresh = SetResponseHeaderLayer::overriding(
        header::CACHE_CONTROL,
        HeaderValue::from_static("no-store"),
    );
    let routes = routes.layer(fresh);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|error| error.to_string())?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await;
        let listener = listener.map_err(|error| {
            format!("port {port} cannot be had ({error}); choose another with --port")
        })?;
        let address = listener.local_addr().map_err(|error| error.to_string())?;
        // Kept until the end: a watch that is dropped sees nothing any more.
        let _watch = desk.map(watch::start);
        // Whoever started this waits for the address; a closed pipe is no reason to stop.
        let _ = writeln!(std::io::stdout(), "http://{address}/\npress Ctrl-C to stop");
        tokio::select! {
            // An open page holds a connection for as long as it is open: nobody waits for those.
            served = async { axum::serve(listener, routes).await } => {
                served.map_err(|error| error.to_string())
            }
            _ = tokio::signal::ctrl_c() => Ok(()),
        }
    })
}

fn routes(desk: Arc<Desk>) -> Router {
    let asset = |kind: &'static str, text: &'static str| {
        get(move || async move { ([(header::CONTENT_TYPE, kind)], text) })
    };
    Router::new()
        .route("/", get(host_page))
        .route("/consent/", get(|| async { Redirect::permanent("/consent/index.html") }))
        .route("/consent/{file}", get(consent_file))
        .route("/as/{variant}/{file}", get(variant_file))
        .route("/sudare/events", get(events::stream))
        .route("/sudare/serve.css", asset("text/css; charset=utf-8", STYLE))
        .route("/sudare/serve.js", asset("text/javascript; charset=utf-8", SCRIPT))
        .route("/sudare/signal.js", asset("text/javascript; charset=utf-8", SIGNAL))
        .with_state(desk)
}

async fn host_page(State(desk): State<Arc<Desk>>, RawQuery(query): RawQuery) -> Response {
    let wishes = Wishes::of(query.as_deref().unwrap_or_default());
    let Ok(present) = desk.present().await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let (text, policy) = page::page(&present, &wishes);
    let Ok(policy) = HeaderValue::from_str(&policy) else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let kind = HeaderValue::from_static("text/html; charset=utf-8");
    ([(header::CONTENT_TYPE, kind), (header::CONTENT_SECURITY_POLICY, policy)], text)
        .into_response()
}

async fn consent_file(state: State<Arc<Desk>>, UrlPath(file): UrlPath<String>) -> Response {
    variant_file(state, UrlPath((String::new(), file))).await
}

async fn variant_file(
    State(desk): State<Arc<Desk>>,
    UrlPath((variant, name)): UrlPath<(String, String)>,
) -> Response {
    let not_there = StatusCode::NOT_FOUND.into_response();
    let Ok(bundle) = desk.bundle(&Wishes::of_name(&variant)).await else { return not_there };
    let Some(file) = bundle.file(&name) else { return not_there };
    let kind = match name.rsplit('.').next() {
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("css") => "text/css; charset=utf-8",
        Some("html") => "text/html; charset=utf-8",
        _ => "text/plain; charset=utf-8",
    };
    ([(header::CONTENT_TYPE, kind)], file.bytes.clone()).into_response()
}
