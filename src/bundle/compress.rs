//! What a server may send in a file's place: the same, compressed beforehand. The same bytes in
//! give the same bytes out, on every machine.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::sync::{Mutex, PoisonError};
use std::thread;

use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, GzBuilder};

use super::output::{Bundle, OutputFile};

/// How hard to try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// At full strength what every visit fetches; the rest as a server would on its way out.
    Quick,
    /// All of it at full strength: a tenth smaller, and seconds for a long notice.
    Smallest,
}

/// Compressed as HTTP knows it (RFC 9110, section 8.4.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Coding {
    Brotli,
    Gzip,
}

/// The most that brotli can do.
const FULL: i32 = 11;
/// From here to 10 it takes many times as long for a few bytes in a hundred.
const QUICK: i32 = 6;

impl Bundle {
    /// Compresses what browsers fetch and what is not compressed yet. What would not get smaller
    /// stays as it is; brotli must beat gzip, because a server prefers it.
    pub fn compress(&mut self, effort: Effort) {
        let wanted: BTreeSet<(&[u8], i32)> = self
            .files
            .iter()
            .filter(|file| is_fetched(file) && file.br.is_none())
            .map(|file| (file.bytes.as_slice(), quality(file, effort)))
            .collect();
        let jobs = wanted
            .iter()
            .flat_map(|&(bytes, quality)| {
                [(bytes, Coding::Brotli, quality), (bytes, Coding::Gzip, 0)]
            })
            .collect();
        let done = in_parallel(jobs);
        let found: Vec<_> = self
            .files
            .iter()
            .map(|file| {
                let take = |coding, most: usize| {
                    let compressed = done.get(&(file.bytes.as_slice(), coding));
                    compressed.filter(|compressed| compressed.len() < most).cloned()
                };
                let gz = take(Coding::Gzip, file.bytes.len());
                let br = take(Coding::Brotli, gz.as_ref().map_or(file.bytes.len(), Vec::len));
                (br, gz)
            })
            .collect();
        for (file, (br, gz)) in self.files.iter_mut().zip(found) {
            file.br = file.br.take().or(br);
            file.gz = file.gz.take().or(gz);
        }
    }
}

/// Types are for an editor; the script as text is for the page that holds it.
fn is_fetched(file: &OutputFile) -> bool {
    !file.name.ends_with(".ts")
        && !file.name.ends_with(".mts")
        && file.name != super::script::INLINE
}

fn quality(file: &OutputFile, effort: Effort) -> i32 {
    if effort == Effort::Smallest || file.name == "consent.js" { FULL } else { QUICK }
}

type Job<'a> = (&'a [u8], Coding, i32);

/// Does the jobs on as many threads as the machine has, the longest first.
fn in_parallel<'a>(mut jobs: Vec<Job<'a>>) -> BTreeMap<(&'a [u8], Coding), Vec<u8>> {
    jobs.sort_by_key(|(bytes, coding, quality)| {
        (bytes.len() << quality, *coding == Coding::Brotli)
    });
    let threads = thread::available_parallelism().map_or(1, usize::from).min(jobs.len());
    let (jobs, done) = (Mutex::new(jobs), Mutex::new(BTreeMap::new()));
    let work = || {
        loop {
            let job = jobs.lock().unwrap_or_else(PoisonError::into_inner).pop();
            let Some((bytes, coding, quality)) = job else { break };
            let compressed = match coding {
                Coding::Brotli => brotli(bytes, quality),
                Coding::Gzip => gzip(bytes),
            };
            let mut done = done.lock().unwrap_or_else(PoisonError::into_inner);
            done.insert((bytes, coding), compressed);
        }
    };
    thread::scope(|scope| {
        for _ in 1..threads {
            scope.spawn(work);
        }
        work();
    });
    done.into_inner().unwrap_or_else(PoisonError::into_inner)
}

// Reading a slice and writing to a Vec do not fail.

fn brotli(bytes: &[u8], quality: i32) -> Vec<u8> {
    let mut compressed = Vec::new();
    let params = BrotliEncoderParams { quality, size_hint: bytes.len(), ..Default::default() };
    let _ = brotli::BrotliCompress(&mut &*bytes, &mut compressed, &params);
    compressed
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    // Without a name and a time: they would differ from build to build.
    let mut encoder = GzBuilder::new().write(Vec::new(), Compression::default());
    let _ = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}
