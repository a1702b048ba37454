//! The difference between two texts of a notice: which articles came, went or were reworded, and
//! by which words.

mod articles;
mod lines;
mod proposal;
mod report;
mod texts;
mod things;
mod words;

pub use articles::{Difference, between};
pub use proposal::{Proposal, propose};
pub use report::{for_machines, for_people};
pub use texts::{ArticleText, NoticeText};
pub use things::{AlteredThing, ThingText, Things, came_and_went, name_of};
