//! The command line's work: from an owner's folder to the `consent/` folder of a site.

mod abilities;
pub mod catalogue;
pub mod check;
pub mod command;
mod compiled;
mod compress;
pub mod difference;
mod document;
mod folder;
pub mod import;
mod integrity;
pub mod lock;
mod output;
mod parts;
mod report;
mod script;
mod serve;
mod served;
mod servers;
mod starter;

pub use compiled::{BOOT_WORDS, compiled};
pub use compress::Effort;
pub use folder::write;
pub use output::{Bundle, BundleError, OutputFile, assemble};

/// Gives out memory: a policy is many small texts, which the systems' own allocators take several
/// times as long to make and to free.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;
