//! How much running text each part of a page holds, and how much of it in links.

use super::super::dom::{Dom, Id, ROOT};
use super::level;

/// Letters below each node, those in links, and headings.
pub(super) struct Weights {
    text: Vec<u32>,
    linked: Vec<u32>,
    headings: Vec<u32>,
}

impl Weights {
    pub(super) fn of(dom: &Dom, skipped: &[bool]) -> Weights {
        let skip = |id: Id| skipped.get(id).copied().unwrap_or(true);
        let mut weights = Weights {
            text: vec![0; dom.len()],
            linked: vec![0; dom.len()],
            headings: vec![0; dom.len()],
        };
        let order: Vec<Id> = dom.below(ROOT, &skip).collect();
        let mut in_link = vec![false; dom.len()];
        for id in &order {
            let above =
                dom.parent(*id).and_then(|parent| in_link.get(parent).copied()).unwrap_or(false);
            if let Some(linked) = in_link.get_mut(*id) {
                *linked = above || dom.name(*id) == "a";
            }
        }
        for id in order.iter().rev() {
            let letters =
                dom.text(*id).map_or(0, |text| text.chars().filter(|c| !c.is_whitespace()).count());
            let letters = u32::try_from(letters).unwrap_or(u32::MAX);
            let linked = in_link.get(*id).copied().unwrap_or(false);
            add(&mut weights.text, *id, letters);
            add(&mut weights.linked, *id, if linked { letters } else { 0 });
            add(&mut weights.headings, *id, u32::from(level(dom, *id).is_some()));
            if let Some(parent) = dom.parent(*id) {
                let (text, linked, headings) =
                    (weights.text_of(*id), weights.linked_of(*id), weights.headings_of(*id));
                add(&mut weights.text, parent, text);
                add(&mut weights.linked, parent, linked);
                add(&mut weights.headings, parent, headings);
            }
        }
        weights
    }

    pub(super) fn text_of(&self, id: Id) -> u32 {
        self.text.get(id).copied().unwrap_or(0)
    }

    pub(super) fn linked_of(&self, id: Id) -> u32 {
        self.linked.get(id).copied().unwrap_or(0)
    }

    pub(super) fn headings_of(&self, id: Id) -> u32 {
        self.headings.get(id).copied().unwrap_or(0)
    }

    /// What is no link counts in full, what is one a fifth: an opt-out list is made of links.
    pub(super) fn worth(&self, id: Id) -> u32 {
        let (text, linked) = (self.text_of(id), self.linked_of(id));
        text.saturating_sub(linked).saturating_add(linked / 5)
    }

    pub(super) fn is_links(&self, id: Id) -> bool {
        2 * u64::from(self.linked_of(id)) >= u64::from(self.text_of(id))
    }
}

fn add(sums: &mut [u32], at: Id, more: u32) {
    if let Some(sum) = sums.get_mut(at) {
        *sum = sum.saturating_add(more);
    }
}
