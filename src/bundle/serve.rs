//! `sudare serve`: a page with the notice on it. The notice is read anew whenever the page is, so
//! a reload shows every edit, and every fault of it.

use std::io::Write;
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::extract::{Path as UrlPath, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

use super::lock::kept;
use super::output::{Bundle, assemble};
use crate::notice::source::{Folder, Style, compile, render};

/// Serves until the terminal says stop. `site` is a folder to serve as it is; without one there is
/// a host page with the notice of `folder`.
///
/// # Errors
/// One sentence: there is nothing to serve, or the port is taken.
pub fn serve(folder: &Path, site: Option<PathBuf>, port: u16) -> Result<(), String> {
    let routes = match site {
        Some(site) if !site.is_dir() => {
            return Err(format!("there is no folder {}", site.display()));
        }
        Some(site) => Router::new().fallback_service(ServeDir::new(site)),
        None => {
            // A wrong folder is told at once, not at the first visit.
            Folder::open(folder).map_err(|error| error.to_string())?;
            Router::new()
                .route("/", get(host_page))
                .route("/consent/", get(|| async { Redirect::permanent("/consent/index.html") }))
                .route("/consent/{file}", get(consent_file))
                .with_state(Arc::new(folder.to_owned()))
        }
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
        // Whoever started this waits for the address; a closed pipe is no reason to stop.
        let _ = writeln!(std::io::stdout(), "http://{address}/\npress Ctrl-C to stop");
        let stop = async {
            // Without the signal the process ends as the system likes.
            let _ = tokio::signal::ctrl_c().await;
        };
        axum::serve(listener, routes)
            .with_graceful_shutdown(stop)
            .await
            .map_err(|error| error.to_string())
    })
}

/// The bundle of a folder as it stands now, or its faults as text. On a thread of its own, because
/// the static page is rendered in a runtime of its own.
async fn bundle(folder: Arc<PathBuf>) -> Result<Bundle, String> {
    let built = tokio::task::spawn_blocking(move || build(&folder)).await;
    built.map_err(|error| error.to_string())?
}

fn build(folder: &Path) -> Result<Bundle, String> {
    let source = Folder::open(folder).map_err(|error| error.to_string())?;
    let (mut editions, mut diagnostics) = compile(&source);
    match kept(&source, &editions) {
        Ok(lock) => lock.tell(&mut editions),
        Err(fault) => {
            diagnostics.push(*fault);
            editions.clear();
        }
    }
    if editions.is_empty() {
        let faults =
            diagnostics.iter().map(|fault| render(fault, &source.files, folder, Style::Plain));
        return Err(faults.collect::<Vec<_>>().join("\n\n"));
    }
    assemble(&editions).map_err(|error| error.to_string())
}

async fn host_page(State(folder): State<Arc<PathBuf>>) -> Response {
    match bundle(folder).await {
        Ok(_) => html(StatusCode::OK, include_str!("serve/host.html").to_owned()),
        Err(faults) => {
            let faults = faults.replace('&', "&amp;").replace('<', "&lt;");
            html(StatusCode::OK, include_str!("serve/faults.html").replace("{faults}", &faults))
        }
    }
}

async fn consent_file(
    State(folder): State<Arc<PathBuf>>,
    UrlPath(name): UrlPath<String>,
) -> Response {
    let Ok(bundle) = bundle(folder).await else { return StatusCode::NOT_FOUND.into_response() };
    let Some(file) = bundle.file(&name) else { return StatusCode::NOT_FOUND.into_response() };
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

fn html(status: StatusCode, text: String) -> Response {
    (status, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], text).into_response()
}
