//! This module provides suspense support.

mod suspension;

pub use suspension::{Suspension, SuspensionHandle, SuspensionResult};
