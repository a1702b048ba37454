//! Sudare: a layered privacy notice and consent widget.
//!
//! Five rooms of Rust, and the left never knows the right:
//! [`notice`] ← [`consent`] ← [`widget`] ← `browser` (wasm only) and, beside it, `bundle` (native only).
//! `ARCHITECTURE.md` has the picture and the reasons.

// In wasm it can only be denied: what wasm-bindgen writes into `browser` is unsafe.
#![cfg_attr(not(target_arch = "wasm32"), forbid(unsafe_code))]

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(feature = "cli")]
pub mod bundle;
pub mod consent;
pub mod notice;
pub mod widget;
