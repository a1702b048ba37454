//! The decision: what may run now, and why. Pure: no browser, no view.
