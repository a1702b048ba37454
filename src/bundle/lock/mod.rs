//! `notice.lock`: what was published, so that a visitor can be shown what has changed since the
//! text that they chose on. `sudare build` writes it beside the notice; the owner commits it.
//!
//! The newest text is kept whole, each earlier one as what leads back to it from the next newer.
//! `docs/source-format.md` says what an owner should know of it.

mod edits;
mod file;
mod published;
mod since;
mod stale;
mod store;

pub use file::LOCK_FORMAT;
pub use published::{Language, Lock, Published, Step};
pub use stale::StaleCard;
pub use store::{Staged, kept};
