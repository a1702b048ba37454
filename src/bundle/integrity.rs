//! Names and hashes of what is written: a name that changes with its content may be cached for
//! ever, a hash lets a browser refuse anything else.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// Subresource Integrity, as the `integrity` attribute takes it. SHA-256 is the shortest that
/// browsers take: four of these are in every `consent.js`.
#[must_use]
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(bytes)))
}

/// Eight hexadecimal digits of the content, for its file name.
#[must_use]
pub fn short_hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(4).map(|byte| format!("{byte:02x}")).collect()
}
