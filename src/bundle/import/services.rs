//! The companies of an opt-out list: a list of names and addresses below words that speak of opting out.

use std::collections::BTreeMap;

use pulldown_cmark::{Event, LinkType, Parser, Tag, TagEnd};

use super::ids::Ids;
use super::{links, operator, words};

/// An entry of an opt-out list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Service {
    pub(super) id: String,
    pub(super) name: String,
    /// The entry names a company.
    pub(super) is_company: bool,
    pub(super) opt_out: Vec<String>,
    /// The target of a link whose words showed another address, which was taken.
    pub(super) instead_of: Option<String>,
}

/// Fewer entries than these are references, not an opt-out list.
const FEWEST: usize = 3;

/// The entries of all opt-out lists of the notice. `purposes` are ids that no service may have.
pub(super) fn of(markdown: &str, purposes: &[&str]) -> Vec<Service> {
    let mut ids = Ids::default();
    for purpose in purposes {
        ids.own(purpose);
    }
    let mut services: Vec<Service> = Vec::new();
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    for entry in entries(markdown) {
        let name = entry.name.split_whitespace().collect::<Vec<_>>().join(" ");
        // "FACEBOOK – https://…": the sign leads to the address.
        let name = name.trim_end_matches([' ', '-', '–', '—', ':', '：', '|']).to_owned();
        match known.get(&name).and_then(|at| services.get_mut(*at)) {
            Some(service) => {
                for address in entry.addresses {
                    if !service.opt_out.contains(&address) {
                        service.opt_out.push(address);
                    }
                }
            }
            None => {
                known.insert(name.clone(), services.len());
                services.push(Service {
                    id: ids.name(&name, &format!("service-{}", services.len() + 1)),
                    is_company: operator::names_company(&name),
                    name,
                    opt_out: entry.addresses,
                    instead_of: entry.instead_of,
                });
            }
        }
    }
    services
}

#[derive(Debug, Default)]
struct Entry {
    name: String,
    addresses: Vec<String>,
    instead_of: Option<String>,
}

/// A link that is being read.
struct Link {
    target: String,
    words: String,
    bare: bool,
    broken: bool,
}

/// The items of lists that are opt-out lists.
fn entries(markdown: &str) -> Vec<Entry> {
    let mut all = Vec::new();
    let mut list: Vec<Entry> = Vec::new();
    let mut cue = String::new();
    let (mut depth, mut fits) = (0_usize, true);
    let mut link: Option<Link> = None;
    // The item began with a link around its name, left open by the entry before: if another follows, that is its own.
    let mut wrapped = false;
    for event in Parser::new_ext(markdown, words::result_options()) {
        match event {
            Event::Start(Tag::Heading { .. }) => cue.clear(),
            Event::Start(Tag::List(_)) => {
                depth += 1;
                if depth == 1 {
                    list.clear();
                    fits = true;
                }
            }
            Event::End(TagEnd::List(_)) => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    let whole = list
                        .iter()
                        .all(|entry| !entry.name.trim().is_empty() && !entry.addresses.is_empty());
                    let names: String = list
                        .iter()
                        .map(|entry| format!("{} {}", entry.name, entry.addresses.join(" ")))
                        .collect();
                    if fits
                        && whole
                        && list.len() >= FEWEST
                        && (speaks_of_opting_out(&cue) || speaks_of_opting_out(&names))
                    {
                        all.append(&mut list);
                    }
                }
            }
            Event::Start(Tag::Item) => {
                if depth == 1 {
                    list.push(Entry::default());
                    wrapped = false;
                }
                fits &= depth == 1;
            }
            Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                let bare = matches!(link_type, LinkType::Autolink | LinkType::Email);
                link = Some(Link {
                    target: dest_url.into_string(),
                    words: String::new(),
                    bare,
                    broken: false,
                });
            }
            Event::End(TagEnd::Link) => {
                if let (Some(link), Some(entry)) =
                    (link.take(), list.last_mut().filter(|_| depth > 0))
                {
                    if wrapped {
                        entry.addresses.clear();
                    }
                    wrapped = link.broken && !links::is_web(link.words.trim());
                    entry.take(link);
                }
            }
            Event::Text(text) | Event::Code(text) => {
                match (&mut link, list.last_mut().filter(|_| depth > 0)) {
                    (Some(link), _) => {
                        link.words.push_str(&text);
                        link.broken = false;
                    }
                    (None, Some(entry)) => entry.name.push_str(&text),
                    (None, None) => cue.push_str(&text),
                }
            }
            Event::SoftBreak | Event::HardBreak => {
                if let Some(link) = &mut link {
                    link.broken = true;
                } else if let Some(entry) = list.last_mut().filter(|_| depth > 0) {
                    entry.name.push(' ');
                }
            }
            _ => {}
        }
    }
    all
}

impl Entry {
    fn take(&mut self, link: Link) {
        let words = link.words.trim();
        let shows_address = links::is_web(words);
        if !link.bare && !shows_address {
            self.name.push_str(&link.words);
        }
        // Where an archive wrapped the address that the link shows, the shown one still leads there.
        let shown = shows_address && words != link.target && links::archive(&link.target).is_some();
        let address = if shown { words.to_owned() } else { link.target.clone() };
        if shown {
            self.instead_of = Some(link.target);
        }
        if links::is_web(&address) && !self.addresses.contains(&address) {
            self.addresses.push(address);
        }
    }
}

fn speaks_of_opting_out(text: &str) -> bool {
    let lower = text.to_lowercase();
    ["opt out", "opt-out", "optout", "opting out", "disabling", "disable", "オプトアウト", "無効"]
        .iter()
        .any(|word| lower.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = "# T\n\n## Ads {#ads}\n\nYou can opt out here.\n\n\
        * Lumo Inc.  \n<https://lumo.example/out>\n\
        * Two Ways  \n<https://a.example>  \n<https://b.example>\n\
        * [Wrapped Ltd.  \n](https://lumo.example/out)<https://wrapped.example>\n\
        * Old  \n[https://old.example/](https://web.archive.org/old)\n";

    #[test]
    fn an_opt_out_list_is_read_entry_by_entry() {
        let services = of(LIST, &["ads"]);
        let seen: Vec<(&str, Vec<&str>)> = services
            .iter()
            .map(|s| (s.id.as_str(), s.opt_out.iter().map(String::as_str).collect()))
            .collect();
        assert_eq!(
            seen,
            [
                ("lumo-inc", vec!["https://lumo.example/out"]),
                ("two-ways", vec!["https://a.example", "https://b.example"]),
                ("wrapped-ltd", vec!["https://wrapped.example"]),
                ("old", vec!["https://old.example/"]),
            ]
        );
        assert!(services[0].is_company && !services[1].is_company);
        assert_eq!(services[3].instead_of.as_deref(), Some("https://web.archive.org/old"));
    }

    #[test]
    fn a_short_list_or_one_without_the_word_is_none() {
        assert!(
            of("# T\n\n## A\n\n- a <https://a.example>\n- b <https://b.example>\n", &[]).is_empty()
        );
        assert!(of(&LIST.replace("opt out", "read on").replace("out", "in"), &[]).is_empty());
    }
}
