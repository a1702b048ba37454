//! Ids of headings and the links to them.

use std::collections::{BTreeMap, BTreeSet};

use super::super::{ids::Ids, number};
use super::tree::{Block, Inline, Kind, Paragraph, plain};
use crate::notice::source::{id_fault, slug};

/// Each heading keeps one id that a person can read; links to any of its ids lead to that.
pub(super) fn with_ids(blocks: &mut [Block]) {
    let mut taken = Ids::default();
    let mut now: BTreeMap<String, String> = BTreeMap::new();
    let mut wanted: BTreeSet<String> = BTreeSet::new();
    each_link(blocks, &mut |target| {
        wanted.extend(target.strip_prefix('#').map(str::to_owned));
        true
    });
    for block in blocks.iter_mut() {
        let Kind::Heading { ids, words, level } = &mut block.kind else { continue };
        if *level == 1 {
            ids.clear();
            continue;
        }
        let own = ids.iter().find(|id| is_readable(id)).and_then(|id| taken.own(id));
        let linked = ids.iter().any(|id| wanted.contains(id));
        let chosen = own.or_else(|| {
            let slug = slug(number::without(&plain(words)));
            linked.then(|| taken.name(&slug, "section"))
        });
        if let Some(chosen) = &chosen {
            for id in ids.iter() {
                now.entry(id.clone()).or_insert_with(|| chosen.clone());
            }
        }
        *ids = chosen.into_iter().collect();
    }
    each_link(blocks, &mut |target| {
        let Some(id) = target.strip_prefix('#') else { return true };
        match now.get(id) {
            Some(new) => *target = format!("#{new}"),
            None => return false,
        }
        true
    });
}

/// An id that was given by a person, not by a program.
fn is_readable(id: &str) -> bool {
    id_fault(id).is_none()
        && id.starts_with(|c: char| c.is_ascii_lowercase())
        && id.bytes().filter(u8::is_ascii_alphabetic).count() >= 3
        && ![
            "toc",
            "section",
            "article",
            "chapter",
            "heading",
            "block",
            "elementor",
            "text",
            "h-",
            "post",
            "page",
            "content",
            "main",
        ]
        .iter()
        .any(|word| id.starts_with(word))
        || id.starts_with("section-") && id_fault(id).is_none()
}

/// Shows each link's target; a link that `act` refuses is none any more, its words stay.
fn each_link(blocks: &mut [Block], act: &mut dyn FnMut(&mut String) -> bool) {
    for block in blocks {
        match &mut block.kind {
            Kind::Heading { words, .. } | Kind::Paragraph(Paragraph { words, .. }) => {
                links_in(words, act)
            }
            Kind::List { items, .. } => items.iter_mut().for_each(|item| each_link(item, act)),
            Kind::Table { head, rows } => {
                head.iter_mut()
                    .chain(rows.iter_mut().flatten())
                    .for_each(|cell| links_in(cell, act));
            }
            Kind::Definitions(definitions) => {
                for definition in definitions {
                    links_in(&mut definition.term, act);
                    definition.meanings.iter_mut().for_each(|meaning| each_link(meaning, act));
                }
            }
            Kind::Quote(inner) => each_link(inner, act),
            Kind::Code(_) | Kind::Rule => {}
        }
    }
}

fn links_in(words: &mut Vec<Inline>, act: &mut dyn FnMut(&mut String) -> bool) {
    let mut kept = Vec::with_capacity(words.len());
    for mut piece in std::mem::take(words) {
        match &mut piece {
            Inline::Link { target, words } => {
                links_in(words, act);
                if !act(target) {
                    kept.append(words);
                    continue;
                }
            }
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Struck(inner) => {
                links_in(inner, act)
            }
            _ => {}
        }
        kept.push(piece);
    }
    *words = kept;
}
