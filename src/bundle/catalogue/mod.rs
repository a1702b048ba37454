//! The known services: what somebody looked up about the services that sites use, each with the
//! page that it was read from. `catalogue/README.md` has the rules of the data.
//!
//! The catalogue only says what was read somewhere. Nothing of it goes into a notice by itself.

mod coverage;
mod entry;
mod fault;
mod find;
mod reader;
mod rules;

pub use coverage::coverage;
pub use entry::{
    Catalogue, Category, Claim, Entry, KnownCookie, Recipient, Source, Status, StatusKind,
};
pub use fault::{CatalogueError, Fault};
