//! What `sudare init` writes: a small, whole notice whose comments teach the format.

/// The manifest, with today's date.
pub fn manifest(today: &str) -> String {
    include_str!("starter/notice.toml").replace("2026-11-01", today)
}

/// The policy.
pub const POLICY: &str = include_str!("starter/en.md");
