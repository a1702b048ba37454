//! The rules that concern more than one key of an entry.

use super::{Claim, Entry, Fault};

impl Entry {
    /// The rules that concern more than one key.
    pub(super) fn hold_rules(&self) -> Result<(), Fault> {
        if self.sources.is_empty() {
            return Err(Fault::NoSource);
        }
        for (_, claim) in Claim::ALL {
            match (self.says(claim), self.sources_of(claim).next().is_some()) {
                (true, false) => return Err(Fault::Unsourced(claim)),
                (false, true) => return Err(Fault::NothingClaimed(claim)),
                _ => {}
            }
        }
        for host in &self.hosts {
            let bare = host.contains('.')
                && host.bytes().all(|b| {
                    b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'.'
                });
            if !bare {
                return Err(Fault::BadHost(host.clone()));
            }
        }
        let not_https = self.addresses().find(|address| !address.starts_with("https://"));
        match (not_https, &self.http_because) {
            (Some(address), _) if !is_web(address) => {
                return Err(Fault::BadAddress(address.to_owned()));
            }
            (Some(address), None) => return Err(Fault::Http(address.to_owned())),
            (None, Some(_)) => return Err(Fault::NoHttp),
            _ => {}
        }
        let oldest = self.sources.iter().filter_map(|source| source.dated).min();
        if self.last_checked != oldest {
            return Err(Fault::LastChecked { should_be: oldest.map(|date| date.to_string()) });
        }
        Ok(())
    }
}

/// Whether an address leads to a page of the web.
pub(super) fn is_web(address: &str) -> bool {
    ["https://", "http://"].iter().any(|scheme| {
        address.strip_prefix(scheme).is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
    })
}
