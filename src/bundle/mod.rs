//! The command line's work: from an owner's folder to the `consent/` folder of a site.

pub mod import;
