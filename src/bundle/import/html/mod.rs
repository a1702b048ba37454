//! A policy in a page: the page is read as a browser reads it, the policy found in it (`region`), read as blocks
//! (`read`), and written as Markdown (`write`), which then goes the way of every Markdown policy. What a reader sees
//! of the page is gathered on another way (`words`) and held against the result.

mod address;
mod anchors;
mod dom;
mod inline;
mod marker;
mod own;
mod promote;
mod read;
mod refuse;
mod region;
mod table;
mod tidy;
mod tree;
mod words;
mod write;

use std::collections::BTreeMap;

use super::{ImportError, Remark, vocabulary};
use address::Base;
use dom::{Dom, ROOT};
use region::Region;

/// A page's policy as Markdown.
#[derive(Debug)]
pub(super) struct Page {
    pub(super) markdown: String,
    /// The page's line for each line of the Markdown.
    pub(super) lines: Vec<usize>,
    /// What a reader of the page sees, a line for each block.
    pub(super) seen: words::Seen,
    /// A title that the policy's own text has not.
    pub(super) added_title: Option<String>,
    pub(super) remarks: Vec<Remark>,
    /// The language that the page says it is in.
    pub(super) language: Option<String>,
    /// Sudare made the page.
    pub(super) is_own: bool,
    /// The cards of a page that Sudare made, as Markdown, by the article's id.
    pub(super) cards: BTreeMap<String, String>,
}

impl Page {
    /// The page's line of a line of the Markdown.
    pub(super) fn line(&self, line: usize) -> usize {
        line.checked_sub(1)
            .and_then(|at| self.lines.get(at))
            .or(self.lines.last())
            .copied()
            .unwrap_or(1)
    }
}

/// Finds the policy in a page's source and reads it. Where the page shows none, its templates are looked into, and
/// the frames whose source it brings along.
pub(super) fn read(source: &str) -> Result<Page, ImportError> {
    let mut dom = dom::parse(source);
    tidy::tidy(&mut dom);
    let shown = policy(&dom, false);
    let Err(ImportError::NoPolicyThere { .. } | ImportError::ScriptPage) = shown else {
        return shown;
    };
    let inner = policy(&dom, true).or_else(|_| {
        let (line, inner) = framed(&dom).ok_or(())?;
        // Blank lines put the frame's text on the lines that it has in the page.
        let mut dom = dom::parse(&("\n".repeat(line.saturating_sub(1)) + &inner));
        tidy::tidy(&mut dom);
        policy(&dom, false).map_err(|_| ())
    });
    let Ok(mut page) = inner else { return shown };
    let message = "The policy stands in a part of the page that a script shows, or in a frame; it was read from there.";
    page.remarks.push(Remark::new(1, message));
    Ok(page)
}

/// The longest source of a frame that the page brings along and that speaks of privacy, and its line.
fn framed(dom: &Dom) -> Option<(usize, String)> {
    dom.below(ROOT, &|_| false)
        .filter_map(|id| Some((dom.line(id), dom.attribute(id, "srcdoc")?.to_owned())))
        .filter(|(_, inner)| vocabulary::of_privacy(inner) > 0)
        .max_by_key(|(_, inner)| inner.len())
}

/// The policy of a page.
fn policy(dom: &Dom, templates: bool) -> Result<Page, ImportError> {
    let region = region::find(dom, templates);
    let markers = marker::all(dom, &region);
    let seen = words::Seen::of(dom, &region, &markers);
    refuse::what_is_no_policy(dom, &seen.text)?;

    let base = Base::of(dom);
    let mut reader = read::Reader::new(dom, &region, &base, markers);
    let blocks = reader.policy();
    let mut remarks = std::mem::take(&mut reader.remarks);
    remarks.extend(left_out(dom, &region));
    let cards = own::cards(dom, &region, &mut reader);
    let blocks = own::ranked(dom, &region, blocks);
    let (blocks, added_title) = promote::headings(blocks, page_title(dom), &mut remarks);
    let rows = write::markdown(&blocks);
    let (lines, numbers): (Vec<String>, Vec<usize>) = rows.into_iter().unzip();
    Ok(Page {
        markdown: lines.join("\n") + "\n",
        lines: numbers,
        seen,
        added_title,
        remarks,
        language: language(dom),
        is_own: own::is_own(dom, &region),
        cards,
    })
}

fn language(dom: &Dom) -> Option<String> {
    let html = dom.children(ROOT).find(|id| dom.name(*id) == "html")?;
    let tag = dom.attribute(html, "lang").or_else(|| dom.attribute(html, "xml:lang"))?.trim();
    (!tag.is_empty()).then(|| tag.to_owned())
}

/// The words of the page's `title`.
fn page_title(dom: &Dom) -> Option<String> {
    let title = dom.below(ROOT, &|_| false).find(|id| dom.name(*id) == "title")?;
    let words: String = dom.children(title).filter_map(|id| dom.text(id)).collect();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    words.contains(char::is_alphanumeric).then_some(words)
}

/// What the page has beside its policy, told with its first words.
fn left_out(dom: &Dom, region: &Region) -> Vec<Remark> {
    let seen =
        |id: dom::Id| matches!(dom.name(id), "script" | "style" | "noscript" | "template" | "svg");
    region
        .left_out
        .iter()
        .filter_map(|(id, what)| {
            let text: Vec<&str> = dom
                .below(*id, &seen)
                .filter_map(|id| dom.text(id))
                .flat_map(str::split_whitespace)
                .collect();
            let count = text.iter().filter(|word| word.contains(char::is_alphanumeric)).count();
            let first: String = text.join(" ").chars().take(60).collect();
            (count > 0).then(|| {
                let unit = if count == 1 { "word" } else { "words" };
                Remark::new(
                    dom.line(*id),
                    format!("Left out: {what}, {count} {unit}: “{}”", first.trim()),
                )
            })
        })
        .collect()
}
