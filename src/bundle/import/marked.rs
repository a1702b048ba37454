//! A policy that is Markdown already: its text stays as it is, but for headings, lists in disguise,
//! and what a notice may not hold (pictures, tags, links that lead nowhere).

mod blocks;
mod edits;
mod rounds;
pub(super) mod tags;

use std::collections::BTreeSet;

use pulldown_cmark::LinkType;

use super::draft::{Article, Draft, TITLE_JOINT, names_policy};
use super::ids::Ids;
use super::outline::{self, Head, Role};
use super::words::{Lines, Moved};
use super::{ImportError, Remark, escape, links};
use blocks::{Block, Kind};
use edits::Edits;

/// The content is Markdown: it has at least two headings of its own.
pub(super) fn is_marked(text: &str) -> bool {
    // Most texts say it soon, one way or the other; the whole is read where they do not.
    could_be_marked(text) && (has_headings(start_of(text)) || has_headings(text))
}

fn has_headings(text: &str) -> bool {
    let blocks = blocks::of(text);
    blocks.iter().filter(|block| block.is_sure_heading(text)).count() >= 2
}

/// Lines that could open or underline a heading.
fn could_be_marked(text: &str) -> bool {
    let mark = |line: &&str| {
        let line = line.trim_start_matches([' ', '\t', '>']);
        line.starts_with('#') || line.starts_with("==") || line.starts_with("--")
    };
    text.lines().filter(mark).nth(1).is_some()
}

/// Some pages of the text, in whole lines.
fn start_of(text: &str) -> &str {
    const SOME: usize = 50_000;
    let end = text.as_bytes().iter().skip(SOME).position(|byte| *byte == b'\n');
    end.and_then(|end| text.get(..SOME + end + 1)).unwrap_or(text)
}

/// The link may stay a link in a notice with these ids.
pub(super) fn keeps_link(link_type: LinkType, target: &str, ids: &dyn Fn(&str) -> bool) -> bool {
    link_type == LinkType::Email || links::is_allowed(target, ids)
}

/// The id that a heading's source gives itself at its end: `{#id}`.
pub(super) fn own_id(heading: &str) -> Option<&str> {
    let line = heading.lines().next()?.trim_end();
    let (before, id) = line.strip_suffix('}')?.rsplit_once("{#")?;
    let readable = id.starts_with(|c: char| c.is_ascii_alphanumeric())
        && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    (readable && !before.ends_with('\\')).then_some(id)
}

/// Turns a Markdown policy into the notice's Markdown.
pub(super) fn draft(text: &str) -> Result<Draft, ImportError> {
    let lines = Lines::of(text);
    let blocks = blocks::of(text);
    let heads: Vec<Head> = blocks.iter().filter_map(Block::head).collect();
    let roles = outline::roles(&heads).ok_or(ImportError::NoPolicy)?;
    let ids = ids(text, &blocks, &roles);
    let all: BTreeSet<String> = ids.iter().flatten().cloned().collect();
    let edits = Edits::of(text, &lines, &|id| all.contains(id));
    let mut remarks = edits.remarks.clone();

    let title_at = blocks.iter().position(|block| block.head().is_some()).unwrap_or_default();
    let (lead, rest) = blocks.split_at(title_at);
    let Some((title, rest)) = rest.split_first() else { return Err(ImportError::NoPolicy) };
    let short = joins_title(text, lead, title);
    let mut out = Vec::new();
    let mut title_text = edits.heading(title, None);
    let mut moved = None;
    if short {
        let parts = lead.iter().map(|block| edits.slice(block.range.clone()).trim().to_owned());
        title_text = parts.chain([title_text]).collect::<Vec<_>>().join(TITLE_JOINT);
    }
    out.push(format!("# {}", escape::guard_heading(&title_text)));
    if let Some(first) = lead.first() {
        let line = lines.at(first.range.start);
        if short {
            remarks.push(Remark::new(line, "This stands before the title; both became the title, so that the order of words is kept."));
        } else {
            remarks.push(Remark::new(line, "This stands before the title, which has to come first; it moved directly below the title."));
            moved = Some(Moved { title: title.range.clone() });
            out.extend(rounds::listed(text, lead, &edits));
            if lead
                .last()
                .zip(rest.first())
                .is_some_and(|(last, next)| would_merge(text, last, next))
            {
                out.push(rounds::RULE.to_owned());
            }
        }
    }

    let mut articles = Vec::new();
    let mut roles = roles.iter().zip(&ids).skip(1);
    let mut run = 0;
    for (at, block) in rest.iter().enumerate() {
        let Some(head) = block.head() else { continue };
        let before = rest.get(run..at).unwrap_or_default();
        out.extend(rounds::listed(text, before, &edits));
        run = at + 1;
        let Some((role, id)) = roles.next() else { break };
        let level = match role {
            Role::Title => 1,
            Role::Article => 2,
            Role::Section(level) => usize::from(*level),
        };
        out.push(format!("{} {}", "#".repeat(level), edits.heading(block, id.as_deref())));
        if let (Role::Article, Some(id)) = (role, id) {
            articles.push(Article {
                id: id.clone(),
                heading: head.text,
                line: lines.at(block.range.start),
            });
        }
    }
    out.extend(rounds::listed(text, rest.get(run..).unwrap_or_default(), &edits));
    out.retain(|part| !part.trim().is_empty());
    let markdown = out.join("\n\n") + "\n";
    Ok(Draft { markdown, articles, ids: all, remarks, moved })
}

/// What stands before the title is so short, and so little of a sentence, that it can be a part of it.
fn joins_title(text: &str, lead: &[Block], title: &Block) -> bool {
    let short = |block: &Block| {
        let line = text.get(block.range.clone()).unwrap_or_default().trim();
        block.kind == Kind::Paragraph
            && !line.contains('\n')
            && line.chars().count() <= 60
            && !line.ends_with(['.', '。', ':', '\\'])
            && line.chars().all(|c| c.is_alphanumeric() || c == ' ' || c == ',')
    };
    !lead.is_empty()
        && lead.len() <= 2
        && lead.iter().all(short)
        && title.head().is_some_and(|head| names_policy(&head.text))
}

/// Two blocks that the title stood between, and that would be one without it.
fn would_merge(text: &str, last: &Block, next: &Block) -> bool {
    let source = text.get(next.range.clone()).unwrap_or_default();
    // "( 1 )" will become a list.
    let above = text.get(last.range.clone()).unwrap_or_default();
    let list =
        matches!(last.kind, Kind::List { .. }) || above.trim_start().starts_with(['(', '（']);
    next.head().is_none() && (list || source.starts_with([' ', '\t', ':']))
}

/// The id of each heading: articles have one, sections only if the source gave them one.
fn ids(text: &str, blocks: &[Block], roles: &[Role]) -> Vec<Option<String>> {
    let heads: Vec<&Block> = blocks.iter().filter(|block| block.head().is_some()).collect();
    let mut taken = Ids::default();
    let mut ids: Vec<Option<String>> = heads
        .iter()
        .zip(roles)
        .map(|(block, role)| match role {
            Role::Title => None,
            _ => own_id(text.get(block.range.clone())?).and_then(|id| taken.own(id)),
        })
        .collect();
    let mut ordinal = 0;
    for ((block, role), id) in heads.iter().zip(roles).zip(&mut ids) {
        if *role == Role::Article {
            ordinal += 1;
            if id.is_none() {
                let heading = block.head().map(|head| head.text).unwrap_or_default();
                *id = Some(taken.article(&heading, ordinal));
            }
        }
    }
    ids
}
