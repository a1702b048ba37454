//! The decision: what may run now, and why. Pure: no browser, no view.
//!
//! The rules live here once. The compiler writes them into `consent.js` as tables ([`table`]);
//! the boot script looks up and does not reason. `tests/` hold both against each other on every
//! reachable state.

mod choice;
mod decide;
mod layer;
mod record;
mod snapshot;
pub mod table;
mod wire;

pub use choice::{ById, Choice};
pub use decide::{Verdict, Why, decide, decide_service};
pub use layer::Layer;
pub use record::{
    Absent, Act, CLOCK_SLACK_MS, LONGEST_TEXT, Past, RECORD_VERSION, Record, Source, Standing,
};
pub use snapshot::{Persistence, Reprompt, Signals, Snapshot};
