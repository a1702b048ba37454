//! SHA-256, of a long text beside what else is done with it.
//!
//! Each step of SHA-256 waits for the one before, however wide the processor is: it takes a sixth of
//! the time that all of reading takes, and nothing waits for it but the very end.

use std::panic::resume_unwind;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread::{Builder, JoinHandle};

use sha2::{Digest, Sha256};

/// From how many bytes on a thread of its own is worth its start.
const LONG: usize = 256 * 1024;

/// How much goes to the thread at once: to wake it takes as long as to hash some kilobytes.
const PIECE: usize = 128 * 1024;

/// How many pieces may wait: where the thread is given no processor, memory does not pay for it.
const WAITING: usize = 8;

pub enum Hashing {
    Here(Sha256),
    Beside(SyncSender<Vec<u8>>, JoinHandle<Sha256>),
}

impl Hashing {
    /// The hash of nothing yet, and of about so many bytes in the end.
    pub fn of(length: usize) -> Self {
        let beside = (length >= LONG).then(Self::beside).flatten();
        beside.unwrap_or_else(|| Self::Here(Sha256::new()))
    }

    /// On a thread, where the system gives one.
    fn beside() -> Option<Self> {
        let (sender, pieces) = sync_channel::<Vec<u8>>(WAITING);
        let hash = || pieces.into_iter().fold(Sha256::new(), Digest::chain_update);
        let thread = Builder::new().name("hash".into()).spawn(hash).ok()?;
        Some(Self::Beside(sender, thread))
    }

    /// Takes what has been written: at once while it is at hand, or once it is worth handing over.
    pub fn take(&mut self, written: &mut Vec<u8>) {
        match self {
            Self::Here(hash) => {
                hash.update(&*written);
                written.clear();
            }
            Self::Beside(sender, _) if written.len() >= PIECE => {
                let piece = std::mem::replace(written, Vec::with_capacity(written.capacity()));
                // Nobody takes it only where the thread has panicked, which `finish` passes on.
                drop(sender.send(piece));
            }
            Self::Beside(..) => {}
        }
    }

    /// The hash, with the last of what has been written.
    pub fn finish(self, written: &[u8]) -> [u8; 32] {
        let hash = match self {
            Self::Here(hash) => hash,
            Self::Beside(sender, thread) => {
                // No more pieces: the thread comes to its end.
                drop(sender);
                thread.join().unwrap_or_else(|panic| resume_unwind(panic))
            }
        };
        hash.chain_update(written).finalize().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_made_beside_is_the_hash() {
        let whole: Vec<u8> = (0..=255).cycle().take(5 * PIECE).collect();
        for length in [0, LONG] {
            let mut hashing = Hashing::of(length);
            let mut written = Vec::new();
            for some in whole.chunks(1000) {
                written.extend_from_slice(some);
                hashing.take(&mut written);
            }
            assert_eq!(hashing.finish(&written), *Sha256::digest(&whole));
        }
    }
}
