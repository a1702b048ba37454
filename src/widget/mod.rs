//! The view: the notice as Yew components, for the browser and for the static page alike.
//!
//! [`NoticeView`] is the one component that holds state ([`State`], a reducer); what it shows is
//! plain functions, because a component with properties costs a visitor ten times the bytes of a
//! function. [`Effects`] is what it asks of the world: natively of nobody, in a browser of the
//! `browser` room.

mod article;
mod blocks;
mod body;
mod card;
mod changes;
mod choices;
mod context;
mod effects;
mod filled;
mod head;
mod inline;
mod notice_view;
#[cfg(feature = "cli")]
mod page;
mod record;
mod service;
mod state;
mod switch;
mod tag;
mod whole;

pub use effects::{Effects, Inert};
pub use notice_view::{NoticeView, NoticeViewProps};
#[cfg(feature = "cli")]
pub use page::render_page;
pub use state::{Action, Mode, State};
