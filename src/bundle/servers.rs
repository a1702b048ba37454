//! Lines for the server that hands the folder out: what may be kept for how long, and what is
//! compressed already. `docs/serving.md` says why.

use super::served::path_of;

/// The lines, with the place where the folder is served in them.
pub fn servers(base: &str) -> String {
    include_str!("servers.txt").replace("{base}", path_of(base))
}
