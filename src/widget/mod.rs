//! The view: the notice as Yew components, for the browser and for the static page alike.
//!
//! [`NoticeView`] is the one component that holds state ([`State`], a reducer); what it shows is
//! plain functions, because a component with properties costs a visitor ten times the bytes of a
//! function. The other one is the slot: a part that is drawn when its time comes, and again only
//! when what it shows has changed. [`Effects`] is what it asks of the world, [`Speech`] what it asks about languages:
//! natively of nobody and of ICU4X, in a browser of the `browser` room.

mod action;
mod article;
mod below;
mod blocks;
mod body;
mod card;
mod changes;
mod choices;
mod context;
mod data_table;
mod directory;
mod effects;
mod filled;
mod head;
#[cfg(feature = "cli")]
mod inert;
mod inline;
mod leaf;
mod notice_view;
#[cfg(feature = "cli")]
mod page;
mod record;
mod sale;
mod search;
mod search_box;
mod service;
mod slot;
mod speech;
mod standing;
mod state;
mod switch;
mod tag;
mod whole;

pub use action::Action;
pub use effects::Effects;
#[cfg(feature = "cli")]
pub use inert::Inert;
pub use notice_view::{NoticeView, NoticeViewProps};
#[cfg(feature = "cli")]
pub use page::render_page;
pub use speech::Speech;
pub use state::{Chosen, Mode, State};
#[cfg(target_arch = "wasm32")]
pub(crate) use tag::digits;
