//! The command line's work: from an owner's folder to the `consent/` folder of a site.

mod abilities;
pub mod catalogue;
pub mod check;
pub mod command;
mod compiled;
mod document;
pub mod import;
mod integrity;
mod output;
mod parts;
mod report;
mod serve;
mod starter;

pub use compiled::{BOOT_WORDS, compiled};
pub use output::{Bundle, BundleError, OutputFile, assemble, write};
