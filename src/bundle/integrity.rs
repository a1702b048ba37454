//! Names and hashes of what is written: a name that changes with its content may be cached for
//! ever, a hash lets a browser refuse anything else.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};

/// Subresource Integrity, as the `integrity` attribute takes it. SHA-256 is the shortest that
/// browsers take.
#[must_use]
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(bytes)))
}

/// The same hash as it can stand in a file's name: the URL's letters and no padding, which
/// browsers take for `integrity` as well (SRI § 3.1, by CSP's grammar of `base64-value`). One text is
/// then name and check: each of them is in every `consent.js`.
#[must_use]
pub fn name_hash(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(bytes))
}

/// Eight hexadecimal digits of the content, to tell one state of it from the next.
#[must_use]
pub fn short_hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(4).map(|byte| format!("{byte:02x}")).collect()
}
