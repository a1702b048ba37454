//! The notice as a page: the same view, rendered natively.

use std::rc::Rc;

use tokio::runtime::Builder;
use tokio::task::LocalSet;
use yew::LocalServerRenderer;

use super::{Inert, Mode, NoticeView, NoticeViewProps, State};
use crate::notice::Notice;

/// The `<main>` of the static page of a notice: everything open, nothing to press, no script.
///
/// # Errors
/// The operating system refuses a runtime to render in.
pub fn render_page(notice: &Notice) -> std::io::Result<String> {
    let state = State::new(Rc::new(notice.clone()), None);
    let props = NoticeViewProps { state, mode: Mode::Page, effects: Rc::new(Inert) };
    let renderer = LocalServerRenderer::<NoticeView>::with_props(props).hydratable(false);
    let runtime = Builder::new_current_thread().build()?;
    Ok(LocalSet::new().block_on(&runtime, renderer.render()))
}
